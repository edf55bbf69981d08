import { checkMayExecute } from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { VerificationFinding } from '../../shared/domain/register/certificate.ts';
import { type Clock, instantText } from '../clock.ts';
import { removeUnnamedAttachments } from '../collection/attachment-sweep.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { copyKeeper, refreshPresentMedia } from '../office/vault-medium.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { issueCertificate } from '../register/certificate.ts';
import { requireSoundClock } from '../scheduler/clock-guard.ts';
import { removeAttachmentFile } from '../storage/attachment-file.ts';
import { zero } from '../storage/cryptography.ts';
import { changeEpoch, rekeyDatabase } from '../storage/epoch-change.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { removeSupersededSearchIndex } from '../storage/search-index-file.ts';
import { type ExecutionPlan, planExecution } from './execution-plan.ts';
import { deleteRows } from './execution-rows.ts';
import { allPassed, verifyExecution } from './execution-verification.ts';
import { checkOrderStands, readOrder, signDeed } from './order.ts';

/**
 * Electronic destruction, in the order of ERASURE.md. Everything that follows the written intent can be repeated: whatever
 * interrupts it, `finishExecution` goes on from the step that is on disk.
 */
export const executionHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.executeOrder' | 'destruction.verifyOrder'
> = {
  'destruction.executeOrder': async (context, { orderId, digest }) => {
    const { database, actor, clock, storage, session } = context;
    // A file half added would be one that nothing explains.
    session.attachmentDesk.clear();
    requireSoundClock(database, clock);
    const order = readOrder(database, orderId);
    checkMayExecute(
      { state: order.state, requesterId: order.requester_id, approverId: order.approver_id },
      actor.id,
    );
    if (digest !== order.digest) throw new Refusal('order_changed');
    const units = checkOrderStands(context, order);
    const plan = await noteCancelling(context, order, async () => {
      const planned = await planExecution(context, orderId, units);
      context.progress('write_intent', 0, 1);
      await context.safePoint();
      return planned;
    });
    writeIntent(context, orderId, plan);
    // The point of no return: from here on nothing is cancelled, and a crash is resumed.
    try {
      return finishExecution({ storage, clock, progress: context.progress, newId: context.newId }, orderId);
    } catch (error) {
      // Half-destroyed records are shown to nobody: the next sign-in finishes it, as after a crash.
      session.close();
      throw error;
    }
  },

  'destruction.verifyOrder': async (context, { orderId }) => {
    const { database, storage, clock, session } = context;
    session.attachmentDesk.clear();
    const order = readOrder(database, orderId);
    if (order.state !== 'unverified') throw new Refusal('order_not_unverified');
    removeUnnamedAttachments(storage);
    return finishExecution({ storage, clock, progress: context.progress, newId: context.newId }, orderId);
  },
};

/** That somebody began and stopped is part of the order's story; nothing else has happened by then. */
async function noteCancelling<Result>(
  context: WorkContext,
  order: { id: string; number: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'cancelled') {
      context.database.transaction(() =>
        context.audit('destruction.execution_cancelled', { orderId: order.id, number: order.number }),
      );
    }
    throw error;
  }
}

export interface ExecutionContext {
  readonly storage: OfficeStorage;
  readonly clock: Clock;
  progress(step: string, done: number, total: number): void;
  newId(): string;
}

/** Step 1: checked again inside the transaction, then written down. A hold placed until this moment stops it. */
function writeIntent(context: WorkContext, orderId: string, plan: ExecutionPlan): void {
  const { database, vault, storage, actor, clock } = context;
  database.transaction(() => {
    const order = readOrder(database, orderId);
    checkMayExecute(
      { state: order.state, requesterId: order.requester_id, approverId: order.approver_id },
      actor.id,
    );
    checkOrderStands(context, order);
    signDeed(context, 'execute', order);
    database.run(
      `INSERT INTO executions (order_id, step, operator_id, epoch_before, started_at, planned)
       VALUES (?, 'intended', ?, ?, ?, ?)`,
      [orderId, actor.id, storage.epoch, instantText(clock.now()), JSON.stringify(plan.counts)],
    );
    for (const { personId, dataKeyId, keepsSomething } of plan.people) {
      database.run(
        'INSERT INTO execution_people (order_id, person_id, superseded_key_id, new_key_id) VALUES (?, ?, ?, ?)',
        [orderId, personId, dataKeyId, keepsSomething ? vault.addDataKey() : null],
      );
    }
    for (const [unitId, leaf] of plan.leaves) {
      database.run('UPDATE order_units SET leaf = ? WHERE order_id = ? AND unit_id = ?', [
        leaf,
        orderId,
        unitId,
      ]);
    }
    database.run("UPDATE destruction_orders SET state = 'executing', operator_id = ? WHERE id = ?", [
      actor.id,
      orderId,
    ]);
    context.audit('destruction.execution_started', {
      orderId,
      number: order.number,
      units: plan.counts.units,
      people: plan.counts.people,
      epoch: storage.epoch,
    });
  });
}

