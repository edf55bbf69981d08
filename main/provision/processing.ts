import type { Bilingual } from '../../shared/contract/fields.ts';
import {
  consentFormContent,
  type LawfulBasis,
  recipientsOf,
} from '../../shared/domain/collection/consent-form.ts';
import { retentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import type { ReadContext } from '../context.ts';
import { readVendorList } from './vendor-list.ts';

export interface ProcessingPurpose {
  readonly name: Bilingual;
  /** The form that asks for it: whoever fills it in is the category of people concerned. */
  readonly formTitle: Bilingual;
  readonly lawfulBasis: LawfulBasis;
  readonly items: readonly Bilingual[];
  readonly recipients: readonly { readonly name: string; readonly country: Bilingual | null }[];
  /** The rule that ends it, and the law it rests on. */
  readonly rule: { readonly name: Bilingual; readonly basis: Bilingual } | null;
}

export interface ProcessingRecord {
  readonly office: string;
  readonly on: string;
  readonly people: number;
  readonly purposes: readonly ProcessingPurpose[];
  readonly vendors: readonly { readonly name: string; readonly task: string }[];
}

/** What GDPR art. 30(1) and PIPA art. 30 ask for, from the latest version of every form and what else the office has entered. */
export function readProcessing(
  reader: Pick<ReadContext, 'database' | 'vault' | 'office' | 'today'>,
): ProcessingRecord {
  const { database, office, today } = reader;
  const purposes = database
    .all<{ id: string; content: string }>(
      `SELECT v.id, v.content FROM consent_form_versions v
       WHERE v.version = (SELECT max(version) FROM consent_form_versions WHERE form_id = v.form_id) ORDER BY v.published_at`,
    )
    .flatMap(({ id, content }) => {
      const form = consentFormContent.parse(JSON.parse(content));
      return form.purposes.map((purpose): ProcessingPurpose => {
        const rule = database.value<string>(
          `SELECT r.content FROM form_version_rules f JOIN retention_rule_versions r ON r.id = f.rule_version_id
           WHERE f.form_version_id = ? AND f.rule_id = ?`,
          [id, purpose.retentionRuleId],
        );
        const kept = rule === undefined ? null : retentionRuleContent.parse(JSON.parse(rule));
        return {
          name: purpose.name,
          formTitle: form.title,
          lawfulBasis: purpose.basis.lawfulBasis,
          items: purpose.items.map(({ label }) => label),
          recipients: recipientsOf(purpose).map(({ name, country = null }) => ({ name, country })),
          rule: kept === null ? null : { name: kept.name, basis: kept.basis },
        };
      });
    });
  return {
    office: office.name,
    on: today,
    people: database.value<number>('SELECT count(*) FROM people') ?? 0,
    purposes,
    vendors: readVendorList(reader).vendors.map(({ name, task }) => ({ name, task })),
  };
}
