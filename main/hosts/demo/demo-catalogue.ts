import type { FormItem } from '../../../shared/domain/collection/consent-form.ts';
import type { Caller } from './contract-caller.ts';
import { type DemoFormContents, demoItems } from './demo-forms.ts';

/**
 * Enters every item and purpose of the forms in the catalogue, needing exactly what the forms ask, and answers the forms with the
 * purposes taken from there.
 */
export async function fillCatalogue(call: Caller, forms: DemoFormContents): Promise<DemoFormContents> {
  for (const { kind: _, ...item } of demoItems) await call('collection.saveCatalogueItem', { item });
  const taken = structuredClone(forms);
  for (const form of Object.values(taken)) {
    for (const purpose of form.purposes) {
      const { id: _, catalogueId: __, items, ...content } = purpose;
      const needs = items.map(({ code, kind }: FormItem) => ({ code, kind }));
      const { purposeId } = await call('collection.saveCataloguePurpose', {
        purposeId: null,
        content: { ...content, needs },
      });
      purpose.catalogueId = purposeId;
    }
  }
  return taken;
}
