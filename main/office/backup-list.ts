import { basename, dirname } from 'node:path';
import type { BackupRow, VaultCopyRow } from '../../shared/contract/office-copies.ts';
import { type CopyEnding, copyReference } from '../../shared/domain/office/known-copy.ts';
import type { ReadContext } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { vaultCopyIsPresent } from '../storage/vault-copy.ts';
import { readCopySecrets } from './known-copy.ts';

export function listBackups({ database, vault }: ReadContext): BackupRow[] {
  return database
    .all<
      { id: string; number: number; sealed: Uint8Array; made_at: string } & Pick<
        BackupRow,
        'records' | 'attachments' | 'bytes' | 'openableWith'
      >
    >(
      `SELECT c.id, c.number, c.sealed, b.made_at, b.records, b.attachments, b.bytes,
         (SELECT count(*) FROM vault_copies v JOIN known_copies k ON k.id = v.copy_id
          WHERE k.how IS NULL AND v.written_at >= b.made_at) AS openableWith
       FROM known_copies c JOIN backups b ON b.copy_id = c.id WHERE c.how IS NULL ORDER BY b.made_at DESC, c.number DESC`,
    )
    .map((row) => ({
      copyId: row.id,
      reference: copyReference(row.number),
      madeAt: row.made_at,
      where: chosenFolderOf(readCopySecrets(vault, row.id, row.sealed).where),
      records: row.records,
      attachments: row.attachments,
      bytes: row.bytes,
      openableWith: row.openableWith,
    }));
}

/** See `office.home`. */
export function backupStateOf(database: ReadDatabase): 'none' | 'failing' | 'no_keys' | 'made' {
  const failure = database.value<string | null>('SELECT last_failure FROM backup_plan') ?? null;
  if (failure !== null) return 'failing';
  const isThere = (kind: string) =>
    database.value('SELECT 1 FROM known_copies WHERE kind = ? AND how IS NULL', [kind]) !== undefined;
  if (!isThere('backup')) return 'none';
  return isThere('vault_copy') ? 'made' : 'no_keys';
}

/** The folder a person chose, without what the application made in it. */
export function chosenFolderOf(path: string): string {
  const root = dirname(path);
  return basename(root).startsWith('ashbook-') ? dirname(root) : root;
}

export function listVaultCopies({ database, vault }: ReadContext, officeId: string): VaultCopyRow[] {
  return database
    .all<{
      id: string;
      number: number;
      epoch: number;
      how: CopyEnding | null;
      sealed: Uint8Array;
      written_at: string;
      destructions: number;
    }>(
      `SELECT c.id, c.number, c.epoch, c.how, c.sealed, v.written_at,
         (SELECT count(*) FROM executions e WHERE e.step = 'finished' AND e.epoch_after > c.epoch)
           + (SELECT count(*) FROM restored_destructions r WHERE r.epoch > c.epoch) AS destructions
       FROM known_copies c JOIN vault_copies v ON v.copy_id = c.id
       WHERE c.how IS NULL OR c.how = 'lost' ORDER BY c.number`,
    )
    .map((row) => {
      const { where, note } = readCopySecrets(vault, row.id, row.sealed);
      return {
        copyId: row.id,
        reference: copyReference(row.number),
        name: note,
        where,
        epoch: row.epoch,
        writtenAt: row.written_at,
        present: vaultCopyIsPresent(where, officeId, row.id),
        lost: row.how === 'lost',
        destructionsSince: row.destructions,
      };
    });
}
