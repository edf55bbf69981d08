import { z } from 'zod';
import { digest, id, instant, plainDate } from '../../contract/fields.ts';
import { occasions, scheduleTerms } from '../destruction/execution-window.ts';
import { orderedPaper, orderUnit } from '../destruction/order.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { canonicalJson, canonicalJsonBytes } from './canonical-json.ts';
import {
  auditCheckpoint,
  certificateFormat,
  certificateNumber,
  certifiedStorageFacts,
  certifyingOffice,
  certifyingTool,
  count,
  keyCopyKinds,
  publicKey,
  recordCopyKinds,
  reference,
  signature,
  signedByStaff,
  staff,
  timeZone,
} from './certificate-fields.ts';
import { completionContent } from './completion.ts';
import { compareBytes, toHexadecimal } from './hexadecimal.ts';
import { hashLeaf, merkleRoot, type Sha256 } from './merkle-tree.ts';
import {
  contradictionsOfPaper,
  paperNotCoveredCodes,
  paperNotVerifiedCodes,
  paperPart,
  peopleOfDeed,
} from './paper-certificate.ts';
import { contradictionsOfSchedule } from './scheduled-certificate.ts';
import { certifiedMedium } from './storage-medium.ts';
import { supersession } from './supersession.ts';

export { certificateFormat, certificateNumber } from './certificate-fields.ts';

/**
 * One signed deed. The signature is over the canonical JSON of the `deedStatement` in destruction/order.ts, which can be put
 * together again from what stands here, so that it can be checked without the office.
 */
const signedDeed = signedByStaff.extend({
  /** Of an approval by somebody who stood in: for whom. */
  onBehalfOf: staff.optional(),
  /** Of an operator who did not carry it out by hand: the terms under which they ordered the application to. */
  scheduled: scheduleTerms.optional(),
});
export type CertificateDeed = z.infer<typeof signedDeed>;

export const verificationChecks = [
  'database_key_superseded',
  'data_keys_absent',
  'sampled_ciphertext_unreadable',
  'superseded_files_absent',
  'rows_absent',
  'attachments_absent',
  'no_residue',
  'counts_match',
] as const;
export const verificationCheck = z.enum(verificationChecks);
export type VerificationCheck = z.infer<typeof verificationCheck>;

/** The outcome of one check, and the numbers or codes that were compared to come to it. */
export const verificationFinding = z.strictObject({
  check: verificationCheck,
  result: z.enum(['pass', 'fail', 'unknown']),
  compared: z.record(
    z
      .string()
      .max(40)
      .regex(/^[a-z][A-Za-z0-9_]*$/u),
    z.union([
      z
        .string()
        .max(128)
        .regex(/^[\x20-\x7e]*$/u),
      z.int(),
    ]),
  ),
});
export type VerificationFinding = z.infer<typeof verificationFinding>;

export const notVerifiedCodes = [
  'physical_media',
  'memory_of_other_programs',
  'swap_and_hibernation',
] as const;
export const notCoveredCodes = [
  'plaintext_exported_or_printed',
  'copies_never_registered',
  'flash_superseded_key_blocks',
] as const;

export const electronicTechnique = 'cryptographic erase + deletion + re-encryption';

/** What there was of people when the application began by itself. Nobody attended to it in any of these. */
export const deskStates = ['in_use', 'locked', 'nobody'] as const;

/** How the application came to begin by itself. */
export const byApplication = z.strictObject({
  occasion: z.enum(occasions),
  /** Of the window it was carried out in, or that was missed and made up for. */
  windowOpenedAt: instant,
  desk: z.enum(deskStates),
});
export type ByApplication = z.infer<typeof byApplication>;

/** The destruction has happened when the certificate is written: a bound that an office could reach would leave it without one. */
const copiesNamed = 100_000;

const certifiedUnit = orderUnit.omit({ paper: true }).extend({ form: z.literal('electronic') });
export type CertifiedUnit = z.infer<typeof certifiedUnit>;
const certifiedPaperUnit = orderUnit.extend({ form: z.literal('paper'), paper: orderedPaper });
export type CertifiedPaperUnit = z.infer<typeof certifiedPaperUnit>;

const common = {
  format: z.literal(certificateFormat),
  number: certificateNumber,
  office: certifyingOffice,
  issuedAt: instant,
  timeZone,
  /** Of a correction: the certificate it takes the place of. Both stay. */
  supersedes: supersession.nullable(),
  knownCopies: z
    .array(z.strictObject({ kind: z.enum(recordCopyKinds), reference: reference(60), since: plainDate }))
    .max(copiesNamed),
  conditional: z.boolean(),
  /** Merkle root over the salted leaves of the units (`unitLeaf`); the leaves themselves stay with the office. */
  unitsRoot: digest,
  audit: auditCheckpoint,
};

