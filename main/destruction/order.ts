import {
  type Deed,
  type DeedStatement,
  deedStatement,
  type OrderDocument,
  type OrderState,
  type OrderUnit,
  orderDocument,
  orderUnit,
  type StoodInFor,
} from '../../shared/domain/destruction/order.ts';
import {
  type Approver,
  checkMayApprove,
  checkMayReject,
  peopleBehind,
} from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import { instantText } from '../clock.ts';
import type { Actor, Handlers, WriteContext } from '../context.ts';
import { presentSigningKey } from '../office/user.ts';
import { recallWhatEnded } from '../provision/recall-cascade.ts';
import { heldAmong } from '../retention/hold.ts';
import { UnitReader, type UnitRecord, unitColumns } from '../retention/record-unit.ts';
import { approvalsNeeded } from '../retention/review.ts';
import { sha256, verifyEd25519 } from '../storage/cryptography.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { approvingFor } from './delegation.ts';
import { enterOrderGroups } from './order-group.ts';
import { orderedPaperOf, requirePaperOnShelves } from './ordered-paper.ts';

export interface OrderRecord {
  id: string;
  number: string;
  state: OrderState;
  digest: string;
  unit_count: number;
  /** How many people one after another have to approve it. */
  approvals_needed: number;
  requested_at: string;
  requester_id: string;
  approver_id: string | null;
  operator_id: string | null;
  office_id: string;
}

/**
 * The state of the order `o`, as it is told: what is approved may be partly destroyed already, where it holds paper. That follows from
 * what became of its units and is stored nowhere.
 */
export const orderStateSql = `CASE WHEN o.state = 'approved' AND (
    EXISTS (SELECT 1 FROM order_paper_units p WHERE p.order_id = o.id AND p.state = 'destroyed')
    OR EXISTS (SELECT 1 FROM executions e WHERE e.order_id = o.id AND e.step = 'finished'))
  THEN 'partly_destroyed' ELSE o.state END`;

const orderColumns = `o.id, o.number, ${orderStateSql} AS state, o.digest, o.unit_count, o.approvals_needed, o.requested_at, o.requester_id, o.approver_id, o.operator_id, o.office_id`;

/** Throws Refusal `not_found`. */
export function readOrder(database: ReadDatabase, orderId: string): OrderRecord {
  const order = database.get<OrderRecord>(`SELECT ${orderColumns} FROM destruction_orders o WHERE o.id = ?`, [
    orderId,
  ]);
  if (order === undefined) throw new Refusal('not_found');
  return order;
}

export function readOrderUnits(database: ReadDatabase, orderId: string, limit = -1, offset = 0): OrderUnit[] {
  return storedUnits(database, orderId, limit, offset).map((unit) => orderUnit.parse(unit));
}

function storedUnits(database: ReadDatabase, orderId: string, limit = -1, offset = 0): unknown[] {
  return database
    .all<{ content: string }>(
      'SELECT content FROM order_units WHERE order_id = ? ORDER BY position LIMIT ? OFFSET ?',
      [orderId, limit, offset],
    )
    .map((row) => JSON.parse(row.content));
}

/** The document that was signed, put together again from its rows. */
export function readOrderDocument(database: ReadDatabase, order: OrderRecord): OrderDocument {
  return orderDocument.parse({
    format: 'ashbook-order/1',
    orderId: order.id,
    officeId: order.office_id,
    number: order.number,
    requestedAt: order.requested_at,
    requesterId: order.requester_id,
    units: storedUnits(database, order.id),
  });
}

/** What was destroyed by an order: all of it but what a hold took off. */
export function readDestroyedUnits(database: ReadDatabase, orderId: string): OrderUnit[] {
  return database
    .all<{ content: string }>(
      'SELECT content FROM order_units WHERE order_id = ? AND left_out IS NULL ORDER BY position',
      [orderId],
    )
    .map((row) => orderUnit.parse(JSON.parse(row.content)));
}

/** Units that a hold took off the order before it was carried out. */
export function readLeftOut(database: ReadDatabase, orderId: string): string[] {
  return database
    .all<{ unit_id: string }>(
      'SELECT unit_id FROM order_units WHERE order_id = ? AND left_out IS NOT NULL ORDER BY position',
      [orderId],
    )
    .map((row) => row.unit_id);
}

export function orderDigest(document: OrderDocument): string {
  return sha256(canonicalJsonBytes(document)).toString('hex');
}

export interface DeedRecord {
  deed: Deed;
  user_id: string;
  staff_number: number;
  statement: string;
  signature: Uint8Array;
  signing_public_key: Uint8Array;
  at: string;
}

