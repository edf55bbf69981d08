import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  answerDueOn,
  answerUrgency,
  latestExtension,
} from '../../../shared/domain/collection/answer-due-date.ts';
import { requestKinds } from '../../../shared/domain/collection/person-request.ts';

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());

describe('the day an answer is due', () => {
  it.each([
    // The day of receipt is not counted: Monday the 4th, ten days, Thursday the 14th.
    ['korea', '2026-05-04', '2026-05-14'],
    // Wednesday + 10 is a Saturday, Thursday + 10 a Sunday: both end on the Monday.
    ['korea', '2026-05-06', '2026-05-18'],
    ['korea', '2026-05-07', '2026-05-18'],
    ['korea', '2026-05-08', '2026-05-18'],
    // Across the end of February in a leap year.
    ['korea', '2028-02-21', '2028-03-02'],
    ['gdpr', '2026-05-04', '2026-06-04'],
    // A month that has no such day ends on its last one: here a Saturday, so on Monday 2 March.
    ['gdpr', '2026-01-31', '2026-03-02'],
    ['gdpr', '2027-12-31', '2028-01-31'],
    ['empty', '2026-05-04', '2026-05-14'],
  ] as const)('%s: received %s, due %s', (jurisdiction, receivedOn, dueOn) => {
    expect(answerDueOn(jurisdiction, receivedOn)).toBe(dueOn);
  });

  it('is never a Saturday or Sunday, and never earlier than ten days or later than the weekend after', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('korea', 'empty'), (received, jurisdiction) => {
        const due = Temporal.PlainDate.from(answerDueOn(jurisdiction, received));
        const days = Temporal.PlainDate.from(received).until(due).days;
        expect(due.dayOfWeek).toBeLessThanOrEqual(5);
        expect(days).toBeGreaterThanOrEqual(10);
        expect(days).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe('putting an answer off', () => {
  it('is known in Korea for access alone, and there to a day that is named', () => {
    expect(requestKinds.filter((kind) => latestExtension('korea', kind, '2026-05-04') !== undefined)).toEqual(
      ['access'],
    );
    expect(latestExtension('korea', 'access', '2026-05-04')).toBeNull();
  });

  it('reaches three months from receipt under the GDPR', () => {
    for (const kind of requestKinds) {
      expect(latestExtension('gdpr', kind, '2026-05-04')).toBe('2026-08-04');
      // 30 April + 3 months is a Friday, 31 January + 3 months the last of April.
      expect(latestExtension('gdpr', kind, '2026-01-31')).toBe('2026-04-30');
    }
  });
});

describe('urgency', () => {
  it.each([
    ['2026-05-10', 'waiting', 4],
    ['2026-05-11', 'due', 3],
    ['2026-05-14', 'due', 0],
    ['2026-05-15', 'overdue', -1],
    ['2026-06-14', 'overdue', -31],
  ] as const)('due on 14 May, on %s: %s', (today, urgency, days) => {
    expect(answerUrgency('2026-05-14', today)).toEqual({ urgency, days });
  });
});