const certifiedOrder = {
  id,
  number: reference(40),
  /** SHA-256 of the order document's canonical JSON: what the people below signed. */
  digest,
  requester: signedDeed,
  approvals: z.array(signedDeed).min(1).max(10),
};

/**
 * The machine-readable certificate of destruction (design: ERASURE.md, "What a certificate says"). It states what was done,
 * what was verified, what was not, and what it does not cover, and never a bare "unrecoverable".
 *
 * There is no field for personal data: units are random ids, staff are a number and their roles, references are codes. Every
 * object is strict and every text bounded, so that nothing else can travel along.
 */
const electronicFields = {
  ...common,
  order: z.strictObject({ ...certifiedOrder, operator: signedDeed }),
  units: z.array(certifiedUnit).min(1).max(100_000),
  /** Of the order as it was signed: what a hold stopped before the point of no return, and what is therefore still kept. */
  leftOut: z
    .array(z.strictObject({ unitId: id, reason: z.enum(['held']) }))
    .max(100_000)
    .optional(),
  counts: z.strictObject({ units: count, people: count, payloads: count, attachments: count }),
  method: z.strictObject({
    technique: z.literal(electronicTechnique),
    /** Of the record payloads and attachments, and of the database's pages. */
    cipher: z.strictObject({ payloads: z.literal('aes-256-gcm'), pages: z.enum(['aegis', 'sqlcipher']) }),
    keyStrengthBits: z.literal(256),
    tool: certifyingTool,
    epochBefore: count,
    epochAfter: count,
    startedAt: instant,
    finishedAt: instant,
    /** Only where nobody carried it out by hand (decision 0230): the application did, as the operator had scheduled it. */
    byApplication: byApplication.optional(),
  }),
  verification: z.array(verificationFinding).length(verificationChecks.length),
  keyCopies: z.strictObject({
    allRotated: z.boolean(),
    outstanding: z
      .array(z.strictObject({ kind: z.enum(keyCopyKinds), sinceEpoch: count, reference: reference(60) }))
      .max(copiesNamed),
  }),
  /** The media the records lay on (NIST SP 800-88 r2, section 4.6). They go on in use: nothing is claimed of them as a whole. */
  media: z.array(certifiedMedium).min(1).max(20),
  storageFacts: certifiedStorageFacts,
  notVerified: z.array(z.enum(notVerifiedCodes)).max(notVerifiedCodes.length),
  notCovered: z.array(z.enum(notCoveredCodes)).max(notCoveredCodes.length),
};

/** What is said of electronic records, alone or beside paper. */
export type ElectronicFields = Omit<z.infer<z.ZodObject<typeof electronicFields>>, never>;

const paperFields = {
  paperUnits: z.array(certifiedPaperUnit).min(1).max(100_000),
  paper: paperPart,
  paperNotVerified: z.array(z.enum(paperNotVerifiedCodes)).max(paperNotVerifiedCodes.length),
  paperNotCovered: z.array(z.enum(paperNotCoveredCodes)).max(paperNotCoveredCodes.length),
};

/** What is said of paper, alone or beside electronic records. */
export type PaperFields = z.infer<z.ZodObject<typeof paperFields>> & {
  order: Omit<ElectronicFields['order'], 'operator'>;
};

type Contradict = (message: string, ...path: (string | number)[]) => void;

const contradicting =
  <Content>(check: (content: Content, contradiction: Contradict) => void) =>
  (
    content: Content,
    context: { addIssue(issue: { code: 'custom'; message: string; path: (string | number)[] }): void },
  ) =>
    check(content, (message, ...path) => context.addIssue({ code: 'custom', message, path }));

