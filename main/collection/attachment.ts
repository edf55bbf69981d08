import { z } from 'zod';
import type { PersonAttachment } from '../../shared/contract/collection.ts';
import { attachmentType } from '../../shared/domain/collection/attachment-type.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { useUnit } from '../provision/gate.ts';
import { heldAmong } from '../retention/hold.ts';
import {
  attachmentChunkBytes,
  attachmentChunks,
  readAttachmentChunk,
  removeAttachmentFile,
} from '../storage/attachment-file.ts';
import { zero } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';
import { AttachmentUpload } from './attachment-upload.ts';
import { placeOfAttachment } from './sealed-records.ts';

/** attachments.sealed: what the file is, and the key it is sealed with. */
const attachmentSecrets = z.strictObject({
  fileName: z.string(),
  type: attachmentType,
  bytes: z.int(),
  sha256: z.string(),
  /** 32 bytes, hexadecimal. */
  key: z.string(),
});

interface AttachmentRecord {
  id: string;
  person_id: string;
  unit_id: string;
  consent_id: string;
  sealed: Uint8Array;
  added_at: string;
  staff_number: number;
}

const select = `
  SELECT a.id, a.person_id, a.unit_id, u.consent_id, a.sealed, a.added_at, s.staff_number
  FROM attachments a JOIN record_units u ON u.id = a.unit_id JOIN users s ON s.id = a.added_by`;

type Reader = { readonly database: ReadDatabase; readonly vault: DataKeys };

/** Everything attached to what is kept of a person, newest first. */
export function attachmentsOfPerson(reader: Reader, personId: string): PersonAttachment[] {
  return reader.database
    .all<AttachmentRecord>(`${select} WHERE a.person_id = ? ORDER BY a.added_at DESC, a.id`, [personId])
    .map((record) => shown(reader, record).attachment);
}

type AttachmentHandlers = Pick<
  Handlers<'collection'>,
  | 'collection.beginAttachment'
  | 'collection.appendAttachment'
  | 'collection.finishAttachment'
  | 'collection.cancelAttachment'
  | 'collection.openAttachment'
  | 'collection.readAttachment'
  | 'collection.removeAttachment'
>;

export const attachmentHandlers: AttachmentHandlers = {
  'collection.beginAttachment': (context, { unitId, fileName, bytes }) => {
    const { attachmentDesk } = context.session;
    unitThatTakesFiles(context, unitId);
    attachmentDesk.requireRoom();
    const attachmentId = context.newId();
    const upload = new AttachmentUpload(context.storage.folder, { attachmentId, unitId, fileName, bytes });
    attachmentDesk.begin(attachmentId, upload);
    return { attachmentId, chunkBytes: attachmentChunkBytes, chunks: upload.chunks };
  },

  'collection.appendAttachment': ({ session }, { attachmentId, index, chunk }) => {
    const { attachmentDesk } = session;
    const upload = attachmentDesk.upload(attachmentId);
    const content = Buffer.from(chunk, 'base64');
    try {
      return { chunksKept: upload.append(index, content) };
    } catch (error) {
      // A piece out of turn can be sent again in its turn; anything else has spoilt the file.
      const isRepeatable = error instanceof Refusal && error.code === 'attachment_chunk_unexpected';
      if (!isRepeatable) attachmentDesk.end(attachmentId);
      throw error;
    } finally {
      zero(content);
    }
  },

  'collection.finishAttachment': (context, { attachmentId, sha256 }) => {
    const { attachmentDesk } = context.session;
    const upload = attachmentDesk.upload(attachmentId);
    try {
      return keepUpload(context, upload, sha256);
    } finally {
      attachmentDesk.end(attachmentId);
    }
  },

  'collection.cancelAttachment': ({ session }, { attachmentId }) => ({
    cancelled: session.attachmentDesk.end(attachmentId),
  }),

  'collection.openAttachment': (context, { attachmentId, reason }) => {
    const { attachment, personId } = readAttachment(context, attachmentId);
    context.database.transaction(() => {
      useUnit(context, attachment.unitId, { kind: 'read', purpose: reason });
      context.audit('collection.attachment_opened', { attachmentId, personId, reason });
    });
    context.session.attachmentDesk.open(attachmentId);
    return { attachment, chunkBytes: attachmentChunkBytes, chunks: attachmentChunks(attachment.bytes) };
  },

  'collection.readAttachment': (context, { attachmentId, index }) => {
    context.session.attachmentDesk.requireOpened(attachmentId);
    const { attachment, secrets } = readAttachment(context, attachmentId);
    const key = Buffer.from(secrets.key, 'hex');
    const chunk = readAttachmentChunk(context.session.folder, attachmentId, key, attachment.bytes, index);
    try {
      const isLast = index === attachmentChunks(attachment.bytes) - 1;
      return { chunk: chunk.toString('base64'), isLast };
    } finally {
      zero(key, chunk);
    }
  },

  'collection.removeAttachment': (context, { attachmentId }) => {
    const { database, storage } = context;
    const { attachment, personId } = readAttachment(context, attachmentId);
    const { unitId } = attachment;
    const state = database.value<string>('SELECT state FROM record_units WHERE id = ?', [unitId]);
    if (state === 'ordered') throw new Refusal('attachment_unit_ordered');
    if (heldAmong(database, [unitId]).length > 0) throw new Refusal('attachment_unit_held');
    database.transaction(() => {
      database.run('DELETE FROM attachments WHERE id = ?', [attachmentId]);
      context.audit('collection.attachment_removed', { attachmentId, personId, unitId });
    });
    // A crash here leaves a file that no row names and no key opens; opening the office removes it.
    removeAttachmentFile(storage.folder, attachmentId);
    return { personId };
  },
};

