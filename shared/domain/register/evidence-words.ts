import type { CertificateEnvelope } from './certificate.ts';
import { toHexadecimal } from './hexadecimal.ts';
import type { Sha256 } from './merkle-tree.ts';

export function toHexadecimalDigest(sha256: Sha256, bytes: Uint8Array): string {
  return toHexadecimal(sha256(bytes));
}

/**
 * What a certificate prints as it stands in its data, whatever the language: numbers, digests, signatures, every unit and every
 * copy. Without white space, since a line may break anywhere.
 */
export function printedWords(envelope: CertificateEnvelope): string[] {
  const { content, digest, signature, publicKey } = envelope;
  const common = [
    content.number,
    content.office.name,
    digest,
    signature,
    publicKey,
    content.audit.origin,
    content.audit.root,
    content.audit.signature,
  ];
  const own =
    content.kind === 'electronic'
      ? [
          content.order.number,
          content.order.digest,
          content.unitsRoot,
          content.method.tool.version,
          ...content.units.map(({ unitId }) => unitId),
          ...content.keyCopies.outstanding.map(({ reference }) => reference),
          ...content.knownCopies.map(({ reference }) => reference),
        ]
      : [
          content.completes.number,
          content.completes.digest,
          content.completes.order.number,
          ...content.copies.map(({ reference }) => reference),
        ];
  return [...common, ...own].map((word) => word.replaceAll(/\s+/gu, ''));
}
