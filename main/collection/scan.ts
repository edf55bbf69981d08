import type { Handlers } from '../context.ts';
import { attachmentChunkBytes } from '../storage/attachment-file.ts';
import { AttachmentUpload } from './attachment-upload.ts';

/**
 * Scans of a signed form wait at the desk for the consent they prove: sealed on the disk already, their key in memory alone, so
 * that a desk that is left leaves nothing. `collection.capture` keeps them.
 */
export const scanHandlers: Pick<Handlers<'collection'>, 'collection.beginScan' | 'collection.finishScan'> = {
  'collection.beginScan': (context, { fileName, bytes }) => {
    const { attachmentDesk } = context.session;
    attachmentDesk.requireRoomForScan();
    const attachmentId = context.newId();
    const upload = new AttachmentUpload(context.storage.folder, {
      attachmentId,
      unitId: null,
      fileName,
      bytes,
    });
    attachmentDesk.begin(attachmentId, upload);
    return { attachmentId, chunkBytes: attachmentChunkBytes, chunks: upload.chunks };
  },

  'collection.finishScan': ({ session }, { attachmentId, sha256 }) => {
    const { attachmentDesk } = session;
    const upload = attachmentDesk.upload(attachmentId);
    try {
      return { attachmentId, type: upload.check(sha256), bytes: upload.bytes };
    } catch (error) {
      attachmentDesk.end(attachmentId);
      throw error;
    }
  },
};
