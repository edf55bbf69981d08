import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { vendorCertificateDays } from '../../shared/domain/destruction/paper-batch.ts';
import {
  type Custodian,
  checkHandOver,
  type HandOver,
} from '../../shared/domain/destruction/paper-custody.ts';
import { checkLevel, highestLevel } from '../../shared/domain/destruction/paper-security.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WorkContext, WriteContext } from '../context.ts';
import { readPart, takeOrderStep, unitsConcerned } from '../paper/part.ts';
import { heldAmong } from '../retention/hold.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';
import { requireCertifiedVendor } from './machines.ts';
import { type OrderRecord, readOrder, readOrderUnits } from './order.ts';
import { fileDigests, keepDrawnSignature } from './order-files.ts';
import { checkUnitsStand } from './order-standing.ts';
import {
  countPaper,
  type PaperUnitRecord,
  readPaperUnit,
  requireHandler,
  scannedUnit,
  stepUnit,
} from './paper-record.ts';
import { nextYearlyNumber } from './yearly-number.ts';

/** custody_hand_overs.sealed: where it was, in the office's words. */
const handOverSecrets = z.strictObject({ place: z.string() });
const placeOfHandOver = (rowId: string) => ({ table: 'custody_hand_overs', column: 'sealed', rowId });

export interface HandOverRecord {
  id: string;
  at: string;
  from_user_id: string;
  to_user_id: string | null;
  to_vendor_id: string | null;
  signed_on: 'screen' | 'paper';
  place: string;
  seals: string[];
}

export function readHandOvers(database: ReadDatabase, vault: DataKeys, orderId: string): HandOverRecord[] {
  return database
    .all<Omit<HandOverRecord, 'place' | 'seals'> & { sealed: Uint8Array; seals: string }>(
      `SELECT h.id, h.at, h.from_user_id, h.to_user_id, h.to_vendor_id, h.signed_on, h.sealed,
         (SELECT json_group_array(c.seal) FROM hand_over_containers l JOIN sealed_containers c ON c.id = l.container_id
          WHERE l.hand_over_id = h.id) AS seals
       FROM custody_hand_overs h WHERE h.order_id = ? ORDER BY h.at, h.rowid`,
      [orderId],
    )
    .map(({ sealed, seals, ...row }) => ({
      ...row,
      ...openJson(vault, placeOfHandOver(row.id), sealed, handOverSecrets),
      seals: z.array(z.string()).parse(JSON.parse(seals)).sort(),
    }));
}

/** A container, who sealed it, and from whose hands into whose it went. */
export function readChain(
  database: ReadDatabase,
  containerId: string,
): { sealedBy: Custodian; chain: HandOver[] } {
  const sealedBy = database.value<string>('SELECT sealed_by FROM sealed_containers WHERE id = ?', [
    containerId,
  ]);
  if (sealedBy === undefined) throw new Refusal('not_found');
  const chain = database
    .all<{ from_user_id: string; to_user_id: string | null; to_vendor_id: string | null }>(
      `SELECT h.from_user_id, h.to_user_id, h.to_vendor_id FROM custody_hand_overs h
       JOIN hand_over_containers l ON l.hand_over_id = h.id WHERE l.container_id = ? ORDER BY h.at, h.rowid`,
      [containerId],
    )
    .map(
      (row): HandOver => ({
        from: { kind: 'staff', id: row.from_user_id },
        to:
          row.to_user_id === null
            ? { kind: 'vendor', id: row.to_vendor_id ?? '' }
            : { kind: 'staff', id: row.to_user_id },
      }),
    );
  return { sealedBy: { kind: 'staff', id: sealedBy }, chain };
}

/** A hold stops paper at any moment before the machine, and a part also where its record is held. Throws Refusal `unit_held`. */
export function requireNotHeld(database: ReadDatabase, unitIds: readonly string[]): void {
  if (
    heldAmong(
      database,
      unitIds.flatMap((unitId) => unitsConcerned(database, unitId)),
    ).length > 0
  )
    throw new Refusal('unit_held');
}

