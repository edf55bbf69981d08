import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDifference,
  differenceOf,
  registeredAmount,
} from '../../../shared/domain/destruction/paper-amount.ts';
import {
  type BatchFacts,
  batchFacts,
  batchStates,
  certificationStanding,
  checkBatchMay,
} from '../../../shared/domain/destruction/paper-batch.ts';
import {
  type Custodian,
  checkHandOver,
  custodianOf,
  type HandOver,
  isUnbroken,
} from '../../../shared/domain/destruction/paper-custody.ts';
import {
  checkLevel,
  compareLevels,
  highestLevel,
  largestParticle,
  levelNeeded,
  securityLevels,
} from '../../../shared/domain/destruction/paper-security.ts';
import {
  afterStep,
  isSettled,
  type PaperUnitState,
  paperSteps,
  paperUnitStates,
} from '../../../shared/domain/destruction/paper-unit-state.ts';
import { checkMayOperate, checkMayWitness } from '../../../shared/domain/destruction/separation-of-duties.ts';
import { isRefused } from '../storage/refused.ts';

const level = fc.constantFrom(...securityLevels);

describe('security levels', () => {
  it('need smaller particles the higher they are', () => {
    const sizes = securityLevels.map((one) => largestParticle[one]);
    expect(sizes).toEqual([2000, 800, 320, 160, 30, 10, 5]);
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  });

  it('P-4 for any personal data, P-5 for sensitive data', () => {
    expect(levelNeeded(false)).toBe('P-4');
    expect(levelNeeded(true)).toBe('P-5');
  });

  it('a lower level than needed is refused, an equal or a higher one is not', () => {
    fc.assert(
      fc.property(level, level, (has, needed) => {
        const check = () => checkLevel('shred', has, needed);
        if (compareLevels(has, needed) < 0) isRefused(check, 'level_too_low');
        else expect(check).not.toThrow();
        expect(() => checkLevel('incinerate', null, needed)).not.toThrow();
      }),
    );
    isRefused(() => checkLevel('shred', null, 'P-4'), 'level_too_low');
  });

  it('the most demanding unit decides for all of them', () => {
    expect(highestLevel([])).toBe('P-4');
    expect(highestLevel(['P-4', 'P-5', 'P-4'])).toBe('P-5');
    expect(highestLevel(['P-2'])).toBe('P-4');
  });
});

describe('what came out against what was registered', () => {
  it('sheets are counted to the sheet', () => {
    expect(registeredAmount([{ sheets: 200 }, { sheets: 40 }], 'sheets')).toBe(240);
    expect(differenceOf('sheets', 240, 239)).toBe(-1);
    expect(differenceOf('sheets', 240, 240)).toBe(0);
  });

  it('a weighing has a margin of three in a hundred', () => {
    expect(registeredAmount([{ sheets: 200 }], 'grams')).toBe(1000);
    expect(differenceOf('grams', 1000, 1030)).toBe(0);
    expect(differenceOf('grams', 1000, 970)).toBe(0);
    expect(differenceOf('grams', 1000, 1031)).toBe(31);
    expect(differenceOf('grams', 1000, 969)).toBe(-31);
  });

  it('what was never counted cannot differ', () => {
    expect(registeredAmount([{ sheets: 200 }, { sheets: null }], 'sheets')).toBeNull();
    expect(differenceOf('sheets', null, 12)).toBeNull();
  });

  it('a difference has an explanation, and only a difference', () => {
    isRefused(() => checkDifference(-1, null), 'difference_unexplained');
    isRefused(() => checkDifference(0, 'moisture'), 'difference_absent');
    isRefused(() => checkDifference(null, 'moisture'), 'difference_absent');
    for (const [difference, reason] of [
      [-1, 'counting_error'],
      [0, null],
      [null, null],
    ] as const)
      expect(() => checkDifference(difference, reason)).not.toThrow();
  });
});

