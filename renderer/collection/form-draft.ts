import type { Bilingual, Language } from '../../shared/contract/fields.ts';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import {
  type ConsentFormContent,
  type FormItem,
  nameItemCode,
  type PurposeBasis,
  type PurposeKind,
} from '../../shared/domain/collection/consent-form.ts';
import { type ConsentNotice, noticeOf } from '../../shared/domain/collection/consent-notice.ts';
import type { RetentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import { collectionMessages } from '../../shared/text/collection.ts';

/** A form as it stands in the editor: everything may still be empty, and an item's code is not written but worked out. */
export interface ItemDraft {
  label: Bilingual;
  kind: FormItem['kind'];
  sensitivity: FormItem['sensitivity'];
  valueType: FormItem['valueType'];
}

export interface PurposeDraft {
  id: string;
  name: Bilingual;
  kind: PurposeKind;
  catalogueId: string | null;
  basis: PurposeBasis;
  /** Empty: not chosen yet. */
  retentionRuleId: string;
  refusal: Bilingual;
  validFor: string | null;
  items: ItemDraft[];
}

export interface FormDraft {
  title: Bilingual;
  introduction: Bilingual;
  children: ConsentFormContent['children'];
  purposes: PurposeDraft[];
}

const collection = (): PurposeBasis => ({ lawfulBasis: 'consent', consent: { kind: 'collection' } });
const nothing = (): Bilingual => ({ en: '', ko: '' });

export function emptyItem(): ItemDraft {
  return { label: nothing(), kind: 'required', sensitivity: 'ordinary', valueType: 'text' };
}

export function emptyPurpose(): PurposeDraft {
  return {
    id: crypto.randomUUID(),
    name: nothing(),
    kind: 'additional',
    catalogueId: null,
    basis: collection(),
    retentionRuleId: '',
    refusal: nothing(),
    validFor: null,
    items: [emptyItem()],
  };
}

type TemplateKey = keyof typeof collectionMessages & `collection.template.${string}`;
const written = (key: TemplateKey): Bilingual => ({ ...collectionMessages[key] });

/** What a new form starts with: the least a sign-up needs, and one optional purpose that is asked for on its own. */
export function templateDraft(rules: readonly RuleRow[]): FormDraft {
  const whileConsented = rules.find((rule) => !rule.content.obligedByLaw)?.ruleId ?? '';
  const item = (key: TemplateKey, rest: Omit<ItemDraft, 'label' | 'sensitivity'>): ItemDraft => ({
    label: written(key),
    sensitivity: 'ordinary',
    ...rest,
  });
  return {
    title: written('collection.template.title'),
    introduction: written('collection.template.introduction'),
    children: null,
    purposes: [
      {
        id: crypto.randomUUID(),
        name: written('collection.template.essential'),
        kind: 'essential',
        catalogueId: null,
        basis: collection(),
        retentionRuleId: whileConsented,
        refusal: written('collection.template.essential_refusal'),
        validFor: null,
        items: [
          item('collection.template.name', { kind: 'required', valueType: 'name' }),
          item('collection.template.telephone', { kind: 'required', valueType: 'telephone' }),
        ],
      },
      {
        id: crypto.randomUUID(),
        name: written('collection.template.news'),
        kind: 'additional',
        catalogueId: null,
        basis: { lawfulBasis: 'consent', consent: { kind: 'marketing', contactWays: ['email'] } },
        retentionRuleId: whileConsented,
        refusal: written('collection.template.news_refusal'),
        validFor: 'P2Y',
        items: [item('collection.template.email', { kind: 'required', valueType: 'email' })],
      },
    ],
  };
}

/** The draft of the next version: the published content, its codes worked out again from the labels. */
export function draftOf(content: ConsentFormContent): FormDraft {
  return {
    title: { ...content.title },
    introduction: { ...content.introduction },
    children: content.children,
    purposes: content.purposes.map((purpose) => ({
      ...purpose,
      name: { ...purpose.name },
      refusal: { ...purpose.refusal },
      items: purpose.items.map(({ label, kind, sensitivity, valueType }) => ({
        label: { ...label },
        kind,
        sensitivity,
        valueType,
      })),
    })),
  };
}

/**
 * The code under which a value is kept: the English label in `a_z_0_9`, at most 40 characters, so that items of one label are
 * one item wherever they stand. The person's name has a code of its own, whatever it is called.
 *
 * @param position of the item in its purpose, from 0, for a label without Latin letters
 */
export function itemCodeOf(item: Pick<ItemDraft, 'label' | 'valueType'>, position: number): string {
  if (item.valueType === 'name') return nameItemCode;
  const letters = item.label.en
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (letters === '') return `item_${position + 1}`;
  return (/^[a-z]/.test(letters) ? letters : `item_${letters}`).slice(0, 40);
}

export function contentOf(draft: FormDraft): ConsentFormContent {
  return {
    title: trimmed(draft.title),
    introduction: trimmed(draft.introduction),
    children: draft.children,
    purposes: draft.purposes.map((purpose) => ({
      id: purpose.id,
      name: trimmed(purpose.name),
      kind: purpose.kind,
      catalogueId: purpose.catalogueId,
      basis: purpose.basis,
      retentionRuleId: purpose.retentionRuleId,
      refusal: trimmed(purpose.refusal),
      validFor: purpose.validFor,
      items: purpose.items.map((item, position) => ({
        code: itemCodeOf(item, position),
        label: trimmed(item.label),
        kind: item.kind,
        sensitivity: item.sensitivity,
        valueType: item.valueType,
      })),
    })),
  };
}

function trimmed(text: Bilingual): Bilingual {
  return { en: text.en.trim(), ko: text.ko.trim() };
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
  const notice = noticeOf(content, (ruleId) => ruleOf.get(ruleId) ?? unchosen, officeName, language);
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

/** Only lets the notice be made; its line is taken out again. */
const unchosen: RetentionRuleContent = {
  name: nothing(),
  trigger: 'collected',
  event: null,
  counting: 'day',
  fiscalYearEnd: null,
  effectiveTo: null,
  endAction: 'review',
  jurisdiction: 'empty',
  period: 'P0D',
  basis: nothing(),
  obligedByLaw: false,
  lawEdition: nothing(),
  effectiveFrom: '2026-01-01',
  source: 'office_rule',
};
