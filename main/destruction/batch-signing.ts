import { checkDifference, differenceOf } from '../../shared/domain/destruction/paper-amount.ts';
import {
  type BatchFacts,
  batchFacts,
  batchStatement,
  checkBatchMay,
} from '../../shared/domain/destruction/paper-batch.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import { unitLeaf } from '../../shared/domain/register/certificate.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WorkContext, WriteContext } from '../context.ts';
import { presentSigningKey, readUser } from '../office/user.ts';
import { takeOrderStep } from '../paper/part.ts';
import { randomBytes, sha256, verifyEd25519 } from '../storage/cryptography.ts';
import { readMachine, readShreddingVendor } from './machines.ts';
import { type OrderRecord, readOrder } from './order.ts';
import { fileDigests, keepDrawnSignature } from './order-files.ts';
import { ownBatch, registeredOf } from './paper-batch.ts';
import { levelNeededBy } from './paper-handling.ts';
import { type BatchRecord, readBatch, requireHandler, stepUnit, unitsOfBatch } from './paper-record.ts';
import { settleOrder } from './settle.ts';

/** What ends a batch: the signatures of operator and witness, or the certificate of a vendor that took the paper along. */
export const batchSigningHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.signBatch' | 'destruction.receiveVendorCertificate'
> = {
  'destruction.signBatch': async (context, { batchId, signed }) => {
    const { database } = context;
    context.requireNobodyAside();
    const { batch, order } = ownBatch(context, batchId);
    checkBatchMay(batch.state, 'finished');
    const facts = factsOf(context, batch, order, null);
    const digest = sha256(canonicalJsonBytes(facts)).toString('hex');
    if (batch.witness_id === null) throw new Error('a batch at the office without a witness');
    const witnessId = batch.witness_id;
    if (signed.way === 'paper') {
      const scans = fileDigests(context, order.id, signed.fileIds, 'signed_sheet');
      return database.transaction(() => {
        finish(context, batch, facts, digest);
        signWithKey(context, batch, digest, 'operator', context.actor.id, (bytes) =>
          context.actor.sign(bytes),
        );
        signOnPaper(context, batch, digest, 'witness', witnessId, scans);
        return settleOrder(context, order.id);
      });
    }
    const witness = await unlockWitness(context, witnessId, signed.witnessPassword);
    try {
      return database.transaction(() => {
        finish(context, batch, facts, digest);
        signWithKey(context, batch, digest, 'operator', context.actor.id, (bytes) =>
          context.actor.sign(bytes),
        );
        signWithKey(context, batch, digest, 'witness', witnessId, (bytes) => witness.sign(bytes));
        keepDrawnSignature(context, order.id, { batchId }, { side: 'operator', signature: signed.operator });
        keepDrawnSignature(context, order.id, { batchId }, { side: 'witness', signature: signed.witness });
        return settleOrder(context, order.id);
      });
    } finally {
      witness.close();
    }
  },

  'destruction.receiveVendorCertificate': (context, { batchId, number, on, fileId, amount, residue }) => {
    const { database, clock, today } = context;
    context.requireNobodyAside();
    const batch = readBatch(database, batchId);
    const order = readOrder(database, batch.order_id);
    requireHandler(context, order);
    if (batch.state !== 'with_vendor') throw new Refusal('batch_in_another_state', { state: batch.state });
    if (on > today) throw new Refusal('date_in_future', { field: 'on' });
    const [fileDigest] = fileDigests(context, order.id, [fileId], 'vendor_certificate');
    if (fileDigest === undefined) throw new Refusal('not_found');
    const registered = registeredOf(database, batch, amount.kind);
    checkDifference(differenceOf(amount.kind, registered, amount.measured), amount.reason);
    const measured: BatchRecord = {
      ...batch,
      ended_at: instantText(clock.now()),
      amount_kind: amount.kind,
      amount_registered: registered,
      amount_measured: amount.measured,
      difference_reason: amount.reason,
      residue,
    };
    const facts = factsOf(context, measured, order, { number, on, fileDigest });
    const digest = sha256(canonicalJsonBytes(facts)).toString('hex');
    return database.transaction(() => {
      database.run(
        `UPDATE paper_batches SET ended_at = ?, amount_kind = ?, amount_registered = ?, amount_measured = ?,
           difference_reason = ?, residue = ?, operator_id = ? WHERE id = ?`,
        [
          measured.ended_at,
          amount.kind,
          registered,
          amount.measured,
          amount.reason,
          residue,
          context.actor.id,
          batchId,
        ],
      );
      finish(context, batch, facts, digest);
      signWithKey(context, batch, digest, 'operator', context.actor.id, (bytes) => context.actor.sign(bytes));
      return settleOrder(context, order.id);
    });
  },
};

/** The witness puts their name to it at the operator's desk: their password opens their own key, for this one signature. */
async function unlockWitness({ session, storage, clock }: WorkContext, witnessId: string, password: string) {
  const { signInName } = readUser(storage, witnessId);
  session.attempts.checkMayTry(signInName, clock.now());
  try {
    const holder = await storage.unlockHolder(witnessId, password);
    session.attempts.clear(signInName);
    return holder;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'wrong_password') throw error;
    session.attempts.remember(signInName, witnessId, clock.now());
    throw new Refusal('witness_password_wrong', { field: 'signed.witnessPassword' });
  }
}

