import { z } from 'zod';
import { digest, id } from '../../contract/fields.ts';
import { unitLeaf } from './certificate.ts';
import { certificateNumber, count } from './certificate-fields.ts';
import { fromHexadecimal } from './hexadecimal.ts';
import { type Sha256, verifyInclusion } from './merkle-tree.ts';

export const personProofFormat = 'ashbook-person-proof/1';

/** The random code of a receipt, 16 to 32 bytes in hexadecimal: known to the person, and destroyed with their data here. */
export const receiptCode = z.string().regex(/^(?:[0-9a-f]{2}){16,32}$/u);

/**
 * That record units of whoever holds this receipt are among those a certificate speaks of. It names nobody: without the code it
 * could not have been made, and it says no more than the certificate does.
 */
export const personProof = z.strictObject({
  format: z.literal(personProofFormat),
  receiptCode,
  certificate: z.strictObject({
    number: certificateNumber,
    /** SHA-256 of the certificate's content. */
    digest,
    /** Root over the leaves of all its units. */
    unitsRoot: digest,
    units: count,
  }),
  units: z
    .array(
      z.strictObject({
        unitId: id,
        /** Place of the leaf in the tree, which is ordered by the leaves' values. */
        index: count,
        /** Hashes from the leaf up (RFC 9162, section 2.1.3). */
        proof: z.array(digest).max(64),
      }),
    )
    .min(1)
    .max(1000),
});
export type PersonProof = z.infer<typeof personProof>;

/** Whether every unit of the proof is in the tree of the certificate it names. */
export function personProofHolds(
  sha256: Sha256,
  { receiptCode: code, certificate, units }: PersonProof,
): boolean {
  return units.every(({ unitId, index, proof }) =>
    verifyInclusion(sha256, {
      leafHash: unitLeaf(sha256, unitId, code),
      index,
      size: certificate.units,
      proof: proof.map(fromHexadecimal),
      root: fromHexadecimal(certificate.unitsRoot),
    }),
  );
}
