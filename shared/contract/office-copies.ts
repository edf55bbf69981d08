import { z } from 'zod';
import { copyEnding, knownCopyKind, plaintextKinds } from '../domain/office/known-copy.ts';
import { certificateNumber } from '../domain/register/certificate.ts';
import { channel } from './channel.ts';
import { filledLine, id, instant, line, nothing, page, paragraph, plainDate } from './fields.ts';
import { officeStatus, signInName } from './office.ts';

/** Absolute path of a folder that exists. */
const folder = line(1000).min(1);
const reference = z.string().regex(/^KC-\d{4,}$/);
const count = z.int().nonnegative();

export const backupRow = z.strictObject({
  copyId: id,
  reference,
  madeAt: instant,
  /** The folder it stands in. */
  where: z.string(),
  records: count,
  attachments: count,
  bytes: count,
  /** Registered copies of the keys with which it can be restored. */
  openableWith: count,
});
export type BackupRow = z.infer<typeof backupRow>;

export const vaultCopyRow = z.strictObject({
  copyId: id,
  reference,
  name: z.string(),
  where: z.string(),
  epoch: count,
  writtenAt: instant,
  /** Whether the medium is there now. */
  present: z.boolean(),
  /** Lost, but perhaps still somewhere. */
  lost: z.boolean(),
  /** Destructions whose keys it still holds. */
  destructionsSince: count,
});
export type VaultCopyRow = z.infer<typeof vaultCopyRow>;

export const backupPlan = z.strictObject({
  folder,
  /** At most a month: what is lost with a disk is what was written since. */
  everyHours: z.int().min(1).max(744),
  keepLast: z.int().min(1).max(100),
});
export type BackupPlan = z.infer<typeof backupPlan>;

export const knownCopyRow = z.strictObject({
  copyId: id,
  reference,
  kind: knownCopyKind,
  scope: z.enum(['all', 'listed']),
  /** How many units and people it is of; 0 where it is of all. */
  subjects: count,
  where: z.string(),
  note: z.string(),
  since: plainDate,
  epoch: count.nullable(),
  /** Null for what the application registered by the clock. */
  registeredBy: z.int().positive().nullable(),
  registeredAt: instant,
  refreshedAt: instant.nullable(),
  how: copyEnding.nullable(),
  endedAt: instant.nullable(),
  endedBy: z.int().positive().nullable(),
});
export type KnownCopyRow = z.infer<typeof knownCopyRow>;

export const orderCopy = z.strictObject({
  copyId: id,
  reference,
  kind: knownCopyKind,
  scope: z.enum(['all', 'listed']),
  since: plainDate,
  epoch: count.nullable(),
  how: copyEnding.nullable(),
  /**
   * What it means for the order's certificate: `conditional` as long as it is out, `unless_refreshed` where it is a copy of keys
   * whose medium may be there when the order is carried out, or only `listed`.
   */
  effect: z.enum(['conditional', 'unless_refreshed', 'listed']),
});
export type OrderCopy = z.infer<typeof orderCopy>;

const closed = z.strictObject({
  /** Numbers of the completions issued because this was the last copy of a conditional certificate. */
  completions: z.array(certificateNumber),
  /** Whether the application removed the files itself; false where the medium was not there or holds none. */
  removed: z.boolean(),
});

export const foundBackup = z.strictObject({
  name: z.string(),
  path: z.string(),
  madeAt: instant,
  epoch: count,
  records: count,
  attachments: count,
  bytes: count,
});

/** What somebody chooses to restore, whichever way the keys are opened. */
export const restoreChoice = z.strictObject({
  /** The backup's own folder, as `office.inspectRestore` named it. */
  backupPath: folder,
  keysFolder: folder,
  /** Restores without attached files that are missing from the backup or damaged; refused as `backup_damaged` otherwise. */
  leaveOutDamaged: z.boolean().default(false),
});

export const restoreReport = z.strictObject({
  backupMadeAt: instant,
  epoch: count,
  records: count,
  /** Brought back. */
  attachments: count,
  /** Missing or damaged in the backup. Their records are there. */
  attachmentsLeftOut: count,
  /** What had been destroyed since the backup was made, and was destroyed again. */
  destroyedAgain: z.strictObject({ orders: count, units: count, people: count }),
  /** People whose keys were changed since the backup was made; what it holds of them cannot be opened. */
  unreadablePeople: count,
  /** Users that the backup does not know yet: they have to be added again. */
  usersLeftOut: count,
});