function checkElectronic(content: ElectronicFields, contradiction: Contradict): void {
  const { order, method } = content;
  if (content.counts.units !== content.units.length) contradiction('units_miscounted', 'counts', 'units');
  const listed = [...content.units, ...(content.leftOut ?? [])].map((unit) => unit.unitId);
  if (new Set(listed).size !== listed.length) contradiction('unit_listed_twice', 'units');
  if (method.epochAfter <= method.epochBefore) contradiction('epoch_not_advanced', 'method', 'epochAfter');
  if (method.finishedAt < method.startedAt) contradiction('finished_before_started', 'method', 'finishedAt');
  // Four eyes, and destroying is a duty of its own (DOMAIN.md, "What auditors ask").
  const people = [order.requester, ...order.approvals, order.operator].flatMap(peopleOfDeed);
  if (new Set(people).size !== people.length) contradiction('duties_not_separated', 'order');
  for (const code of contradictionsOfSchedule(order.operator, method))
    contradiction(code, 'method', 'byApplication');
  // A certificate exists only when every check was made and passed; anything else leaves the order open.
  const passed = content.verification
    .filter((finding) => finding.result === 'pass')
    .map(({ check }) => check);
  if (new Set(passed).size !== verificationChecks.length)
    contradiction('verification_incomplete', 'verification');
  if (content.keyCopies.allRotated !== (content.keyCopies.outstanding.length === 0)) {
    contradiction('key_copies_contradict', 'keyCopies');
  }
  if (content.conditional !== isConditional(content)) contradiction('condition_misstated', 'conditional');
  if (content.media.some((medium) => medium.method !== 'none'))
    contradiction('medium_not_sanitized', 'media');
}

function checkPaper(content: PaperFields, contradiction: Contradict): void {
  const { order, paperUnits, paper } = content;
  if (new Set(paperUnits.map(({ unitId }) => unitId)).size !== paperUnits.length)
    contradiction('unit_listed_twice', 'paperUnits');
  for (const { code, path } of contradictionsOfPaper(order, paperUnits, paper)) contradiction(code, ...path);
}

const electronicContent = z
  .strictObject({ kind: z.literal('electronic'), ...electronicFields })
  .superRefine(contradicting(checkElectronic));

/** Of an order that held paper alone: witnessed, not verified by a program (ERASURE.md, "Paper"). */
const paperContent = z
  .strictObject({
    kind: z.literal('paper'),
    ...common,
    order: z.strictObject({ ...certifiedOrder }),
    ...paperFields,
    tool: certifyingTool,
  })
  .superRefine(
    contradicting((content, contradiction) => {
      checkPaper(content, contradiction);
      const people = [content.order.requester, ...content.order.approvals].flatMap(peopleOfDeed);
      if (new Set(people).size !== people.length) contradiction('duties_not_separated', 'order');
      if (content.conditional !== isConditional(content)) contradiction('condition_misstated', 'conditional');
    }),
  );

/** Of an order that held both: there is one only when both are done. */
const mixedContent = z
  .strictObject({ kind: z.literal('mixed'), ...electronicFields, ...paperFields })
  .superRefine(
    contradicting((content, contradiction) => {
      checkElectronic(content, contradiction);
      checkPaper(content, contradiction);
    }),
  );

export type ElectronicContent = z.infer<typeof electronicContent>;
export type PaperContent = z.infer<typeof paperContent>;
export type MixedContent = z.infer<typeof mixedContent>;
/** A certificate of a destruction, of whatever was destroyed. */
export type DestructionContent = ElectronicContent | PaperContent | MixedContent;

export const certificateContentSchema = z.discriminatedUnion('kind', [
  electronicContent,
  paperContent,
  mixedContent,
  completionContent,
]);
export type CertificateContent = z.infer<typeof certificateContentSchema>;

export const certificateEnvelopeSchema = z.strictObject({
  content: certificateContentSchema,
  /** SHA-256 of the content's canonical JSON. */
  digest,
  /** The office's Ed25519 signature over `certificateSignedBytes(digest)`, Base64. */
  signature,
  /** The office's Ed25519 key, 32 raw bytes, Base64. */
  publicKey,
});
export type CertificateEnvelope = z.infer<typeof certificateEnvelopeSchema>;
/** An envelope of one kind of certificate. */
export type EnvelopeOf<Content extends CertificateContent> = Omit<CertificateEnvelope, 'content'> & {
  content: Content;
};

/**
 * While somebody may hold a key from before, what was destroyed could still be opened; and while a registered copy in plaintext
 * is out, it can be read as it is. The certificate must say so. A backup alone opens nothing.
 */
export function isConditional(content: {
  /** None of paper, which no key opens. */
  keyCopies?: { outstanding: readonly unknown[] };
  knownCopies: readonly { kind: string }[];
}): boolean {
  const keysOutstanding = content.keyCopies?.outstanding.length ?? 0;
  return keysOutstanding > 0 || content.knownCopies.some(({ kind }) => kind !== 'backup');
}

/** The content of a destruction's certificate. Throws a TypeError where it is the completion of another. */
export function destructionContentOf({ content }: CertificateEnvelope): DestructionContent {
  if (content.kind === 'completion') throw new TypeError('a completion, not a certificate of destruction');
  return content;
}

