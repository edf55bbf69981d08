import type { BatchState } from '../../shared/domain/destruction/paper-batch.ts';
import type { BatchMethod, SecurityLevel } from '../../shared/domain/destruction/paper-security.ts';
import {
  afterStep,
  type PaperStep,
  type PaperUnitState,
} from '../../shared/domain/destruction/paper-unit-state.ts';
import { checkMayOperate, peopleBehind } from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Actor } from '../context.ts';
import { findEntry } from '../paper/entry-view.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { approverOf, deedIsSigned, type OrderRecord, readDeeds } from './order.ts';

/** Where one unit of an order's paper is. */
export interface PaperUnitRecord {
  order_id: string;
  unit_id: string;
  state: PaperUnitState;
  container_id: string | null;
  batch_id: string | null;
}

const unitColumns = 'order_id, unit_id, state, container_id, batch_id';

export function readPaperUnits(database: ReadDatabase, orderId: string): PaperUnitRecord[] {
  return database.all<PaperUnitRecord>(
    `SELECT ${unitColumns} FROM order_paper_units WHERE order_id = ? ORDER BY unit_id`,
    [orderId],
  );
}

/** Throws Refusal `paper_not_on_order`. */
export function readPaperUnit(database: ReadDatabase, orderId: string, unitId: string): PaperUnitRecord {
  const unit = database.get<PaperUnitRecord>(
    `SELECT ${unitColumns} FROM order_paper_units WHERE order_id = ? AND unit_id = ?`,
    [orderId, unitId],
  );
  if (unit === undefined) throw new Refusal('paper_not_on_order');
  return unit;
}

/**
 * The unit of an order whose label or code was scanned: what carries it, or the part of that which is on the order.
 * @throws Refusal label_damaged, label_unknown, paper_not_on_order
 */
export function scannedUnit(database: ReadDatabase, orderId: string, text: string) {
  const entry = findEntry(database, text);
  const partId = database.value<string>(
    `SELECT u.unit_id FROM order_paper_units u JOIN paper_parts p ON p.entry_id = u.unit_id
     WHERE u.order_id = ? AND p.whole_id = ?`,
    [orderId, entry.id],
  );
  return { unit: readPaperUnit(database, orderId, partId ?? entry.id), code: entry.code };
}

/** Throws Refusal `paper_unit_elsewhere`. */
export function stepUnit(
  database: Database,
  unit: PaperUnitRecord,
  step: PaperStep,
  to: { containerId?: string | null; batchId?: string | null } = {},
): PaperUnitState {
  const state = afterStep(unit.state, step);
  database.run(
    'UPDATE order_paper_units SET state = ?, container_id = ?, batch_id = ? WHERE order_id = ? AND unit_id = ?',
    [
      state,
      to.containerId === undefined ? unit.container_id : to.containerId,
      to.batchId === undefined ? unit.batch_id : to.batchId,
      unit.order_id,
      unit.unit_id,
    ],
  );
  return state;
}

export function countPaper(
  database: ReadDatabase,
  orderId: string,
  states: readonly PaperUnitState[],
): number {
  return (
    database.value<number>(
      'SELECT count(*) FROM order_paper_units WHERE order_id = ? AND state IN (SELECT value FROM json_each(?))',
      [orderId, JSON.stringify(states)],
    ) ?? 0
  );
}

/** Whoever approved the order, at whatever stage, and whoever they stood in for. */
export function approversOf(database: ReadDatabase, order: OrderRecord): string[] {
  const approvals = readDeeds(database, order.id).filter(
    (record) => record.deed === 'approve' && deedIsSigned(record, order),
  );
  return [...peopleBehind(approvals.map(approverOf))];
}

/**
 * Whether this person may handle the order's paper now.
 * @throws Refusal order_not_approved, order_already_executed, execution_by_approver, execution_by_requester
 */
export function requireHandler(
  context: { database: ReadDatabase; actor: Pick<Actor, 'id'> },
  order: OrderRecord,
): void {
  if (order.state === 'destroyed') throw new Refusal('order_already_executed');
  if (order.state === 'proposed' || order.state === 'rejected') throw new Refusal('order_not_approved');
  const approverIds = approversOf(context.database, order);
  checkMayOperate({ requesterId: order.requester_id, approverIds }, context.actor.id);
}

export interface BatchRecord {
  id: string;
  order_id: string;
  number: string;
  state: BatchState;
  method: BatchMethod;
  place: 'on_site' | 'off_site';
  level: SecurityLevel | null;
  machine_id: string | null;
  vendor_id: string | null;
  device_serial: string | null;
  operator_id: string;
  witness_id: string | null;
  started_at: string;
  ended_at: string | null;
  interrupted_by: string | null;
  amount_kind: 'sheets' | 'grams' | null;
  amount_registered: number | null;
  amount_measured: number | null;
  difference_reason: string | null;
  residue: string | null;
  certificate_due_on: string | null;
  facts: string | null;
  digest: string | null;
}

export const batchColumns = `id, order_id, number, state, method, place, level, machine_id, vendor_id, device_serial, operator_id,
  witness_id, started_at, ended_at, interrupted_by, amount_kind, amount_registered, amount_measured, difference_reason, residue,
  certificate_due_on, facts, digest`;

/** Throws Refusal `not_found`. */
export function readBatch(database: ReadDatabase, batchId: string): BatchRecord {
  const batch = database.get<BatchRecord>(`SELECT ${batchColumns} FROM paper_batches WHERE id = ?`, [
    batchId,
  ]);
  if (batch === undefined) throw new Refusal('not_found');
  return batch;
}

export function readBatches(database: ReadDatabase, orderId: string): BatchRecord[] {
  return database.all<BatchRecord>(
    `SELECT ${batchColumns} FROM paper_batches WHERE order_id = ? ORDER BY started_at, number`,
    [orderId],
  );
}

/** The units that went into a batch. */
export function unitsOfBatch(database: ReadDatabase, batchId: string): PaperUnitRecord[] {
  return database.all<PaperUnitRecord>(
    `SELECT ${unitColumns} FROM order_paper_units WHERE batch_id = ? ORDER BY unit_id`,
    [batchId],
  );
}
