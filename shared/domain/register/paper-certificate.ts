import { z } from 'zod';
import { digest, filledLine, id, instant } from '../../contract/fields.ts';
import { batchFacts, batchSignature, batchStatement } from '../destruction/paper-batch.ts';
import { sealNumber } from '../destruction/paper-custody.ts';
import { compareLevels, type SecurityLevel } from '../destruction/paper-security.ts';
import { fromBase64 } from './base64.ts';
import { canonicalJsonBytes } from './canonical-json.ts';
import { count, staff } from './certificate-fields.ts';
import { toHexadecimal } from './hexadecimal.ts';
import type { Sha256 } from './merkle-tree.ts';

/**
 * What a certificate says of paper (DOMAIN.md, "Paper certificate"; ERASURE.md, "Paper"). No program sees paper go: what is stated
 * is what operator and witness signed, batch by batch, and from whose hands into whose the paper went before.
 */
const signedBatch = z.strictObject({
  facts: batchFacts,
  /** SHA-256 of the canonical JSON of the facts: what both signed. */
  digest,
  operator: z.strictObject({ user: staff, signed: batchSignature }),
  /** Null only where a vendor took it away. */
  witness: z.strictObject({ user: staff, signed: batchSignature }).nullable(),
});
export type CertifiedBatch = z.infer<typeof signedBatch>;

const handOver = z.strictObject({
  at: instant,
  place: filledLine(120),
  seals: z.array(sealNumber).min(1).max(1000),
  from: staff,
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('staff'), user: staff }),
    z.strictObject({ kind: z.literal('vendor'), name: filledLine(120) }),
  ]),
  /** Both sides signed, on the screen or on a sheet that was scanned. */
  signedOn: z.enum(['screen', 'paper']),
});
export type CertifiedHandOver = z.infer<typeof handOver>;

export const paperPart = z.strictObject({
  counts: z.strictObject({
    units: count,
    boxes: count,
    folders: count,
    documents: count,
    /** As registered; null where a unit was never counted. */
    sheets: count.nullable(),
  }),
  batches: z.array(signedBatch).max(1000),
  custody: z.array(handOver).max(10_000),
  /** On the order, but taken off it before anything happened to them. */
  leftOut: z.array(id).max(100_000),
});
export type PaperPart = z.infer<typeof paperPart>;

export const paperNotVerifiedCodes = ['content_of_units', 'particle_size', 'vendor_premises'] as const;
export const paperNotCoveredCodes = [
  'plaintext_exported_or_printed',
  'copies_never_registered',
  'reconstruction_of_particles',
] as const;

interface Tools {
  readonly sha256: Sha256;
  readonly verify: (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean;
}

/**
 * Whether the facts are what was signed, and operator and witness signed them with the keys named. Of a signature on paper only the
 * scan's digest is here: that sheet has to be looked at.
 */
export function batchIsSigned(
  { facts, digest: stated, operator, witness }: CertifiedBatch,
  tools: Tools,
): boolean {
  if (toHexadecimal(tools.sha256(canonicalJsonBytes(facts))) !== stated) return false;
  const signatories = [
    { duty: 'operator' as const, ...operator },
    ...(witness === null ? [] : [{ duty: 'witness' as const, ...witness }]),
  ];
  return signatories.every(({ duty, user, signed }) => {
    if (signed.way === 'paper') return true;
    const statement = batchStatement.parse({
      format: 'ashbook-batch-statement/1',
      duty,
      batchId: facts.id,
      batchDigest: stated,
      user,
      at: signed.at,
    });
    return tools.verify(
      canonicalJsonBytes(statement),
      fromBase64(signed.signature),
      fromBase64(signed.publicKey),
    );
  });
}

export function signedOnPaper({ operator, witness }: CertifiedBatch): boolean {
  return operator.signed.way === 'paper' || witness?.signed.way === 'paper';
}

/** What is not verified of paper: what a vendor did at its own premises only where one did. */
export function paperNotVerified(part: PaperPart): (typeof paperNotVerifiedCodes)[number][] {
  const atVendor = part.batches.some(({ facts }) => facts.vendor !== null && facts.place === 'off_site');
  return paperNotVerifiedCodes.filter((code) => code !== 'vendor_premises' || atVendor);
}

interface OrderOfPaper {
  readonly id: string;
  readonly digest: string;
  readonly requester: { readonly user: { readonly id: string } };
  readonly approvals: readonly { readonly user: { readonly id: string } }[];
}

interface UnitOfPaper {
  readonly unitId: string;
  readonly paper: {
    readonly kind: 'box' | 'folder' | 'document';
    readonly sheets: number | null;
    readonly levelNeeded: SecurityLevel;
  };
}

/** What contradicts itself in the part about paper: codes, each with where it stands. */
export function contradictionsOfPaper(
  order: OrderOfPaper,
  units: readonly UnitOfPaper[],
  part: PaperPart,
): { code: string; path: (string | number)[] }[] {
  const found: { code: string; path: (string | number)[] }[] = [];
  const say = (code: string, ...path: (string | number)[]) => found.push({ code, path: ['paper', ...path] });
  const ofKind = (kind: UnitOfPaper['paper']['kind']) =>
    units.filter(({ paper }) => paper.kind === kind).length;
  const { counts } = part;
  const sheets = units.some(({ paper }) => paper.sheets === null)
    ? null
    : units.reduce((sum, { paper }) => sum + (paper.sheets ?? 0), 0);
  if (
    counts.units !== units.length ||
    counts.boxes !== ofKind('box') ||
    counts.folders !== ofKind('folder') ||
    counts.documents !== ofKind('document') ||
    counts.sheets !== sheets
  )
    say('units_miscounted', 'counts');
  const inBatches = part.batches.flatMap(({ facts }) => facts.unitIds);
  const listed = new Set(units.map(({ unitId }) => unitId));
  if (new Set(inBatches).size !== inBatches.length) say('unit_destroyed_twice', 'batches');
  if (inBatches.length !== listed.size || inBatches.some((unitId) => !listed.has(unitId)))
    say('units_and_batches_differ', 'batches');
  if (part.leftOut.some((unitId) => listed.has(unitId))) say('unit_left_out_and_destroyed', 'leftOut');
  const deciders = new Set(order.approvals.map(({ user }) => user.id));
  for (const [place, { facts, operator, witness }] of part.batches.entries()) {
    if (facts.order.id !== order.id || facts.order.digest !== order.digest)
      say('batch_of_another_order', 'batches', place);
    if (facts.operatorId !== operator.user.id || facts.witnessId !== (witness?.user.id ?? null))
      say('signed_by_another', 'batches', place);
    // Four eyes, and destroying is a duty of its own (DOMAIN.md, "What auditors ask"; decisions 0006 and 0180).
    if (operator.user.id === order.requester.user.id || deciders.has(operator.user.id))
      say('duties_not_separated', 'batches', place);
    if (witness !== null && deciders.has(witness.user.id)) say('duties_not_separated', 'batches', place);
    const needed = units.filter(({ unitId }) => facts.unitIds.includes(unitId));
    if (needed.some(({ paper }) => compareLevels(facts.levelNeeded, paper.levelNeeded) < 0))
      say('level_needed_understated', 'batches', place);
  }
  return found;
}
