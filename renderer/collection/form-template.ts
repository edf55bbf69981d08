import type { Bilingual, Language } from '../../shared/contract/fields.ts';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import type { ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { type ConsentNotice, noticeOf } from '../../shared/domain/collection/consent-notice.ts';
import {
  emptyItem,
  emptyPurpose,
  type FormDraft,
  type ItemDraft,
} from '../../shared/domain/collection/form-draft.ts';
import { collectionMessages } from '../../shared/text/collection.ts';

type TemplateKey = keyof typeof collectionMessages & `collection.template.${string}`;
const written = (key: TemplateKey): Bilingual => ({ ...collectionMessages[key] });

/** What a new form starts with: the least a sign-up needs, and one optional purpose that is asked for on its own. */
export function templateDraft(rules: readonly RuleRow[]): FormDraft {
  const retentionRuleId = rules.find((rule) => !rule.content.obligedByLaw)?.ruleId ?? '';
  const item = (key: TemplateKey, valueType: ItemDraft['valueType']): ItemDraft => ({
    ...emptyItem(),
    label: written(key),
    valueType,
  });
  return {
    title: written('collection.template.title'),
    introduction: written('collection.template.introduction'),
    isForChildren: false,
    guardianStatement: written('collection.template.guardian_statement'),
    childStatement: written('collection.template.child_statement'),
    purposes: [
      {
        ...emptyPurpose(crypto.randomUUID()),
        name: written('collection.template.essential'),
        kind: 'essential',
        retentionRuleId,
        refusal: written('collection.template.essential_refusal'),
        items: [item('collection.template.name', 'name'), item('collection.template.telephone', 'telephone')],
      },
      {
        ...emptyPurpose(crypto.randomUUID()),
        name: written('collection.template.news'),
        consentKind: 'marketing',
        contactWays: ['email'],
        retentionRuleId,
        refusal: written('collection.template.news_refusal'),
        validFor: 'P2Y',
        items: [item('collection.template.email', 'email')],
      },
    ],
  };
}

/**
 * The notice as it would be published, by the very function that will make it. What is not written yet is left out, and so is
 * the retention of a purpose whose rule is not chosen.
 */
export function previewOf(
  content: ConsentFormContent,
  rules: readonly RuleRow[],
  officeName: string,
  language: Language,
): ConsentNotice {
  const ruleOf = new Map(rules.map((rule) => [rule.ruleId, rule.content]));
  const [anyRule] = rules;
  if (anyRule === undefined) throw new RangeError('a preview without any rule');
  const notice = noticeOf(content, (ruleId) => ruleOf.get(ruleId) ?? anyRule.content, officeName, language);
  // The line made with any rule is taken out again.
  const undecided = new Set(
    content.purposes.filter((purpose) => !ruleOf.has(purpose.retentionRuleId)).map((purpose) => purpose.id),
  );
  return {
    ...notice,
    lines: notice.lines.filter(
      (line) =>
        line.text.trim() !== '' &&
        !(line.role === 'retention' && line.purposeId !== null && undecided.has(line.purposeId)),
    ),
  };
}
