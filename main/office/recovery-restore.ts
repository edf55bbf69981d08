import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../context.ts';
import { readManifest } from '../storage/backup-manifest.ts';
import { withRecoverySecret } from '../storage/recovery-kit.ts';
import { findKeySource, openKeysWithKit } from '../storage/restore-keys.ts';
import { restoreWithKeys } from './restore-office.ts';

/** An office brought back on another machine when no password is known: by two cards, a backup and a copy of the keys. */
export const restoreWithKit: Handler<'office.restoreWithKit'> = (context, input) => {
  const { backupPath, keysFolder, leaveOutDamaged, ...typed } = input;
  if (context.session.hasOffice) throw new Refusal('office_exists');
  return withRecoverySecret(typed, async (kit, secret) => {
    const source = findKeySource(keysFolder);
    const manifest = readManifest(backupPath);
    context.progress('open_keys', 0, 1);
    const keys = openKeysWithKit(source, kit, secret);
    try {
      const report = await restoreWithKeys(context, {
        backupPath,
        keysFolder,
        leaveOutDamaged,
        manifest,
        keys,
      });
      return { report, status: context.session.status() };
    } finally {
      keys.vault.close();
    }
  });
};
