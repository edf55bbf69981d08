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
} from './certificate.ts';
import {
  type CheckpointSheet,
  checkpointContinues,
  checkpointIsAuthentic,
  checkpointSheet,
  type EntryProof,
  entryIsIncluded,
  entryProof,
  type VerifyEd25519,
} from './checkpoint.ts';
import type { EvidenceCheck, EvidenceCode, EvidenceFile, EvidenceTools, KnownEvidence } from './evidence.ts';
import { printedWords, toHexadecimalDigest } from './evidence-words.ts';
import { batchIsSigned, signedOnPaper } from './paper-certificate.ts';
import { personProof, personProofHolds } from './person-proof.ts';
import { leafIsIncluded, type RemovedEntry, removalCovers, removedEntry } from './removed-entry.ts';
import { statementOf } from './supersession.ts';

const named = z.looseObject({ format: z.string() });
const enveloped = z.looseObject({ content: named });

function formatOf(value: unknown): string | undefined {
  const inside = enveloped.safeParse(value);
  if (inside.success) return inside.data.content.format;
  const own = named.safeParse(value);
  return own.success ? own.data.format : undefined;
}

/** What one file says of itself; what it holds is kept in `known` for the comparison. */
export function checkFile(file: EvidenceFile, tools: EvidenceTools, known: KnownEvidence): EvidenceCheck[] {
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
  known: KnownEvidence,
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
        ? [
            [order.operator.scheduled === undefined ? 'execute' : 'schedule', order.operator] as [
              DeedStatement['deed'],
              CertificateDeed,
            ],
          ]
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
  if (content.kind !== 'completion' && content.supersedes !== null) {
    const { by, number, reason } = content.supersedes;
    const isSigned = verify(
      statementOf(content.supersedes),
      fromBase64(by.signature),
      fromBase64(by.publicKey),
    );
    checks.push(
      say('supersession_signature', isSigned, { number, reason, staffNumber: by.user.staffNumber }),
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
  { user, onBehalfOf, scheduled, at, signature, publicKey }: CertificateDeed,
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
    ...(scheduled === undefined ? {} : { scheduled }),
    at,
  });
  return verify(canonicalJsonBytes(statement), fromBase64(signature), fromBase64(publicKey));
}

function checkSheet(
  name: string,
  sheet: CheckpointSheet,
  { sha256, verify }: EvidenceTools,
  known: KnownEvidence,
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
  known: KnownEvidence,
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
  known: KnownEvidence,
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