export function readDeeds(database: ReadDatabase, orderId: string): DeedRecord[] {
  return database.all<DeedRecord>(
    `SELECT d.deed, d.user_id, u.staff_number, d.statement, d.signature, d.signing_public_key, d.at
     FROM deeds d JOIN users u ON u.id = d.user_id WHERE d.order_id = ? ORDER BY d.at, d.rowid`,
    [orderId],
  );
}

/** What the person signed, or undefined where it can no longer be read. */
export function readStatement(record: Pick<DeedRecord, 'statement'>): DeedStatement | undefined {
  return deedStatement.safeParse(JSON.parse(record.statement)).data;
}

/** For whom an approval was given, as its signed statement says; null where it was given in the approver's own right. */
export function onBehalfOf(record: Pick<DeedRecord, 'statement'>): StoodInFor | null {
  return readStatement(record)?.onBehalfOf ?? null;
}

export function approverOf(record: DeedRecord): Approver {
  return { userId: record.user_id, onBehalfOf: onBehalfOf(record)?.userId ?? null };
}

/**
 * A deed counts only while its signature is that person's, over this very order: by the key they had when they made it,
 * whether or not it is still their present one. The database lets no deed name a key that was never that person's.
 */
export function deedIsSigned(record: DeedRecord, order: OrderRecord): boolean {
  const statement = readStatement(record);
  if (statement === undefined) return false;
  const { deed, orderId, orderDigest: digest, userId } = statement;
  if (deed !== record.deed || orderId !== order.id || digest !== order.digest || userId !== record.user_id)
    return false;
  return verifyEd25519(record.signing_public_key, canonicalJsonBytes(statement), record.signature);
}