describe('the way of a unit from its shelf to the shredder', () => {
  it('on site: pulled, sealed, fed, destroyed', () => {
    const way = (['pull', 'seal', 'feed', 'finish'] as const).reduce<PaperUnitState>(afterStep, 'to_pull');
    expect(way).toBe('destroyed');
  });

  it('with a vendor', () => {
    const way = (['pull', 'seal', 'give_to_vendor', 'finish'] as const).reduce<PaperUnitState>(
      afterStep,
      'to_pull',
    );
    expect(way).toBe('destroyed');
  });

  it('back to the shelf, and pulled again another day', () => {
    const back = (['pull', 'seal', 'send_back', 'put_back'] as const).reduce<PaperUnitState>(
      afterStep,
      'to_pull',
    );
    expect(back).toBe('to_pull');
  });

  it('what has gone into the machine never comes back, and nothing follows the end', () => {
    for (const state of paperUnitStates) {
      for (const step of paperSteps) {
        const go = () => afterStep(state, step);
        if (isSettled(state)) isRefused(go, 'paper_unit_elsewhere');
        else if (state === 'fed' && step !== 'finish') isRefused(go, 'paper_unit_elsewhere');
      }
    }
  });

  it('nothing is destroyed that did not go in or was not handed to a vendor', () => {
    for (const state of paperUnitStates) {
      if (state === 'fed' || state === 'with_vendor') continue;
      isRefused(() => afterStep(state, 'finish'), 'paper_unit_elsewhere');
    }
  });
});

describe('custody', () => {
  const staff = (id: string): Custodian => ({ kind: 'staff', id });
  const vendor = (id: string): Custodian => ({ kind: 'vendor', id });

  it('goes from hand to hand without a gap', () => {
    const first: HandOver = { from: staff('a'), to: staff('b') };
    checkHandOver(staff('a'), [], first);
    const second: HandOver = { from: staff('b'), to: vendor('v') };
    checkHandOver(staff('a'), [first], second);
    expect(custodianOf(staff('a'), [first, second])).toEqual(vendor('v'));
    expect(isUnbroken(staff('a'), [first, second])).toBe(true);
    expect(isUnbroken(staff('a'), [second])).toBe(false);
  });

  it('is handed over by whoever has it, to somebody else', () => {
    isRefused(
      () => checkHandOver(staff('a'), [], { from: staff('b'), to: staff('c') }),
      'custody_with_another',
    );
    // A person and a company may have the same id by chance: they are not the same.
    isRefused(
      () => checkHandOver(staff('a'), [], { from: vendor('a'), to: staff('c') }),
      'custody_with_another',
    );
    isRefused(
      () => checkHandOver(staff('a'), [], { from: staff('a'), to: staff('a') }),
      'custody_to_oneself',
    );
  });

  it('every chain that was checked step by step is unbroken', () => {
    const who = fc.constantFrom(staff('a'), staff('b'), vendor('a'), vendor('b'));
    fc.assert(
      fc.property(who, fc.array(fc.record({ from: who, to: who })), (sealedBy, wanted) => {
        const chain: HandOver[] = [];
        for (const step of wanted) {
          try {
            checkHandOver(sealedBy, chain, step);
            chain.push(step);
          } catch {
            expect(isUnbroken(sealedBy, [...chain, step])).toBe(false);
          }
        }
        expect(isUnbroken(sealedBy, chain)).toBe(true);
      }),
    );
  });
});

describe('operator and witness', () => {
  const order = { requesterId: 'asker', approverIds: ['first', 'second'] };

  it('the operator neither asked nor approved', () => {
    expect(() => checkMayOperate(order, 'operator')).not.toThrow();
    isRefused(() => checkMayOperate(order, 'asker'), 'execution_by_requester');
    isRefused(() => checkMayOperate(order, 'second'), 'execution_by_approver');
    isRefused(() => checkMayOperate({ ...order, approverIds: [] }, 'operator'), 'order_not_approved');
  });

  it('the witness is another person who did not approve; the requester may watch', () => {
    expect(() => checkMayWitness(order, 'operator', 'asker')).not.toThrow();
    isRefused(() => checkMayWitness(order, 'operator', 'operator'), 'witness_is_operator');
    isRefused(() => checkMayWitness(order, 'operator', 'first'), 'witness_is_approver');
  });
});

