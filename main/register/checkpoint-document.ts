import { Refusal } from '../../shared/domain/refusal.ts';
import { auditEntry } from '../../shared/domain/register/audit-entry.ts';
import {
  type CheckpointSheet,
  checkpointFormat,
  type EntryProof,
  entryProofFormat,
} from '../../shared/domain/register/checkpoint.ts';
import { toHexadecimal } from '../../shared/domain/register/hexadecimal.ts';
import {
  consistencyProof,
  inclusionProof,
  type NodeReader,
  nodesInMemory,
} from '../../shared/domain/register/merkle-tree.ts';
import { type RemovedEntry, removedEntryFormat } from '../../shared/domain/register/removed-entry.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { sha256 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { checkpointOf, findCheckpoint, signCheckpoint } from './audit-checkpoint.ts';
import { auditRoot } from './audit-log.ts';
import { provenRemovals } from './evidence-removal.ts';
import { rememberSheet } from './weekly-sheet.ts';

export const checkpointDocumentHandlers: Pick<
  Handlers<'register'>,
  'register.checkpointSheet' | 'register.entryProof' | 'register.signCheckpoint' | 'register.listCheckpoints'
> = {
  'register.listCheckpoints': ({ database }, { limit, offset }) => ({
    total: database.value<number>('SELECT count(*) FROM audit_checkpoints') ?? 0,
    checkpoints: database.all<{ size: number; root: string; signedAt: string }>(
      'SELECT size, root, signed_at AS signedAt FROM audit_checkpoints ORDER BY size DESC LIMIT ? OFFSET ?',
      [limit, offset],
    ),
  }),

  'register.signCheckpoint': ({ storage, clock, database, audit }) =>
    database.transaction(() => {
      const { size, root } = auditRoot(database);
      // The entry of signing would grow the log for ever: what is signed already is answered as it is.
      if (findCheckpoint(database, size) !== undefined) return { size };
      audit('register.checkpoint_signed', { size, root });
      return { size: signCheckpoint(storage, clock).size };
    }),

  'register.checkpointSheet': documentHandler(
    'register.checkpointSheet',
    async (context, { size }, asked) => {
      const sheet = makeSheet(context, size);
      const made = {
        fileName: `ashbook-checkpoint-${size}`,
        about: { size },
        copy: null,
        left: () => rememberSheet(context, size),
      };
      if (asked.format === 'json') return { ...made, bytes: jsonBytes(sheet) };
      const { renderCheckpointSheet } = await import('../documents/checkpoint-sheet.ts');
      return { ...made, bytes: await renderCheckpointSheet(sheet, { languages: asked.languages }) };
    },
  ),

  'register.entryProof': documentHandler('register.entryProof', (context, { sequence }) => ({
    bytes: jsonBytes(proveEntry(context, sequence)),
    fileName: `ashbook-entry-${sequence}`,
    about: { entry: sequence },
    copy: null,
  })),
};

function jsonBytes(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}

function signatory({ office, storage }: WorkContext) {
  return {
    office: { id: office.id, name: office.name },
    publicKey: Buffer.from(storage.officePublicKey).toString('base64'),
  };
}

function makeSheet(context: WorkContext, size: number): CheckpointSheet {
  const { database, office } = context;
  const record = findCheckpoint(database, size);
  if (record === undefined) throw new Refusal('not_found');
  const before = database.value<number | null>('SELECT max(size) FROM audit_checkpoints WHERE size < ?', [
    size,
  ]);
  const previous = before ? findCheckpoint(database, before) : undefined;
  return {
    format: checkpointFormat,
    ...signatory(context),
    timeZone: office.timeZone,
    signedAt: record.signed_at,
    checkpoint: checkpointOf(office.id, record),
    previous:
      previous === undefined
        ? null
        : {
            checkpoint: checkpointOf(office.id, previous),
            proof: consistencyProof(sha256, nodesOf(database, size), previous.size, size).map(toHexadecimal),
          },
  };
}

/** Of an entry that no checkpoint covers yet, the log is signed first. */
function proveEntry(context: WorkContext, sequence: number): EntryProof | RemovedEntry {
  const { database, office, storage, clock } = context;
  const text = database.value<string>('SELECT entry FROM audit_entries WHERE sequence = ?', [sequence]);
  if (text === undefined) throw new Refusal('not_found');
  const covering = () => {
    const size = database.value<number | null>('SELECT min(size) FROM audit_checkpoints WHERE size > ?', [
      sequence,
    ]);
    return size ? findCheckpoint(database, size) : undefined;
  };
  if (covering() === undefined) database.transaction(() => signCheckpoint(storage, clock));
  const record = covering();
  if (record === undefined) throw new Error('a log that no checkpoint covers');
  const proof = inclusionProof(sha256, nodesOf(database, record.size), sequence, record.size).map(
    toHexadecimal,
  );
  const common = {
    ...signatory(context),
    index: sequence,
    proof,
    checkpoint: checkpointOf(office.id, record),
  };
  if (text !== '') return { format: entryProofFormat, ...common, entry: auditEntry.parse(JSON.parse(text)) };
  const removal = provenRemovals(database, 'audit_log').findLast(
    (one) => sequence < (one.record.before_size ?? 0),
  );
  const leaf = database.value<Uint8Array>('SELECT leaf_hash FROM audit_entries WHERE sequence = ?', [
    sequence,
  ]);
  if (removal === undefined || leaf === undefined) throw new Refusal('not_found');
  return {
    format: removedEntryFormat,
    ...common,
    leafHash: toHexadecimal(leaf),
    removal: [...removal.deeds],
  };
}

/** Every leaf up to this size is read: a million are two seconds, and nothing has to be kept beside the log for it. */
function nodesOf(database: ReadDatabase, size: number): NodeReader {
  const leaves = database
    .all<{ leaf_hash: Uint8Array }>(
      'SELECT leaf_hash FROM audit_entries WHERE sequence < ? ORDER BY sequence',
      [size],
    )
    .map((row) => row.leaf_hash);
  return nodesInMemory(sha256, leaves);
}