/** Steps 2 to 7, from wherever the execution stands. */
export function finishExecution(context: ExecutionContext, orderId: string) {
  const { storage, clock } = context;
  const { database } = storage;
  const stepOf = () => {
    const step = database.value<string>('SELECT step FROM executions WHERE order_id = ?', [orderId]);
    if (step === undefined) throw new Refusal('order_not_approved');
    return step;
  };

  if (stepOf() === 'intended') {
    context.progress('destroy_keys', 0, 1);
    // Repeated after a crash, this finds the keys gone already and only takes another epoch.
    changeEpoch(storage, {
      dropKeyIds: supersededKeys(storage, orderId, 'IS NULL'),
      addDatabaseKey: true,
      newIndexKey: true,
    });
    database.run("UPDATE executions SET step = 'keys_destroyed' WHERE order_id = ?", [orderId]);
    context.progress('destroy_keys', 1, 1);
  }
  if (stepOf() === 'keys_destroyed') {
    context.progress('delete_rows', 0, 1);
    database.transaction(() => {
      const deleted = deleteRows(storage, orderId);
      database.run("UPDATE executions SET step = 'rows_deleted', deleted = ? WHERE order_id = ?", [
        JSON.stringify(deleted),
        orderId,
      ]);
    });
    context.progress('delete_rows', 1, 1);
  }

  // Also when only verification is repeated: whether a superseded key still opens the file can be tried only while there is one.
  context.progress('rekey_database', 0, 1);
  if (!storage.currentVault.content.secrets.has('databaseKeyNext'))
    changeEpoch(storage, { addDatabaseKey: true });
  database.compact();
  rekeyDatabase(storage);
  const { supersededDatabaseKey } = changeEpoch(storage, {
    dropKeyIds: supersededKeys(storage, orderId, 'IS NOT NULL'),
    dropSupersededDatabaseKey: true,
  });
  if (supersededDatabaseKey === undefined) throw new Error('no database key was superseded');
  database.checkpoint();
  context.progress('rekey_database', 1, 1);
  removeAttachments(context, orderId);
  removeSupersededSearchIndex(storage);

  context.progress('verify', 0, 1);
  let findings: VerificationFinding[];
  try {
    findings = verifyExecution(storage, orderId, supersededDatabaseKey);
  } finally {
    zero(supersededDatabaseKey);
  }
  context.progress('verify', 1, 1);
  // Copies of the keys whose medium is there no longer hold the destroyed ones: the certificate need not wait for them.
  refreshPresentMedia(copyKeeper(storage, clock, () => context.newId()));
  const certificateNumber = database.transaction(() => close(context, orderId, findings));
  context.progress('certify', 1, 1);
  return {
    state: readOrder(database, orderId).state,
    verification: findings,
    certificateNumber,
  };

  function close(
    { newId }: ExecutionContext,
    id: string,
    verification: VerificationFinding[],
  ): string | null {
    const order = readOrder(database, id);
    const passed = allPassed(verification);
    database.run(
      // A clock corrected by a moment meanwhile must not make it end before it began.
      'UPDATE executions SET step = ?, epoch_after = ?, finished_at = max(started_at, ?), verification = ? WHERE order_id = ?',
      [
        passed ? 'finished' : 'rows_deleted',
        storage.epoch,
        instantText(clock.now()),
        JSON.stringify(verification),
        id,
      ],
    );
    if (!passed) {
      const failed = verification.filter((one) => one.result !== 'pass').map((one) => one.check);
      database.run("UPDATE destruction_orders SET state = 'unverified' WHERE id = ?", [id]);
      appendAuditEntry(database, clock, {
        code: 'destruction.verification_failed',
        actor: null,
        about: { orderId: id, number: order.number, checks: failed.join(' ').slice(0, 200) },
      });
      return null;
    }
    database.run('DELETE FROM execution_samples WHERE order_id = ?', [id]);
    database.run("UPDATE destruction_orders SET state = 'destroyed' WHERE id = ?", [id]);
    appendAuditEntry(database, clock, {
      code: 'destruction.order_destroyed',
      actor: null,
      about: { orderId: id, number: order.number, units: order.unit_count, epoch: storage.epoch },
    });
    return issueCertificate({ storage, clock, newId }, id);
  }
}

/** Overwrites and removes the files of the order. One that will not go is left to verification, which finds it. */
function removeAttachments({ storage, progress }: ExecutionContext, orderId: string): void {
  const listed = storage.database.all<{ attachment_id: string }>(
    'SELECT attachment_id FROM execution_attachments WHERE order_id = ?',
    [orderId],
  );
  for (const [done, { attachment_id: attachmentId }] of listed.entries()) {
    try {
      removeAttachmentFile(storage.folder, attachmentId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    progress('remove_attachments', done + 1, listed.length);
  }
}

/** Keys of people of whom nothing is kept (`IS NULL`), or the old keys of those who keep something (`IS NOT NULL`). */
function supersededKeys(
  storage: OfficeStorage,
  orderId: string,
  newKey: 'IS NULL' | 'IS NOT NULL',
): string[] {
  return storage.database
    .all<{ superseded_key_id: string }>(
      `SELECT superseded_key_id FROM execution_people WHERE order_id = ? AND new_key_id ${newKey}`,
      [orderId],
    )
    .map((row) => row.superseded_key_id);
}
