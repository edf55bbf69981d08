import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RuleReader } from '../../main/retention/rule-reader.ts';
import { sweepUnits } from '../../main/retention/sweep.ts';
import { insertUnit, readFacts } from '../../main/retention/unit-dates.ts';
import { dateIn, dueDateOf, ruleDatesOf } from '../../shared/domain/retention/due-date.ts';
import { exampleRule } from '../fixtures/consent.ts';
import { openTestOffice, type StaffMember, type TestOffice } from '../fixtures/office.ts';

/**
 * Whatever happens to records, in whatever order, and by the calls an office makes: their stored dates are those that are worked out
 * from scratch, exactly what obliges in their class applies to them, and none is ever put on an order before every obligation has
 * ended or while it is held.
 */
let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice('2026-01-05T01:00:00.000Z');
});
afterAll(() => office.remove());

const on = fc.nat({ max: 400 });
const pick = fc.nat({ max: 50 });
const units = fc.array(pick, { minLength: 1, maxLength: 4 });
const period = fc.constantFrom('P1D', 'P20D', 'P2M', 'P6M', 'P1Y');
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('day' as const), days: fc.integer({ min: 4, max: 70 }) }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('collected' as const), daysAgo: on }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('happening' as const),
      kind: fc.constantFrom(
        'purpose_fulfilled' as const,
        'contract_ended' as const,
        'last_activity' as const,
      ),
      units,
      daysAgo: fc.option(on, { freq: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('rule_changed' as const),
      rule: pick,
      period,
      counting: fc.constantFrom('day' as const, 'calendar_year_end' as const),
      inDays: fc.nat({ max: 30 }),
      lapsesInDays: fc.option(fc.nat({ max: 60 }), { freq: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('rule_added' as const),
      period,
      trigger: fc.constantFrom('collected' as const, 'contract_ended' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('retained' as const),
      units,
      days: fc.integer({ min: 1, max: 90 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('separated' as const), units }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('held' as const), units }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('released' as const), hold: pick }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('ordered' as const), units }) },
);
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

/** One office's records of one class, with a rule that rests on consent. */
class Records {
  readonly ruleIds: string[];
  readonly unitIds: string[] = [];
  readonly holds: string[] = [];
  readonly recordClassId: string;
  ordered = 0;

  private constructor(ruleId: string, recordClassId: string) {
    this.ruleIds = [ruleId];
    this.recordClassId = recordClassId;
  }

  static async begin(): Promise<Records> {
    const content = exampleRule({ period: 'P2M' });
    const { ruleId } = await by('reviewer').call('retention.addRule', { content });
    const { rules } = await by('reviewer').call('retention.listRules', {});
    return new Records(ruleId, rules.find((rule) => rule.ruleId === ruleId)?.recordClassId ?? '');
  }

  chosen(picks: readonly number[]): string[] {
    const { length } = this.unitIds;
    return length === 0 ? [] : [...new Set(picks.map((one) => this.unitIds[one % length] ?? ''))];
  }

  async happens(what: Event): Promise<void> {
    switch (what.is) {
      case 'day':
        office.clock.advance({ days: what.days });
        // Longer than the office allows: whoever sits down confirms the date, and with it the sweep catches up.
        await by('reviewer').call('office.home', {});
        return;
      case 'collected':
        return this.#collect(daysAgo(what.daysAgo));
      case 'happening': {
        const unitIds = this.chosen(what.units);
        if (unitIds.length === 0) return;
        const day = what.daysAgo === null ? null : daysAgo(what.daysAgo);
        await by('reviewer').call('retention.recordHappening', {
          unitIds,
          happening: { kind: what.kind, event: null, on: day },
        });
        return;
      }
      case 'rule_changed':
        return this.#change(what);
      case 'rule_added': {
        const { period: length, trigger } = what;
        await this.#decide(null, exampleRule({ period: length, trigger, obligedByLaw: true }));
        const { rules } = await by('reviewer').call('retention.listRules', {});
        const added = rules.find(
          (rule) => rule.recordClassId === this.recordClassId && !this.ruleIds.includes(rule.ruleId),
        );
        this.ruleIds.push(added?.ruleId ?? '');
        return;
      }
      case 'retained': {
        const until = daysAgo(-what.days);
        const asked = await by('reviewer').answer('retention.proposeExtension', {
          unitIds: this.chosen(what.units),
          until,
          reason: 'Dispute',
        });
        if (!asked.ok) return;
        const { extensionId } = asked.value as { extensionId: string };
        await by('approver').call('retention.decideExtension', { extensionId, decision: 'approve' });
        return;
      }
      case 'separated':
        await by('reviewer').answer('retention.separate', { unitIds: this.chosen(what.units) });
        return;
      case 'held': {
        const unitIds = this.chosen(what.units);
        if (unitIds.length === 0) return;
        const placed = await by('reviewer').call('retention.placeHold', {
          unitIds,
          authority: 'Court',
          reason: 'Evidence',
        });
        this.holds.push(placed.holdId);
        return;
      }
      case 'released': {
        const holdId = this.holds.splice(what.hold % Math.max(1, this.holds.length), 1)[0];
        if (holdId === undefined) return;
        await by('reviewer').call('retention.requestHoldRelease', { holdId });
        await by('approver').call('retention.decideHoldRelease', { holdId, decision: 'release' });
        return;
      }
      case 'ordered':
        return this.#order(this.chosen(what.units));
    }
  }

