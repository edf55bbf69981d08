import { z } from 'zod';
import { type DeedStatement, deedStatement } from '../destruction/order.ts';
import { fromBase64 } from './base64.ts';
import { canonicalJsonBytes } from './canonical-json.ts';
import {
  type CertificateDeed,
  type CertificateEnvelope,
  certificateDigest,
  certificateEnvelopeSchema,
  certificateIsAuthentic,
  paperFieldsOf,
  unitIdsOf,
} from './certificate.ts';
import {
  type AuditCheckpoint,
  type CheckpointSheet,
  checkpointContinues,
  checkpointIsAuthentic,
  checkpointSheet,
  type EntryProof,
  entryIsIncluded,
  entryProof,
  type VerifyEd25519,
} from './checkpoint.ts';
import { printedWords, toHexadecimalDigest } from './evidence-words.ts';
import type { Sha256 } from './merkle-tree.ts';
import { batchIsSigned, signedOnPaper } from './paper-certificate.ts';
import { type PersonProof, personProof, personProofHolds } from './person-proof.ts';
import { leafIsIncluded, type RemovedEntry, removalCovers, removedEntry } from './removed-entry.ts';

/** What can be said of a file or of two together; the sentence is the message `register.verify.<code>`. */
export const evidenceCodes = [
  'unreadable',
  'unknown_format',
  'newer_format',
  'certificate_shape',
  'certificate_digest',
  'certificate_signature',
  'certificate_deeds',
  'certificate_batches',
  'checkpoint_signature',
  'pdf_words',
  'pdf_signature',
  'pdf_signature_absent',
  'sheet_shape',
  'sheet_continues',
  'entry_shape',
  'entry_included',
  'entry_removed',
  'person_shape',
  'person_included',
  'person_certificate',
  'person_certificate_absent',
  'completion_of',
  'completion_of_absent',
  'key_expected',
  'one_office',
  'log_agrees',
  'log_continues',
  'log_not_proven',
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

export interface EvidenceCheck {
  readonly code: EvidenceCode;
  /** `unknown`: what was given does not suffice to say. */
  readonly result: 'pass' | 'fail' | 'unknown';
  /** Of which files; of more than one where they were compared. */
  readonly files: readonly string[];
  readonly about: Readonly<Record<string, string | number>>;
}

/** A file as it was read: its data, and what its pages say where it has pages. */
export interface EvidenceFile {
  readonly name: string;
  /** Parsed JSON: the file's own, or what is embedded in a PDF. Undefined where there is none. */
  readonly value: unknown;
  readonly pdf?: {
    /** Text of all pages, without white space. */
    readonly text: string;
    /** Whether a signature covers the whole file and is right. */
    readonly signature: 'valid' | 'invalid' | 'absent';
  };
}

export interface EvidenceTools {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
}

interface Known {
  readonly certificates: { name: string; envelope: CertificateEnvelope }[];
  readonly checkpoints: { name: string; checkpoint: AuditCheckpoint; key: string }[];
  readonly steps: { name: string; from: AuditCheckpoint; to: AuditCheckpoint; proof: readonly string[] }[];
  readonly proofs: { name: string; proof: PersonProof }[];
}

/**
 * Checks every file by itself and all of them together. The order of the checks is the order of the files.
 *
 * @param expectedKey SHA-256 of the office's public key, hexadecimal, as it is known from elsewhere: a signature alone only says
 *   that whoever has some key signed
 */
export function checkEvidence(
  files: readonly EvidenceFile[],
  tools: EvidenceTools,
  expectedKey?: string,
): EvidenceCheck[] {
  const known: Known = { certificates: [], checkpoints: [], steps: [], proofs: [] };
  const single = files.flatMap((file) => checkFile(file, tools, known));
  const keys = known.checkpoints.map(
    ({ name, key }): EvidenceCheck => ({
      code: 'key_expected',
      result: toHexadecimalDigest(tools.sha256, fromBase64(key)) === expectedKey ? 'pass' : 'fail',
      files: [name],
      about: {},
    }),
  );
  return [...single, ...(expectedKey === undefined ? [] : keys), ...checkTogether(known, tools)];
}

const named = z.looseObject({ format: z.string() });
const enveloped = z.looseObject({ content: named });

function formatOf(value: unknown): string | undefined {
  const inside = enveloped.safeParse(value);
  if (inside.success) return inside.data.content.format;
  const own = named.safeParse(value);
  return own.success ? own.data.format : undefined;
}

function checkFile(file: EvidenceFile, tools: EvidenceTools, known: Known): EvidenceCheck[] {
  const { name, value } = file;
  const say = (code: EvidenceCode, passed: boolean, about: EvidenceCheck['about'] = {}): EvidenceCheck => ({
    code,
    result: passed ? 'pass' : 'fail',
    files: [name],
    about,
  });
  if (value === undefined) return [say('unreadable', false)];
  const format = formatOf(value);
  switch (format) {
    case 'ashbook-certificate/1': {
      const parsed = certificateEnvelopeSchema.safeParse(value);
      if (!parsed.success) return [say('certificate_shape', false)];
      known.certificates.push({ name, envelope: parsed.data });
      return checkCertificate(file, parsed.data, tools, known, say);
    }
    case 'ashbook-checkpoint/1': {
      const parsed = checkpointSheet.safeParse(value);
      return parsed.success ? checkSheet(name, parsed.data, tools, known, say) : [say('sheet_shape', false)];
    }
    case 'ashbook-entry-proof/1': {
      const parsed = entryProof.safeParse(value);
      return parsed.success ? checkEntry(name, parsed.data, tools, known, say) : [say('entry_shape', false)];
    }
    case 'ashbook-removed-entry/1': {
      const parsed = removedEntry.safeParse(value);
      return parsed.success
        ? checkRemovedEntry(name, parsed.data, tools, known, say)
        : [say('entry_shape', false)];
    }
    case 'ashbook-person-proof/1': {
      const parsed = personProof.safeParse(value);
      if (!parsed.success) return [say('person_shape', false)];
      known.proofs.push({ name, proof: parsed.data });
      return [
        say('person_included', personProofHolds(tools.sha256, parsed.data), {
          units: parsed.data.units.length,
          number: parsed.data.certificate.number,
        }),
      ];
    }
    default:
      return [say(format?.startsWith('ashbook-') ? 'newer_format' : 'unknown_format', false)];
  }
}

type Say = (code: EvidenceCode, passed: boolean, about?: EvidenceCheck['about']) => EvidenceCheck;

function checkCertificate(
  { name, pdf }: EvidenceFile,
  envelope: CertificateEnvelope,
  { sha256, verify }: EvidenceTools,
  known: Known,
  say: Say,
): EvidenceCheck[] {
  const { content, publicKey } = envelope;
  known.checkpoints.push({ name, checkpoint: content.audit, key: publicKey });
  const checks = [
    say('certificate_shape', true, { number: content.number }),
    say('certificate_digest', certificateDigest(sha256, content) === envelope.digest),
    say('certificate_signature', certificateIsAuthentic(envelope, { sha256, verify }), {
      office: content.office.name,
      key: toHexadecimalDigest(sha256, fromBase64(publicKey)),
    }),
    say('checkpoint_signature', checkpointIsAuthentic(content.audit, fromBase64(publicKey), verify), {
      size: content.audit.size,
    }),
  ];
  if (content.kind !== 'completion') {
    const { order } = content;
    const deeds: [DeedStatement['deed'], CertificateDeed][] = [
      ['request', order.requester],
      ...order.approvals.map((approval): [DeedStatement['deed'], CertificateDeed] => ['approve', approval]),
      ...('operator' in order
        ? [['execute', order.operator] as [DeedStatement['deed'], CertificateDeed]]
        : []),
    ];
    checks.push(
      say(
        'certificate_deeds',
        deeds.every(([deed, signed]) => deedIsSigned(deed, signed, order, verify)),
        { count: deeds.length },
      ),
    );
    const batches = paperFieldsOf(content)?.paper.batches ?? [];
    if (batches.length > 0)
      checks.push(
        say(
          'certificate_batches',
          batches.every((batch) => batchIsSigned(batch, { sha256, verify })),
          { count: batches.length, onPaper: batches.filter(signedOnPaper).length },
        ),
      );
  }
  if (pdf !== undefined) {
    const words = printedWords(envelope);
    const missing = words.filter((word) => !pdf.text.includes(word));
    checks.push(say('pdf_words', missing.length === 0, { count: words.length, missing: missing.length }));
    checks.push(
      pdf.signature === 'absent'
        ? { code: 'pdf_signature_absent', result: 'unknown', files: [name], about: {} }
        : say('pdf_signature', pdf.signature === 'valid'),
    );
  }
  return checks;
}

/** The statement is put together again from what the certificate says (destruction/order.ts). */
function deedIsSigned(
  deed: DeedStatement['deed'],
  { user, onBehalfOf, at, signature, publicKey }: CertificateDeed,
  order: { id: string; digest: string },
  verify: VerifyEd25519,
): boolean {
  const statement = deedStatement.parse({
    format: 'ashbook-deed/1',
    deed,
    orderId: order.id,
    orderDigest: order.digest,
    userId: user.id,
    staffNumber: user.staffNumber,
    roles: user.roles,
    ...(onBehalfOf === undefined
      ? {}
      : {
          onBehalfOf: {
            userId: onBehalfOf.id,
            staffNumber: onBehalfOf.staffNumber,
            roles: onBehalfOf.roles,
          },
        }),
    at,
  });
  return verify(canonicalJsonBytes(statement), fromBase64(signature), fromBase64(publicKey));
}

function checkSheet(
  name: string,
  sheet: CheckpointSheet,
  { sha256, verify }: EvidenceTools,
  known: Known,
  say: Say,
): EvidenceCheck[] {
  const { checkpoint, previous, publicKey } = sheet;
  const key = fromBase64(publicKey);
  known.checkpoints.push({ name, checkpoint, key: publicKey });
  const checks = [
    say('checkpoint_signature', checkpointIsAuthentic(checkpoint, key, verify), { size: checkpoint.size }),
  ];
  if (previous === null) return checks;
  known.checkpoints.push({ name, checkpoint: previous.checkpoint, key: publicKey });
  known.steps.push({ name, from: previous.checkpoint, to: checkpoint, proof: previous.proof });
  const holds =
    checkpointIsAuthentic(previous.checkpoint, key, verify) &&
    checkpointContinues(sha256, previous.checkpoint, checkpoint, previous.proof);
  return [...checks, say('sheet_continues', holds, { from: previous.checkpoint.size, to: checkpoint.size })];
}

function checkEntry(
  name: string,
  proof: EntryProof,
  { sha256, verify }: EvidenceTools,
  known: Known,
  say: Say,
): EvidenceCheck[] {
  const { checkpoint, publicKey } = proof;
  known.checkpoints.push({ name, checkpoint, key: publicKey });
  return [
    say('checkpoint_signature', checkpointIsAuthentic(checkpoint, fromBase64(publicKey), verify), {
      size: checkpoint.size,
    }),
    say('entry_included', entryIsIncluded(sha256, proof), { sequence: proof.index, size: checkpoint.size }),
  ];
}

function checkRemovedEntry(
  name: string,
  removed: RemovedEntry,
  { sha256, verify }: EvidenceTools,
  known: Known,
  say: Say,
): EvidenceCheck[] {
  const { checkpoint, publicKey, index, removal } = removed;
  known.checkpoints.push({ name, checkpoint, key: publicKey });
  const [asked] = removal;
  return [
    say('checkpoint_signature', checkpointIsAuthentic(checkpoint, fromBase64(publicKey), verify), {
      size: checkpoint.size,
    }),
    say('entry_included', leafIsIncluded(sha256, removed), { sequence: index, size: checkpoint.size }),
    say('entry_removed', removalCovers(removed, verify), {
      // In both languages: the verifier speaks either.
      rule: Object.values(asked?.statement.rule.name ?? {}).join(' · '),
      through: asked?.statement.through ?? '',
    }),
  ];
}

function checkTogether(known: Known, { sha256 }: EvidenceTools): EvidenceCheck[] {
  const checks: EvidenceCheck[] = [];
  const say = (
    code: EvidenceCode,
    result: EvidenceCheck['result'],
    files: readonly string[],
    about: EvidenceCheck['about'] = {},
  ) => checks.push({ code, result, files: [...new Set(files)], about });
  const passed = (holds: boolean) => (holds ? 'pass' : 'fail');

  for (const { name, proof } of known.proofs) {
    const certificate = known.certificates.find(
      ({ envelope }) => envelope.digest === proof.certificate.digest,
    );
    if (certificate === undefined) {
      say('person_certificate_absent', 'unknown', [name], { number: proof.certificate.number });
      continue;
    }
    const { content } = certificate.envelope;
    const holds =
      content.kind !== 'completion' &&
      content.number === proof.certificate.number &&
      content.unitsRoot === proof.certificate.unitsRoot &&
      unitIdsOf(content).length === proof.certificate.units &&
      proof.units.every(({ unitId }) => unitIdsOf(content).includes(unitId));
    say('person_certificate', passed(holds), [name, certificate.name], { number: proof.certificate.number });
  }

  for (const { name, envelope } of known.certificates) {
    if (envelope.content.kind !== 'completion') continue;
    const { completes } = envelope.content;
    const other = known.certificates.find(({ envelope: one }) => one.content.number === completes.number);
    if (other === undefined) say('completion_of_absent', 'unknown', [name], { number: completes.number });
    else
      say('completion_of', passed(other.envelope.digest === completes.digest), [name, other.name], {
        number: completes.number,
      });
  }

  const [first, ...others] = known.checkpoints;
  if (first === undefined || others.length === 0) return checks;
  const files = known.checkpoints.map(({ name }) => name);
  const isOne = others.every(
    ({ key, checkpoint }) => key === first.key && checkpoint.origin === first.checkpoint.origin,
  );
  if (new Set(files).size > 1) say('one_office', passed(isOne), files);
  if (isOne) compareLog(known, sha256, say);
  return checks;
}

/** Of one log, the same size has the same root; and each size continues the one before, where a proof was given. */
function compareLog(
  known: Known,
  sha256: Sha256,
  say: (
    code: EvidenceCode,
    result: EvidenceCheck['result'],
    files: readonly string[],
    about?: EvidenceCheck['about'],
  ) => unknown,
): void {
  const atSize = Map.groupBy(known.checkpoints, ({ checkpoint }) => checkpoint.size);
  const groups = [...atSize].toSorted(([one], [other]) => one - other).map(([, group]) => group);
  for (const [place, later] of groups.entries()) {
    const [to] = later;
    if (to === undefined) continue;
    const names = new Set(later.map(({ name }) => name));
    if (names.size > 1) {
      const agrees = later.every(({ checkpoint }) => checkpoint.root === to.checkpoint.root);
      say('log_agrees', agrees ? 'pass' : 'fail', [...names], { size: to.checkpoint.size });
    }
    const earlier = groups[place - 1] ?? [];
    const [from] = earlier;
    const both = new Set([...earlier, ...later].map(({ name }) => name));
    // A sheet alone has said already that it continues the one before.
    if (from === undefined || both.size === 1) continue;
    const about = { from: from.checkpoint.size, to: to.checkpoint.size };
    const step = known.steps.find((one) => one.from.size === about.from && one.to.size === about.to);
    if (step === undefined) say('log_not_proven', 'unknown', [...both], about);
    else {
      const continues = checkpointContinues(sha256, from.checkpoint, to.checkpoint, step.proof);
      say('log_continues', continues ? 'pass' : 'fail', [...both], about);
    }
  }
}
