import type { ImportedTable } from '../../shared/contract/collection-import.ts';
import { call } from '../app/call.ts';
import { toBase64 } from './attachment-transfer.ts';

/** Hands a file over piece by piece and has it read. Throws a CallFailure. */
export async function sendImport(file: File, progress: (part: number) => void): Promise<ImportedTable> {
  const { importId, chunkBytes, chunks } = await call('collection.beginImport', {
    fileName: file.name,
    bytes: file.size,
  });
  for (let index = 0; index < chunks; index += 1) {
    const piece = file.slice(index * chunkBytes, (index + 1) * chunkBytes);
    await call('collection.appendImport', { importId, index, chunk: await toBase64(piece) });
    progress((index + 1) / chunks);
  }
  return call('collection.readImport', { importId, encoding: null, delimiter: null, sheet: null });
}
