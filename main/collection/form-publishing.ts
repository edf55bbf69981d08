import type { Language } from '../../shared/contract/fields.ts';
import { beyondMinimum } from '../../shared/domain/collection/catalogue.ts';
import { type ConsentFormContent, recipientsOf } from '../../shared/domain/collection/consent-form.ts';
import { noticeOf, retentionInWords } from '../../shared/domain/collection/consent-notice.ts';
import {
  type ComparedForm,
  differenceOf,
  type FormChange,
  purposesToRenew,
} from '../../shared/domain/collection/form-difference.ts';
import { faultsOfForm, paramsOfFault } from '../../shared/domain/collection/form-faults.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJson, canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import {
  type RetentionRuleContent,
  retentionRuleContent,
} from '../../shared/domain/retention/retention-rule.ts';
import { instantText } from '../clock.ts';
import type { Handlers, WriteContext } from '../context.ts';
import { requireInUse } from '../provision/recipient.ts';
import { currentRuleVersionId } from '../retention/retention-rule.ts';
import { sha256 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { catalogueNeeds } from './catalogue.ts';
import { countConsents, type FormVersion, rulesOfFormVersion, versionsOfForm } from './consent-form.ts';
import { deleteFormDraft } from './form-draft.ts';
import { countPeopleToRenew, countPeopleToRenewWith } from './renewals-due.ts';

type Rules = ReadonlyMap<string, { readonly content: RetentionRuleContent }>;

function compared(content: ConsentFormContent, rules: Rules): ComparedForm {
  return {
    content,
    retentionOf: (ruleId) => {
      const rule = rules.get(ruleId)?.content;
      // A rule that is not chosen yet: the form cannot be published, and what it changes is still said.
      if (rule === undefined) return { en: '', ko: '' };
      return { en: retentionInWords(rule, 'en'), ko: retentionInWords(rule, 'ko') };
    },
  };
}

const asPublished = (database: ReadDatabase, version: FormVersion): ComparedForm =>
  compared(version.content, rulesOfFormVersion(database, version.id));

/** The rules in force now, of the purposes of this content. */
function rulesInForce(database: ReadDatabase, content: ConsentFormContent) {
  const rules = new Map<string, { ruleVersionId: string; content: RetentionRuleContent }>();
  for (const { retentionRuleId } of content.purposes) {
    const ruleVersionId = currentRuleVersionId(database, retentionRuleId);
    if (ruleVersionId === null) continue;
    const json = database.value<string>('SELECT content FROM retention_rule_versions WHERE id = ?', [
      ruleVersionId,
    ]);
    rules.set(retentionRuleId, {
      ruleVersionId,
      content: retentionRuleContent.parse(JSON.parse(json ?? '')),
    });
  }
  return rules;
}

/** What publishing this would change; nothing for a first version. */
function changesTo(
  database: ReadDatabase,
  latest: FormVersion | undefined,
  content: ConsentFormContent,
  rules: Rules,
): FormChange[] {
  if (latest === undefined) return [];
  return differenceOf(asPublished(database, latest), compared(content, rules));
}

/** Both languages as they are told from now on: a later release with other fixed words changes nothing that was published. */
function keepNotices(
  { database, office }: WriteContext,
  formVersionId: string,
  content: ConsentFormContent,
  ruleOf: (ruleId: string) => RetentionRuleContent,
): void {
  for (const language of ['en', 'ko'] as const satisfies readonly Language[]) {
    const notice = noticeOf(content, ruleOf, office.name, language);
    const digest = sha256(canonicalJsonBytes(notice)).toString('hex');
    database.run(
      'INSERT INTO consent_notices (digest, content) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING',
      [digest, canonicalJson(notice)],
    );
    database.run('INSERT INTO form_version_notices (form_version_id, language, digest) VALUES (?, ?, ?)', [
      formVersionId,
      language,
      digest,
    ]);
  }
}

export const formPublishingHandlers: Pick<
  Handlers<'collection'>,
  'collection.publishForm' | 'collection.previewPublishing' | 'collection.listFormVersions'
> = {
  'collection.previewPublishing': ({ database }, { formId, content, wordingOnly }) => {
    const [latest] = formId === null ? [] : versionsOfForm(database, formId);
    if (formId !== null && latest === undefined) throw new Refusal('not_found');
    const changes = changesTo(database, latest, content, rulesInForce(database, content));
    const renewing = purposesToRenew(changes, wordingOnly);
    return {
      changes,
      people: formId === null ? 0 : countPeopleToRenewWith(database, formId, renewing),
      warnings: beyondMinimum(content, catalogueNeeds(database)),
    };
  },

  'collection.publishForm': (context, { formId, content, wordingOnly, draftId }) => {
    const { database, actor, clock } = context;
    const [fault] = faultsOfForm(content);
    if (fault !== undefined) throw new Refusal(fault.code, paramsOfFault(fault));
    const rules = rulesInForce(database, content);
    const ruleOf = (ruleId: string) => {
      const rule = rules.get(ruleId);
      if (rule === undefined) throw new Refusal('retention_rule_unknown');
      return rule.content;
    };
    for (const purpose of content.purposes) {
      ruleOf(purpose.retentionRuleId);
      for (const { recipientId } of recipientsOf(purpose)) requireInUse(database, recipientId);
    }

    const form = formId ?? context.newId();
    const [latest] = formId === null ? [] : versionsOfForm(database, formId);
    if (formId === null) {
      database.run('INSERT INTO consent_forms (id, office_id) VALUES (?, ?)', [form, context.office.id]);
    } else if (latest === undefined) {
      throw new Refusal('not_found');
    }
    const renewing = purposesToRenew(changesTo(database, latest, content, rules), wordingOnly);
    const version = (latest?.version ?? 0) + 1;
    const formVersionId = context.newId();
    database.run(
      'INSERT INTO consent_form_versions (id, form_id, version, content, published_at, published_by) VALUES (?, ?, ?, ?, ?, ?)',
      [formVersionId, form, version, JSON.stringify(content), instantText(clock.now()), actor.id],
    );
    for (const [ruleId, { ruleVersionId }] of rules) {
      database.run(
        'INSERT INTO form_version_rules (form_version_id, rule_id, rule_version_id) VALUES (?, ?, ?)',
        [formVersionId, ruleId, ruleVersionId],
      );
    }
    for (const purposeId of renewing) {
      database.run('INSERT INTO form_version_renewals (form_version_id, purpose_id) VALUES (?, ?)', [
        formVersionId,
        purposeId,
      ]);
    }
    keepNotices(context, formVersionId, content, ruleOf);
    if (draftId !== null) deleteFormDraft(database, draftId);
    context.audit('collection.form_published', {
      formId: form,
      formVersionId,
      version,
      renewals: countPeopleToRenew(database, form),
    });
    return { formId: form, formVersionId, version };
  },

  'collection.listFormVersions': ({ database }, { formId }) => {
    const versions = versionsOfForm(database, formId);
    if (versions.length === 0) throw new Refusal('not_found');
    return {
      versions: versions.map((version, index) => {
        const before = versions[index + 1];
        return {
          formVersionId: version.id,
          version: version.version,
          publishedAt: version.publishedAt,
          staffNumber: version.staffNumber,
          consents: countConsents(database, version.id),
          changes:
            before === undefined
              ? []
              : differenceOf(asPublished(database, before), asPublished(database, version)),
          renewedPurposeIds: database
            .all<{ purpose_id: string }>(
              'SELECT purpose_id FROM form_version_renewals WHERE form_version_id = ?',
              [version.id],
            )
            .map((row) => row.purpose_id),
        };
      }),
    };
  },
};
