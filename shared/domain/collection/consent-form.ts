import { z } from 'zod';
import { bilingualLine, bilingualParagraph, id } from '../../contract/fields.ts';

/** DOMAIN.md, "The procedure": required for the essential function, optional for additional services, or automatic. */
export const itemKind = z.enum(['required', 'optional', 'automatic']);
export type ItemKind = z.infer<typeof itemKind>;

/** PIPA art. 23 (sensitive) and art. 24 (unique identifiers) ask for more care than ordinary items. */
export const itemSensitivity = z.enum(['ordinary', 'sensitive', 'unique_identifier']);

export const valueType = z.enum(['name', 'text', 'long_text', 'date', 'telephone', 'email']);
export type ValueType = z.infer<typeof valueType>;

export const purposeKind = z.enum(['essential', 'additional', 'protection_of_users']);
export type PurposeKind = z.infer<typeof purposeKind>;

export const itemCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'item_code' });

/** The item under which every form asks for the person's name; it alone is kept with the person rather than a purpose. */
export const nameItemCode = 'name';

export const formItem = z.strictObject({
  code: itemCode,
  label: bilingualLine(80),
  kind: itemKind,
  sensitivity: itemSensitivity,
  valueType,
});
export type FormItem = z.infer<typeof formItem>;

export const formPurpose = z.strictObject({
  id,
  name: bilingualLine(120),
  kind: purposeKind,
  items: z.array(formItem).min(1).max(30),
  retentionRuleId: id,
  /** What refusing means for the person; PIPA art. 15(2)4 has it told. */
  refusal: bilingualParagraph(500),
});
export type FormPurpose = z.infer<typeof formPurpose>;

export const consentFormContent = z.strictObject({
  title: bilingualLine(120),
  introduction: bilingualParagraph(1000),
  purposes: z.array(formPurpose).min(1).max(20),
});
export type ConsentFormContent = z.infer<typeof consentFormContent>;

/** Why a form cannot be published, beyond the shape of its fields. */
export type FormFault =
  | { code: 'form_without_name_item' }
  | { code: 'form_without_essential_purpose' }
  | { code: 'form_item_defined_twice'; item: string }
  | { code: 'form_purpose_repeated' };

export function faultsOfForm(content: ConsentFormContent): FormFault[] {
  const faults: FormFault[] = [];
  if (!content.purposes.some((purpose) => purpose.kind === 'essential')) {
    faults.push({ code: 'form_without_essential_purpose' });
  }
  const namedByEssential = content.purposes.some(
    (purpose) =>
      purpose.kind === 'essential' &&
      purpose.items.some((item) => item.code === nameItemCode && item.kind === 'required'),
  );
  if (!namedByEssential) faults.push({ code: 'form_without_name_item' });
  if (new Set(content.purposes.map((purpose) => purpose.id)).size !== content.purposes.length) {
    faults.push({ code: 'form_purpose_repeated' });
  }
  // An item may serve several purposes, but it has to be the same item wherever it stands, or a person would be asked twice.
  const seen = new Map<string, string>();
  for (const purpose of content.purposes) {
    const here = new Set<string>();
    for (const item of purpose.items) {
      const meaning = JSON.stringify([item.label.en, item.label.ko, item.valueType, item.sensitivity]);
      const before = seen.get(item.code);
      if (here.has(item.code) || (before !== undefined && before !== meaning)) {
        faults.push({ code: 'form_item_defined_twice', item: item.code });
      }
      here.add(item.code);
      seen.set(item.code, meaning);
    }
  }
  return faults;
}
