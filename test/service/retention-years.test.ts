import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginRecordClass } from '../../main/retention/retention-rule.ts';
import { RuleReader } from '../../main/retention/rule-reader.ts';
import { sweepUnits } from '../../main/retention/sweep.ts';
import { insertUnit, readFacts, recordHappening } from '../../main/retention/unit-dates.ts';
import { clockState, confirmMoment, rememberMoment } from '../../main/scheduler/clock-guard.ts';
import {
  type DueDate,
  dueDateOf,
  type HappeningKind,
  lateOnOf,
} from '../../shared/domain/retention/due-date.ts';
import { exampleRule } from '../fixtures/consent.ts';
import { numbers } from '../fixtures/numbers.ts';
import { openTestOffice, SettableClock, type TestOffice } from '../fixtures/office.ts';

/**
 * Years of an office, day by day: records come in, things happen to them, holds are placed and released, the office crashes in
 * the middle of a day, its clock goes wrong, and its staff destroys what is due whenever it is there. ASHBOOK_YEARS=full makes it
 * 10,000 records over ten years.
 */
const full = process.env.ASHBOOK_YEARS === 'full';
const size = full
  ? { units: 10_000, days: 3650, milliseconds: 3_600_000 }
  : { units: 150, days: 450, milliseconds: 180_000 };

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice('2026-01-01T01:00:00.000Z');
  await office.as('reviewer').call('office.home', {});
});
afterAll(() => office.remove());

