import type { Bilingual } from '../../contract/fields.ts';
import type { Jurisdiction } from '../retention/retention-rule.ts';

/**
 * What the contract with a vendor has to say. A clause counts as there only with the place in the contract where it stands, so
 * that whoever ticks it has read the text.
 */
export const entrustmentClauses = [
  'no_other_purpose',
  'safeguards',
  'purpose_and_scope',
  'sub_entrustment',
  'access_limits',
  'supervision',
  'damages',
  'instructions',
  'confidentiality',
  'assistance',
  'return_or_deletion',
] as const;
export type EntrustmentClause = (typeof entrustmentClauses)[number];

/** Law and article of each clause; the sentence it has to hold is the message `provision.clause.<code>`. */
const pipa = (en: string, ko: string): Bilingual => ({ en: `PIPA ${en}`, ko: `개인정보 보호법 ${ko}` });
const decree = (part: number): Bilingual => ({
  en: `PIPA Decree art. 28(1)${part}`,
  ko: `같은 법 시행령 제28조 제1항 제${part}호`,
});
const gdpr = (part: string): Bilingual => ({ en: `GDPR art. 28(3)${part}`, ko: `GDPR 제28조 제3항 ${part}` });

const korean = {
  no_other_purpose: pipa('art. 26(1)1', '제26조 제1항 제1호'),
  safeguards: pipa('art. 26(1)2', '제26조 제1항 제2호'),
  purpose_and_scope: decree(1),
  sub_entrustment: decree(2),
  access_limits: decree(3),
  supervision: decree(4),
  damages: decree(5),
} satisfies Partial<Record<EntrustmentClause, Bilingual>>;

const european = {
  purpose_and_scope: gdpr(''),
  instructions: gdpr('(a)'),
  confidentiality: gdpr('(b)'),
  safeguards: gdpr('(c)'),
  sub_entrustment: gdpr('(d)'),
  assistance: gdpr('(e), (f)'),
  return_or_deletion: gdpr('(g)'),
  supervision: gdpr('(h)'),
} satisfies Partial<Record<EntrustmentClause, Bilingual>>;

/** The clauses a contract needs, in the order of the law, each with its basis. Without a jurisdiction: the Korean ones. */
export function requiredClauses(
  jurisdiction: Jurisdiction,
): { readonly clause: EntrustmentClause; readonly basis: Bilingual }[] {
  const required: Partial<Record<EntrustmentClause, Bilingual>> = jurisdiction === 'gdpr' ? european : korean;
  return Object.entries(required).map(([clause, basis]) => ({ clause: clause as EntrustmentClause, basis }));
}

/** Required clauses that the contract does not hold, or holds at no named place. */
export function missingClauses(
  jurisdiction: Jurisdiction,
  found: readonly { readonly clause: EntrustmentClause; readonly place: string }[],
): EntrustmentClause[] {
  const there = new Set(found.filter(({ place }) => place.trim() !== '').map(({ clause }) => clause));
  return requiredClauses(jurisdiction)
    .map(({ clause }) => clause)
    .filter((clause) => !there.has(clause));
}
