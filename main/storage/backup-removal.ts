import { unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestsInUse, manifestName, namesIn } from './backup-manifest.ts';
import { onMedium, removeFolder, renameDurably } from './copy-medium.ts';
import { exists } from './office-folder.ts';

/**
 * Removes a backup from its medium, its manifest first, then the attachments that no other backup holds. Its key is to be
 * destroyed besides: whatever a medium keeps of deleted files is noise then.
 * @returns false where the medium is not there.
 */
export function removeBackup(path: string): boolean {
  const root = join(path, '..');
  return onMedium(() => {
    if (!exists(root)) return false;
    if (exists(path)) {
      const removed = join(root, `removed-${basename(path)}`);
      renameDurably(path, removed, 'backup_removal');
      removeFolder(removed, manifestName, 'backup_removal');
    }
    clearAttachments(root);
    return true;
  });
}

function clearAttachments(root: string): void {
  const inUse = digestsInUse(root);
  if (inUse === undefined) return;
  const folder = join(root, 'attachments');
  for (const name of namesIn(folder)) {
    if (!inUse.has(name)) unlinkSync(join(folder, name));
  }
}

export function removeQuietly(partial: string): void {
  try {
    if (exists(partial)) removeFolder(partial, manifestName, 'backup');
  } catch {
    // The error that led here is the one to report; the next backup removes what is left.
  }
}
