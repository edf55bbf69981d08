import {
  checkDifference,
  differenceOf,
  registeredAmount,
} from '../../shared/domain/destruction/paper-amount.ts';
import { checkBatchMay, checkOutcome } from '../../shared/domain/destruction/paper-batch.ts';
import { checkGoesInto } from '../../shared/domain/destruction/paper-part.ts';
import { checkLevel } from '../../shared/domain/destruction/paper-security.ts';
import { checkMayWitness } from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WriteContext } from '../context.ts';
import { listUsers } from '../office/user.ts';
import { readPart } from '../paper/part.ts';
import { requireSoundClock } from '../scheduler/clock-guard.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readMachine, requireCertifiedVendor } from './machines.ts';
import { readOrder, readOrderUnits } from './order.ts';
import { checkUnitsStand } from './order-standing.ts';
import { levelNeededBy, openContainer, requireNotHeld } from './paper-handling.ts';
import {
  approversOf,
  type BatchRecord,
  countPaper,
  readBatch,
  readPaperUnits,
  requireHandler,
  scannedUnit,
  stepUnit,
  unitsOfBatch,
} from './paper-record.ts';
import { nextYearlyNumber } from './yearly-number.ts';

/** What the units of a batch were registered with; null where one was never counted. */
export function registeredOf(
  database: ReadDatabase,
  batch: BatchRecord,
  kind: 'sheets' | 'grams',
): number | null {
  const wanted = new Set(unitsOfBatch(database, batch.id).map(({ unit_id: unitId }) => unitId));
  const papers = readOrderUnits(database, batch.order_id).flatMap(({ unitId, paper }) =>
    paper !== undefined && wanted.has(unitId) ? [paper] : [],
  );
  return registeredAmount(papers, kind);
}

/** A batch of the person who is signed in. @throws Refusal not_found, batch_of_another_operator */
export function ownBatch(context: { database: ReadDatabase; actor: { id: string } }, batchId: string) {
  const batch = readBatch(context.database, batchId);
  if (batch.operator_id !== context.actor.id) throw new Refusal('batch_of_another_operator');
  return { batch, order: readOrder(context.database, batch.order_id) };
}

