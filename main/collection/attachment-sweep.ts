import { attachmentFileIds, removeAttachmentFile } from '../storage/attachment-file.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';

/**
 * Removes files that no record names: of an attachment that was never finished, or was removed or destroyed just before a
 * crash. Their keys are gone with the rows, so they could not be opened in any case. Answers how many there were.
 */
export function removeUnnamedAttachments({ database, folder }: OfficeStorage): number {
  const unnamed = attachmentFileIds(folder).filter(
    (id) => database.value('SELECT 1 FROM attachments WHERE id = ?', [id]) === undefined,
  );
  for (const id of unnamed) removeAttachmentFile(folder, id);
  return unnamed.length;
}
