import type { OrderPaperUnit, PaperBatch } from '../../shared/contract/destruction-paper.ts';
import { gramsOfSheet } from '../../shared/domain/destruction/paper-amount.ts';
import { custodianOf } from '../../shared/domain/destruction/paper-custody.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { labelText } from '../../shared/domain/paper/label.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler, ReadContext } from '../context.ts';
import { openWords, placeOf, readEntry } from '../paper/entry-record.ts';
import { fetchedFor, unitsConcerned } from '../paper/part.ts';
import { openVendor, readVendor } from '../provision/vendor-record.ts';
import { heldAmong } from '../retention/hold.ts';
import { readMachine } from './machines.ts';
import { readOrder, readOrderUnits } from './order.ts';
import { registeredOf } from './paper-batch.ts';
import { readChain, readHandOvers } from './paper-handling.ts';
import {
  type BatchRecord,
  readBatches,
  readPaperUnits,
  requireHandler,
  unitsOfBatch,
} from './paper-record.ts';
import { progressOf } from './settle.ts';

/** An order's paper, with where each unit is now; the shelves in the order in which one walks past them. */
export function paperUnitsOf(
  { database, vault }: Pick<ReadContext, 'database' | 'vault'>,
  orderId: string,
  mayHandle: boolean,
): OrderPaperUnit[] {
  const records = new Map(readPaperUnits(database, orderId).map((unit) => [unit.unit_id, unit]));
  const seals = new Map(
    database
      .all<{ id: string; seal: string }>('SELECT id, seal FROM sealed_containers WHERE order_id = ?', [
        orderId,
      ])
      .map(({ id, seal }) => [id, seal]),
  );
  const numbers = new Map(readBatches(database, orderId).map(({ id, number }) => [id, number]));
  return readOrderUnits(database, orderId)
    .flatMap(({ unitId, paper }) => {
      const record = records.get(unitId);
      if (paper === undefined || record === undefined) return [];
      const entryId = fetchedFor(database, unitId);
      const label = database.value<number>('SELECT label_number FROM paper_entries WHERE id = ?', [entryId]);
      return [
        {
          ...paper,
          unitId,
          label: label === undefined ? '' : labelText(label),
          place: placeOf(database, entryId)
            .map(({ code }) => code)
            .join(' / '),
          where: mayHandle && entryId !== unitId ? openWords(vault, readEntry(database, unitId)).note : '',
          state: record.state,
          isHeld: heldAmong(database, unitsConcerned(database, unitId)).length > 0,
          seal: record.container_id === null ? null : (seals.get(record.container_id) ?? null),
          batchNumber: record.batch_id === null ? null : (numbers.get(record.batch_id) ?? null),
        },
      ];
    })
    .sort((one, other) => one.place.localeCompare(other.place) || one.code.localeCompare(other.code));
}

const reasons = {
  order_not_approved: 'not_approved',
  order_already_executed: 'closed',
  execution_by_approver: 'approver',
  execution_by_requester: 'requester',
} as const;

function whyNot(context: ReadContext, orderId: string) {
  if (!mayDo(context.actor.roles, 'destruction.execute')) return 'no_operator';
  try {
    requireHandler(context, readOrder(context.database, orderId));
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return reasons[error.code as keyof typeof reasons] ?? 'closed';
  }
}

