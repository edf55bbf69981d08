import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type AppliedRule,
  dueDateOf,
  type Happening,
  happeningKinds,
  lateOnOf,
  ruleDatesOf,
  type UnitFacts,
  urgencyOf,
} from '../../../shared/domain/retention/due-date.ts';
import {
  countings,
  faultOfRule,
  type RetentionRuleContent,
  triggerKinds,
  versionInEffect,
} from '../../../shared/domain/retention/retention-rule.ts';
import { exampleRule } from '../../fixtures/consent.ts';

const date = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());
const period = fc
  .tuple(fc.nat({ max: 12 }), fc.nat({ max: 30 }), fc.nat({ max: 400 }))
  .map(([years, months, days]) => `P${years}Y${months}M${days}D`);

const rule = (obligedByLaw: boolean, trigger: fc.Arbitrary<RetentionRuleContent['trigger']>) =>
  fc
    .record({
      trigger,
      counting: fc.constantFrom(...countings),
      period,
      effectiveTo: fc.option(date),
      jurisdiction: fc.constantFrom('korea' as const, 'gdpr' as const),
    })
    .map((changes) =>
      exampleRule({
        ...changes,
        obligedByLaw,
        event: changes.trigger === 'event' ? 'audit_closed' : null,
        fiscalYearEnd: changes.counting === 'fiscal_year_end' ? '03-31' : null,
        effectiveFrom: '2000-01-01',
      }),
    );
const anyTrigger = fc.constantFrom(...triggerKinds);
const happening = fc.record({
  kind: fc.constantFrom(...happeningKinds),
  event: fc.constant(null),
  on: fc.option(date, { freq: 8 }),
});
const facts: fc.Arbitrary<UnitFacts> = fc
  .record({
    collectedOn: date,
    happenings: fc.uniqueArray(happening, { selector: ({ kind }) => kind, maxLength: 6 }),
    retainedThrough: fc.option(date, { freq: 2 }),
    setApartOn: fc.option(date, { freq: 2 }),
  })
  .map((given) => ({
    ...given,
    happenings: given.happenings.map(
      (one): Happening => (one.kind === 'event' ? { ...one, event: 'audit_closed' } : one),
    ),
  }));
const applied = (contents: RetentionRuleContent[]): AppliedRule[] =>
  contents.map((content, index) => ({ ruleVersionId: `rule-${index}`, version: 1, content }));
const unit = fc
  .record({
    own: fc.boolean().chain((obliged) => rule(obliged, anyTrigger)),
    others: fc.array(rule(true, anyTrigger), { maxLength: 4 }),
    facts,
  })
  .map(({ own, others, facts: known }) => ({ rules: applied([own, ...others]), facts: known }));

const runs = { numRuns: 2000 };

