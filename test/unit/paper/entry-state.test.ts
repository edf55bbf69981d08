import { describe, expect, it } from 'vitest';
import { checkFits, entryKinds, mayHold } from '../../../shared/domain/paper/entry-kind.ts';
import {
  type EntryState,
  entryStates,
  type StepKind,
  stateAfter,
  steps,
} from '../../../shared/domain/paper/entry-state.ts';

/** Written out by hand: from each state, the steps that may be taken and where they lead. */
const expected: Record<EntryState, Partial<Record<StepKind, EntryState>>> = {
  on_shelf: { moved: 'on_shelf', checked_out: 'checked_out', missing: 'missing', pulled: 'pulled' },
  checked_out: { checked_in: 'on_shelf', missing: 'missing', pulled: 'pulled' },
  pulled: {
    missing: 'missing',
    in_custody: 'in_custody',
    returned: 'on_shelf',
    partly_destroyed: 'on_shelf',
    destroyed: 'destroyed',
  },
  in_custody: {
    missing: 'missing',
    returned: 'on_shelf',
    partly_destroyed: 'on_shelf',
    destroyed: 'destroyed',
  },
  missing: { moved: 'on_shelf', found: 'on_shelf' },
  destroyed: {},
};

describe.each(entryStates)('from %s', (state) => {
  it.each(Object.keys(steps) as StepKind[])('%s', (step) => {
    const after = expected[state][step];
    if (after === undefined) {
      expect(() => stateAfter({ state, code: 'B-1' }, step)).toThrow(`paper_${state}`);
    } else {
      expect(stateAfter({ state, code: 'B-1' }, step)).toBe(after);
    }
  });
});

describe('what lies in what', () => {
  it('only something smaller', () => {
    for (const [i, holder] of entryKinds.entries()) {
      for (const [j, held] of entryKinds.entries()) expect(mayHold(holder, held)).toBe(i < j);
    }
  });

  it('rooms and shelves stand somewhere; the rest may have no place yet', () => {
    expect(() => checkFits('room', null)).toThrow('paper_place_needed');
    expect(() => checkFits('shelf', null)).toThrow('paper_place_needed');
    for (const kind of ['site', 'box', 'folder', 'document'] as const) checkFits(kind, null);
    expect(() => checkFits('box', 'folder')).toThrow('paper_does_not_fit');
    checkFits('box', 'site');
  });
});