/** Everything the two sign, put together from what was entered. */
export function factsOf(
  context: WorkContext,
  batch: BatchRecord,
  order: OrderRecord,
  certificate: { number: string; on: string; fileDigest: string } | null,
): BatchFacts {
  const { database } = context;
  const unitIds = unitsOfBatch(database, batch.id).map(({ unit_id: unitId }) => unitId);
  const photographs = (kind: 'photo_before' | 'photo_after') =>
    database
      .all<{ digest: string }>(
        'SELECT digest FROM order_files WHERE batch_id = ? AND kind = ? ORDER BY added_at, id LIMIT 20',
        [batch.id, kind],
      )
      .map(({ digest }) => digest);
  const machine = batch.machine_id === null ? null : readMachine(context, batch.machine_id);
  const vendor = batch.vendor_id === null ? null : readShreddingVendor(context, batch.vendor_id);
  return batchFacts.parse({
    format: 'ashbook-batch/1',
    id: batch.id,
    number: batch.number,
    order: { id: order.id, digest: order.digest },
    method: batch.method,
    place: batch.place,
    machine:
      machine === null
        ? null
        : { number: machine.number, name: machine.name, serial: machine.serial || null },
    vendor:
      vendor === null
        ? null
        : {
            id: vendor.vendor_id,
            name: vendor.name,
            certification: vendor.certification,
            certifiedUntil: vendor.certified_until,
            deviceSerial: batch.device_serial,
            certificate,
          },
    level: batch.level,
    levelNeeded: levelNeededBy(database, order.id, unitIds),
    startedAt: batch.started_at,
    endedAt: batch.ended_at,
    interruptedBy: batch.interrupted_by,
    unitIds,
    amount: {
      kind: batch.amount_kind,
      registered: batch.amount_registered,
      measured: batch.amount_measured,
      reason: batch.difference_reason,
    },
    photographs: { before: photographs('photo_before'), after: photographs('photo_after') },
    residue: batch.residue,
    operatorId: context.actor.id,
    witnessId: batch.witness_id,
  });
}

/** From here on the units are destroyed: the registry of paper lets them go, and so do the records. In a transaction. */
function finish(context: WriteContext, batch: BatchRecord, facts: BatchFacts, digest: string): void {
  const { database } = context;
  for (const unit of unitsOfBatch(database, batch.id)) {
    stepUnit(database, unit, 'finish');
    takeOrderStep(context, unit.unit_id, 'destroyed', { referenceId: batch.id });
    database.run('DELETE FROM record_units WHERE id = ?', [unit.unit_id]);
    // Nobody has a receipt for a box: its leaf is salted with a code that is forgotten at once.
    database.run('UPDATE order_units SET leaf = ? WHERE order_id = ? AND unit_id = ?', [
      unitLeaf(sha256, unit.unit_id, randomBytes(16).toString('hex')),
      batch.order_id,
      unit.unit_id,
    ]);
  }
  database.run("UPDATE paper_batches SET state = 'finished', facts = ?, digest = ? WHERE id = ?", [
    JSON.stringify(facts),
    digest,
    batch.id,
  ]);
  context.audit('destruction.batch_finished', {
    orderId: batch.order_id,
    batchId: batch.id,
    number: batch.number,
    units: facts.unitIds.length,
    digest,
  });
}

function statementOf(
  context: WorkContext,
  batch: BatchRecord,
  digest: string,
  duty: 'operator' | 'witness',
  userId: string,
) {
  const { staffNumber, roles } = readUser(context.storage, userId);
  return batchStatement.parse({
    format: 'ashbook-batch-statement/1',
    duty,
    batchId: batch.id,
    batchDigest: digest,
    user: { id: userId, staffNumber, roles },
    at: instantText(context.clock.now()),
  });
}

function signWithKey(
  context: WorkContext,
  batch: BatchRecord,
  digest: string,
  duty: 'operator' | 'witness',
  userId: string,
  sign: (bytes: Uint8Array) => Uint8Array,
): void {
  const statement = statementOf(context, batch, digest, duty, userId);
  const bytes = canonicalJsonBytes(statement);
  const signature = sign(bytes);
  const { publicKey } = presentSigningKey(context.database, userId);
  if (!verifyEd25519(publicKey, bytes, signature)) throw new Refusal('signature_invalid');
  context.database.run(
    `INSERT INTO batch_signatures (batch_id, duty, user_id, way, statement, signature, signing_public_key, at)
     VALUES (?, ?, ?, 'screen', ?, ?, ?, ?)`,
    [batch.id, duty, userId, JSON.stringify(statement), signature, publicKey, statement.at],
  );
}

function signOnPaper(
  context: WorkContext,
  batch: BatchRecord,
  digest: string,
  duty: 'operator' | 'witness',
  userId: string,
  scans: readonly string[],
): void {
  const statement = statementOf(context, batch, digest, duty, userId);
  context.database.run(
    `INSERT INTO batch_signatures (batch_id, duty, user_id, way, statement, at) VALUES (?, ?, ?, 'paper', ?, ?)`,
    [batch.id, duty, userId, JSON.stringify({ ...statement, scans }), statement.at],
  );
}
