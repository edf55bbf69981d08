import { statSync } from 'node:fs';
import { copyReference } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type Clock, instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { destructionRegister } from '../destruction/destruction-register.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { issueCompletions } from '../register/completion.ts';
import { holdsBackups } from '../storage/backup-manifest.ts';
import { isOnSameDisk, onMedium, requireMediumFolder } from '../storage/copy-medium.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import {
  createVaultCopy,
  refreshVaultCopy,
  removeVaultCopy,
  vaultCopyIsAsWritten,
} from '../storage/vault-copy.ts';
import {
  type CopyRecord,
  type CopyRegistrar,
  endCopy,
  enterEvent,
  readCopy,
  readCopySecrets,
  registerKnownCopy,
} from './known-copy.ts';
import { readOfficeFacts } from './office-facts.ts';

/** What work on copies needs of a context, with or without somebody at the desk. */
export interface CopyKeeper extends CopyRegistrar {
  readonly storage: OfficeStorage;
}

/** For what happens by the clock, or in the course of other work. */
export function copyKeeper(storage: OfficeStorage, clock: Clock, newId: () => string): CopyKeeper {
  const { database, vault } = storage;
  return { storage, database, vault, clock, newId, office: readOfficeFacts(storage), actor: null };
}

export const vaultMediumHandlers: Pick<
  Handlers<'office'>,
  'office.registerVaultMedium' | 'office.refreshVaultMedium'
> = {
  'office.registerVaultMedium': (context, { folder, name }) => {
    const { storage, clock } = context;
    const where = requireMediumFolder(folder, storage.folder);
    // Whoever finds one medium must not find the records and the keys to them.
    if (onMedium(() => holdsBackups(where))) throw new Refusal('copies_in_one_folder', { field: 'folder' });
    const copyId = context.newId();
    const device = statSync(where).dev;
    const { epoch } = storage;
    const writtenAt = instantText(clock.now());
    // In the register first: a copy of the keys that nobody knows of is the worst there is.
    const reference = storage.database.transaction(() => {
      const given = registerKnownCopy(context, {
        copyId,
        kind: 'vault_copy',
        scope: 'all',
        where,
        note: name,
        epoch,
      });
      storage.database.run('INSERT INTO vault_copies (copy_id, written_at) VALUES (?, ?)', [
        copyId,
        writtenAt,
      ]);
      context.audit('office.vault_copy_registered', { copyId, reference: given, epoch });
      return given;
    });
    try {
      createVaultCopy(storage, {
        folder: where,
        copyId,
        writtenAt,
        register: destructionRegister(storage, clock),
      });
    } catch (error) {
      withdraw(context, copyId, where, device);
      throw error;
    }
    return { copyId, reference, epoch, onSameDisk: isOnSameDisk(where, storage.folder) };
  },

  'office.refreshVaultMedium': (context, { copyId }) => {
    const copy = readCopy(context.database, copyId);
    if (copy.kind !== 'vault_copy') throw new Refusal('not_found');
    if (copy.how === 'destroyed') throw new Refusal('known_copy_ended');
    return { epoch: context.storage.epoch, completions: refresh(context, copy) };
  },
};

/** A copy that could not be written: what there is of it goes, and the register says so. */
function withdraw(context: CopyKeeper, copyId: string, where: string, device: number): void {
  const { storage } = context;
  try {
    // A medium that was pulled out in the middle takes with it what had been written: nobody can say that it is gone.
    if (statSync(where).dev !== device) return;
    removeVaultCopy(where, storage.marker.officeId, copyId);
  } catch {
    // What cannot be removed stays registered as outstanding.
    return;
  }
  storage.database.transaction(() => endCopy(context, readCopy(storage.database, copyId), 'destroyed'));
}

/** Brings one copy up to the keys as they are. A lost copy that is here again counts as found. */
function refresh(context: CopyKeeper, copy: CopyRecord): string[] {
  const { storage, clock } = context;
  const { database } = storage;
  const { where } = readCopySecrets(context.vault, copy.id, copy.sealed);
  const writtenAt = instantText(clock.now());
  const { epoch } = refreshVaultCopy(storage, {
    folder: where,
    copyId: copy.id,
    writtenAt,
    register: destructionRegister(storage, clock),
  });
  return database.transaction(() => {
    database.run(
      'UPDATE known_copies SET epoch = ?, how = NULL, ended_at = NULL, ended_by = NULL WHERE id = ?',
      [epoch, copy.id],
    );
    database.run('UPDATE vault_copies SET written_at = ? WHERE copy_id = ?', [writtenAt, copy.id]);
    enterEvent(context, copy.id, 'refreshed', epoch);
    appendAuditEntry(database, clock, {
      code: 'office.vault_copy_refreshed',
      actor: context.actor,
      about: { copyId: copy.id, reference: copyReference(copy.number), epoch },
    });
    return issueCompletions(context);
  });
}

/**
 * Brings every copy of the keys whose medium is there up to date: after a destruction, so that its certificate need not be
 * conditional, and after a backup, so that it can be restored. A medium that fails stays behind, and the register says so.
 */
export function refreshPresentMedia(context: CopyKeeper): void {
  for (const copy of listVaultCopies(context)) {
    const { where } = readCopySecrets(context.vault, copy.id, copy.sealed);
    const writtenAt = copy.written_at;
    if (!vaultCopyIsAsWritten(context.storage, { folder: where, copyId: copy.id, writtenAt })) continue;
    try {
      refresh(context, copy);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'office_must_reopen') throw error;
    }
  }
}

function listVaultCopies({ database }: CopyKeeper): (CopyRecord & { written_at: string })[] {
  return database.all<CopyRecord & { written_at: string }>(
    `SELECT c.id, c.number, c.kind, c.scope, c.since, c.epoch, c.how, c.sealed, v.written_at
     FROM known_copies c JOIN vault_copies v ON v.copy_id = c.id WHERE c.how IS NULL ORDER BY c.number`,
  );
}
