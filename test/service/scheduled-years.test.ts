import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runScheduledExecutions } from '../../main/destruction/scheduled-execution.ts';
import { armFault } from '../../main/storage/fault-point.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { numbers } from '../fixtures/numbers.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, dueUnits, releaseHold } from '../fixtures/order.ts';
import { setByTwo } from '../fixtures/retention-setting.ts';

/**
 * Nights of an office that destroys in its window alone, through everything that the application does itself: records fall due every
 * day, people ask, approve and schedule by day, and by night the desk is locked, or the computer is off, its clock goes wrong, or its
 * power fails in the middle. ASHBOOK_YEARS=full makes it two years.
 */
const full = process.env.ASHBOOK_YEARS === 'full';
const size = full ? { days: 730, milliseconds: 10_800_000 } : { days: 12, milliseconds: 180_000 };

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice('2026-01-01T01:00:00.000Z');
});
afterAll(() => office.remove());

it(
  'destroys in its windows nothing early, twice or while held, and nothing more than five days late',
  async () => {
    const random = numbers(6);
    const chance = (probability: number) => random() < probability;
    await setByTwo(office, {
      setting: 'execution_window',
      window: {
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        from: '22:00',
        to: '05:00',
        whenMissed: 'at_start',
        unattended: false,
      },
    });
    const form = await publishMembership(office);
    /** By unit: the first day on which it may go, as the rule has it. */
    const dueOn = new Map<string, string>();
    const gone = new Map<string, string>();
    const held = new Map<string, string>();
    /** What a hold has kept longer than the days it has. */
    const onceHeld = new Set<string>();
    const look = () =>
      office.thread.whenIdle('destruction.window', () => runScheduledExecutions(office.thread));
    const living = () =>
      new Set(office.storage.database.all<{ id: string }>('SELECT id FROM record_units').map(({ id }) => id));
    /** What has gone since, and that it was allowed to. */
    const settle = (on: string) => {
      const left = living();
      for (const [unitId, due] of dueOn) {
        if (left.has(unitId)) expect(gone.has(unitId)).toBe(false);
        else if (!gone.has(unitId)) {
          expect(due <= on).toBe(true);
          expect(held.has(unitId)).toBe(false);
          gone.set(unitId, on);
        }
      }
    };

    const start = Temporal.PlainDate.from('2026-01-01');
    for (let day = 0; day < size.days; day += 1) {
      const date = start.add({ days: day });
      const today = date.toString();
      office.clock.set(`${today}T01:00:00.000Z`);
      await office.as('operator').call('office.home', {});
      // A window that was missed is made up for before anybody asks for more.
      await look();
      settle(today);
      for (let more = 0; more < 1 + Math.floor(random() * 3); more += 1) {
        // A year under the form's own rule: the last day was yesterday.
        const givenOn = date.subtract({ years: 1, days: 1 }).toString();
        for (const { unitId } of (await capture(office, form, { name: `Person ${day}`, givenOn })).units) {
          const due = office.storage.database.value<string>('SELECT due_on FROM record_units WHERE id = ?', [
            unitId,
          ]);
          dueOn.set(unitId, due ?? '9999');
        }
      }
      for (const unitId of [...living()]) {
        const holdId = held.get(unitId);
        if (holdId !== undefined && chance(0.4)) {
          await releaseHold(office, holdId);
          held.delete(unitId);
        }
      }
      const ready = (await dueUnits(office)).filter((unitId) => !held.has(unitId));
      if (ready.length > 0) {
        const { orderId, digest } = await approvedOrder(office, ready);
        const validThrough = date.add({ days: 3 }).toString();
        await office.as('operator').call('destruction.scheduleOrder', { orderId, digest, validThrough });
      }
      // What a hold had stopped altogether is scheduled once more.
      for (const { id: orderId, digest } of office.storage.database.all<{ id: string; digest: string }>(
        `SELECT id, digest FROM destruction_orders o WHERE state = 'approved'
           AND NOT EXISTS (SELECT 1 FROM scheduled_executions s WHERE s.order_id = o.id AND s.state = 'open')`,
      )) {
        const validThrough = date.add({ days: 3 }).toString();
        await office.as('operator').answer('destruction.scheduleOrder', { orderId, digest, validThrough });
      }
      // A hold that comes after it was scheduled.
      const [unlucky] = ready;
      if (unlucky !== undefined && chance(0.2)) {
        const { holdId } = await office.as('reviewer').call('retention.placeHold', {
          unitIds: [unlucky],
          authority: 'District Court',
          reason: 'Evidence',
        });
        held.set(unlucky, holdId);
        onceHeld.add(unlucky);
      }
      await office.as('operator').call('office.lock', {});

      const night = random();
      office.clock.set(`${today}T14:00:00.000Z`);
      if (night < 0.15) {
        await office.restart();
        continue;
      }
      if (night < 0.3) {
        office.clock.set(chance(0.5) ? '2035-01-01T14:00:00.000Z' : '2020-01-01T14:00:00.000Z');
        const before = living().size;
        await look();
        expect(living().size).toBe(before);
        continue;
      }
      if (night < 0.45) {
        armFault({ name: 'root_slot.0.flush', occurrence: 1, action: 'EIO' });
        await look().catch(() => undefined);
        armFault(undefined);
        await office.restart();
        continue;
      }
      const before = office.storage.database.value<number>('SELECT count(*) FROM executions');
      // Tonight's, and whatever other nights left.
      const planned = office.storage.database.value<number>(
        "SELECT count(*) FROM scheduled_executions WHERE state = 'open'",
      );
      await look();
      const after = office.storage.database.value<number>('SELECT count(*) FROM executions');
      await look();
      expect(office.storage.database.value<number>('SELECT count(*) FROM executions')).toBe(after);
      expect((after ?? 0) - (before ?? 0)).toBeLessThanOrEqual(planned ?? 0);
      settle(today);
      // Every night on which it could: nothing that is due and not held is left from more than five days ago.
      for (const [unitId, due] of dueOn) {
        if (gone.has(unitId) || onceHeld.has(unitId)) continue;
        expect(Temporal.PlainDate.from(due).until(today).days).toBeLessThanOrEqual(5);
      }
    }
    await office.as('auditor').call('office.home', {});
    // What the last night left in the middle has been finished by now.
    settle(start.add({ days: size.days - 1 }).toString());
    const { database } = office.storage;
    expect(gone.size).toBeGreaterThan(size.days / 2);
    // Each of them stands on one certified order, and each of those says that nobody carried it out by hand.
    const certified = database.all<{ unit_id: string }>(
      `SELECT u.unit_id FROM order_units u JOIN executions e ON e.order_id = u.order_id JOIN certificates c ON c.order_id = u.order_id
       WHERE u.left_out IS NULL AND e.schedule_id IS NOT NULL AND e.by_application IS NOT NULL`,
    );
    expect(certified.map(({ unit_id: unitId }) => unitId).sort()).toEqual([...gone.keys()].sort());
    expect(database.value("SELECT count(*) FROM deeds WHERE deed = 'execute'")).toBe(0);
    expect(await office.as('auditor').call('register.verifyAuditLog', {})).toMatchObject({ result: 'pass' });
  },
  size.milliseconds,
);
