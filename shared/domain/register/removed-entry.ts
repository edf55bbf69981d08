import { z } from 'zod';
import { digest } from '../../contract/fields.ts';
import { auditCheckpoint, certifyingOffice, count, publicKey } from './certificate-fields.ts';
import type { VerifyEd25519 } from './checkpoint.ts';
import { removalIsApproved, signedRemoval } from './evidence-removal.ts';
import { fromHexadecimal } from './hexadecimal.ts';
import { type Sha256, verifyInclusion } from './merkle-tree.ts';

export const removedEntryFormat = 'ashbook-removed-entry/1';

/**
 * That an entry stood in the log of a checkpoint though its content was removed by rule: its leaf hash with the inclusion proof, and
 * what the two people signed who stand for the removal.
 */
export const removedEntry = z.strictObject({
  format: z.literal(removedEntryFormat),
  office: certifyingOffice,
  index: count,
  leafHash: digest,
  /** Hashes from the leaf up, hexadecimal (RFC 9162, section 2.1.3). */
  proof: z.array(digest).max(128),
  checkpoint: auditCheckpoint,
  /** Ed25519 key of the office, 32 raw bytes, Base64. */
  publicKey,
  removal: z.array(signedRemoval).length(2),
});
export type RemovedEntry = z.infer<typeof removedEntry>;

export function leafIsIncluded(
  sha256: Sha256,
  { index, leafHash, proof, checkpoint }: RemovedEntry,
): boolean {
  return verifyInclusion(sha256, {
    leafHash: fromHexadecimal(leafHash),
    index,
    size: checkpoint.size,
    proof: proof.map(fromHexadecimal),
    root: fromHexadecimal(checkpoint.root),
  });
}

/** Whether two people of this office stand for a removal that covers the entry. */
export function removalCovers({ office, index, removal }: RemovedEntry, verify: VerifyEd25519): boolean {
  return (
    removalIsApproved(removal, verify) &&
    removal.every(
      ({ statement: { officeId, extent } }) =>
        officeId === office.id && extent.kind === 'audit_log' && index < extent.size,
    )
  );
}