describe('a batch', () => {
  it('moves forward only', () => {
    for (const from of batchStates) {
      for (const to of batchStates) {
        const allowed =
          `${from} ${to}` === 'running stopped' ||
          `${from} ${to}` === 'stopped finished' ||
          `${from} ${to}` === 'with_vendor finished' ||
          (to === 'given_up' && (from === 'running' || from === 'with_vendor'));
        if (allowed) expect(() => checkBatchMay(from, to)).not.toThrow();
        else isRefused(() => checkBatchMay(from, to), 'batch_in_another_state');
      }
    }
  });

  const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
  const digest = 'a'.repeat(64);
  const facts: BatchFacts = {
    format: 'ashbook-batch/1',
    id: id(1),
    number: 'B-2026-0001',
    order: { id: id(2), digest },
    method: 'shred',
    place: 'on_site',
    machine: { number: 'M-0001', name: 'Shredder in the archive', serial: 'HSM-4711' },
    vendor: null,
    level: 'P-4',
    levelNeeded: 'P-4',
    startedAt: '2026-11-26T01:00:00.000Z',
    endedAt: '2026-11-26T02:00:00.000Z',
    interruptedBy: null,
    unitIds: [id(3), id(4)],
    amount: { kind: 'sheets', registered: 240, measured: 240, reason: null },
    photographs: { before: [digest], after: [] },
    residue: 'recycled',
    operatorId: id(5),
    witnessId: id(6),
  };
  const vendor = {
    id: id(7),
    name: 'Clean Shred',
    certification: 'ISO 21964-3, 4711',
    certifiedUntil: '2027-01-01',
    deviceSerial: 'BIN-12',
    certificate: { number: 'CS-1', on: '2026-11-26', fileDigest: digest },
  };
  const accepts = (changed: Partial<BatchFacts>) => batchFacts.safeParse({ ...facts, ...changed }).success;

  it('says what can be true', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ level: 'P-5' })).toBe(true);
    expect(accepts({ method: 'incinerate', level: null, levelNeeded: 'P-7' })).toBe(true);
    expect(accepts({ machine: null, vendor, place: 'off_site', witnessId: null })).toBe(true);
    expect(accepts({ machine: null, vendor: { ...vendor, certificate: null } })).toBe(true);
  });

  it.each<[string, Partial<BatchFacts>]>([
    ['a level lower than needed', { levelNeeded: 'P-5' }],
    ['no level though it was shredded', { level: null }],
    ['an end before the beginning', { endedAt: '2026-11-26T00:59:59.999Z' }],
    ['a unit twice', { unitIds: [id(3), id(3)] }],
    ['a difference without an explanation', { amount: { ...facts.amount, measured: 239 } }],
    ['an explanation without a difference', { amount: { ...facts.amount, reason: 'moisture' } }],
    ['an operator who watches himself', { witnessId: facts.operatorId }],
    ['nobody watching at the office', { witnessId: null }],
    ['nobody watching a vendor at the office', { machine: null, vendor, witnessId: null }],
    [
      'a vendor that took it away and certified nothing',
      { machine: null, vendor: { ...vendor, certificate: null }, place: 'off_site', witnessId: null },
    ],
    ['a machine and a vendor', { vendor }],
    ['neither', { machine: null }],
  ])('refuses %s', (_, changed) => {
    expect(accepts(changed)).toBe(false);
  });
});

describe('the certification of a vendor', () => {
  it.each([
    ['2026-11-25', 'expired'],
    ['2026-11-26', 'ends_soon'],
    ['2026-12-26', 'ends_soon'],
    ['2026-12-27', 'valid'],
  ])('until %s, on 2026-11-26', (until, standing) => {
    expect(certificationStanding(until, '2026-11-26')).toBe(standing);
  });
});
