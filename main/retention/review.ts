import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bilingualLine } from '../../shared/contract/fields.ts';
import { peopleBehind } from '../../shared/domain/destruction/separation-of-duties.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type DueCause, dueCauses } from '../../shared/domain/retention/due-date.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WriteContext } from '../context.ts';
import { approvingFor } from '../destruction/delegation.ts';
import { listDutyHolders } from '../office/user.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import { heldAmong } from './hold.ts';
import { RuleReader } from './rule-reader.ts';
import { separateUnits } from './separate-retention.ts';
import { readSettings } from './settings.ts';
import { sweepUnits } from './sweep.ts';
import { updateDates } from './unit-dates.ts';

/** retention_extensions.sealed: a reason may name people, so it is kept under the office's own data key. */
const extensionSecrets = z.strictObject({ reason: z.string() });
const placeOfExtension = (rowId: string) => ({ table: 'retention_extensions', column: 'sealed', rowId });
const className = bilingualLine(120);
const cause = z.enum(dueCauses);

/** Two people have decided for the rule of unit `u` that what falls due by it need not be looked at one by one. */
export const underStandingApproval = `EXISTS (SELECT 1 FROM retention_rule_versions s WHERE s.id = u.rule_version_id
  AND s.content ->> '$.endAction' = 'standing_approval' AND s.approved_by IS NOT NULL)`;

/**
 * How many approvals an order with these units needs: the most that any of their classes asks for. What stands under a standing
 * approval needs one besides: its further stages were given with the rule.
 */