export const paperBatchHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.startBatch' | 'destruction.feedUnit' | 'destruction.stopBatch' | 'destruction.listWitnesses'
> = {
  'destruction.listWitnesses': ({ database, vault, actor }, { orderId }) => {
    const approvers = new Set(approversOf(database, readOrder(database, orderId)));
    return {
      people: listUsers(database, vault)
        .filter(({ id }) => id !== actor.id && !approvers.has(id))
        .map(({ id, staffNumber, displayName }) => ({ userId: id, staffNumber, displayName })),
    };
  },

  'destruction.startBatch': (context, { orderId, digest, by, witnessId }) => {
    const { database, actor, clock, today } = context;
    requireSoundClock(database, clock);
    const order = readOrder(database, orderId);
    requireHandler(context, order);
    if (digest !== order.digest) throw new Refusal('order_changed');
    checkMayWitness({ approverIds: approversOf(database, order) }, actor.id, witnessId);
    if (!isPresent(database, witnessId)) throw new Refusal('staff_unknown');
    const open = database.value(
      "SELECT 1 FROM paper_batches WHERE order_id = ? AND state IN ('running', 'stopped')",
      [orderId],
    );
    if (open !== undefined) throw new Refusal('batch_running');
    const means = meansOf(context, by);
    const batchId = context.newId();
    const number = nextYearlyNumber(database, 'batch', today);
    database.run(
      `INSERT INTO paper_batches (id, order_id, number, state, method, place, level, machine_id, vendor_id, device_serial,
         operator_id, witness_id, started_at) VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        batchId,
        orderId,
        number,
        means.method,
        means.place,
        means.level,
        means.machineId,
        means.vendorId,
        means.serial,
        actor.id,
        witnessId,
        instantText(clock.now()),
      ],
    );
    context.audit('destruction.batch_started', { orderId, batchId, number });
    return { batchId, number };
  },

  'destruction.feedUnit': (context, { batchId, text }) => {
    const { database } = context;
    const { batch, order } = ownBatch(context, batchId);
    if (batch.state !== 'running') throw new Refusal('batch_in_another_state', { state: batch.state });
    const { unit, code } = scannedUnit(database, order.id, text);
    requireNotHeld(database, [unit.unit_id]);
    checkUnitsStand(context, order, [unit.unit_id]);
    checkGoesInto(batch.method, readPart(database, unit.unit_id)?.way ?? null);
    checkLevel(batch.method, batch.level, levelNeededBy(database, order.id, [unit.unit_id]));
    openContainer(context, unit);
    stepUnit(database, unit, 'feed', { batchId });
    context.audit('destruction.paper_fed', { orderId: order.id, batchId, unitId: unit.unit_id });
    return { unitId: unit.unit_id, code, left: countPaper(database, order.id, ['pulled', 'sealed']) };
  },

  'destruction.stopBatch': (context, { batchId, interruptedBy, amount, residue }) => {
    const { database, clock } = context;
    const { batch, order } = ownBatch(context, batchId);
    const fed = unitsOfBatch(database, batchId);
    const state = fed.length === 0 ? 'given_up' : 'stopped';
    checkBatchMay(batch.state, state);
    if (state === 'stopped') checkOutcome(batch.method, amount.kind, residue);
    const registered = registeredOf(database, batch, amount.kind);
    if (state === 'stopped')
      checkDifference(differenceOf(amount.kind, registered, amount.measured), amount.reason);
    database.run(
      `UPDATE paper_batches SET state = ?, ended_at = max(started_at, ?), interrupted_by = ?, amount_kind = ?,
         amount_registered = ?, amount_measured = ?, difference_reason = ?, residue = ? WHERE id = ?`,
      [
        state,
        instantText(clock.now()),
        interruptedBy,
        amount.kind,
        registered,
        amount.measured,
        amount.reason,
        residue,
        batchId,
      ],
    );
    // What is done stays done; what was fetched and did not go in goes back to its shelf.
    if (interruptedBy !== null || state === 'given_up')
      for (const unit of readPaperUnits(database, order.id)) {
        if (unit.state !== 'pulled' && unit.state !== 'sealed') continue;
        openContainer(context, unit);
        stepUnit(database, unit, 'send_back', { containerId: null });
      }
    context.audit('destruction.batch_stopped', {
      orderId: order.id,
      batchId,
      units: fed.length,
      interruptedBy: interruptedBy ?? '-',
    });
    return { state };
  },
};

type Means = Parameters<Handlers<'destruction'>['destruction.startBatch']>[1]['by'];

/** What the batch is done with. @throws Refusal not_found, machine_retired, and those of requireCertifiedVendor */
function meansOf(context: Pick<WriteContext, 'database' | 'vault' | 'today'>, by: Means) {
  if (by.kind === 'hand')
    return {
      method: by.method,
      place: 'on_site',
      level: null,
      machineId: null,
      vendorId: null,
      serial: null,
    };
  if (by.kind === 'machine') {
    const { method, place, level, retired_on: retiredOn } = readMachine(context, by.machineId);
    if (retiredOn !== null) throw new Refusal('machine_retired');
    return { method, place, level, machineId: by.machineId, vendorId: null, serial: null };
  }
  const { method, level } = requireCertifiedVendor(context, by.vendorId);
  return { method, place: 'on_site', level, machineId: null, vendorId: by.vendorId, serial: by.deviceSerial };
}

function isPresent(database: ReadDatabase, userId: string): boolean {
  return database.value('SELECT 1 FROM users WHERE id = ? AND removed_at IS NULL', [userId]) !== undefined;
}
