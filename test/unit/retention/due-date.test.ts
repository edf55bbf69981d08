import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type DueDate,
  dueDateOf as dueDateOfRules,
  type UnitFacts,
  urgencyOf,
} from '../../../shared/domain/retention/due-date.ts';
import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../../shared/domain/retention/retention-rule.ts';
import { startingRules } from '../../../shared/domain/retention/starting-rules.ts';
import { exampleRule } from '../../fixtures/consent.ts';

const day = (text: string | null) => Temporal.PlainDate.from(text ?? '');
const applied = (content: RetentionRuleContent, ruleVersionId = 'rule') => ({
  ruleVersionId,
  version: 1,
  content,
});
const facts = (collectedOn: string, changes: Partial<UnitFacts> = {}): UnitFacts => ({
  collectedOn,
  happenings: [],
  retainedThrough: null,
  setApartOn: null,
  ...changes,
});
/** One rule, and at most a withdrawal. */
function dueDateOf(content: RetentionRuleContent, collectedOn: string, withdrawnOn: string | null): DueDate {
  const happenings =
    withdrawnOn === null ? [] : [{ kind: 'consent_withdrawn', event: null, on: withdrawnOn } as const];
  return dueDateOfRules([applied(content)], facts(collectedOn, { happenings }));
}
const date = fc.integer({ min: 0, max: 73_000 }).map((days) => day('1950-01-01').add({ days }).toString());
const period = fc
  .record({ years: fc.nat({ max: 50 }), months: fc.nat({ max: 240 }), days: fc.nat({ max: 3650 }) })
  .filter(({ years, months, days }) => years + months + days > 0)
  .map(({ years, months, days }) =>
    ['P', years && `${years}Y`, months && `${months}M`, days && `${days}D`].filter(Boolean).join(''),
  );
const rule = fc
  .record({
    counting: fc.constantFrom('day' as const, 'calendar_year_end' as const),
    period,
    obligedByLaw: fc.boolean(),
  })
  .map((changes): RetentionRuleContent => exampleRule(changes));

