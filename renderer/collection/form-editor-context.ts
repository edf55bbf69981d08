import { createContext, useContext } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CatalogueItemRow, CataloguePurposeRow } from '../../shared/contract/collection-forms.ts';
import type { RecipientRow } from '../../shared/contract/provision-recipients.ts';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import type { BeyondMinimumWarning } from '../../shared/domain/collection/catalogue.ts';
import type { FormDraft } from '../../shared/domain/collection/form-draft.ts';
import type { FormFault } from '../../shared/domain/collection/form-faults.ts';
import type { MandatoryStatement } from '../../shared/domain/collection/mandatory-statements.ts';

/** What a form is written from: rules, recipients, the catalogue. */
export interface EditorSources {
  readonly rules: readonly RuleRow[];
  readonly recipients: readonly RecipientRow[];
  readonly catalogue: {
    readonly purposes: readonly CataloguePurposeRow[];
    readonly items: readonly CatalogueItemRow[];
  };
}

/** What the parts of the editor know of the form they are parts of. */
export interface Editor extends EditorSources {
  readonly form: UseFormReturn<FormDraft>;
  /** As it stands. */
  readonly draft: FormDraft;
  /** By the dotted path of the published field. */
  readonly statements: ReadonlyMap<string, MandatoryStatement>;
  /** Why it cannot be published; none before it has been tried. */
  readonly faults: readonly FormFault[];
  readonly warnings: readonly BeyondMinimumWarning[];
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('a part of the form editor outside of it');
  return editor;
}
