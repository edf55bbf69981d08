import { z } from 'zod';
import { bilingualLine, id } from '../../contract/fields.ts';
import {
  type ConsentFormContent,
  formItem,
  formPurpose,
  itemCode,
  itemKind,
  nameItemCode,
} from './consent-form.ts';

/**
 * What the office collects and why, kept once and taken into forms. A form copies what it takes, so a change here changes no
 * published form; it is what forms are measured against.
 */
export const catalogueItem = z.strictObject({
  code: itemCode,
  label: bilingualLine(80),
  sensitivity: formItem.shape.sensitivity,
  valueType: formItem.shape.valueType,
});
export type CatalogueItem = z.infer<typeof catalogueItem>;

export const cataloguePurpose = z.strictObject({
  name: formPurpose.shape.name,
  kind: formPurpose.shape.kind,
  basis: formPurpose.shape.basis.unwrap(),
  retentionRuleId: id,
  refusal: formPurpose.shape.refusal,
  validFor: formPurpose.shape.validFor.unwrap(),
  /** What the purpose cannot do without (required), what it can use (optional), what is recorded for it (automatic). */
  needs: z
    .array(z.strictObject({ code: itemCode, kind: itemKind }))
    .min(1)
    .max(30),
});
export type CataloguePurpose = z.infer<typeof cataloguePurpose>;

/**
 * Where a form asks for more than the catalogue says is needed (PIPA art. 16(1)). It is said, and stops nothing.
 *
 * - `purpose_not_in_catalogue`: written for this form alone, so nothing says what it needs.
 * - `item_not_needed`: the purpose does not need it.
 * - `item_not_needed_as_required`: it is needed as an optional or automatic item, and asked for as a required one.
 */
export const beyondMinimumWarning = z.strictObject({
  code: z.enum(['purpose_not_in_catalogue', 'item_not_needed', 'item_not_needed_as_required']),
  /** Position on the form, from 0. */
  purpose: z.int().nonnegative(),
  item: z.string().nullable(),
});
export type BeyondMinimumWarning = z.infer<typeof beyondMinimumWarning>;

/** @param needsOf what a purpose of the catalogue needs; undefined for one that is not there or retired */
export function beyondMinimum(
  content: ConsentFormContent,
  needsOf: (catalogueId: string) => CataloguePurpose['needs'] | undefined,
): BeyondMinimumWarning[] {
  return content.purposes.flatMap((purpose, position): BeyondMinimumWarning[] => {
    const needs = purpose.catalogueId === null ? undefined : needsOf(purpose.catalogueId);
    if (needs === undefined) return [{ code: 'purpose_not_in_catalogue', purpose: position, item: null }];
    const kindOf = new Map(needs.map(({ code, kind }) => [code, kind]));
    return purpose.items.flatMap(({ code, kind }): BeyondMinimumWarning[] => {
      // Nobody can be found again without a name; every form asks for it once.
      if (code === nameItemCode) return [];
      const needed = kindOf.get(code);
      if (needed === undefined) return [{ code: 'item_not_needed', purpose: position, item: code }];
      return kind === 'required' && needed !== 'required'
        ? [{ code: 'item_not_needed_as_required', purpose: position, item: code }]
        : [];
    });
  });
}
