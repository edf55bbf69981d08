import type { PersonAttachment, UseReason } from '../../shared/contract/collection.ts';
import { fromBase64 } from '../../shared/domain/register/base64.ts';
import { call } from '../app/call.ts';
import { Sha256 } from './sha256.ts';

/** Hears how much of a file has gone through, 0 to 1. */
type Progress = (part: number) => void;

/** Adds a file to a record unit. Throws a CallFailure. */
export function sendAttachment(unitId: string, file: File, progress: Progress): Promise<PersonAttachment> {
  return send(
    file,
    progress,
    () => call('collection.beginAttachment', { unitId, fileName: file.name, bytes: file.size }),
    (finished) => call('collection.finishAttachment', finished),
  );
}

/** Brings a scan to the desk, to be kept with the consent it proves. Answers its id. Throws a CallFailure. */
export async function sendScan(file: File, progress: Progress): Promise<string> {
  const { attachmentId } = await send(
    file,
    progress,
    () => call('collection.beginScan', { fileName: file.name, bytes: file.size }),
    (finished) => call('collection.finishScan', finished),
  );
  return attachmentId;
}

/** Piece by piece; never more of the file than a piece is in memory. One that is too large is refused before it is read. */
async function send<Finished>(
  file: File,
  progress: Progress,
  begin: () => Promise<{ attachmentId: string; chunkBytes: number; chunks: number }>,
  finish: (finished: { attachmentId: string; sha256: string }) => Promise<Finished>,
): Promise<Finished> {
  const { attachmentId, chunkBytes, chunks } = await begin();
  try {
    const hash = new Sha256();
    for (let index = 0; index < chunks; index += 1) {
      const piece = file.slice(index * chunkBytes, (index + 1) * chunkBytes);
      hash.update(new Uint8Array(await piece.arrayBuffer()));
      await call('collection.appendAttachment', { attachmentId, index, chunk: await toBase64(piece) });
      progress((index + 1) / chunks);
    }
    return await finish({ attachmentId, sha256: hash.digest() });
  } catch (error) {
    // What went wrong is the one thing to say; if it cannot even be given up, the lock or the next opening ends it.
    await call('collection.cancelAttachment', { attachmentId }).catch(() => undefined);
    throw error;
  }
}

/** Opens a file, which is entered in the use log, and reads it. Null where the reader left meanwhile. Throws a CallFailure. */
export async function fetchAttachment(
  attachmentId: string,
  reason: UseReason,
  progress: Progress,
  isLeft: () => boolean,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { attachment, chunks } = await call('collection.openAttachment', { attachmentId, reason });
  const content = new Uint8Array(attachment.bytes);
  let at = 0;
  for (let index = 0; index < chunks; index += 1) {
    if (isLeft()) return null;
    const { chunk } = await call('collection.readAttachment', { attachmentId, index });
    const bytes = fromBase64(chunk);
    content.set(bytes, at);
    at += bytes.length;
    progress((index + 1) / chunks);
  }
  return isLeft() ? null : content;
}

/** The browser's own way, for a megabyte at a time; `btoa` would need it as a string of characters first. */
export function toBase64(piece: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onerror = () => reject(reader.error ?? new Error('a piece of the file could not be read'));
  reader.onload = () => {
    const address = typeof reader.result === 'string' ? reader.result : '';
    // `data:application/octet-stream;base64,...`; of an empty piece there is nothing behind `data:`.
    resolve(address.slice(address.indexOf(',') + 1).replace(/^data:.*$/, ''));
  };
  reader.readAsDataURL(piece);
  return promise;
}