it(
  'destroys nothing early, twice or while held, and nothing more than five days late while somebody is there',
  () => {
    const random = numbers(20261126);
    const chance = (probability: number) => random() < probability;
    const pick = <Value>(values: readonly Value[]): Value => {
      const value = values[Math.floor(random() * values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    };
    const { database, vault } = office.storage;
    const officeId = database.value<string>('SELECT id FROM office') ?? '';
    const clock = new SettableClock('2026-01-01T03:00:00.000Z');
    database.transaction(() => confirmMoment(database, clock));

    const versions: string[] = [];
    database.transaction(() => {
      for (const [index, changes] of [
        { period: 'P3M' },
        { period: 'P1Y' },
        { period: 'P6M', obligedByLaw: true },
        { period: 'P3M', counting: 'calendar_year_end' as const, obligedByLaw: true },
        { period: 'P2M', trigger: 'contract_ended' as const, obligedByLaw: true },
      ].entries()) {
        const ids = {
          ruleId: crypto.randomUUID(),
          ruleVersionId: crypto.randomUUID(),
          recordClassId: crypto.randomUUID(),
        };
        beginRecordClass(database, {
          ...ids,
          officeId,
          content: exampleRule({ name: { en: `Class ${index}`, ko: `종류 ${index}` }, ...changes }),
          createdAt: '2026-01-01T00:00:00.000Z',
          createdBy: null,
          approvedBy: null,
        });
        versions.push(ids.ruleVersionId);
      }
    });

    // Worked out from scratch, and again whenever something happened to the record.
    const worked = new Map<string, DueDate>();
    const held = new Map<string, string>();
    const destroyed = new Set<string>();
    let created = 0;
    const living = () => database.all<{ id: string }>('SELECT id FROM record_units').map(({ id }) => id);
    const fromScratch = (unitId: string): DueDate => {
      const known = worked.get(unitId);
      if (known !== undefined) return known;
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
      const { rules, facts } = readFacts(database, new RuleReader(database), unit);
      const due = dueDateOf(rules, facts);
      worked.set(unitId, due);
      return due;
    };

    const start = Temporal.PlainDate.from('2026-01-01');
    let daysAway = 0;
    for (let day = 0; day < size.days; day += 1) {
      const today = start.add({ days: day }).toString();
      // The staff is away for a while now and then: then the office is closed.
      if (daysAway > 0) {
        daysAway -= 1;
        continue;
      }
      if (chance(0.01)) daysAway = Math.floor(random() * 12);
      clock.set(`${today}T03:00:00.000Z`);
      const isWrong = chance(0.02);
      if (isWrong)
        clock.set(`${start.add({ days: day + (chance(0.5) ? 400 : -400) }).toString()}T03:00:00.000Z`);
      const believed = clock.now().toString().slice(0, 10);
      const before = database.value<string>('SELECT swept_through FROM days_swept');
      const sweep = () =>
        database.transaction(() => {
          rememberMoment(database, clock);
          return sweepUnits({ database, vault, clock }, believed);
        });
      sweep();
      // Once a day and never again, whatever the clock says.
      expect(sweep()).toBe(0);
      if (isWrong && clockState(database, clock).trouble !== null) {
        expect(database.value<string>('SELECT swept_through FROM days_swept')).toBe(before);
        continue;
      }
      if (clockState(database, clock).trouble === 'forward') {
        database.transaction(() => confirmMoment(database, clock));
        sweep();
      }

      // What happens in a day, and what a crash in its middle takes back.
      try {
        database.transaction(() => {
          for (
            let more = 0;
            created < size.units && more < Math.ceil((size.units / size.days) * 2);
            more += 1
          ) {
            const id = crypto.randomUUID();
            insertUnit(database, {
              id,
              officeId,
              personId: null,
              consentId: null,
              purposeId: null,
              ruleVersionId: pick(versions),
              collectedOn: today,
              sealed: null,
            });
            created += 1;
          }
          const units = living();
          for (let more = 0; units.length > 0 && more < 3; more += 1) {
            const kind = pick<HappeningKind>([
              'consent_withdrawn',
              'purpose_fulfilled',
              'contract_ended',
              'last_activity',
            ]);
            const unitId = pick(units);
            worked.delete(unitId);
            recordHappening(database, unitId, { kind, event: null, on: today });
          }
          if (chance(0.03)) throw new Error('the power failed');
        });
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'the power failed') throw error;
      }
      sweepAfterwards();
      for (const id of living()) {
        if (held.has(id) ? chance(0.1) : chance(0.005)) {
          if (!held.delete(id)) held.set(id, today);
        }
      }

      // The staff destroys everything that is due and not held. The oracle works every date out from scratch.
      for (const { id, state, due_on: dueOn } of database.all<{ id: string; state: string; due_on: string }>(
        'SELECT id, state, due_on FROM record_units WHERE due_on <= ?',
        [today],
      )) {
        expect(fromScratch(id).dueOn).toBe(dueOn);
        expect(fromScratch(id).dueOn ?? '9999').not.toBe('9999');
        expect(dueOn <= today).toBe(true);
        expect(['active', 'separated']).toContain(state);
        if (held.has(id)) continue;
        expect(destroyed.has(id)).toBe(false);
        destroyed.add(id);
        worked.delete(id);
        database.run('DELETE FROM record_units WHERE id = ?', [id]);
      }
      // Nothing that is not held is ever late on a day on which somebody was there.
      for (const id of living()) {
        if (held.has(id)) continue;
        const { dueOn } = fromScratch(id);
        if (dueOn !== null) expect(lateOnOf(dueOn, 'korea') > today).toBe(true);
      }

      function sweepAfterwards() {
        database.transaction(() => sweepUnits({ database, vault, clock }, today));
      }
    }

    // What is stored equals what is worked out from scratch, for everything that is left.
    worked.clear();
    for (const { id, ...stored } of database.all<{
      id: string;
      due_on: string | null;
      kept_through: string | null;
      cause: string;
      separate_on: string | null;
    }>('SELECT id, due_on, kept_through, cause, separate_on FROM record_units')) {
      const due = fromScratch(id);
      expect(stored).toEqual({
        due_on: due.dueOn,
        kept_through: due.keptThrough,
        cause: due.cause,
        separate_on: due.separateOn,
      });
    }
    expect(destroyed.size).toBeGreaterThan(size.units / 4);
  },
  size.milliseconds,
);