describe('whatever rules meet and whatever happens', () => {
  it('is never due before every obligation has ended, nor while one has not begun to run', () => {
    fc.assert(
      fc.property(unit, ({ rules, facts: known }) => {
        const due = dueDateOf(rules, known);
        if (due.dueOn === null) return;
        for (const one of ruleDatesOf(rules, known)) {
          if (!one.obliges || !one.applies) continue;
          expect(one.keptThrough).not.toBeNull();
          // Due at once means on the very day: then nothing obliges on that day any more.
          expect(String(one.keptThrough) < due.dueOn).toBe(true);
        }
      }),
      runs,
    );
  });

  it('is never due before its purpose is over, and never later than it must be', () => {
    fc.assert(
      fc.property(unit, ({ rules, facts: known }) => {
        const due = dueDateOf(rules, known);
        const [own, ...others] = ruleDatesOf(rules, known);
        if (own === undefined) throw new Error('no rule');
        const on = (kind: string) => known.happenings.find((one) => one.kind === kind)?.on ?? null;
        const next = (day: string | null) =>
          day === null ? null : Temporal.PlainDate.from(day).add({ days: 1 }).toString();
        const purposeOver = [
          on('consent_withdrawn'),
          on('consent_expired'),
          on('purpose_fulfilled'),
          next(own.keptThrough),
        ]
          .filter((day) => day !== null)
          .sort()[0];
        const obliging = [own, ...others].filter((one) => one.obliges && one.applies);
        if (purposeOver === undefined || obliging.some((one) => one.keptThrough === null)) {
          expect(due.dueOn).toBeNull();
          return;
        }
        const ends = [purposeOver, ...obliging.map((one) => next(one.keptThrough) ?? '')].sort();
        const last = ends.at(-1) ?? '';
        const retained = known.retainedThrough !== null && known.retainedThrough >= last;
        expect(due.dueOn).toBe(retained ? next(known.retainedThrough) : last);
      }),
      runs,
    );
  });

  it('is kept apart exactly from the end of its purpose until it is due', () => {
    fc.assert(
      fc.property(unit, ({ rules, facts }) => {
        const due = dueDateOf(rules, { ...facts, setApartOn: null });
        if (due.separateOn === null) {
          expect(['withdrawn_but_obliged', 'ended_but_obliged', 'retained']).not.toContain(due.cause);
        } else {
          expect(['withdrawn_but_obliged', 'ended_but_obliged', 'retained', 'open']).toContain(due.cause);
          if (due.dueOn !== null) expect(due.separateOn < due.dueOn).toBe(true);
        }
      }),
      runs,
    );
  });

  it('is kept apart from the day of a review that says so, or from the day it is due where its rule says so', () => {
    const reviewed = fc.tuple(unit, fc.constantFrom('review', 'separate_then_review'));
    fc.assert(
      fc.property(reviewed, ([{ rules, facts }, endAction]) => {
        const [own, ...others] = rules;
        if (own === undefined) throw new Error('no rule');
        const ending = [{ ...own, content: { ...own.content, endAction } }, ...others];
        const plain = dueDateOf(rules, { ...facts, setApartOn: null });
        const due = dueDateOf(ending, facts);
        const days = [plain.separateOn, facts.setApartOn, endAction === 'review' ? null : plain.dueOn];
        expect(due.separateOn).toBe(days.filter((day) => day !== null).sort()[0] ?? null);
        // Only where it is kept changes, never for how long.
        expect({ ...due, separateOn: null }).toEqual({ ...plain, separateOn: null });
      }),
      runs,
    );
  });

  it('another obligation never makes it due earlier', () => {
    fc.assert(
      fc.property(unit, rule(true, anyTrigger), ({ rules, facts: known }, more) => {
        const before = dueDateOf(rules, known).dueOn;
        const after = dueDateOf(
          [...rules, { ruleVersionId: 'more', version: 1, content: more }],
          known,
        ).dueOn;
        if (before === null) expect(after).toBeNull();
        else if (after !== null) expect(after >= before).toBe(true);
      }),
      runs,
    );
  });

  it('does not depend on the order in which obligations stand', () => {
    fc.assert(
      fc.property(unit, ({ rules: [own, ...others], facts: known }) => {
        if (own === undefined) return;
        const [one, other] = [
          dueDateOf([own, ...others], known),
          dueDateOf([own, ...others.reverse()], known),
        ];
        expect(other.dueOn).toBe(one.dueOn);
        expect(other.separateOn).toBe(one.separateOn);
      }),
      runs,
    );
  });
});

