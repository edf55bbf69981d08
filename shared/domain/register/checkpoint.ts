import { z } from 'zod';
import { digest, instant } from '../../contract/fields.ts';
import { auditEntry } from './audit-entry.ts';
import { fromBase64 } from './base64.ts';
import { canonicalJsonBytes } from './canonical-json.ts';
import { auditCheckpoint, certifyingOffice, count, publicKey, timeZone } from './certificate-fields.ts';
import { fromHexadecimal } from './hexadecimal.ts';
import { hashLeaf, type Sha256, verifyConsistency, verifyInclusion } from './merkle-tree.ts';

export type AuditCheckpoint = z.infer<typeof auditCheckpoint>;

/** Checks an Ed25519 signature. */
export type VerifyEd25519 = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean;

/** What is signed: a note as in C2SP tlog-checkpoint, with origin, size and root each on a line of its own. */
export function checkpointNote(origin: string, size: number, root: string): string {
  return `${origin}\n${size}\n${root}\n`;
}

/** How an office's log is called in its checkpoints. */
export function checkpointOrigin(officeId: string): string {
  return `ashbook/${officeId}`;
}

/** Whose key it is must be known from elsewhere: from a certificate, or from an earlier sheet. */
export function checkpointIsAuthentic(
  checkpoint: AuditCheckpoint,
  officeKey: Uint8Array,
  verify: VerifyEd25519,
): boolean {
  const note = checkpointNote(checkpoint.origin, checkpoint.size, checkpoint.root);
  return verify(new TextEncoder().encode(note), fromBase64(checkpoint.signature), officeKey);
}

export const checkpointFormat = 'ashbook-checkpoint/1';
/** Hashes from the leaf up, hexadecimal; 64 levels are more entries than there are atoms to write them with. */
const proof = z.array(digest).max(128);

/** The sheet that is signed and filed, as data: the log as it stood, and that it continues the sheet before. */
export const checkpointSheet = z.strictObject({
  format: z.literal(checkpointFormat),
  office: certifyingOffice,
  timeZone,
  signedAt: instant,
  checkpoint: auditCheckpoint,
  /** Ed25519 key of the office, 32 raw bytes, Base64. */
  publicKey,
  /** The signed checkpoint before, and the proof that its tree is the beginning of this one (RFC 9162, section 2.1.4). */
  previous: z.strictObject({ checkpoint: auditCheckpoint, proof }).nullable(),
});
export type CheckpointSheet = z.infer<typeof checkpointSheet>;

export const entryProofFormat = 'ashbook-entry-proof/1';

/** That one entry stands in the log of a checkpoint (RFC 9162, section 2.1.3). */
export const entryProof = z.strictObject({
  format: z.literal(entryProofFormat),
  office: certifyingOffice,
  entry: auditEntry,
  index: count,
  proof,
  checkpoint: auditCheckpoint,
  publicKey,
});
export type EntryProof = z.infer<typeof entryProof>;

export function entryIsIncluded(sha256: Sha256, { entry, index, proof, checkpoint }: EntryProof): boolean {
  return (
    entry.sequence === index &&
    verifyInclusion(sha256, {
      leafHash: hashLeaf(sha256, canonicalJsonBytes(entry)),
      index,
      size: checkpoint.size,
      proof: proof.map(fromHexadecimal),
      root: fromHexadecimal(checkpoint.root),
    })
  );
}

/** Whether the later tree continues the earlier one. */
export function checkpointContinues(
  sha256: Sha256,
  earlier: AuditCheckpoint,
  later: AuditCheckpoint,
  path: readonly string[],
): boolean {
  return (
    earlier.origin === later.origin &&
    verifyConsistency(sha256, {
      first: earlier.size,
      second: later.size,
      firstRoot: fromHexadecimal(earlier.root),
      secondRoot: fromHexadecimal(later.root),
      proof: path.map(fromHexadecimal),
    })
  );
}
