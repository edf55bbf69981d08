import type { z } from 'zod';
import type { auditFinding } from '../../shared/contract/register.ts';
import { auditEntry } from '../../shared/domain/register/audit-entry.ts';
import { canonicalJson } from '../../shared/domain/register/canonical-json.ts';
import {
  type CertificateEnvelope,
  certificateEnvelopeSchema,
} from '../../shared/domain/register/certificate.ts';
import { checkpointIsAuthentic, checkpointOrigin } from '../../shared/domain/register/checkpoint.ts';
import { toHexadecimal } from '../../shared/domain/register/hexadecimal.ts';
import {
  type CompactRange,
  firstDifference,
  GrowingTree,
  hashLeaf,
} from '../../shared/domain/register/merkle-tree.ts';
import type { WorkContext } from '../context.ts';
import { sha256, verifyEd25519 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { type CheckpointRecord, checkpointIsSigned, listCheckpoints } from './audit-checkpoint.ts';
import { endsAsUsual, readSoundChunk, tailBytes } from './audit-chunk.ts';
import { readAuditTree } from './audit-log.ts';
import { certificateIsSigned } from './certificate.ts';
import { findNumberGap, type IssuedCertificate, readIssued } from './certificate-sequence.ts';
import { jsonOrNull, listRemovals, provenRemovals } from './evidence-removal.ts';
import { type LogAnchor, readLogAnchor } from './log-anchor.ts';

type AuditFinding = z.infer<typeof auditFinding>;

export interface AuditVerification {
  readonly entries: number;
  /** Of those, the ones whose content was removed by rule: their hashes are verified. */
  readonly removed: number;
  readonly root: string;
  readonly findings: AuditFinding[];
  readonly canBeAppendedTo: boolean;
}

interface EntryRecord {
  sequence: number;
  entry: Uint8Array;
  leaf_hash: Uint8Array;
}

interface Anchor {
  readonly size: number;
  readonly root: string;
  readonly isSigned: boolean;
}

const issuing = Buffer.from('"code":"register.certificate_issued"');

/**
 * Recomputes the whole log from its entries: gapless sequence, each entry canonical and matching its leaf, the tree's root, every
 * signed checkpoint at its size, every certificate's own checkpoint, and that no certificate is missing. Says for each check the
 * first entry that does not fit, or between which two it must be.
 *
 * It goes in steps, so that calls can be answered in between; entries that are appended meanwhile are read with the rest.
 */
export class AuditLogCheck {
  readonly #storage: OfficeStorage;
  readonly #tree = new GrowingTree(sha256);
  readonly #rootAt = new Map<number, string | null>();
  readonly #issued: IssuedCertificate[] = [];
  readonly #certificates: StoredCertificate[];
  readonly #removals: Removals;
  readonly #anchor: LogAnchor;
  #removed = 0;
  #brokenSequence: number | null = null;
  #brokenEntry: number | null = null;
  #from = 0;

  constructor(storage: OfficeStorage) {
    this.#storage = storage;
    this.#removals = readRemovals(storage.database);
    for (const { size } of this.#removals.log) this.#rootAt.set(size, null);
    this.#certificates = readCertificates(storage.database);
    for (const { size } of listCheckpoints(storage.database)) this.#rootAt.set(size, null);
    for (const { envelope } of this.#certificates)
      if (envelope !== null) this.#rootAt.set(envelope.content.audit.size, null);
    this.#anchor = readLogAnchor(storage.folder);
    if (this.#anchor.state === 'present') this.#rootAt.set(this.#anchor.checkpoint.size, null);
  }

  get progress(): { done: number; total: number } {
    const total = this.#storage.database.value<number>('SELECT count(*) FROM audit_entries') ?? 0;
    return { done: this.#tree.size, total };
  }

  /** Reads on; true once there are no more entries. */
  step(rows: number): boolean {
    const chunk = readSoundChunk(this.#storage.database, this.#from, rows);
    // Only where the log is whole so far: places and sizes are the same then.
    if (chunk !== null && this.#from === this.#tree.size) {
      for (const leaf of chunk.leaves) this.#append(leaf);
      this.#issued.push(...chunk.issued);
      this.#from += chunk.count;
      return chunk.count < rows;
    }
    const found = this.#storage.database.all<EntryRecord>(
      // As bytes: what was hashed, whatever it is.
      'SELECT sequence, CAST(entry AS BLOB) AS entry, leaf_hash FROM audit_entries WHERE sequence >= ? ORDER BY sequence LIMIT ?',
      [this.#from, rows],
    );
    for (const row of found) this.#read(row);
    const last = found.at(-1);
    if (last !== undefined) this.#from = last.sequence + 1;
    return found.length < rows;
  }

  #read(row: EntryRecord): void {
    const entry = Buffer.from(row.entry.buffer, row.entry.byteOffset, row.entry.byteLength);
    if (row.sequence !== this.#tree.size) this.#brokenSequence ??= this.#tree.size;
    const isRemoved =
      entry.length === 0 && row.sequence < this.#removals.before && row.leaf_hash.length === 32;
    const leaf = isRemoved ? row.leaf_hash : hashLeaf(sha256, entry);
    if (isRemoved) {
      this.#removed += 1;
    } else if (Buffer.compare(leaf, row.leaf_hash) !== 0 || !entryIsSound(entry, row.sequence)) {
      this.#brokenEntry ??= row.sequence;
    } else if (entry.includes(issuing)) {
      this.#issued.push(...readIssued(entry.toString('utf8')));
    }
    this.#append(leaf);
  }

  #append(leaf: Uint8Array): void {
    this.#tree.append(leaf);
    const { size } = this.#tree;
    if (this.#rootAt.has(size)) this.#rootAt.set(size, toHexadecimal(this.#tree.root()));
  }

  /** After the last step. */
  result(): AuditVerification {
    const { database, marker, officePublicKey } = this.#storage;
    const { size } = this.#tree;
    const checkpoints = listCheckpoints(database).filter((one) => this.#rootAt.has(one.size));
    const signed = checkpoints.map((record: CheckpointRecord) => ({
      size: record.size,
      root: record.root,
      isSigned: checkpointIsSigned(record, marker.officeId, officePublicKey),
    }));
    // Of a removed certificate the number and digest are left: no later one may have them.
    const certified = this.#certificates
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ envelope }) =>
        envelope === null
          ? null
          : {
              ...envelope.content.audit,
              isSigned: certificateIsSigned(envelope, officePublicKey),
              number: envelope.content.number,
            },
      );
    const stored = storedTree(database);
    const difference = stored === null ? null : firstDifference(this.#tree.range, stored);
    const badCheckpoint = signed.find((anchor) => !this.#fits(anchor));
    const badCertificate = certified.find((anchor) => anchor === null || !this.#fits(anchor));
    const digests = new Map(
      this.#certificates.flatMap(({ isRemoved, number, digest, envelope }) =>
        isRemoved || envelope?.content.number === number
          ? [[number, isRemoved ? digest : envelope?.digest]]
          : [],
      ),
    );
    const missing = this.#issued.find(({ number, digest }) => digests.get(number) !== digest);
    const gap = findNumberGap(database);
    const badRemoval = this.#removals.log.find(({ size, root }) => this.#rootAt.get(size) !== root);
    const anchors = [...signed, ...certified.filter((anchor) => anchor !== null)];
    const outside = this.#outside();
    const finding = (
      check: AuditFinding['check'],
      failed: boolean,
      compared: number,
      where: { from: number; to?: number } | null = null,
    ): AuditFinding => ({
      check,
      result: failed ? 'fail' : 'pass',
      sequence: failed ? (where?.from ?? null) : null,
      through: failed ? (where?.to ?? null) : null,
      compared,
    });
    return {
      entries: size,
      removed: this.#removed,
      root: toHexadecimal(this.#tree.root()),
      canBeAppendedTo: stored !== null && !isTaken(database, stored.size),
      findings: [
        finding('sequence', this.#brokenSequence !== null, size, at(this.#brokenSequence)),
        finding('entries', this.#brokenEntry !== null, size, at(this.#brokenEntry)),
        finding('tree', stored === null || difference !== null, stored?.size ?? 0, difference),
        finding(
          'checkpoints',
          badCheckpoint !== undefined,
          checkpoints.length,
          badCheckpoint ? this.#between(anchors, badCheckpoint) : null,
        ),
        finding(
          'certificates',
          badCertificate !== undefined || missing !== undefined || gap !== null,
          this.#certificates.length,
          badCertificate ? this.#between(anchors, badCertificate) : at(missing?.sequence ?? null),
        ),
        finding(
          'removals',
          this.#removals.unproven > 0 || badRemoval !== undefined,
          this.#removed + this.#certificates.filter(({ isRemoved }) => isRemoved).length,
        ),
        finding(
          'anchor',
          outside === 'damaged' || (outside !== null && !this.#fits(outside)),
          outside === null ? 0 : 1,
          outside === 'damaged' || outside === null ? null : this.#between(anchors, outside),
        ),
      ],
    };
  }

  /** The checkpoint that is kept beside the records: they were exchanged for an older copy where they do not reach it. */
  #outside(): Anchor | 'damaged' | null {
    if (this.#anchor.state === 'absent') return null;
    if (this.#anchor.state === 'damaged') return 'damaged';
    const { checkpoint } = this.#anchor;
    const { marker, officePublicKey } = this.#storage;
    const isOwn = checkpoint.origin === checkpointOrigin(marker.officeId);
    const isSigned = checkpointIsAuthentic(checkpoint, officePublicKey, (message, signature, key) =>
      verifyEd25519(key, message, signature),
    );
    return { size: checkpoint.size, root: checkpoint.root, isSigned: isOwn && isSigned };
  }

  #fits({ size, root, isSigned }: Anchor): boolean {
    return isSigned && this.#rootAt.get(size) === root;
  }

  /** What does not fit lies behind the last anchor that does. An anchor that is only badly signed says nothing about entries. */
  #between(anchors: readonly Anchor[], bad: Anchor): { from: number; to: number } | null {
    if (this.#rootAt.get(bad.size) === bad.root) return null;
    // Entries that are not there at all are known to be missing.
    if (bad.size > this.#tree.size) return { from: this.#tree.size, to: bad.size - 1 };
    const good = anchors.filter((anchor) => anchor.size < bad.size && this.#fits(anchor));
    return { from: Math.max(0, ...good.map(({ size }) => size)), to: bad.size - 1 };
  }
}

/** All of it at once, with progress; may be cancelled between two steps. */
export async function verifyAuditLog(
  context: Pick<WorkContext, 'storage' | 'progress' | 'safePoint'>,
): Promise<AuditVerification> {
  const check = new AuditLogCheck(context.storage);
  const { total } = check.progress;
  for (let read = 0; !check.step(5000); ) {
    read += 5000;
    context.progress('verify_entries', read, total);
    await context.safePoint();
  }
  return check.result();
}

export function isWhole({ findings }: AuditVerification): boolean {
  return findings.every(({ result }) => result === 'pass');
}

function at(sequence: number | null): { from: number } | null {
  return sequence === null ? null : { from: sequence };
}

/** Null where somebody changed it so that it is no tree any more: that is a finding, not an accident. */
function storedTree(database: ReadDatabase): CompactRange | null {
  try {
    return readAuditTree(database);
  } catch {
    return null;
  }
}

function isTaken(database: ReadDatabase, sequence: number): boolean {
  return database.value('SELECT 1 FROM audit_entries WHERE sequence >= ? LIMIT 1', [sequence]) !== undefined;
}

interface StoredCertificate {
  readonly number: string;
  readonly digest: string;
  /** Null where it is no certificate any more. */
  readonly envelope: CertificateEnvelope | null;
  /** Its content was removed, by two people and by rule. */
  readonly isRemoved: boolean;
}

function readCertificates(database: ReadDatabase): StoredCertificate[] {
  const removals = provenRemovals(database, 'certificates');
  return database
    .all<{ number: string; digest: string; envelope: string; issued_at: string }>(
      'SELECT number, digest, envelope, issued_at FROM certificates ORDER BY year, serial',
    )
    .map(({ number, digest, envelope, issued_at: issuedAt }) => {
      const parsed = certificateEnvelopeSchema.safeParse(jsonOrNull(envelope));
      return {
        number,
        digest,
        envelope: parsed.success ? parsed.data : null,
        isRemoved: envelope === '' && removals.some(({ record }) => issuedAt < (record.issued_before ?? '')),
      };
    });
}

interface Removals {
  /** Entries before this may have lost their content. */
  readonly before: number;
  readonly log: readonly { readonly size: number; readonly root: string }[];
  /** Said to be approved, but two people do not stand for it. */
  readonly unproven: number;
}

function readRemovals(database: ReadDatabase): Removals {
  const log = provenRemovals(database, 'audit_log').flatMap(({ statement: { extent } }) =>
    extent.kind === 'audit_log' ? [extent] : [],
  );
  const said = listRemovals(database).filter(({ state }) => state === 'approved' || state === 'finished');
  return {
    before: Math.max(0, ...log.map(({ size }) => size)),
    log,
    unproven: said.length - log.length - provenRemovals(database, 'certificates').length,
  };
}

function entryIsSound(bytes: Buffer, sequence: number): boolean {
  if (endsAsUsual(bytes.toString('latin1', Math.max(0, bytes.length - tailBytes)), sequence)) return true;
  const text = bytes.toString('utf8');
  const value = jsonOrNull(text);
  const parsed = auditEntry.safeParse(value);
  return parsed.success && parsed.data.sequence === sequence && canonicalJson(value) === text;
}
