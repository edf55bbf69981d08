import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bilingualLine, digest, id, instant, plainDate } from '../../contract/fields.ts';
import type { Jurisdiction, RetentionRuleContent } from '../retention/retention-rule.ts';
import { fromBase64 } from './base64.ts';
import { canonicalJson, canonicalJsonBytes } from './canonical-json.ts';
import { publicKey, signature } from './certificate-fields.ts';
import type { VerifyEd25519 } from './checkpoint.ts';

/**
 * Evidence is kept by rule as well (PIPA art. 21 knows no exception for it). What a rule removes is the content: of an entry of the
 * audit log its words, of a certificate its envelope. The leaf hash of the entry, the number and digest of the certificate stay, so
 * that the tree, every checkpoint and every proof made before can be verified as before.
 */
export const evidenceKinds = ['audit_log', 'certificates'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * The rules an office starts with. No law names a period; claims for damages end ten years after the deed (Civil Act art. 766(2)), and
 * until then the office has to be able to show what it did. General knowledge, to be looked at by the office.
 */
export function startingEvidenceRule(kind: EvidenceKind, jurisdiction: Jurisdiction): RetentionRuleContent {
  const names = {
    audit_log: { en: 'Audit log', ko: '감사 기록' },
    certificates: { en: 'Certificates of destruction', ko: '파기 확인서' },
  };
  return {
    name: names[kind],
    trigger: 'collected',
    event: null,
    counting: 'day',
    fiscalYearEnd: null,
    period: 'P10Y',
    basis:
      jurisdiction === 'korea'
        ? {
            en: 'Civil Act art. 766(2), period for claims',
            ko: '민법 제766조 제2항(손해배상청구권의 소멸시효)',
          }
        : { en: 'GDPR art. 5(2), accountability', ko: 'GDPR 제5조 제2항(책임성)' },
    obligedByLaw: false,
    lawEdition: { en: 'in force 2026', ko: '2026년 시행' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    endAction: 'review',
    jurisdiction,
    source: 'general_knowledge',
  };
}

/**
 * The last day of which what was written is past its period today: the day of writing is not counted and the last day is kept in
 * full, as with every rule (due-date.ts).
 */
export function lastDayPast(period: string, today: string): string {
  const now = Temporal.PlainDate.from(today);
  const duration = Temporal.Duration.from(period);
  let day = now.subtract(duration);
  while (Temporal.PlainDate.compare(day.add(duration), now) >= 0) day = day.subtract({ days: 1 });
  return day.toString();
}

/** What is removed, exactly: everything before a checkpoint of the log, or the certificates issued before a moment. */
export const removalExtent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('audit_log'), size: z.int().positive(), root: digest }),
  z.strictObject({
    kind: z.literal('certificates'),
    issuedBefore: instant,
    certificates: z.int().positive(),
  }),
]);
export type RemovalExtent = z.infer<typeof removalExtent>;

/** The rule under which it is removed, as it was when it was asked for. */
const removalRule = z.strictObject({
  ruleVersionId: id,
  name: bilingualLine(120),
  period: z.string().max(20),
  basis: bilingualLine(200),
});

export const removalStatement = z.strictObject({
  format: z.literal('ashbook-evidence-removal/1'),
  deed: z.enum(['request', 'approve', 'reject']),
  removalId: id,
  officeId: id,
  extent: removalExtent,
  rule: removalRule,
  /** Contents written until this day are past their period. */
  through: plainDate,
  userId: id,
  staffNumber: z.int().positive(),
  at: instant,
});
export type RemovalStatement = z.infer<typeof removalStatement>;

export const signedRemoval = z.strictObject({
  statement: removalStatement,
  signature,
  /** Of whoever signed. */
  publicKey,
});
export type SignedRemoval = z.infer<typeof signedRemoval>;

/**
 * Whether two different people stand for a removal: one asked for it, the other approved the very same. Whose keys they are must be
 * known from elsewhere.
 */
export function removalIsApproved(deeds: readonly SignedRemoval[], verify: VerifyEd25519): boolean {
  const of = (deed: RemovalStatement['deed']) => deeds.find(({ statement }) => statement.deed === deed);
  const [request, approval] = [of('request'), of('approve')];
  if (request === undefined || approval === undefined) return false;
  const isSame = (['removalId', 'officeId', 'extent', 'rule', 'through'] as const).every(
    (part) => canonicalJson(request.statement[part]) === canonicalJson(approval.statement[part]),
  );
  return (
    isSame &&
    request.statement.userId !== approval.statement.userId &&
    request.publicKey !== approval.publicKey &&
    [request, approval].every((one) =>
      verify(canonicalJsonBytes(one.statement), fromBase64(one.signature), fromBase64(one.publicKey)),
    )
  );
}