  #collect(collectedOn: string): void {
    const { database } = office.storage;
    const id = crypto.randomUUID();
    database.transaction(() =>
      insertUnit(database, {
        id,
        officeId: database.value<string>('SELECT id FROM office') ?? '',
        personId: null,
        consentId: null,
        purposeId: null,
        ruleVersionId:
          database.value<string>('SELECT applied_version_id FROM retention_rules WHERE id = ?', [
            this.ruleIds[0] ?? '',
          ]) ?? '',
        collectedOn,
        sealed: null,
      }),
    );
    this.unitIds.push(id);
    // As whoever sits down next would find it.
    const { vault } = office.storage;
    database.transaction(() => sweepUnits({ database, vault, clock: office.clock }, daysAgo(0)));
  }

  async #change({ rule, inDays, lapsesInDays, ...changes }: Extract<Event, { is: 'rule_changed' }>) {
    const ruleId = this.ruleIds[rule % this.ruleIds.length] ?? '';
    const { rules } = await by('reviewer').call('retention.listRules', {});
    const before = rules.find((one) => one.ruleId === ruleId);
    if (before === undefined) throw new Error('no such rule');
    const effectiveFrom = daysAgo(-inDays);
    await this.#decide(ruleId, {
      ...before.content,
      period: changes.period,
      counting: changes.counting,
      effectiveFrom,
      effectiveTo: lapsesInDays === null ? null : daysAgo(-inDays - lapsesInDays),
    });
  }

  async #decide(ruleId: string | null, content: ReturnType<typeof exampleRule>) {
    const { recordClassId } = this;
    const { changeId } = await by('reviewer').call('retention.proposeRuleChange', {
      ruleId,
      recordClassId,
      content,
    });
    await by('approver').call('retention.decideRuleChange', { changeId, decision: 'approve' });
  }

  async #order(unitIds: string[]): Promise<void> {
    if (unitIds.length === 0) return;
    const answer = await by('reviewer').answer('destruction.proposeOrder', { unitIds });
    const mayGo = unitIds.map((unitId) => this.#isFree(unitId));
    expect(answer.ok).toBe(mayGo.every((free) => free));
    if (answer.ok) {
      this.ordered += unitIds.length;
      for (const unitId of unitIds) this.unitIds.splice(this.unitIds.indexOf(unitId), 1);
    }
  }

  /** By every obligation alone, and by what was held: nothing that the application has worked out is asked. */
  #isFree(unitId: string): boolean {
    const { database } = office.storage;
    const { rules, facts } = factsOf(unitId);
    const today = daysAgo(0);
    const obliged = ruleDatesOf(rules, facts).some(
      ({ obliges, applies, keptThrough }) =>
        obliges && applies && (keptThrough === null || keptThrough >= today),
    );
    const held = database.value(
      'SELECT 1 FROM hold_units JOIN holds ON holds.id = hold_id WHERE unit_id = ? AND released_at IS NULL',
      [unitId],
    );
    const { dueOn } = dueDateOf(rules, facts);
    if (dueOn !== null && dueOn <= today) expect(obliged).toBe(false);
    return !obliged && held === undefined && dueOn !== null && dueOn <= today;
  }

  /** What is stored is what is worked out from scratch, and what obliges is what obliges in the class. */
  check(): void {
    const { database } = office.storage;
    const obliging = database
      .all<{ id: string }>(
        `SELECT v.id FROM retention_rules r JOIN retention_rule_versions v ON v.id = r.applied_version_id
         WHERE r.record_class_id = ? AND v.content ->> '$.obligedByLaw' ORDER BY v.id`,
        [this.recordClassId],
      )
      .map(({ id }) => id);
    for (const unitId of this.unitIds) {
      const { rules, facts } = factsOf(unitId);
      expect(
        rules
          .filter(({ content }) => content.obligedByLaw)
          .map(({ ruleVersionId }) => ruleVersionId)
          .sort(),
      ).toEqual(obliging);
      const { dueOn, keptThrough, cause, separateOn } = dueDateOf(rules, facts);
      expect(
        database.get('SELECT due_on, kept_through, cause, separate_on FROM record_units WHERE id = ?', [
          unitId,
        ]),
      ).toEqual({ due_on: dueOn, kept_through: keptThrough, cause, separate_on: separateOn });
      const today = daysAgo(0);
      const state = database.value<string>('SELECT state FROM record_units WHERE id = ?', [unitId]);
      // Nothing that is only obliged to stay is among what is in use, on the day itself.
      if (separateOn !== null && separateOn <= today) expect(state).toBe('separated');
    }
  }
}

const by = (who: StaffMember) => office.as(who);
const daysAgo = (days: number) =>
  Temporal.PlainDate.from(dateIn('Asia/Seoul', office.clock.now())).subtract({ days }).toString();

function factsOf(unitId: string) {
  const { database } = office.storage;
  const unit = database.get<{
    id: string;
    rule_version_id: string;
    collected_on: string;
    retained_through: string | null;
    set_apart_on: string | null;
  }>(
    'SELECT id, rule_version_id, collected_on, retained_through, set_apart_on FROM record_units WHERE id = ?',
    [unitId],
  );
  if (unit === undefined) throw new Error('gone');
  return readFacts(database, new RuleReader(database), unit);
}

it('are those worked out from scratch, and nothing obliged or held is ever ordered', {
  timeout: 180_000,
}, async () => {
  let ordered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 6, maxLength: 18 }), async (events) => {
      const records = await Records.begin();
      for (const what of events) {
        await records.happens(what);
        records.check();
      }
      ordered += records.ordered;
    }),
    { numRuns: 40 },
  );
  expect(ordered).toBeGreaterThan(0);
});
