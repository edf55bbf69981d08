import type { StepKind } from '../../shared/domain/paper/entry-state.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { AuditCode } from '../../shared/domain/register/audit-entry.ts';
import type { Handlers, WriteContext } from '../context.ts';
import { type StepDetails, takeStep } from './movement.ts';

/** One step for everything that was scanned, or for nothing of it. */
function takeSteps(
  context: WriteContext,
  entryIds: readonly string[],
  step: StepKind,
  details: StepDetails,
  code: AuditCode,
): { entries: number } {
  // A label scanned twice is one box.
  const wanted = new Set(entryIds);
  for (const entryId of wanted) takeStep(context, entryId, step, details);
  const [only] = wanted;
  context.audit(code, {
    entries: wanted.size,
    ...(wanted.size === 1 && only !== undefined ? { entryId: only } : {}),
    ...(typeof details.toId === 'string' ? { placeId: details.toId } : {}),
    ...(typeof details.dueBackOn === 'string' ? { dueBackOn: details.dueBackOn } : {}),
  });
  return { entries: wanted.size };
}

/** Absent where it goes back to the place it has. */
function to(toId: string | null): StepDetails {
  return toId === null ? {} : { toId };
}

export const movingHandlers: Pick<
  Handlers<'paper'>,
  'paper.move' | 'paper.checkOut' | 'paper.checkIn' | 'paper.reportMissing' | 'paper.reportFound'
> = {
  'paper.move': (context, { entryIds, toId }) =>
    takeSteps(context, entryIds, 'moved', { toId }, 'paper.entries_moved'),

  'paper.checkOut': (context, { entryIds, to: words, dueBackOn }) => {
    if (dueBackOn !== null && dueBackOn < context.today)
      throw new Refusal('date_not_ahead', { field: 'dueBackOn' });
    return takeSteps(context, entryIds, 'checked_out', { words, dueBackOn }, 'paper.checked_out');
  },

  'paper.checkIn': (context, { entryIds, toId }) =>
    takeSteps(context, entryIds, 'checked_in', to(toId), 'paper.checked_in'),

  'paper.reportMissing': (context, { entryIds, note }) =>
    takeSteps(context, entryIds, 'missing', { words: note }, 'paper.reported_missing'),

  'paper.reportFound': (context, { entryIds, toId }) =>
    takeSteps(context, entryIds, 'found', to(toId), 'paper.reported_found'),
};