/** Where a unit goes back, its container is open from then on: the seal says nothing any more. */
export function openContainer(context: WriteContext, unit: PaperUnitRecord): void {
  if (unit.container_id === null) return;
  context.database.run('UPDATE sealed_containers SET opened_at = coalesce(opened_at, ?) WHERE id = ?', [
    instantText(context.clock.now()),
    unit.container_id,
  ]);
}

export const paperHandlingHandlers: Pick<
  Handlers<'destruction'>,
  | 'destruction.pullUnit'
  | 'destruction.putBackUnit'
  | 'destruction.sealUnits'
  | 'destruction.handOverContainers'
> = {
  'destruction.pullUnit': (context, { orderId, text }) => {
    const { database } = context;
    const order = readOrder(database, orderId);
    requireHandler(context, order);
    const { unit, code } = scannedUnit(database, orderId, text);
    requireNotHeld(database, [unit.unit_id]);
    checkUnitsStand(context, order, [unit.unit_id]);
    const wasAway = unit.state === 'to_return';
    stepUnit(database, unit, 'pull', { containerId: null, batchId: null });
    if (!wasAway) takeOrderStep(context, unit.unit_id, 'pulled', { referenceId: orderId });
    context.audit('destruction.paper_pulled', { orderId, unitId: unit.unit_id });
    return { unitId: unit.unit_id, code, left: countPaper(database, orderId, ['to_pull', 'to_return']) };
  },

  'destruction.putBackUnit': (context, { orderId, text }) => {
    const { database } = context;
    requireHandler(context, readOrder(database, orderId));
    const { unit, code } = scannedUnit(database, orderId, text);
    stepUnit(database, unit, 'put_back', { containerId: null, batchId: null });
    openContainer(context, unit);
    takeOrderStep(context, unit.unit_id, 'returned', { referenceId: orderId });
    context.audit('destruction.paper_put_back', { orderId, unitId: unit.unit_id });
    return { unitId: unit.unit_id, code, left: countPaper(database, orderId, ['to_return', 'pulled']) };
  },

  'destruction.sealUnits': (context, { orderId, seal, unitIds }) => {
    const { database, actor, clock } = context;
    requireHandler(context, readOrder(database, orderId));
    if (new Set(unitIds).size !== unitIds.length) throw new Refusal('units_repeated');
    if (unitIds.some((unitId) => readPart(database, unitId) !== undefined))
      throw new Refusal('part_not_sealed');
    if (database.value('SELECT 1 FROM sealed_containers WHERE seal = ?', [seal]) !== undefined)
      throw new Refusal('seal_used', { field: 'seal' });
    const containerId = context.newId();
    database.run(
      'INSERT INTO sealed_containers (id, order_id, seal, sealed_at, sealed_by) VALUES (?, ?, ?, ?, ?)',
      [containerId, orderId, seal, instantText(clock.now()), actor.id],
    );
    for (const unitId of unitIds)
      stepUnit(database, readPaperUnit(database, orderId, unitId), 'seal', { containerId });
    context.audit('destruction.container_sealed', { orderId, containerId, units: unitIds.length });
    return { containerId };
  },

  'destruction.handOverContainers': (context, input) =>
    context.database.transaction(() => handOver(context, input)),
};

type HandOverInput = Parameters<Handlers<'destruction'>['destruction.handOverContainers']>[1];

