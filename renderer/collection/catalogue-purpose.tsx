import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import {
  contentOf,
  emptyPurpose,
  type FormDraft,
  type PurposeDraft,
  purposeOf,
} from '../../shared/domain/collection/form-draft.ts';
import { type FormFault, faultsOfForm } from '../../shared/domain/collection/form-faults.ts';
import { mandatoryStatements } from '../../shared/domain/collection/mandatory-statements.ts';
import { CallFailure } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, ErrorNote, notify, PageHeader } from '../components/index.ts';
import { focusSoon } from './focus-soon.ts';
import { purposeDraftOf } from './form-editor-add.tsx';
import { type Editor, EditorContext, type EditorSources } from './form-editor-context.ts';
import { PurposeFields } from './form-editor-purpose.tsx';
import { WithSources } from './form-editor-sources.tsx';
import './form-editor.css';
import { useIntoCatalogue } from './into-catalogue.ts';

/** A purpose of the catalogue, written with the fields it has on a form: what it needs is the most a form may ask for it. */
export function CataloguePurposeScreen({ purposeId }: { purposeId: string | null }) {
  return (
    <WithSources>
      {(sources) => {
        const row = sources.catalogue.purposes.find((each) => each.purposeId === purposeId);
        if (purposeId !== null && row === undefined) return null;
        const purpose =
          row === undefined
            ? emptyPurpose(crypto.randomUUID())
            : purposeDraftOf(row, sources.catalogue.items, row.purposeId);
        return <PurposeEditor key={purposeId} purposeId={purposeId} purpose={purpose} sources={sources} />;
      }}
    </WithSources>
  );
}

function PurposeEditor({
  purposeId,
  purpose,
  sources,
}: {
  purposeId: string | null;
  purpose: PurposeDraft;
  sources: EditorSources;
}) {
  const text = useText();
  const navigate = useNavigate();
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useForm<FormDraft>({ defaultValues: draftAround(purpose) });
  const draft = useWatch({ control: form.control }) as FormDraft;
  const intoCatalogue = useIntoCatalogue(sources.catalogue);
  const content = contentOf(draft);
  const editor: Editor = {
    ...sources,
    form,
    draft,
    statements: new Map(mandatoryStatements(content).map((each) => [each.field, each])),
    faults: showsFaults ? faultsOfForm(content).filter(isOfPurpose) : [],
    warnings: [],
  };

  const save = form.handleSubmit(async (written) => {
    setShowsFaults(true);
    if (faultsOfForm(contentOf(written)).some(isOfPurpose)) return focusSoon('[data-fault]');
    const [only] = written.purposes;
    if (only === undefined) return;
    try {
      await intoCatalogue.save(purposeOf(only), purposeId);
    } catch (error) {
      // Said below, by what was sent.
      if (error instanceof CallFailure) return;
      throw error;
    }
    notify(text('collection.catalogue.saved'));
    await navigate({ to: '/collection/catalogue' });
  });

  return (
    <EditorContext value={editor}>
      <div className="page">
        <PageHeader
          room="collection"
          title={text(
            purposeId === null ? 'collection.catalogue.add_purpose' : 'collection.catalogue.change_purpose',
          )}
          lead={text('collection.catalogue.purpose_lead')}
          actions={<ButtonLink to="/collection/catalogue">{text('common.cancel')}</ButtonLink>}
        />
        <form
          className="form-editor-fields"
          noValidate
          onSubmit={(event) => void save(event)}
          aria-label={text('collection.catalogue.purposes')}
        >
          <PurposeFields index={0} count={1} onMove={() => undefined} onRemove={() => undefined} />
          <ErrorNote error={intoCatalogue.error} />
          <div className="form-editor-end">
            <span />
            <Button kind="primary" type="submit" isBusy={intoCatalogue.isBusy}>
              {text('collection.catalogue.save')}
            </Button>
          </div>
        </form>
      </div>
    </EditorContext>
  );
}

/** A purpose of the catalogue stands by itself: what a whole form has to have is not asked of it. */
function isOfPurpose(fault: FormFault): boolean {
  return 'purpose' in fault || fault.code === 'form_item_defined_twice';
}

function draftAround(purpose: PurposeDraft): FormDraft {
  const nothing = () => ({ en: '', ko: '' });
  return {
    title: nothing(),
    introduction: nothing(),
    isForChildren: false,
    guardianStatement: nothing(),
    childStatement: nothing(),
    purposes: [purpose],
  };
}
