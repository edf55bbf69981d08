import {
  type CertificateEnvelope,
  type DestructionContent,
  electronicFieldsOf,
  paperFieldsOf,
  unitIdsOf,
} from './certificate.ts';
import { toHexadecimal } from './hexadecimal.ts';
import type { Sha256 } from './merkle-tree.ts';

export function toHexadecimalDigest(sha256: Sha256, bytes: Uint8Array): string {
  return toHexadecimal(sha256(bytes));
}

function wordsOfDestruction(content: DestructionContent): string[] {
  const electronic = electronicFieldsOf(content);
  const batches = paperFieldsOf(content)?.paper.batches ?? [];
  return [
    content.order.number,
    content.order.digest,
    content.unitsRoot,
    electronic?.method.tool.version ?? '',
    ...unitIdsOf(content),
    ...(electronic?.keyCopies.outstanding ?? []).map(({ reference }) => reference),
    ...content.knownCopies.map(({ reference }) => reference),
    ...(electronic?.media ?? []).flatMap(({ manufacturer, model, serialNumber, propertyNumber, source }) =>
      [manufacturer, model, serialNumber, propertyNumber, source].filter((word) => word !== null),
    ),
    ...(content.supersedes === null
      ? []
      : [content.supersedes.number, content.supersedes.digest, content.supersedes.by.signature]),
    ...batches.flatMap(({ facts, digest }) => [
      facts.number,
      digest,
      facts.machine?.number ?? facts.vendor?.name ?? '',
      facts.vendor?.certificate?.number ?? '',
    ]),
  ];
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
    content.kind === 'completion'
      ? [
          content.completes.number,
          content.completes.digest,
          content.completes.order.number,
          ...content.copies.map(({ reference }) => reference),
        ]
      : wordsOfDestruction(content);
  return [...common, ...own].map((word) => word.replaceAll(/\s+/gu, ''));
}