export const officeCopiesChannels = {
  'office.listBackups': channel({
    access: 'office.read_copies',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      plan: backupPlan
        .extend({ nextDueAt: instant, lastAttemptAt: instant.nullable(), lastFailure: z.string().nullable() })
        .nullable(),
      backups: z.array(backupRow),
      vaultCopies: z.array(vaultCopyRow),
      epoch: count,
    }),
  }),
  /** Makes a backup now. Can be cancelled until its manifest is written. */
  'office.backUp': channel({
    access: 'office.manage_copies',
    effect: 'work',
    input: z.strictObject({ folder }),
    output: z.strictObject({
      copyId: id,
      reference,
      records: count,
      attachments: count,
      attachmentsCopied: count,
      /** Of those, how many were on the disk already and had been damaged there: the disk is failing. */
      attachmentsMended: count,
      /** The office's own that had been damaged or lost, and were brought back from an earlier backup in this folder. */
      attachmentsBroughtBack: count,
      /** And those of which no intact copy is here. */
      attachmentsLost: count,
      bytes: count,
      /** Older backups removed by the plan. */
      removed: count,
      /** The folder lies on the office's own disk: both are lost together. */
      onSameDisk: z.boolean(),
    }),
  }),
  'office.setBackupPlan': channel({
    access: 'office.manage_copies',
    effect: 'work',
    input: backupPlan,
    output: z.strictObject({ nextDueAt: instant }),
  }),
  'office.endBackupPlan': channel({
    access: 'office.manage_copies',
    effect: 'write',
    input: nothing,
    output: nothing,
  }),
  /** Reads a backup from its medium again: digests, every page, every row counted. */
  'office.checkBackup': channel({
    access: 'office.read_copies',
    effect: 'work',
    input: z.strictObject({ copyId: id }),
    output: z.strictObject({
      result: z.enum(['pass', 'fail']),
      damaged: z.enum(['manifest', 'records', 'attachment']).nullable(),
    }),
  }),

  /** Writes a copy of the keys to a folder on a medium, and registers it: nothing else ever copies the keys. */
  'office.registerVaultMedium': channel({
    access: 'office.manage_copies',
    effect: 'work',
    input: z.strictObject({ folder, name: filledLine(120) }),
    output: z.strictObject({ copyId: id, reference, epoch: count, onSameDisk: z.boolean() }),
  }),
  'office.refreshVaultMedium': channel({
    access: 'office.manage_copies',
    effect: 'work',
    input: z.strictObject({ copyId: id }),
    output: z.strictObject({ epoch: count, completions: z.array(certificateNumber) }),
  }),

  'office.listKnownCopies': channel({
    access: 'office.read_copies',
    effect: 'read',
    input: z.strictObject({ show: z.enum(['outstanding', 'ended', 'all']), ...page }),
    output: z.strictObject({ total: count, copies: z.array(knownCopyRow) }),
  }),
  /** Registers a copy that exists outside of the application. Backups and copies of keys register themselves. */
  'office.addKnownCopy': channel({
    access: 'office.manage_copies',
    effect: 'write',
    input: z.strictObject({
      kind: z.enum(plaintextKinds),
      scope: z.enum(['all', 'listed']),
      unitIds: z.array(id).max(10_000),
      personIds: z.array(id).max(10_000),
      where: filledLine(300),
      note: paragraph(1000),
      since: plainDate,
    }),
    output: z.strictObject({ copyId: id, reference }),
  }),
  /** Reports how a copy ended. Of a backup the key is destroyed with it; of what is reachable the files are removed. */
  'office.closeKnownCopy': channel({
    access: 'office.manage_copies',
    effect: 'work',
    input: z.strictObject({ copyId: id, how: copyEnding }),
    output: closed,
  }),
  /** The copies that concern an order's units. */
  'office.copiesOfOrder': channel({
    access: 'destruction.read',
    effect: 'read',
    input: z.strictObject({ orderId: id }),
    output: z.strictObject({ copies: z.array(orderCopy) }),
  }),

  /** Only while there is no office: what could be restored from two folders. */
  'office.inspectRestore': channel({
    access: 'anyone',
    effect: 'work',
    input: z.strictObject({ backupFolder: folder, keysFolder: folder }),
    output: z.strictObject({
      backups: z.array(foundBackup),
      /** Names of backups that are damaged. */
      damaged: z.array(z.string()),
      keys: z.strictObject({
        kind: z.enum(['vault_copy', 'office_folder']),
        epoch: count,
        writtenAt: instant.nullable(),
      }),
    }),
  }),
  /**
   * Moves the folder of an office that turned out to be damaged aside, whole and unchanged, so that another can be restored in
   * its place. Only while nobody is signed in, and only after the damage has been seen: at start or by a sign-in.
   */
  'office.setAside': channel({
    access: 'anyone',
    effect: 'work',
    input: nothing,
    output: z.strictObject({
      /** Absolute path of where it is now; its keys may be taken from there. */
      movedTo: z.string(),
      /** Whether its keys can be taken from there: not where the file that says how to read them is damaged. */
      holdsKeys: z.boolean(),
      status: officeStatus,
    }),
  }),
  'office.restore': channel({
    access: 'anyone',
    effect: 'work',
    input: restoreChoice.extend({ signInName, password: line(128).min(1) }),
    output: z.strictObject({ report: restoreReport, status: officeStatus }),
  }),
};