/** The content of an attachment, piece by piece. The caller has asked the gate. Throws Refusals `attachment_missing`, `attachment_damaged`. */
export function* contentOfAttachment(
  reader: Reader,
  folder: string,
  attachmentId: string,
): Generator<Uint8Array> {
  const { attachment, secrets } = readAttachment(reader, attachmentId);
  const key = Buffer.from(secrets.key, 'hex');
  try {
    for (let index = 0; index < attachmentChunks(attachment.bytes); index += 1)
      yield readAttachmentChunk(folder, attachmentId, key, attachment.bytes, index);
  } finally {
    zero(key);
  }
}

/** The file first, flushed; then the row that names it. */
function keepUpload(context: WorkContext, upload: AttachmentUpload, sha256: string): PersonAttachment {
  const { database, storage } = context;
  const { attachmentId, unitId } = upload;
  // A scan is kept by the capture it proves.
  if (unitId === null) throw new Refusal('attachment_upload_unknown');
  const unit = unitThatTakesFiles(context, unitId);
  upload.check(sha256);
  try {
    database.transaction(() => keepAttachment(context, upload, { ...unit, unitId }));
  } catch (error) {
    removeAttachmentFile(storage.folder, attachmentId);
    throw error;
  }
  return readAttachment(context, attachmentId).attachment;
}

/**
 * Puts the file of a checked upload in its place and enters it. In a transaction; where that fails the caller removes the file, and
 * after a crash the next opening does, since no row names it.
 */
export function keepAttachment(
  context: WorkContext,
  upload: AttachmentUpload,
  unit: { readonly unitId: string; readonly personId: string; readonly dataKeyId: string },
): void {
  const { database, vault, actor, clock } = context;
  const { attachmentId, fileName, bytes } = upload;
  const { unitId, personId, dataKeyId } = unit;
  const secrets = { fileName, bytes, key: upload.key.toString('hex'), ...upload.keep() };
  database.run(
    'INSERT INTO attachments (id, person_id, unit_id, sealed, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?)',
    [
      attachmentId,
      personId,
      unitId,
      sealJson(vault, dataKeyId, placeOfAttachment(attachmentId), secrets),
      instantText(clock.now()),
      actor.id,
    ],
  );
  context.audit('collection.attachment_added', { attachmentId, personId, unitId, bytes });
}

/**
 * A unit that is in use: what was withdrawn, is retained separately or is to be destroyed takes nothing new.
 * @throws Refusal not_found, attachment_unit_closed
 */
function unitThatTakesFiles({ database }: Reader, unitId: string): { personId: string; dataKeyId: string } {
  const unit = database.get<{ personId: string; dataKeyId: string; is_open: number }>(
    `SELECT u.person_id AS personId, p.data_key_id AS dataKeyId, u.state = 'active' AND NOT EXISTS (SELECT 1 FROM unit_happenings WHERE unit_id = u.id
         AND kind IN ('consent_withdrawn', 'consent_expired', 'purpose_fulfilled')) AS is_open
     FROM record_units u JOIN people p ON p.id = u.person_id WHERE u.id = ?`,
    [unitId],
  );
  if (unit === undefined) throw new Refusal('not_found');
  if (unit.is_open !== 1) throw new Refusal('attachment_unit_closed');
  return unit;
}

/** Throws Refusal `not_found`. */
function readAttachment(reader: Reader, attachmentId: string) {
  const record = reader.database.get<AttachmentRecord>(`${select} WHERE a.id = ?`, [attachmentId]);
  if (record === undefined) throw new Refusal('not_found');
  return { ...shown(reader, record), personId: record.person_id };
}

function shown({ vault }: Reader, record: AttachmentRecord) {
  const secrets = openJson(vault, placeOfAttachment(record.id), record.sealed, attachmentSecrets);
  const { fileName, type, bytes, sha256 } = secrets;
  const attachment: PersonAttachment = {
    attachmentId: record.id,
    unitId: record.unit_id,
    consentId: record.consent_id,
    fileName,
    type,
    bytes,
    sha256,
    addedAt: record.added_at,
    staffNumber: record.staff_number,
  };
  return { attachment, secrets };
}
