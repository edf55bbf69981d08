import { type Clock, instantText } from '../clock.ts';
import { verifyEd25519 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { auditRoot } from './audit-log.ts';

/**
 * A checkpoint says: at this size, the log's root was this. It is the text of a signed note (as in C2SP tlog-checkpoint):
 * origin, size and root, each on its own line, signed with the office's key.
 */
export interface AuditCheckpoint {
  readonly origin: string;
  readonly size: number;
  /** SHA-256 root, lower-case hexadecimal. */
  readonly root: string;
  /** Ed25519 over `checkpointNote`, base64. */
  readonly signature: string;
}

export function checkpointNote(origin: string, size: number, root: string): string {
  return `${origin}\n${size}\n${root}\n`;
}

export function checkpointOrigin(officeId: string): string {
  return `ashbook/${officeId}`;
}

/** Signs the log as it stands. Must be called in a transaction; signing the same size again answers the same checkpoint. */
export function signCheckpoint(storage: OfficeStorage, clock: Clock): AuditCheckpoint {
  const { database } = storage;
  const origin = checkpointOrigin(storage.marker.officeId);
  const { size, root } = auditRoot(database);
  const note = checkpointNote(origin, size, root);
  const signature = storage.signAsOffice(Buffer.from(note, 'utf8'));
  database.run(
    'INSERT INTO audit_checkpoints (size, root, signed_at, note, signature) VALUES (?, ?, ?, ?, ?) ON CONFLICT (size) DO NOTHING',
    [size, root, instantText(clock.now()), note, signature],
  );
  return { origin, size, root, signature: signature.toString('base64') };
}

export interface CheckpointRecord {
  size: number;
  root: string;
  signed_at: string;
  note: string;
  signature: Uint8Array;
}

export function listCheckpoints(database: ReadDatabase): CheckpointRecord[] {
  return database.all<CheckpointRecord>(
    'SELECT size, root, signed_at, note, signature FROM audit_checkpoints ORDER BY size',
  );
}

export function checkpointIsSigned(
  record: CheckpointRecord,
  officeId: string,
  officePublicKey: Uint8Array,
): boolean {
  const note = checkpointNote(checkpointOrigin(officeId), record.size, record.root);
  return note === record.note && verifyEd25519(officePublicKey, Buffer.from(note, 'utf8'), record.signature);
}