describe('counting', () => {
  const keptThrough = (changes: Partial<RetentionRuleContent>, known: Partial<UnitFacts> = {}) =>
    ruleDatesOf(applied([exampleRule({ period: 'P5Y', ...changes })]), {
      collectedOn: '2021-03-02',
      happenings: [],
      retainedThrough: null,
      setApartOn: null,
      ...known,
    })[0]?.keptThrough;
  const happened = (kind: Happening['kind'], on: string | null, event: string | null = null) => ({
    happenings: [{ kind, event, on }],
  });

  it.each([
    [{ counting: 'fiscal_year_end', fiscalYearEnd: '03-31' }, '2026-03-31'],
    [{ counting: 'fiscal_year_end', fiscalYearEnd: '03-02' }, '2026-03-02'],
    // The year that ends on 1 March 2021 was over: the next one counts.
    [{ counting: 'fiscal_year_end', fiscalYearEnd: '03-01' }, '2027-03-01'],
    [{ counting: 'fiscal_year_end', fiscalYearEnd: '02-29', period: 'P1Y' }, '2023-02-28'],
    [{ counting: 'calendar_year_end' }, '2026-12-31'],
    [{ effectiveTo: '2024-06-30', obligedByLaw: true }, '2024-06-30'],
    // A period that rests on consent does not end with an edition of a law.
    [{ effectiveTo: '2024-06-30', obligedByLaw: false }, '2026-03-02'],
  ] as const)('%o', (changes, expected) => {
    expect(keptThrough(changes)).toBe(expected);
  });

  it('waits for what has not happened, and is over where it never will', () => {
    const rules = { trigger: 'event', event: 'lawsuit_closed' } as const;
    expect(keptThrough(rules)).toBeNull();
    expect(keptThrough(rules, happened('event', '2024-02-29', 'lawsuit_closed'))).toBe('2029-02-28');
    expect(keptThrough(rules, happened('event', '2024-02-29', 'other'))).toBeNull();
    const obliged = exampleRule({ ...rules, obligedByLaw: true });
    const known = (kind: Happening[]): UnitFacts => ({
      collectedOn: '2021-03-02',
      happenings: [{ kind: 'consent_withdrawn', event: null, on: '2022-01-01' }, ...kind],
      retainedThrough: null,
      setApartOn: null,
    });
    const withObligation = applied([exampleRule({ period: 'P9Y' }), obliged]);
    expect(dueDateOf(withObligation, known([]))).toMatchObject({
      cause: 'open',
      dueOn: null,
      separateOn: '2022-01-01',
    });
    const never: Happening = { kind: 'event', event: 'lawsuit_closed', on: null };
    expect(dueDateOf(withObligation, known([never]))).toMatchObject({
      cause: 'consent_withdrawn',
      dueOn: '2022-01-01',
    });
  });

  it('takes the last activity, and the first end of the consent', () => {
    expect(keptThrough({ trigger: 'last_activity' })).toBe('2026-03-02');
    expect(keptThrough({ trigger: 'last_activity' }, happened('last_activity', '2023-05-05'))).toBe(
      '2028-05-05',
    );
    expect(keptThrough({ trigger: 'last_activity' }, happened('last_activity', '2020-05-05'))).toBe(
      '2026-03-02',
    );
    const ended: Happening[] = [
      { kind: 'consent_withdrawn', event: null, on: '2023-05-05' },
      { kind: 'consent_expired', event: null, on: '2023-04-04' },
    ];
    expect(keptThrough({ trigger: 'consent_ended' }, { happenings: ended })).toBe('2028-04-04');
  });
});

describe('rules', () => {
  it.each([
    [{ trigger: 'event' }, 'event'],
    [{ event: 'lawsuit_closed' }, 'event'],
    [{ counting: 'fiscal_year_end' }, 'fiscalYearEnd'],
    [{ fiscalYearEnd: '03-31' }, 'fiscalYearEnd'],
    [{ effectiveTo: '2025-12-31' }, 'effectiveTo'],
    [{ effectiveTo: '2026-01-01' }, null],
  ] as const)('%o: %s is wrong', (changes, fault) => {
    expect(faultOfRule(exampleRule(changes))).toBe(fault);
  });

  it('the version in effect is the latest that has begun, and the first before any has', () => {
    const version = (number: number, effectiveFrom: string) => ({ number, content: { effectiveFrom } });
    const versions = [version(1, '2026-01-01'), version(2, '2027-03-09'), version(3, '2027-01-01')];
    const numberOn = (today: string) => versionInEffect(versions, today).number;
    expect(numberOn('2025-06-01')).toBe(1);
    expect(numberOn('2026-12-31')).toBe(1);
    expect(numberOn('2027-01-01')).toBe(3);
    expect(numberOn('2027-03-09')).toBe(3);
    expect(() => versionInEffect([], '2026-01-01')).toThrow();
  });

  it.each([
    ['korea', '2026-05-09', '2026-05-10'],
    ['gdpr', '2026-06-03', '2026-06-04'],
  ] as const)('%s: what is due on 2026-05-04 is late after %s', (jurisdiction, last, late) => {
    expect(lateOnOf('2026-05-04', jurisdiction)).toBe(late);
    expect(urgencyOf('2026-05-04', last, jurisdiction).urgency).toBe('due');
    expect(urgencyOf('2026-05-04', late, jurisdiction).urgency).toBe('overdue');
    expect(urgencyOf(null, late, jurisdiction)).toEqual({ urgency: 'not_due', days: 0 });
  });
});
