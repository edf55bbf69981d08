import type { FormPurpose } from '../../shared/domain/collection/consent-form.ts';
import { useSend } from '../app/call.ts';
import type { EditorSources } from './form-editor-context.ts';

/** Enters a purpose in the catalogue, with the items that it needs and the catalogue has not. */
export function useIntoCatalogue(catalogue: EditorSources['catalogue']) {
  const saveItem = useSend('collection.saveCatalogueItem');
  const savePurpose = useSend('collection.saveCataloguePurpose');
  return {
    isBusy: saveItem.isPending || savePurpose.isPending,
    error: savePurpose.error?.error ?? saveItem.error?.error,
    /**
     * @param purposeId of the entry that is changed; null for a new one
     * @returns the id in the catalogue. Throws CallFailure, which is in `error` as well.
     */
    save: async (purpose: FormPurpose, purposeId: string | null): Promise<string> => {
      const { id: _, catalogueId: __, items, ...rest } = purpose;
      const known = new Set(catalogue.items.map(({ code }) => code));
      for (const { kind: ___, ...item } of items) {
        if (!known.has(item.code)) await saveItem.mutateAsync({ item });
      }
      const needs = items.map(({ code, kind }) => ({ code, kind }));
      return (await savePurpose.mutateAsync({ purposeId, content: { ...rest, needs } })).purposeId;
    },
  };
}
