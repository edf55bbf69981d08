import { z } from 'zod';
import { digest, filledLine, id, instant } from '../../contract/fields.ts';
import { leftOutReason } from '../destruction/order.ts';
import { batchFacts, batchSignature, batchStatement } from '../destruction/paper-batch.ts';
import { type Custodian, isUnbroken, sealNumber } from '../destruction/paper-custody.ts';
import { goesInto, type OrderedPart, sheetsLeft } from '../destruction/paper-part.ts';
import { compareLevels, isByHand, type SecurityLevel } from '../destruction/paper-security.ts';
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
    /** Parts of records of which the rest stays; only where there are any. They count as no box, folder or document. */
    parts: count.optional(),
    /** As registered; null where a unit was never counted. */
    sheets: count.nullable(),
  }),
  batches: z.array(signedBatch).max(1000),
  custody: z.array(handOver).max(10_000),
  /** On the order, but taken off it before anything happened to them. */
  leftOut: z.array(z.strictObject({ unitId: id, reason: leftOutReason })).max(100_000),
});
export type PaperPart = z.infer<typeof paperPart>;

export const paperNotVerifiedCodes = [
  'content_of_units',
  'particle_size',
  'vendor_premises',
  // Of what was covered or punched by hand.
  'legibility_of_parts',
] as const;
export const paperNotCoveredCodes = [
  'plaintext_exported_or_printed',
  'copies_never_registered',
  'reconstruction_of_particles',
  // Of parts: whatever else stands in the record they were taken from.
  'rest_of_divided_records',
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

/** What is not verified of paper: what a vendor did at its own premises only where one did, and so on. */
export function paperNotVerified({ batches }: PaperPart): (typeof paperNotVerifiedCodes)[number][] {
  const applies: Partial<Record<(typeof paperNotVerifiedCodes)[number], boolean>> = {
    vendor_premises: batches.some(({ facts }) => facts.vendor !== null && facts.place === 'off_site'),
    particle_size: batches.some(({ facts }) => !isByHand(facts.method)),
    legibility_of_parts: batches.some(({ facts }) => isByHand(facts.method)),
  };
  return paperNotVerifiedCodes.filter((code) => applies[code] ?? true);
}

/** What is not covered: the rest of a record only where a part of it was destroyed. */
export function paperNotCovered({ counts, batches }: PaperPart): (typeof paperNotCoveredCodes)[number][] {
  const applies: Partial<Record<(typeof paperNotCoveredCodes)[number], boolean>> = {
    reconstruction_of_particles: batches.some(({ facts }) => !isByHand(facts.method)),
    rest_of_divided_records: (counts.parts ?? 0) > 0,
  };
  return paperNotCoveredCodes.filter((code) => applies[code] ?? true);
}

interface DeedOfPaper {
  readonly user: { readonly id: string };
  /** For whom, where somebody stood in. */
  readonly onBehalfOf?: { readonly id: string } | undefined;
}

interface OrderOfPaper {
  readonly id: string;
  readonly digest: string;
  readonly requester: DeedOfPaper;
  readonly approvals: readonly DeedOfPaper[];
}

/** Whoever did it, and whoever it was done for. */
export function peopleOfDeed({ user, onBehalfOf }: DeedOfPaper): string[] {
  return onBehalfOf === undefined ? [user.id] : [user.id, onBehalfOf.id];
}

interface UnitOfPaper {
  readonly unitId: string;
  readonly paper: {
    readonly kind: 'box' | 'folder' | 'document';
    readonly sheets: number | null;
    readonly levelNeeded: SecurityLevel;
    readonly part?: OrderedPart | undefined;
  };
}

/** What is left of a record of which a part was destroyed, in sheets; null where they were never counted. */
export function sheetsThatStay({ paper: { part, sheets } }: UnitOfPaper): number | null {
  return part === undefined ? 0 : sheetsLeft(part.sheetsOfWhole, part.way, sheets ?? 0);
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
    units.filter(({ paper }) => paper.kind === kind && paper.part === undefined).length;
  const parts = units.flatMap(({ paper }) => (paper.part === undefined ? [] : [paper.part]));
  const { counts } = part;
  const sheets = units.some(({ paper }) => paper.sheets === null)
    ? null
    : units.reduce((sum, { paper }) => sum + (paper.sheets ?? 0), 0);
  if (
    counts.units !== units.length ||
    counts.boxes !== ofKind('box') ||
    counts.folders !== ofKind('folder') ||
    counts.documents !== ofKind('document') ||
    (counts.parts ?? 0) !== parts.length ||
    counts.sheets !== sheets
  )
    say('units_miscounted', 'counts');
  const inBatches = part.batches.flatMap(({ facts }) => facts.unitIds);
  const listed = new Set(units.map(({ unitId }) => unitId));
  if (new Set(inBatches).size !== inBatches.length) say('unit_destroyed_twice', 'batches');
  if (inBatches.length !== listed.size || inBatches.some((unitId) => !listed.has(unitId)))
    say('units_and_batches_differ', 'batches');
  if (part.leftOut.some(({ unitId }) => listed.has(unitId))) say('unit_left_out_and_destroyed', 'leftOut');
  // Of a record that is destroyed nothing stays, and one order takes one part of each.
  const wholes = parts.map(({ wholeId }) => wholeId);
  if (new Set(wholes).size !== wholes.length || wholes.some((wholeId) => listed.has(wholeId)))
    say('part_of_what_is_destroyed', 'batches');
  for (const chain of chainsOf(part.custody)) {
    const [taken] = chain;
    if (taken !== undefined && !isUnbroken(taken.from, chain)) say('custody_broken', 'custody');
  }
  const deciders = new Set(order.approvals.flatMap(peopleOfDeed));
  const requesters = new Set(peopleOfDeed(order.requester));
  for (const [place, { facts, operator, witness }] of part.batches.entries()) {
    if (facts.order.id !== order.id || facts.order.digest !== order.digest)
      say('batch_of_another_order', 'batches', place);
    if (facts.operatorId !== operator.user.id || facts.witnessId !== (witness?.user.id ?? null))
      say('signed_by_another', 'batches', place);
    // Four eyes, and destroying is a duty of its own (DOMAIN.md, "What auditors ask"; decisions 0006 and 0180).
    if (requesters.has(operator.user.id) || deciders.has(operator.user.id))
      say('duties_not_separated', 'batches', place);
    if (witness !== null && deciders.has(witness.user.id)) say('duties_not_separated', 'batches', place);
    const needed = units.filter(({ unitId }) => facts.unitIds.includes(unitId));
    if (needed.some(({ paper }) => compareLevels(facts.levelNeeded, paper.levelNeeded) < 0))
      say('level_needed_understated', 'batches', place);
    if (needed.some(({ paper }) => !goesInto(facts.method, paper.part?.way ?? null)))
      say('part_by_other_means', 'batches', place);
  }
  return found;
}

/** Container by container, from whose hands into whose it went; who sealed it is not said, so a chain begins with who gave it first. */
function chainsOf(custody: readonly CertifiedHandOver[]): { from: Custodian; to: Custodian }[][] {
  const bySeal = new Map<string, { from: Custodian; to: Custodian }[]>();
  for (const { seals, from, to } of custody) {
    const step = {
      from: { kind: 'staff' as const, id: from.id },
      to:
        to.kind === 'staff'
          ? { kind: 'staff' as const, id: to.user.id }
          : { kind: 'vendor' as const, id: to.name },
    };
    for (const seal of seals) bySeal.set(seal, [...(bySeal.get(seal) ?? []), step]);
  }
  return [...bySeal.values()];
}
