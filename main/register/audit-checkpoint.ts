import {
  type AuditCheckpoint,
  checkpointIsAuthentic,
  checkpointNote,
  checkpointOrigin,
} from '../../shared/domain/register/checkpoint.ts';
import { type Clock, instantText } from '../clock.ts';
import { verifyEd25519 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { auditRoot } from './audit-log.ts';

/**
 * Signs the log as it stands: a checkpoint says that at this size the log's root was this. Must be called in a transaction;
 * signing the same size again answers the same checkpoint.
 */
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

/** The log is anchored once a day that it grew, so that what is found later can be narrowed to a day. */
export function signDailyCheckpoint(storage: OfficeStorage, clock: Clock): void {
  const { database } = storage;
  database.transaction(() => {
    const last = database.value<number | null>('SELECT max(size) FROM audit_checkpoints') ?? 0;
    if (auditRoot(database).size > last) signCheckpoint(storage, clock);
  });
}

export interface CheckpointRecord {
  size: number;
  root: string;
  signed_at: string;
  note: string;
  signature: Uint8Array;
}

const columns = 'size, root, signed_at, note, signature';

export function listCheckpoints(database: ReadDatabase): CheckpointRecord[] {
  return database.all<CheckpointRecord>(`SELECT ${columns} FROM audit_checkpoints ORDER BY size`);
}

/** The one of exactly this size, or the last one. */
export function findCheckpoint(database: ReadDatabase, size: number | null): CheckpointRecord | undefined {
  return size === null
    ? database.get<CheckpointRecord>(`SELECT ${columns} FROM audit_checkpoints ORDER BY size DESC LIMIT 1`)
    : database.get<CheckpointRecord>(`SELECT ${columns} FROM audit_checkpoints WHERE size = ?`, [size]);
}

export function checkpointOf(officeId: string, record: CheckpointRecord): AuditCheckpoint {
  return {
    origin: checkpointOrigin(officeId),
    size: record.size,
    root: record.root,
    signature: Buffer.from(record.signature).toString('base64'),
  };
}

export function checkpointIsSigned(
  record: CheckpointRecord,
  officeId: string,
  officePublicKey: Uint8Array,
): boolean {
  const checkpoint = checkpointOf(officeId, record);
  return (
    checkpointNote(checkpoint.origin, record.size, record.root) === record.note &&
    checkpointIsAuthentic(checkpoint, officePublicKey, (message, signature, key) =>
      verifyEd25519(key, message, signature),
    )
  );
}