function handOver(context: WorkContext, input: HandOverInput) {
  const { database, vault, office, actor, clock } = context;
  const { orderId, containerIds, to, place, signed } = input;
  const order = readOrder(database, orderId);
  requireHandler(context, order);
  const receiver: Custodian =
    to.kind === 'staff' ? { kind: 'staff', id: to.userId } : { kind: 'vendor', id: to.vendorId };
  const units = containerIds.flatMap((containerId) => {
    const isOurs = database.value(
      'SELECT 1 FROM sealed_containers WHERE id = ? AND order_id = ? AND opened_at IS NULL',
      [containerId, orderId],
    );
    if (isOurs === undefined) throw new Refusal('not_found');
    const { sealedBy, chain } = readChain(database, containerId);
    checkHandOver(sealedBy, chain, { from: { kind: 'staff', id: actor.id }, to: receiver });
    return unitsIn(database, orderId, containerId);
  });
  const handOverId = context.newId();
  if (signed.way === 'paper') fileDigests(context, orderId, signed.fileIds, 'signed_sheet');
  if (
    to.kind === 'staff' &&
    database.value('SELECT 1 FROM users WHERE id = ? AND removed_at IS NULL', [to.userId]) === undefined
  )
    throw new Refusal('staff_unknown');
  const batchId = to.kind === 'vendor' ? beginVendorBatch(context, order, units, to) : null;
  const at = instantText(clock.now());
  database.run(
    `INSERT INTO custody_hand_overs (id, order_id, at, from_user_id, to_user_id, to_vendor_id, signed_on, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      handOverId,
      orderId,
      at,
      actor.id,
      to.kind === 'staff' ? to.userId : null,
      to.kind === 'vendor' ? to.vendorId : null,
      signed.way,
      sealJson(vault, office.notesKeyId, placeOfHandOver(handOverId), { place }),
    ],
  );
  for (const containerId of containerIds)
    database.run('INSERT INTO hand_over_containers (hand_over_id, container_id) VALUES (?, ?)', [
      handOverId,
      containerId,
    ]);
  if (signed.way === 'screen') {
    keepDrawnSignature(context, orderId, { handOverId }, { side: 'giver', signature: signed.giver });
    keepDrawnSignature(
      context,
      orderId,
      { handOverId },
      { side: 'receiver', signature: signed.receiver, name: to.kind === 'vendor' ? to.receiver : '' },
    );
  }
  context.audit('destruction.custody_handed_over', {
    orderId,
    handOverId,
    containers: containerIds.length,
    to: to.kind,
  });
  return { handOverId, batchId };
}

function unitsIn(database: ReadDatabase, orderId: string, containerId: string): PaperUnitRecord[] {
  return database.all<PaperUnitRecord>(
    'SELECT order_id, unit_id, state, container_id, batch_id FROM order_paper_units WHERE order_id = ? AND container_id = ?',
    [orderId, containerId],
  );
}

/** From the hand-over on the paper is out of the office's sight: everything that must hold is looked at here, for the last time. */
function beginVendorBatch(
  context: WorkContext,
  order: OrderRecord,
  units: readonly PaperUnitRecord[],
  to: { vendorId: string; deviceSerial: string },
): string {
  const { database, actor, clock, today } = context;
  const unitIds = units.map(({ unit_id: unitId }) => unitId);
  const vendor = requireCertifiedVendor(context, to.vendorId);
  requireNotHeld(database, unitIds);
  checkUnitsStand(context, order, unitIds);
  checkLevel(vendor.method, vendor.level, levelNeededBy(database, order.id, unitIds));
  const batchId = context.newId();
  const days = vendor.certificate_days || vendorCertificateDays;
  database.run(
    `INSERT INTO paper_batches (id, order_id, number, state, method, place, level, vendor_id, device_serial, operator_id,
       started_at, certificate_due_on) VALUES (?, ?, ?, 'with_vendor', ?, 'off_site', ?, ?, ?, ?, ?, ?)`,
    [
      batchId,
      order.id,
      nextYearlyNumber(database, 'batch', today),
      vendor.method,
      vendor.level,
      to.vendorId,
      to.deviceSerial,
      actor.id,
      instantText(clock.now()),
      Temporal.PlainDate.from(today).add({ days }).toString(),
    ],
  );
  for (const unit of units) {
    stepUnit(database, unit, 'give_to_vendor', { batchId });
    takeOrderStep(context, unit.unit_id, 'in_custody', { referenceId: batchId });
  }
  return batchId;
}

/** What the most demanding of these units needs, as the order says. */
export function levelNeededBy(database: ReadDatabase, orderId: string, unitIds: readonly string[]) {
  const wanted = new Set(unitIds);
  return highestLevel(
    readOrderUnits(database, orderId).flatMap(({ unitId, paper }) =>
      paper !== undefined && wanted.has(unitId) ? [paper.levelNeeded] : [],
    ),
  );
}
