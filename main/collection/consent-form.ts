import type { FormRow } from '../../shared/contract/collection.ts';
import type { Language } from '../../shared/contract/fields.ts';
import { type ConsentFormContent, consentFormContent } from '../../shared/domain/collection/consent-form.ts';
import {
  type ConsentNotice,
  consentNotice,
  noticeOf,
} from '../../shared/domain/collection/consent-notice.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { sha256 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { countPeopleToRenew } from './renewals-due.ts';

interface FormVersionRecord {
  id: string;
  form_id: string;
  version: number;
  content: string;
  published_at: string;
  staff_number: number;
  latest: number;
}

const formVersionColumns = `
  v.id, v.form_id, v.version, v.content, v.published_at,
  (SELECT staff_number FROM users WHERE id = v.published_by) AS staff_number,
  (SELECT max(version) FROM consent_form_versions WHERE form_id = v.form_id) AS latest`;

export interface FormVersion {
  readonly id: string;
  readonly formId: string;
  readonly version: number;
  readonly content: ConsentFormContent;
  readonly publishedAt: string;
  readonly staffNumber: number;
  readonly current: boolean;
}

function formVersionOf(row: FormVersionRecord): FormVersion {
  return {
    id: row.id,
    formId: row.form_id,
    version: row.version,
    content: consentFormContent.parse(JSON.parse(row.content)),
    publishedAt: row.published_at,
    staffNumber: row.staff_number,
    current: row.version === row.latest,
  };
}

/** Throws Refusal `not_found`. */
export function readFormVersion(database: ReadDatabase, formVersionId: string): FormVersion {
  const row = database.get<FormVersionRecord>(
    `SELECT ${formVersionColumns} FROM consent_form_versions v WHERE v.id = ?`,
    [formVersionId],
  );
  if (row === undefined) throw new Refusal('not_found');
  return formVersionOf(row);
}

/** Counting the consents is O(consents of the form): for lists of forms only, never on the way of a capture. */
function formRow(database: ReadDatabase, version: FormVersion): FormRow {
  return {
    formId: version.formId,
    formVersionId: version.id,
    version: version.version,
    title: version.content.title,
    purposes: version.content.purposes.length,
    forChildren: version.content.children !== null,
    publishedAt: version.publishedAt,
    staffNumber: version.staffNumber,
    consents: countConsents(database, version.id),
    peopleToRenew: countPeopleToRenew(database, version.formId),
  };
}

export function countConsents(database: ReadDatabase, formVersionId: string): number {
  return (
    database.value<number>('SELECT count(*) FROM consents WHERE form_version_id = ?', [formVersionId]) ?? 0
  );
}

/** Newest first; none of a form that does not exist. */
export function versionsOfForm(database: ReadDatabase, formId: string): FormVersion[] {
  return database
    .all<FormVersionRecord>(
      `SELECT ${formVersionColumns} FROM consent_form_versions v WHERE v.form_id = ? ORDER BY v.version DESC`,
      [formId],
    )
    .map(formVersionOf);
}

const currentVersions = `SELECT ${formVersionColumns} FROM consent_form_versions v
  WHERE v.version = (SELECT max(version) FROM consent_form_versions WHERE form_id = v.form_id)
  ORDER BY v.published_at DESC`;

/** What every form says now. */
export function currentFormContents(database: ReadDatabase): ConsentFormContent[] {
  return database.all<FormVersionRecord>(currentVersions).map((row) => formVersionOf(row).content);
}

/** The rule versions a form version was published under, by rule. */
export function rulesOfFormVersion(
  database: ReadDatabase,
  formVersionId: string,
): Map<string, { ruleVersionId: string; content: RetentionRuleContent }> {
  const rows = database.all<{ rule_id: string; rule_version_id: string; content: string }>(
    `SELECT f.rule_id, f.rule_version_id, v.content FROM form_version_rules f
     JOIN retention_rule_versions v ON v.id = f.rule_version_id WHERE f.form_version_id = ?`,
    [formVersionId],
  );
  return new Map(
    rows.map((row) => [
      row.rule_id,
      { ruleVersionId: row.rule_version_id, content: retentionRuleContent.parse(JSON.parse(row.content)) },
    ]),
  );
}

/** The text shown to a person, and the digest that proves which text it was; whether that text is kept already. */
export function readNotice(
  context: Pick<ReadContext, 'database' | 'office'>,
  version: FormVersion,
  language: Language,
): { notice: ConsentNotice; digest: string; isKept: boolean } {
  const kept = context.database.get<{ digest: string; content: string }>(
    `SELECT n.digest, n.content FROM form_version_notices v JOIN consent_notices n ON n.digest = v.digest
     WHERE v.form_version_id = ? AND v.language = ?`,
    [version.id, language],
  );
  if (kept !== undefined)
    return { notice: consentNotice.parse(JSON.parse(kept.content)), digest: kept.digest, isKept: true };
  // Published before the texts were kept with the version.
  const rules = rulesOfFormVersion(context.database, version.id);
  const notice = noticeOf(
    version.content,
    (ruleId) => {
      const rule = rules.get(ruleId);
      if (rule === undefined) throw new Error('a published form without its rule');
      return rule.content;
    },
    context.office.name,
    language,
  );
  return { notice, digest: sha256(canonicalJsonBytes(notice)).toString('hex'), isKept: false };
}

export const consentFormHandlers: Pick<
  Handlers<'collection'>,
  'collection.listForms' | 'collection.getForm' | 'collection.getNotice'
> = {
  'collection.listForms': ({ database }) => ({
    forms: database
      .all<FormVersionRecord>(currentVersions)
      .map((row) => formRow(database, formVersionOf(row))),
  }),

  'collection.getForm': ({ database }, { formVersionId }) => {
    const version = readFormVersion(database, formVersionId);
    return { form: formRow(database, version), content: version.content, current: version.current };
  },

  'collection.getNotice': (context, { formVersionId, language }) => {
    const version = readFormVersion(context.database, formVersionId);
    const { notice, digest } = readNotice(context, version, language);
    return { notice, digest };
  },
};