export function approvalsNeeded(database: ReadDatabase, unitIds: readonly string[]): number {
  return (
    database.value<number>(
      `SELECT max(CASE WHEN ${underStandingApproval} THEN 1 ELSE k.approval_stages END)
       FROM record_units u JOIN record_classes k ON k.id = u.record_class_id
       WHERE u.id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(unitIds)],
    ) ?? 1
  );
}

interface ExtensionRecord {
  id: string;
  until: string;
  sealed: Uint8Array;
  proposed_at: string;
  proposed_by: string;
  staff_number: number;
  units: number;
}

export const reviewHandlers: Pick<
  Handlers<'retention'>,
  | 'retention.reviewGroups'
  | 'retention.proposeExtension'
  | 'retention.listExtensions'
  | 'retention.decideExtension'
  | 'retention.separate'
  | 'retention.setAside'
  | 'retention.takeBack'
> = {
  'retention.reviewGroups': ({ database, today }) => ({
    groups: database
      .all<{
        recordClassId: string;
        name: string;
        cause: DueCause;
        due: number;
        overdue: number;
        setAside: number;
        lateOn: string;
        standing: number;
      }>(
        `SELECT k.id AS recordClassId, k.name, u.cause, count(*) AS due, sum(u.late_on <= :today) AS overdue,
           sum(EXISTS (SELECT 1 FROM set_aside_units WHERE unit_id = u.id) OR EXISTS (
             SELECT 1 FROM hold_units JOIN holds ON holds.id = hold_id WHERE unit_id = u.id AND released_at IS NULL)) AS setAside,
           min(u.late_on) AS lateOn, sum(${underStandingApproval}) AS standing
         FROM record_units u JOIN record_classes k ON k.id = u.record_class_id
         WHERE u.order_id IS NULL AND u.due_on <= :today GROUP BY k.id, u.cause ORDER BY lateOn, k.rowid`,
        { today },
      )
      .map(({ name, ...row }) => ({
        ...row,
        cause: cause.parse(row.cause),
        className: className.parse(JSON.parse(name)),
      })),
  }),

  'retention.proposeExtension': (context, { unitIds, until, reason }) => {
    const { database, vault, office, actor, clock, today } = context;
    const wanted = requireUnits(context, unitIds);
    const limitDays = readSettings(database).retain_limit_days;
    const latest = Temporal.PlainDate.from(today).add({ days: limitDays }).toString();
    if (until <= today) throw new Refusal('date_not_ahead', { field: 'until' });
    if (until > latest) throw new Refusal('extension_too_long', { field: 'until', days: limitDays });
    const extensionId = context.newId();
    database.run(
      `INSERT INTO retention_extensions (id, until, sealed, state, proposed_at, proposed_by) VALUES (?, ?, ?, 'proposed', ?, ?)`,
      [
        extensionId,
        until,
        sealJson(vault, office.notesKeyId, placeOfExtension(extensionId), { reason }),
        instantText(clock.now()),
        actor.id,
      ],
    );
    for (const unitId of wanted) {
      database.run('INSERT INTO retention_extension_units (extension_id, unit_id) VALUES (?, ?)', [
        extensionId,
        unitId,
      ]);
    }
    context.audit('retention.extension_proposed', { extensionId, units: wanted.size, until });
    return { extensionId };
  },

  'retention.listExtensions': ({ database, vault, actor }) => ({
    limitDays: readSettings(database).retain_limit_days,
    extensions: database
      .all<ExtensionRecord>(
        `SELECT e.id, e.until, e.sealed, e.proposed_at, e.proposed_by, s.staff_number,
           (SELECT count(*) FROM retention_extension_units WHERE extension_id = e.id) AS units
         FROM retention_extensions e JOIN users s ON s.id = e.proposed_by WHERE e.state = 'proposed' ORDER BY e.proposed_at`,
      )
      .map((row) => ({
        extensionId: row.id,
        units: row.units,
        until: row.until,
        ...openJson(vault, placeOfExtension(row.id), row.sealed, extensionSecrets),
        proposedAt: row.proposed_at,
        staffNumber: row.staff_number,
        byMe: row.proposed_by === actor.id,
      })),
  }),

  'retention.decideExtension': (context, { extensionId, decision }) => {
    const { database, vault, actor, clock, today } = context;
    const extension = database.get<{ until: string; state: string; proposed_by: string }>(
      'SELECT until, state, proposed_by FROM retention_extensions WHERE id = ?',
      [extensionId],
    );
    if (extension === undefined) throw new Refusal('not_found');
    if (extension.state !== 'proposed') throw new Refusal('extension_decided');
    const { onBehalfOf } = approvingFor(context, (approver) => {
      if (peopleBehind([approver]).has(extension.proposed_by)) throw new Refusal('extension_by_proposer');
    });
    const approved = decision === 'approve';
    database.run('UPDATE retention_extensions SET state = ?, decided_at = ?, decided_by = ? WHERE id = ?', [
      approved ? 'approved' : 'rejected',
      instantText(clock.now()),
      actor.id,
      extensionId,
    ]);
    // What has been put on an order meanwhile, or is gone, is not touched.
    const units = database.all<{ id: string }>(
      `SELECT u.id FROM retention_extension_units e JOIN record_units u ON u.id = e.unit_id
       WHERE e.extension_id = ? AND u.order_id IS NULL`,
      [extensionId],
    );
    if (approved) {
      const rules = new RuleReader(database);
      for (const { id } of units) {
        database.run(
          'UPDATE record_units SET retained_through = max(coalesce(retained_through, ?), ?) WHERE id = ?',
          [extension.until, extension.until, id],
        );
        updateDates(database, id, rules);
      }
      // What is retained is past its purpose: from today on it is only stored.
      sweepUnits({ database, vault, clock }, today);
    }
    const code = approved ? 'retention.extension_approved' : 'retention.extension_rejected';
    context.audit(code, {
      extensionId,
      units: units.length,
      until: extension.until,
      ...(onBehalfOf === null ? {} : { onBehalfOf: onBehalfOf.userId }),
    });
    return { units: units.length };
  },

  'retention.separate': (context, { unitIds }) => {
    const { database, vault, today } = context;
    const wanted = requireUnits(context, unitIds);
    const rules = new RuleReader(database);
    for (const unitId of wanted) {
      database.run('UPDATE record_units SET set_apart_on = ? WHERE id = ? AND set_apart_on IS NULL', [
        today,
        unitId,
      ]);
      updateDates(database, unitId, rules);
    }
    const units = separateUnits({ database, vault, today }, [...wanted]);
    context.audit('retention.units_set_apart', { units });
    return { units };
  },

  'retention.setAside': (context, { unitIds, referTo }) => {
    const { database, actor, clock } = context;
    const wanted = requireUnits(context, unitIds);
    if (referTo !== null && !maySee(database, referTo))
      throw new Refusal('referred_to_nobody', { field: 'referTo' });
    for (const unitId of wanted) {
      database.run(
        `INSERT INTO set_aside_units (unit_id, referred_to, set_aside_by, set_aside_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (unit_id) DO UPDATE SET referred_to = excluded.referred_to, set_aside_by = excluded.set_aside_by,
           set_aside_at = excluded.set_aside_at`,
        [unitId, referTo, actor.id, instantText(clock.now())],
      );
    }
    context.audit('retention.units_set_aside', {
      units: wanted.size,
      ...(referTo === null ? {} : { userId: referTo }),
    });
    return { units: wanted.size };
  },

  'retention.takeBack': (context, { unitId }) => {
    const { changes } = context.database.run('DELETE FROM set_aside_units WHERE unit_id = ?', [unitId]);
    if (changes === 0) throw new Refusal('not_found');
    context.audit('retention.unit_taken_back', { unitId });
    return {};
  },
};

/** Whoever is referred to must be able to look at it. */
function maySee(database: ReadDatabase, userId: string): boolean {
  return listDutyHolders(database).some(
    ({ id, roles }) => id === userId && mayDo(roles, 'destruction.propose'),
  );
}

/**
 * Units that are due and not on an order. What was set aside is decided about by itself, never along with others. Throws Refusal
 * `unit_not_found`, `unit_on_another_order`, `unit_held`, `unit_not_due`, `unit_open`, `unit_set_aside`.
 */
function requireUnits({ database, today }: WriteContext, unitIds: readonly string[]): Set<string> {
  const wanted = new Set(unitIds);
  const units = database.all<{ state: string; due_on: string | null; set_aside: number }>(
    `SELECT state, due_on, EXISTS (SELECT 1 FROM set_aside_units WHERE unit_id = u.id) AS set_aside
     FROM record_units u WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify([...wanted])],
  );
  if (units.length !== wanted.size) throw new Refusal('unit_not_found');
  if (units.some(({ state }) => state === 'ordered')) throw new Refusal('unit_on_another_order');
  const early = units.find(({ due_on: dueOn }) => dueOn === null || dueOn > today);
  if (early !== undefined) {
    throw early.due_on === null
      ? new Refusal('unit_open')
      : new Refusal('unit_not_due', { date: early.due_on });
  }
  if (heldAmong(database, [...wanted]).length > 0) throw new Refusal('unit_held');
  if (wanted.size > 1 && units.some((unit) => unit.set_aside === 1)) throw new Refusal('unit_set_aside');
  return wanted;
}
