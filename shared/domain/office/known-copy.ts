import { z } from 'zod';

/**
 * The register of known copies: everything outside the data folder that the office knows to hold its records or its keys.
 *
 * Three sorts, which a destruction treats differently (docs/decisions/0020-which-copies-make-a-certificate-conditional.md):
 * a copy of the keys can open what was destroyed until it is brought up to a later epoch; plaintext can be read as it is; a
 * backup is ciphertext whose keys are gone, so it is listed and no more.
 */
export const knownCopyKinds = [
  'backup',
  'vault_copy',
  'export',
  'print',
  'provided_to_vendor',
  'provided_to_recipient',
  'paper_duplicate',
] as const;
export const knownCopyKind = z.enum(knownCopyKinds);
export type KnownCopyKind = z.infer<typeof knownCopyKind>;

/** What can be read without any key of the office. */
export const plaintextKinds = [
  'export',
  'print',
  'provided_to_vendor',
  'provided_to_recipient',
  'paper_duplicate',
] as const satisfies readonly KnownCopyKind[];
export type PlaintextKind = (typeof plaintextKinds)[number];

/** How a copy ended. A lost one has not: somebody may have it, and it may be found. */
export const copyEnding = z.enum(['destroyed', 'returned', 'lost']);
export type CopyEnding = z.infer<typeof copyEnding>;

/** What can be reported of a copy. Keys and backups are not handed back: they are destroyed, or refreshed. */
export function endingsOf(kind: KnownCopyKind): readonly CopyEnding[] {
  return kind === 'backup' || kind === 'vault_copy'
    ? ['destroyed', 'lost']
    : ['destroyed', 'returned', 'lost'];
}

export interface CopyStanding {
  readonly kind: KnownCopyKind;
  /** Null while it is open. */
  readonly how: CopyEnding | null;
  /** Of a copy of the keys: the epoch it holds. */
  readonly epoch: number | null;
}

/** Open, or lost: it may still be somewhere. */
export function isOutstanding(copy: Pick<CopyStanding, 'how'>): boolean {
  return copy.how === null || copy.how === 'lost';
}

/**
 * Whether what was destroyed could still be read with this copy. For copies that concern the units of the destruction only.
 * @param destroyedAtEpoch the first epoch whose vault held none of the destroyed keys
 */
export function canStillBeRead(copy: CopyStanding, destroyedAtEpoch: number): boolean {
  if (!isOutstanding(copy) || copy.kind === 'backup') return false;
  return copy.kind === 'vault_copy' ? (copy.epoch ?? 0) < destroyedAtEpoch : true;
}

/** How certificates and people name a copy: `KC-0007`. */
export function copyReference(number: number): string {
  return `KC-${String(number).padStart(4, '0')}`;
}
