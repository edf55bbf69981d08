import { Refusal } from '../../shared/domain/refusal.ts';
import type { VerificationFinding } from '../../shared/domain/register/certificate.ts';
import { type Clock, instantText } from '../clock.ts';
import { endedKeys, forgetEndedKeys } from '../office/ended-keys.ts';
import { copyKeeper, refreshPresentMedia } from '../office/vault-medium.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { removeAttachmentFile } from '../storage/attachment-file.ts';
import { zero } from '../storage/cryptography.ts';
import { rotateDatabaseKey } from '../storage/database-rewrite.ts';
import { changeEpoch, removeSupersededVaults } from '../storage/epoch-change.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { removeSupersededSearchIndex } from '../storage/search-index-file.ts';
import { letOthersIn, type WorkAside } from '../storage/work-aside.ts';
import { deleteRows } from './execution-rows.ts';
import { allPassed, verifyExecution } from './execution-verification.ts';
import { readOrder } from './order.ts';
import { settleOrder } from './settle.ts';

export interface ExecutionContext extends WorkAside {
  readonly storage: OfficeStorage;
  readonly clock: Clock;
  newId(): string;
}

/** Steps 2 to 7, from wherever the execution stands. Others are let in only where what has been destroyed is whole. */
export async function finishExecution(context: ExecutionContext, orderId: string) {
  const { storage, clock } = context;
  const { database } = storage;
  destroyIntended(context, orderId);
  await letOthersIn(context);
  await removeSupersededVaults(storage, context);

  // Also when only verification is repeated: whether a superseded key still opens the file can be tried only while there is one.
  context.progress('rekey_database', 0, 1);
  const { supersededDatabaseKey } = await rotateDatabaseKey(storage, context, () =>
    supersededKeys(storage, orderId, 'IS NOT NULL'),
  );
  let findings: VerificationFinding[];
  try {
    context.progress('rekey_database', 1, 1);
    removeAttachments(context, orderId);
    await removeSupersededSearchIndex(storage, context);
    context.progress('verify', 0, 1);
    await letOthersIn(context);
    findings = await verifyExecution(storage, orderId, supersededDatabaseKey, () => letOthersIn(context));
  } finally {
    zero(supersededDatabaseKey);
  }
  context.progress('verify', 1, 1);
  // Copies of the keys whose medium is there no longer hold the destroyed ones: the certificate need not wait for them.
  refreshPresentMedia(copyKeeper(storage, clock, () => context.newId()));
  const certificateNumber = database.transaction(() => closeOrder(context, orderId, findings));
  context.progress('certify', 1, 1);
  return {
    state: readOrder(database, orderId).state,
    verification: findings,
    certificateNumber,
  };
}

/** Steps 2 to 4 without a pause: nobody sees the rows of people whose keys are gone. */
export function destroyIntended({ storage, progress }: ExecutionContext, orderId: string): void {
  const { database } = storage;
  const stepOf = () => {
    const step = database.value<string>('SELECT step FROM executions WHERE order_id = ?', [orderId]);
    if (step === undefined) throw new Refusal('order_not_approved');
    return step;
  };
  if (stepOf() === 'intended') {
    progress('destroy_keys', 0, 1);
    // Repeated after a crash, this finds the keys gone already and only takes another epoch.
    const ended = endedKeys(database);
    changeEpoch(storage, {
      dropKeyIds: [...supersededKeys(storage, orderId, 'IS NULL'), ...unitKeys(storage, orderId), ...ended],
      addDatabaseKey: true,
      newIndexKey: true,
      leaveSupersededFiles: true,
    });
    database.transaction(() => {
      forgetEndedKeys(database, ended);
      database.run("UPDATE executions SET step = 'keys_destroyed' WHERE order_id = ?", [orderId]);
    });
    progress('destroy_keys', 1, 1);
  }
  if (stepOf() === 'keys_destroyed') {
    progress('delete_rows', 0, 1);
    database.largeTransaction(() => {
      const deleted = deleteRows(storage, orderId);
      database.run("UPDATE executions SET step = 'rows_deleted', deleted = ? WHERE order_id = ?", [
        JSON.stringify(deleted),
        orderId,
      ]);
    });
    progress('delete_rows', 1, 1);
  }
}

/** In a transaction. Answers the certificate's number, or null where a check did not pass. */
function closeOrder(
  { storage, clock, newId }: ExecutionContext,
  id: string,
  verification: VerificationFinding[],
): string | null {
  const { database } = storage;
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
  return settleOrder({ storage, clock, newId }, id).certificateNumber;
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

/** Keys of units that belong to nobody: each goes with its unit. */
function unitKeys({ database }: OfficeStorage, orderId: string): string[] {
  return database
    .all<{ superseded_key_id: string }>(
      'SELECT superseded_key_id FROM execution_unit_keys WHERE order_id = ?',
      [orderId],
    )
    .map((row) => row.superseded_key_id);
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
