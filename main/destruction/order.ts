import type { ScheduleTerms } from '../../shared/domain/destruction/execution-window.ts';
import {
  type Deed,
  type DeedStatement,
  deedStatement,
  type LeftOutReason,
  type OrderDocument,
  type OrderState,
  type OrderUnit,
  orderDocument,
  orderUnit,
  type StoodInFor,
} from '../../shared/domain/destruction/order.ts';
import type { Approver } from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import { instantText } from '../clock.ts';
import type { Actor, WriteContext } from '../context.ts';
import { presentSigningKey } from '../office/user.ts';
import { sha256, verifyEd25519 } from '../storage/cryptography.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

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

/** What was destroyed by an order: all of it but what was taken off it. */
export function readDestroyedUnits(database: ReadDatabase, orderId: string): OrderUnit[] {
  return database
    .all<{ content: string }>(
      'SELECT content FROM order_units WHERE order_id = ? AND left_out IS NULL ORDER BY position',
      [orderId],
    )
    .map((row) => orderUnit.parse(JSON.parse(row.content)));
}

/** Units that were taken off the order before anything happened to them, and why. */
export function readLeftOut(
  database: ReadDatabase,
  orderId: string,
): { unitId: string; reason: LeftOutReason }[] {
  return database.all<{ unitId: string; reason: LeftOutReason }>(
    `SELECT unit_id AS unitId, left_out AS reason FROM order_units WHERE order_id = ? AND left_out IS NOT NULL
     ORDER BY position`,
    [orderId],
  );
}

export function orderDigest(document: OrderDocument): string {
  return sha256(canonicalJsonBytes(document)).toString('hex');
}

export interface DeedRecord {
  id: string;
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
    `SELECT d.id, d.deed, d.user_id, u.staff_number, d.statement, d.signature, d.signing_public_key, d.at
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
  const { deed, orderId, orderDigest: digest, userId, scheduled } = statement;
  if ((deed === 'schedule') !== (scheduled !== undefined)) return false;
  if (deed !== record.deed || orderId !== order.id || digest !== order.digest || userId !== record.user_id)
    return false;
  return verifyEd25519(record.signing_public_key, canonicalJsonBytes(statement), record.signature);
}

/** Signs, with the person's own key, that they did this to that order, and keeps the statement. Answers the deed's id. */
export function signDeed(
  context: { database: Database; actor: Actor; clock: WriteContext['clock']; newId(): string },
  deed: Deed,
  order: { id: string; digest: string },
  { standsIn = null, scheduled }: { standsIn?: StoodInFor | null; scheduled?: ScheduleTerms } = {},
): string {
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
    ...(standsIn === null ? {} : { onBehalfOf: standsIn }),
    ...(scheduled === undefined ? {} : { scheduled }),
    at,
  });
  const signature = actor.sign(canonicalJsonBytes(statement));
  const { publicKey } = presentSigningKey(database, actor.id);
  if (!verifyEd25519(publicKey, canonicalJsonBytes(statement), signature)) {
    throw new Refusal('signature_invalid');
  }
  const deedId = context.newId();
  database.run(
    `INSERT INTO deeds (id, order_id, deed, user_id, signing_public_key, statement, signature, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [deedId, order.id, deed, actor.id, publicKey, JSON.stringify(statement), signature, at],
  );
  return deedId;
}