describe('any rule, any day', () => {
  it('keeps the last day in full and is due on the day after it', () => {
    fc.assert(
      fc.property(rule, date, (given, triggeredOn) => {
        const due = dueDateOf(given, triggeredOn, null);
        expect(due.cause).toBe('period_ends');
        expect(day(due.keptThrough).until(day(due.dueOn)).days).toBe(1);
        expect(due.basis).toEqual(given.basis);
      }),
    );
  });

  it('is never due before the period has run, counted from the day after the trigger', () => {
    fc.assert(
      fc.property(rule, date, (given, triggeredOn) => {
        const due = dueDateOf(given, triggeredOn, null);
        const { years, months, days } = Temporal.Duration.from(given.period);
        // Counted here by year and month alone, independently of the calendar arithmetic it checks.
        const from = day(due.countedFrom);
        const monthsOn = from.year * 12 + (from.month - 1) + years * 12 + months;
        const last = new Temporal.PlainYearMonth(Math.floor(monthsOn / 12), (monthsOn % 12) + 1);
        const endOfMonths = last.toPlainDate({ day: Math.min(from.day, last.daysInMonth) });
        expect(due.keptThrough).toBe(endOfMonths.add({ days }).toString());
        expect(Temporal.PlainDate.compare(day(due.dueOn), from)).toBeGreaterThan(0);
      }),
    );
  });

  it('counts from the day itself, or from the end of its year where the rule says so', () => {
    fc.assert(
      fc.property(rule, date, (given, triggeredOn) => {
        const due = dueDateOf(given, triggeredOn, null);
        expect(due.triggeredOn).toBe(triggeredOn);
        expect(due.countedFrom).toBe(
          given.counting === 'day' ? triggeredOn : `${triggeredOn.slice(0, 4)}-12-31`,
        );
      }),
    );
  });

  it('a longer wait for the trigger never makes it due earlier', () => {
    fc.assert(
      fc.property(rule, date, fc.nat({ max: 1000 }), (given, triggeredOn, later) => {
        const first = dueDateOf(given, triggeredOn, null);
        const second = dueDateOf(given, day(triggeredOn).add({ days: later }).toString(), null);
        expect(Temporal.PlainDate.compare(day(second.dueOn), day(first.dueOn))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a withdrawal makes it due that day unless a law says otherwise or the period is over', () => {
    fc.assert(
      fc.property(rule, date, fc.integer({ min: 0, max: 30_000 }), (given, triggeredOn, later) => {
        const withdrawnOn = day(triggeredOn).add({ days: later }).toString();
        const without = dueDateOf(given, triggeredOn, null);
        const due = dueDateOf(given, triggeredOn, withdrawnOn);
        expect(due.withdrawnOn).toBe(withdrawnOn);
        const over = Temporal.PlainDate.compare(withdrawnOn, day(without.keptThrough)) > 0;
        if (over) {
          expect(due).toEqual({ ...without, withdrawnOn });
        } else if (given.obligedByLaw) {
          expect(due).toEqual({
            ...without,
            withdrawnOn,
            cause: 'withdrawn_but_obliged',
            separateOn: withdrawnOn,
          });
        } else {
          expect(due).toMatchObject({ cause: 'consent_withdrawn', dueOn: withdrawnOn });
        }
        expect(Temporal.PlainDate.compare(day(due.dueOn), day(without.dueOn))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('calendar', () => {
  const dueOn = (given: string, triggeredOn: string, counting: 'day' | 'calendar_year_end' = 'day') => {
    const due = dueDateOf(exampleRule({ period: given, counting }), triggeredOn, null);
    return [due.keptThrough, due.dueOn];
  };

  it.each([
    // Civil Act arts. 157, 159, 160: the first day is not counted, the last day ends the period.
    ['P5Y', '2021-03-02', ['2026-03-02', '2026-03-03']],
    ['P6M', '2026-02-28', ['2026-08-28', '2026-08-29']],
    // Art. 160(3): no such day in the last month, so its last day.
    ['P6M', '2025-08-31', ['2026-02-28', '2026-03-01']],
    ['P6M', '2027-08-31', ['2028-02-29', '2028-03-01']],
    ['P1M', '2026-01-31', ['2026-02-28', '2026-03-01']],
    ['P3M', '2025-11-30', ['2026-02-28', '2026-03-01']],
    ['P1Y', '2024-02-29', ['2025-02-28', '2025-03-01']],
    ['P4Y', '2024-02-29', ['2028-02-29', '2028-03-01']],
    // 2100 is no leap year.
    ['P4Y', '2096-02-29', ['2100-02-28', '2100-03-01']],
    ['P1Y', '2025-12-31', ['2026-12-31', '2027-01-01']],
    ['P30D', '2024-02-10', ['2024-03-11', '2024-03-12']],
    ['P90D', '2025-12-15', ['2026-03-15', '2026-03-16']],
    // Not kept beyond the day of collection.
    ['P0D', '2026-05-04', ['2026-05-04', '2026-05-05']],
    // Months first, then days.
    ['P1M1D', '2026-01-31', ['2026-03-01', '2026-03-02']],
    ['P1Y6M', '2024-08-31', ['2026-02-28', '2026-03-01']],
  ])('%s from %s', (given, triggeredOn, expected) => {
    expect(dueOn(given, triggeredOn)).toEqual(expected);
  });

  it.each([
    ['P5Y', '2021-01-01', ['2026-12-31', '2027-01-01']],
    ['P5Y', '2021-12-31', ['2026-12-31', '2027-01-01']],
    ['P5Y', '2022-01-01', ['2027-12-31', '2028-01-01']],
    ['P6M', '2024-02-29', ['2025-06-30', '2025-07-01']],
    ['P2M', '2023-05-05', ['2024-02-29', '2024-03-01']],
  ])('%s from the end of the year of %s', (given, triggeredOn, expected) => {
    expect(dueOn(given, triggeredOn, 'calendar_year_end')).toEqual(expected);
  });
});

describe('withdrawal of a consent given on 2025-03-02 for one year', () => {
  const withdrawn = (on: string, obligedByLaw = false) => {
    const { cause, keptThrough, dueOn } = dueDateOf(
      exampleRule({ period: 'P1Y', obligedByLaw }),
      '2025-03-02',
      on,
    );
    return { cause, keptThrough, dueOn };
  };
  const untouched = { keptThrough: '2026-03-02', dueOn: '2026-03-03' };

  it('on the day it was given', () => {
    expect(withdrawn('2025-03-02')).toEqual({
      cause: 'consent_withdrawn',
      keptThrough: '2025-03-02',
      dueOn: '2025-03-02',
    });
  });

  it('on the last day it is kept', () => {
    expect(withdrawn('2026-03-02')).toMatchObject({ cause: 'consent_withdrawn', dueOn: '2026-03-02' });
  });

  it('on the day it is due anyway, and later', () => {
    expect(withdrawn('2026-03-03')).toEqual({ cause: 'period_ends', ...untouched });
    expect(withdrawn('2030-01-01')).toEqual({ cause: 'period_ends', ...untouched });
  });

  it('where a law obliges the office to keep it', () => {
    expect(withdrawn('2025-06-01', true)).toEqual({ cause: 'withdrawn_but_obliged', ...untouched });
    expect(withdrawn('2026-03-02', true)).toEqual({ cause: 'withdrawn_but_obliged', ...untouched });
    expect(withdrawn('2026-03-03', true)).toEqual({ cause: 'period_ends', ...untouched });
  });
});

describe('urgency', () => {
  it.each([
    ['2026-05-03', 'not_due', -1],
    ['2026-05-04', 'due', 0],
    ['2026-05-09', 'due', 5],
    ['2026-05-10', 'overdue', 6],
    ['2027-05-04', 'overdue', 365],
  ])('of what is due on 2026-05-04, seen on %s', (today, urgency, days) => {
    expect(urgencyOf('2026-05-04', today, 'korea')).toEqual({ urgency, days });
  });

  it('counts days, never months', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -2000, max: 2000 }), (dueOn, days) => {
        expect(urgencyOf(dueOn, day(dueOn).add({ days }).toString(), 'korea').days).toBe(days);
      }),
    );
  });
});

describe('rules', () => {
  it.each(['korea', 'gdpr', 'empty'] as const)(
    'that an office starts with (%s) are rules',
    (jurisdiction) => {
      const rules = startingRules(jurisdiction);
      expect(rules.map((one) => retentionRuleContent.parse(one))).toEqual(rules);
      expect(rules.length > 0).toBe(jurisdiction !== 'empty');
      expect(new Set(rules.map((one) => one.name.ko)).size).toBe(rules.length);
    },
  );

  it.each([
    'P',
    'PT5H',
    'P1W',
    'P-1Y',
    '-P1Y',
    'P1.5Y',
    'P101Y',
    'P1201M',
    'P1Y ',
    'p1y',
    '5 years',
    'P1M1Y',
  ])('refuse the period %s', (given) => {
    expect(retentionRuleContent.safeParse(exampleRule({ period: given })).success).toBe(false);
  });

  it.each(['P100Y', 'P1200M', 'P1Y6M', 'P30D', 'P1Y2M3D'])('take the period %s', (given) => {
    expect(retentionRuleContent.safeParse(exampleRule({ period: given })).success).toBe(true);
  });
});