/** What it says of electronic records; null where there were none. */
export function electronicFieldsOf(content: DestructionContent): ElectronicContent | MixedContent | null {
  return content.kind === 'paper' ? null : content;
}

/** What it says of paper; null where there was none. */
export function paperFieldsOf(content: DestructionContent): PaperContent | MixedContent | null {
  return content.kind === 'electronic' ? null : content;
}

/** The ids of all units of a destruction, electronic first. */
export function unitIdsOf(content: DestructionContent): string[] {
  const electronic = electronicFieldsOf(content)?.units ?? [];
  const paper = paperFieldsOf(content)?.paperUnits ?? [];
  return [...electronic, ...paper].map(({ unitId }) => unitId);
}

/**
 * What a certificate says of electronic records, as one that says nothing else would: a mixed one says it in the same words. Throws a
 * TypeError where it says nothing of any.
 */
export function electronicContentOf({ content }: CertificateEnvelope): ElectronicContent {
  if (content.kind === 'electronic') return content;
  if (content.kind !== 'mixed') throw new TypeError(`a certificate of kind ${content.kind}`);
  const { paper: _, paperUnits: __, paperNotVerified: ___, paperNotCovered: ____, ...electronic } = content;
  return { ...electronic, kind: 'electronic' };
}

/** The copies that make a certificate conditional: of keys, and of records that can be read as they are. */
export function copiesNamedIn(content: DestructionContent) {
  return [
    ...(electronicFieldsOf(content)?.keyCopies.outstanding ?? []),
    ...content.knownCopies.filter(({ kind }) => kind !== 'backup'),
  ];
}

/** SHA-256 of the canonical JSON, hexadecimal. */
export function certificateDigest(sha256: Sha256, content: CertificateContent): string {
  return toHexadecimal(sha256(canonicalJsonBytes(content)));
}

/** What the office signs. The format stands in front, so that the signature can never pass for one of something else. */
export function certificateSignedBytes(certificateDigestHexadecimal: string): Uint8Array {
  return new TextEncoder().encode(`${certificateFormat}:${certificateDigestHexadecimal}`);
}

/** Parses and signs. Throws a ZodError if the content contradicts itself. */
export function sealCertificate(
  content: CertificateContent,
  by: { sha256: Sha256; sign: (message: Uint8Array) => Uint8Array; publicKey: Uint8Array },
): CertificateEnvelope {
  const parsed = certificateContentSchema.parse(content);
  const contentDigest = certificateDigest(by.sha256, parsed);
  return {
    content: parsed,
    digest: contentDigest,
    signature: toBase64(by.sign(certificateSignedBytes(contentDigest))),
    publicKey: toBase64(by.publicKey),
  };
}

/** Whether digest and signature belong to the content. Whose key it is must be known from elsewhere. */
export function certificateIsAuthentic(
  envelope: CertificateEnvelope,
  by: {
    sha256: Sha256;
    verify: (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean;
  },
): boolean {
  if (certificateDigest(by.sha256, envelope.content) !== envelope.digest) return false;
  return by.verify(
    certificateSignedBytes(envelope.digest),
    fromBase64(envelope.signature),
    fromBase64(envelope.publicKey),
  );
}

/**
 * The leaf of one destroyed unit: the hash of its id and the random code on the person's receipt, 16 to 32 bytes in
 * hexadecimal. Without the code the leaf says nothing; with it a person shows that their own record is among the destroyed.
 */
export function unitLeaf(sha256: Sha256, unitId: string, receiptCode: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2}){16,32}$/u.test(receiptCode)) throw new TypeError('a receipt code is 16 to 32 bytes');
  return hashLeaf(sha256, new TextEncoder().encode(canonicalJson(['ashbook-unit/1', unitId, receiptCode])));
}

/** Leaves in the order in which they stand in the tree: by value, so that their place tells nothing about the unit. */
export function orderLeaves(leaves: readonly Uint8Array[]): Uint8Array[] {
  return [...leaves].sort(compareBytes);
}

/** The `unitsRoot` of a certificate. */
export function unitsRoot(sha256: Sha256, leaves: readonly Uint8Array[]): string {
  return toHexadecimal(merkleRoot(sha256, orderLeaves(leaves)));
}

/** The name of the machine-readable certificate inside the PDF. */
export const certificateAttachmentName = 'certificate.json';

/** What the QR code on a certificate holds. */
export function certificateReference(envelope: CertificateEnvelope): string {
  return `ashbook:certificate:${envelope.content.number}:${envelope.digest}`;
}