export const paperOfOrder: Handler<'destruction.paperOfOrder'> = (context, { orderId }) => {
  const { database, vault, actor } = context;
  const order = readOrder(database, orderId);
  const staffNumbers = new Map(
    database
      .all<{ id: string; staff_number: number }>('SELECT id, staff_number FROM users')
      .map(({ id, staff_number: number }) => [id, number]),
  );
  const mayNot = whyNot(context, orderId);
  const vendorName = (vendorId: string) => openVendor(vault, readVendor(database, vendorId)).name;
  return {
    orderId,
    number: order.number,
    state: order.state,
    digest: order.digest,
    electronic: progressOf(database, orderId).electronic,
    mayNot,
    units: paperUnitsOf(context, orderId, mayNot === null),
    containers: database
      .all<{ id: string; seal: string; sealed_at: string; opened_at: string | null; units: number }>(
        `SELECT c.id, c.seal, c.sealed_at, c.opened_at,
           (SELECT count(*) FROM order_paper_units u WHERE u.container_id = c.id) AS units
         FROM sealed_containers c WHERE c.order_id = ? ORDER BY c.sealed_at, c.seal`,
        [orderId],
      )
      .map((row) => {
        const { sealedBy, chain } = readChain(database, row.id);
        const has = custodianOf(sealedBy, chain);
        return {
          containerId: row.id,
          seal: row.seal,
          units: row.units,
          sealedAt: row.sealed_at,
          custodian: {
            staffNumber: has.kind === 'staff' ? (staffNumbers.get(has.id) ?? null) : null,
            vendorName: has.kind === 'vendor' ? vendorName(has.id) : null,
          },
          isOpen: row.opened_at !== null,
          isMine: has.kind === 'staff' && has.id === actor.id,
        };
      }),
    handOvers: readHandOvers(database, vault, orderId).map((row) => ({
      handOverId: row.id,
      at: row.at,
      place: row.place,
      seals: row.seals,
      fromStaffNumber: staffNumbers.get(row.from_user_id) ?? 0,
      toStaffNumber: row.to_user_id === null ? null : (staffNumbers.get(row.to_user_id) ?? null),
      toVendorName: row.to_vendor_id === null ? null : vendorName(row.to_vendor_id),
      signedOn: row.signed_on,
    })),
    batches: readBatches(database, orderId).map((batch) => batchOf(context, batch, staffNumbers, vendorName)),
    files: database
      .all<{
        id: string;
        kind: 'photo_before' | 'photo_after' | 'signed_sheet' | 'vendor_certificate';
        batch_id: string | null;
        added_at: string;
        staff_number: number;
        kept: number;
      }>(
        `SELECT f.id, f.kind, f.batch_id, f.added_at, u.staff_number, EXISTS (SELECT 1 FROM attachments a WHERE a.id = f.id) AS kept
         FROM order_files f JOIN users u ON u.id = f.added_by WHERE f.order_id = ? ORDER BY f.added_at, f.id`,
        [orderId],
      )
      .map((row) => ({
        fileId: row.id,
        kind: row.kind,
        batchId: row.batch_id,
        addedAt: row.added_at,
        staffNumber: row.staff_number,
        isKept: row.kept === 1,
      })),
  };
};

function batchOf(
  context: ReadContext,
  batch: BatchRecord,
  staffNumbers: ReadonlyMap<string, number>,
  vendorName: (vendorId: string) => string,
): PaperBatch {
  const { database, actor, today } = context;
  const sheets = registeredOf(database, batch, 'sheets');
  return {
    batchId: batch.id,
    number: batch.number,
    state: batch.state,
    method: batch.method,
    place: batch.place,
    level: batch.level,
    machineName: batch.machine_id === null ? null : readMachine(context, batch.machine_id).name,
    vendorName: batch.vendor_id === null ? null : vendorName(batch.vendor_id),
    operatorStaffNumber: staffNumbers.get(batch.operator_id) ?? 0,
    witnessStaffNumber: batch.witness_id === null ? null : (staffNumbers.get(batch.witness_id) ?? null),
    isMine: batch.operator_id === actor.id,
    startedAt: batch.started_at,
    endedAt: batch.ended_at,
    interruptedBy: batch.interrupted_by as PaperBatch['interruptedBy'],
    units: unitsOfBatch(database, batch.id).length,
    registered: sheets === null ? null : { sheets, grams: sheets * gramsOfSheet },
    measured:
      batch.amount_kind === null || batch.amount_measured === null
        ? null
        : { kind: batch.amount_kind, amount: batch.amount_measured },
    certificateDueOn: batch.certificate_due_on,
    isOverdue: batch.state === 'with_vendor' && (batch.certificate_due_on ?? today) < today,
  };
}
