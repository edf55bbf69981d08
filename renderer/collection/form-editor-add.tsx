import { useState } from 'react';
import type { CatalogueItemRow, CataloguePurposeRow } from '../../shared/contract/collection-forms.ts';
import {
  draftOfPurpose,
  type ItemDraft,
  type PurposeDraft,
} from '../../shared/domain/collection/form-draft.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Select } from '../components/select.tsx';
import { useEditor } from './form-editor-context.ts';

/** Takes an item that the catalogue has and the purpose does not. Nothing where there is none. */
export function AddItem({ taken, onAdd }: { taken: readonly ItemDraft[]; onAdd(item: ItemDraft): void }) {
  const text = useText();
  const format = useFormat();
  const { catalogue } = useEditor();
  const codes = new Set(taken.map(({ code }) => code));
  const items = catalogue.items.filter(({ code, retired }) => !retired && !codes.has(code));
  if (items.length === 0) return null;
  return (
    <FromCatalogue
      label={text('collection.editor.item_of_catalogue')}
      options={items.map((item) => ({ value: item.code, label: format.say(item.label) }))}
      onChoose={(code) => {
        const item = items.find((each) => each.code === code);
        if (item !== undefined) onAdd({ ...itemDraftOf(item), kind: 'required' });
      }}
    />
  );
}

/** Takes a purpose of the catalogue with all it needs. Nothing where there is none. */
export function AddPurpose({ onAdd }: { onAdd(purpose: PurposeDraft): void }) {
  const text = useText();
  const format = useFormat();
  const { catalogue, draft } = useEditor();
  const taken = new Set(draft.purposes.map(({ catalogueId }) => catalogueId));
  const purposes = catalogue.purposes.filter(({ purposeId, retired }) => !retired && !taken.has(purposeId));
  if (purposes.length === 0) return null;
  return (
    <FromCatalogue
      label={text('collection.editor.purpose_of_catalogue')}
      options={purposes.map(({ purposeId, content }) => ({
        value: purposeId,
        label: format.say(content.name),
      }))}
      onChoose={(purposeId) => {
        const purpose = purposes.find((each) => each.purposeId === purposeId);
        if (purpose !== undefined) onAdd(purposeDraftOf(purpose, catalogue.items, crypto.randomUUID()));
      }}
    />
  );
}

/** A list that does what is chosen and is then as before. */
function FromCatalogue({
  label,
  options,
  onChoose,
}: {
  label: string;
  options: readonly { value: string; label: string }[];
  onChoose(value: string): void;
}) {
  const [round, setRound] = useState(0);
  return (
    <Select
      key={round}
      label={label}
      value={null}
      options={options}
      onChange={(value) => {
        setRound(round + 1);
        onChoose(value);
      }}
    />
  );
}

function itemDraftOf({ code, label, sensitivity, valueType }: CatalogueItemRow): Omit<ItemDraft, 'kind'> {
  return { code, label: { ...label }, sensitivity, valueType };
}

/** @param id of the purpose on the form; for the catalogue's own editor the id it has there */
export function purposeDraftOf(
  { purposeId, content }: CataloguePurposeRow,
  items: readonly CatalogueItemRow[],
  id: string,
): PurposeDraft {
  const { needs, ...rest } = content;
  const known = new Map(items.map((item) => [item.code, itemDraftOf(item)]));
  const draft = draftOfPurpose({ ...structuredClone(rest), id, catalogueId: purposeId, items: [] });
  return {
    ...draft,
    items: needs.flatMap(({ code, kind }) => {
      const item = known.get(code);
      return item === undefined ? [] : [{ ...item, kind }];
    }),
  };
}
