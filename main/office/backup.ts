import { dirname } from 'node:path';
import { copyReference } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { destructionRegister } from '../destruction/destruction-register.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { type FinishedBackup, makeBackup } from '../storage/backup.ts';
import type { NamedAttachments, ReadBack } from '../storage/backup-attachments.ts';
import { checkBackup, type LongWork } from '../storage/backup-check.ts';
import { isOnSameDisk, onMedium, requireMediumFolder } from '../storage/copy-medium.ts';
import type { Database } from '../storage/database.ts';
import { exists } from '../storage/office-folder.ts';
import { holdsKeys } from '../storage/vault-copy.ts';
import type { WorkAside } from '../storage/work-aside.ts';
import { listBackups, listVaultCopies } from './backup-list.ts';
import { keepPlan, readPlan } from './backup-plan.ts';
import { adoptUnregistered, countOf, registerBackup, removeSuperseded } from './backup-register.ts';
import { readCopy, readCopySecrets } from './known-copy.ts';
import { type CopyKeeper, refreshPresentMedia } from './vault-medium.ts';

export interface PerformedBackup {
  readonly copyId: string;
  readonly reference: string;
  readonly made: FinishedBackup;
  /** People, consents and units, as people count them. */
  readonly records: number;
  readonly removed: number;
}

/**
 * Makes a backup, enters it in the register, removes what the plan no longer keeps in that folder, and brings the copies of
 * the keys that are there up to date: without this backup's key on one of them it could not be restored.
 */
export async function performBackup(
  context: CopyKeeper & LongWork & WorkAside & { requireNobodyAside(): void },
  folder: string,
  readBack: ReadBack,
): Promise<PerformedBackup> {
  const { storage, database, clock } = context;
  context.requireNobodyAside();
  if (onMedium(() => exists(folder) && holdsKeys(folder)))
    throw new Refusal('copies_in_one_folder', { field: 'folder' });
  adoptUnregistered(context, folder);
  const copyId = context.newId();
  const madeAt = instantText(clock.now());
  const keyId = storage.vault.addDataKey();
  const made = await makeBackup(storage, {
    folder,
    backupId: context.newId(),
    madeAt,
    keyId,
    register: destructionRegister(storage, clock),
    readBack,
    named: namedAttachments(database),
    progress: context.progress,
    safePoint: context.safePoint,
    aside: context.aside,
  });
  const records = countOf(made.manifest.rows);
  const reference = database.transaction(() => {
    const given = registerBackup(context, { copyId, path: made.path, manifest: made.manifest });
    appendAuditEntry(database, clock, {
      code: 'office.backup_made',
      actor: context.actor,
      about: {
        copyId,
        reference: given,
        records,
        attachments: made.manifest.attachments.length,
        ...(made.attachmentsMended > 0 && { mended: made.attachmentsMended }),
        ...(made.attachmentsBroughtBack > 0 && { broughtBack: made.attachmentsBroughtBack }),
        ...(made.attachmentsLost > 0 && { lost: made.attachmentsLost }),
        epoch: storage.epoch,
      },
    });
    return given;
  });
  const removed = removeSuperseded(context, made.path);
  refreshPresentMedia(context);
  return { copyId, reference, made, records, removed };
}

function namedAttachments({ reader }: Database): NamedAttachments {
  return {
    ids: () => reader.all<{ id: string }>('SELECT id FROM attachments').map(({ id }) => id),
    has: (id) => reader.value('SELECT 1 FROM attachments WHERE id = ?', [id]) !== undefined,
  };
}

export const backupHandlers: Pick<
  Handlers<'office'>,
  | 'office.listBackups'
  | 'office.backUp'
  | 'office.setBackupPlan'
  | 'office.endBackupPlan'
  | 'office.checkBackup'
> = {
  'office.listBackups': (context) => {
    const { storage } = context.session.requireOpen();
    return {
      plan: readPlan(context.database, context.vault),
      backups: listBackups(context),
      vaultCopies: listVaultCopies(context, storage.marker.officeId),
      epoch: storage.epoch,
    };
  },

  'office.backUp': async (context, { folder }) => {
    const done = await performBackup(context, folder, 'all');
    const {
      manifest,
      path,
      bytes,
      attachmentsCopied,
      attachmentsMended,
      attachmentsBroughtBack,
      attachmentsLost,
    } = done.made;
    return {
      copyId: done.copyId,
      reference: done.reference,
      records: done.records,
      attachments: manifest.attachments.length,
      attachmentsCopied,
      attachmentsMended,
      attachmentsBroughtBack,
      attachmentsLost,
      bytes,
      removed: done.removed,
      onSameDisk: isOnSameDisk(path, context.storage.folder),
    };
  },

  'office.setBackupPlan': (context, { folder, everyHours, keepLast }) => {
    const { database, clock, storage } = context;
    const real = requireMediumFolder(folder, storage.folder);
    if (onMedium(() => holdsKeys(real))) throw new Refusal('copies_in_one_folder', { field: 'folder' });
    // The first one at the next tick: a plan that begins tomorrow protects nothing today.
    const nextDueAt = instantText(clock.now());
    database.transaction(() => {
      keepPlan(context, { folder: real, everyHours, keepLast, nextDueAt });
      context.audit('office.backup_plan_set', { everyHours, keepLast });
    });
    return { nextDueAt };
  },

  'office.endBackupPlan': ({ database, audit }) => {
    if (database.run('DELETE FROM backup_plan').changes === 0) throw new Refusal('not_found');
    audit('office.backup_plan_ended', {});
    return {};
  },

  'office.checkBackup': async (context, { copyId }) => {
    const copy = readCopy(context.database, copyId);
    if (copy.kind !== 'backup' || copy.how !== null) throw new Refusal('not_found');
    const { where } = readCopySecrets(context.vault, copyId, copy.sealed);
    if (!onMedium(() => exists(dirname(where)))) throw new Refusal('medium_unreachable');
    if (!onMedium(() => exists(where))) throw new Refusal('backup_missing');
    context.requireNobodyAside();
    const { storage, vault } = context;
    const found = await context.aside((goOn) => {
      const safePoint = async () => {
        goOn();
        await context.safePoint();
      };
      return checkBackup(
        where,
        { vault, officePublicKey: storage.officePublicKey },
        { ...context, safePoint },
      );
    });
    const damaged = found ?? null;
    const result = damaged === null ? ('pass' as const) : ('fail' as const);
    context.database.transaction(() =>
      context.audit('office.backup_checked', { copyId, reference: copyReference(copy.number), result }),
    );
    return { result, damaged };
  },
};