/** Signs, with the person's own key, that they did this to that order, and keeps the statement. */
export function signDeed(
  context: { database: Database; actor: Actor; clock: WriteContext['clock']; newId(): string },
  deed: Deed,
  order: { id: string; digest: string },
  standsInFor: StoodInFor | null = null,
): void {
  const { database, actor, clock } = context;
  const at = instantText(clock.now());
  const statement = deedStatement.parse({
    format: 'ashbook-deed/1',
    deed,
    orderId: order.id,
    orderDigest: order.digest,
    userId: actor.id,
    staffNumber: actor.staffNumber,
    roles: [...actor.roles],
    ...(standsInFor === null ? {} : { onBehalfOf: standsInFor }),
    at,
  });
  const signature = actor.sign(canonicalJsonBytes(statement));
  const { publicKey } = presentSigningKey(database, actor.id);
  if (!verifyEd25519(publicKey, canonicalJsonBytes(statement), signature)) {
    throw new Refusal('signature_invalid');
  }
  database.run(
    `INSERT INTO deeds (id, order_id, deed, user_id, signing_public_key, statement, signature, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [context.newId(), order.id, deed, actor.id, publicKey, JSON.stringify(statement), signature, at],
  );
}

/** The next `D-2026-0001` of the year, without gaps. */
function nextOrderNumber(database: ReadDatabase, today: string): string {
  const year = today.slice(0, 4);
  const latest = database.value<number | null>(
    `SELECT max(value) FROM (
       SELECT CAST(substr(number, 8) AS INTEGER) AS value FROM destruction_orders WHERE number LIKE ?
       UNION ALL SELECT value FROM restored_counters WHERE name = ?)`,
    [`D-${year}-%`, `order.${year}`],
  );
  return `D-${year}-${String((latest ?? 0) + 1).padStart(4, '0')}`;
}

export const orderHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.proposeOrder' | 'destruction.approveOrder' | 'destruction.rejectOrder'
> = {
  'destruction.proposeOrder': (context, { unitIds, paperLevel }) => {
    const { database, office, actor, clock, today } = context;
    if (new Set(unitIds).size !== unitIds.length) throw new Refusal('units_repeated');
    const wanted = JSON.stringify(unitIds);
    const found = database.all<UnitRecord>(
      `SELECT ${unitColumns} FROM record_units u WHERE u.id IN (SELECT value FROM json_each(?)) ORDER BY u.due_on, u.id`,
      [wanted],
    );
    if (found.length !== unitIds.length) throw new Refusal('unit_not_found');
    const reader = new UnitReader(database);
    const units: OrderUnit[] = found.map((unit) => {
      const due = reader.due(unit);
      if (unit.state === 'ordered') throw new Refusal('unit_on_another_order');
      if (due.cause === 'open' || due.dueOn === null || due.keptThrough === null)
        throw new Refusal('unit_open');
      if (due.dueOn > today) throw new Refusal('unit_not_due', { date: due.dueOn });
      if (unit.hold_id !== null) throw new Refusal('unit_held');
      if (unit.set_aside === 1 && unitIds.length > 1) throw new Refusal('unit_set_aside');
      const paper = orderedPaperOf(database, unit.id, paperLevel);
      return {
        unitId: unit.id,
        ...(paper !== undefined && { paper }),
        ruleVersionId: due.ruleVersionId,
        category: reader.className(unit.record_class_id),
        basis: due.basis,
        cause: due.cause,
        // Where the consent ended before the rule's own trigger, the end of the consent is what set it going.
        triggeredOn: due.triggeredOn ?? due.dueOn,
        keptThrough: due.keptThrough,
        dueOn: due.dueOn,
      };
    });
    const orderId = context.newId();
    const document = orderDocument.parse({
      format: 'ashbook-order/1',
      orderId,
      officeId: office.id,
      number: nextOrderNumber(database, today),
      requestedAt: instantText(clock.now()),
      requesterId: actor.id,
      units,
    });
    const digest = orderDigest(document);
    database.run(
      `INSERT INTO destruction_orders (id, office_id, number, state, digest, unit_count, approvals_needed, requested_at, requester_id)
       VALUES (?, ?, ?, 'proposed', ?, ?, ?, ?, ?)`,
      [
        orderId,
        office.id,
        document.number,
        digest,
        units.length,
        approvalsNeeded(database, unitIds),
        document.requestedAt,
        actor.id,
      ],
    );
    units.forEach((unit, position) => {
      database.run('INSERT INTO order_units (order_id, position, unit_id, content) VALUES (?, ?, ?, ?)', [
        orderId,
        position,
        unit.unitId,
        JSON.stringify(unit),
      ]);
      if (unit.paper === undefined) return;
      database.run("INSERT INTO order_paper_units (order_id, unit_id, state) VALUES (?, ?, 'to_pull')", [
        orderId,
        unit.unitId,
      ]);
    });
    enterOrderGroups(database, orderId);
    database.run(
      `UPDATE record_units SET state_before_order = state, state = 'ordered', order_id = ?
       WHERE id IN (SELECT value FROM json_each(?))`,
      [orderId, wanted],
    );
    // Others destroy what they hold of it as well; the order's certificate is conditional until they have.
    recallWhatEnded(context, unitIds);
    signDeed(context, 'request', { id: orderId, digest });
    context.audit('destruction.order_proposed', {
      orderId,
      number: document.number,
      units: units.length,
      digest,
    });
    return { orderId, number: document.number, digest };
  },

  'destruction.approveOrder': (context, input) => {
    const { database, actor } = context;
    const before = readDeeds(database, input.orderId).filter(({ deed }) => deed === 'approve');
    const { order, standsIn } = decide(context, input, (asked, approver) =>
      checkMayApprove(asked, approver, before.map(approverOf)),
    );
    signDeed(context, 'approve', order, standsIn);
    const state = before.length + 1 >= order.approvals_needed ? 'approved' : 'proposed';
    database.run('UPDATE destruction_orders SET state = ?, approver_id = ? WHERE id = ?', [
      state,
      actor.id,
      order.id,
    ]);
    context.audit('destruction.order_approved', {
      orderId: order.id,
      number: order.number,
      digest: order.digest,
      ...(standsIn === null ? {} : { onBehalfOf: standsIn.userId }),
    });
    return { state };
  },

  'destruction.rejectOrder': (context, input) => {
    const { order, standsIn } = decide(context, input, checkMayReject);
    requirePaperOnShelves(context.database, order.id);
    signDeed(context, 'reject', order, standsIn);
    context.database.run("UPDATE destruction_orders SET state = 'rejected' WHERE id = ?", [order.id]);
    context.database.run(
      'UPDATE record_units SET state = state_before_order, state_before_order = NULL, order_id = NULL WHERE order_id = ?',
      [order.id],
    );
    context.audit('destruction.order_rejected', {
      orderId: order.id,
      number: order.number,
      digest: order.digest,
      ...(standsIn === null ? {} : { onBehalfOf: standsIn.userId }),
    });
    return { state: 'rejected' };
  },
};

/**
 * Another person's decision, over exactly the document they were shown: in their own right, or for somebody who is away.
 */
function decide(
  context: WriteContext,
  { orderId, digest }: { orderId: string; digest: string },
  checkMayDecide: (order: { state: OrderState; requesterId: string }, approver: Approver) => void,
): { order: OrderRecord; standsIn: StoodInFor | null } {
  const order = readOrder(context.database, orderId);
  const { onBehalfOf: standsIn } = approvingFor(context, (approver) =>
    checkMayDecide({ state: order.state, requesterId: order.requester_id }, approver),
  );
  const actual = orderDigest(readOrderDocument(context.database, order));
  if (digest !== order.digest || actual !== order.digest) throw new Refusal('order_changed');
  return { order, standsIn };
}

/**
 * Takes the units that a hold stops off an order: they return to the review as they were. What was signed stays as it was; the order
 * and its certificate say what was left out. Must be called in the transaction that writes the intent.
 */
export function leaveOutHeld(
  context: Pick<WriteContext, 'database' | 'audit'>,
  order: Pick<OrderRecord, 'id' | 'number'>,
): void {
  const { database } = context;
  const held = heldAmong(
    database,
    database
      .all<{ id: string }>("SELECT id FROM record_units WHERE order_id = ? AND carrier = 'electronic'", [
        order.id,
      ])
      .map(({ id }) => id),
  );
  if (held.length === 0) return;
  const heldIds = JSON.stringify(held);
  database.run(
    `UPDATE order_units SET left_out = 'held' WHERE order_id = ? AND unit_id IN (SELECT value FROM json_each(?))`,
    [order.id, heldIds],
  );
  database.run(
    `UPDATE record_units SET state = state_before_order, state_before_order = NULL, order_id = NULL
     WHERE order_id = ? AND id IN (SELECT value FROM json_each(?))`,
    [order.id, heldIds],
  );
  context.audit('destruction.units_left_out', {
    orderId: order.id,
    number: order.number,
    units: held.length,
  });
}

/** Everything that must hold at the moment of destruction, whatever was true when the order was made or approved. */
export function checkOrderStands(
  context: { database: ReadDatabase; today: string; actor: Pick<Actor, 'id'> },
  order: OrderRecord,
): OrderUnit[] {
  const { database } = context;
  const unitIds = readOrderDocument(database, order)
    .units.filter(({ paper }) => paper === undefined)
    .map(({ unitId }) => unitId);
  if (unitIds.length === 0) throw new Refusal('order_without_electronic');
  const units = checkUnitsStand(context, order, unitIds);
  // A hold stops its units and no others.
  if (heldAmong(database, unitIds).length === unitIds.length) throw new Refusal('unit_held');
  return units;
}

/** What must hold of some of its units: paper goes one after another, and each is looked at when its turn has come. */
export function checkUnitsStand(
  context: { database: ReadDatabase; today: string; actor: Pick<Actor, 'id'> },
  order: OrderRecord,
  unitIds: readonly string[],
): OrderUnit[] {
  const { database, today } = context;
  const document = readOrderDocument(database, order);
  if (orderDigest(document) !== order.digest) throw new Refusal('order_changed');
  checkDeedsStand(context, order);
  const wanted = JSON.stringify(unitIds);
  const standing = database.value<number>(
    `SELECT count(*) FROM record_units WHERE order_id = ? AND state = 'ordered' AND id IN (SELECT value FROM json_each(?))`,
    [order.id, wanted],
  );
  if (standing !== unitIds.length) throw new Refusal('unit_gone');
  const listed = new Set(unitIds);
  const units = document.units.filter(({ unitId }) => listed.has(unitId));
  // By the order's own text, and by what has become of its units since: a law may oblige to keep longer now.
  const early = units.find((unit) => unit.dueOn > today);
  if (early !== undefined) throw new Refusal('unit_not_due', { date: early.dueOn });
  const kept = database.get<{ due_on: string | null }>(
    `SELECT due_on FROM record_units WHERE order_id = ? AND (due_on IS NULL OR due_on > ?)
       AND id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    [order.id, today, wanted],
  );
  if (kept !== undefined) {
    throw kept.due_on === null
      ? new Refusal('unit_open')
      : new Refusal('unit_not_due', { date: kept.due_on });
  }
  return units;
}

/** Asked for and approved, by people who are neither each other nor whoever carries it out, in signatures that fit. */
function checkDeedsStand(
  { database, actor }: { database: ReadDatabase; actor: Pick<Actor, 'id'> },
  order: OrderRecord,
): void {
  const deeds = readDeeds(database, order.id);
  const request = deeds.find((deed) => deed.deed === 'request' && deed.user_id === order.requester_id);
  const approvals = deeds.filter(({ deed }) => deed === 'approve');
  const approvers = new Set(approvals.map((deed) => deed.user_id));
  const people = peopleBehind(approvals.map(approverOf));
  if (request === undefined || approvers.size < order.approvals_needed)
    throw new Refusal('order_not_approved');
  if (order.approver_id === null || !approvers.has(order.approver_id))
    throw new Refusal('order_not_approved');
  if (people.has(request.user_id)) throw new Refusal('approval_by_requester');
  // Whoever approved at any stage does not carry it out, and neither does whoever they stood in for.
  if (people.has(actor.id)) throw new Refusal('execution_by_approver');
  if (![request, ...approvals].every((deed) => deedIsSigned(deed, order)))
    throw new Refusal('signature_invalid');
}
