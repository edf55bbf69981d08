import { Navigate, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { type FieldErrors, useFieldArray, useForm, useWatch } from 'react-hook-form';
import type { DraftRow } from '../../shared/contract/collection-forms.ts';
import { beyondMinimum } from '../../shared/domain/collection/catalogue.ts';
import {
  contentOf,
  draftOf,
  emptyPurpose,
  type FormDraft,
} from '../../shared/domain/collection/form-draft.ts';
import { faultsOfForm } from '../../shared/domain/collection/form-faults.ts';
import { mandatoryStatements } from '../../shared/domain/collection/mandatory-statements.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, ButtonLink, ConfirmDialog, notify, PageHeader } from '../components/index.ts';
import { focusSoon } from './focus-soon.ts';
import { type DraftState, useAutosave } from './form-autosave.ts';
import './form-editor.css';
import { AddPurpose } from './form-editor-add.tsx';
import { BilingualFields } from './form-editor-bilingual.tsx';
import { ChildrenFields } from './form-editor-children.tsx';
import { type Editor, EditorContext, type EditorSources } from './form-editor-context.ts';
import { FaultNote } from './form-editor-fault.tsx';
import { FormPreview } from './form-editor-preview.tsx';
import { PurposeFields } from './form-editor-purpose.tsx';
import { WithSources } from './form-editor-sources.tsx';
import { PublishDialog } from './form-publish-dialog.tsx';
import { templateDraft } from './form-template.ts';

/** A new form: starts from a template that can be published as it stands. */
export function NewFormScreen() {
  const text = useText();
  return (
    <WithSources>
      {(sources) => (
        <FormEditor
          title={text('collection.editor.new_title')}
          formId={null}
          version={1}
          sources={sources}
          draft={templateDraft(sources.rules)}
          savedAs={null}
        />
      )}
    </WithSources>
  );
}

/** The next version of a form: starts from what is in force, or goes on with the draft that was begun. */
export function NextFormVersionScreen({ formVersionId }: { formVersionId: string }) {
  const text = useText();
  const format = useOfficeFormat();
  const query = useCall('collection.getForm', { formVersionId });
  const drafts = useCall('collection.listFormDrafts', {});
  // What is begun here is saved as a draft soon: it must not send the hand that writes it to another screen.
  const [begun, setBegun] = useState<DraftRow | null | undefined>(undefined);
  const formId = query.data?.form.formId;
  useEffect(() => {
    if (begun !== undefined || formId === undefined || drafts.data === undefined) return;
    setBegun(drafts.data.drafts.find((each) => each.formId === formId) ?? null);
  }, [begun, formId, drafts.data]);
  if (begun)
    return <Navigate to="/collection/forms/drafts/$draftId" params={{ draftId: begun.draftId }} replace />;
  return (
    <WithSources>
      {(sources) => (
        <Answered query={query}>
          {({ form, content }) =>
            begun === undefined ? null : (
              <FormEditor
                title={text('collection.editor.next_title', { title: format.say(form.title) })}
                formId={form.formId}
                version={form.version + 1}
                sources={sources}
                draft={draftOf(content)}
                savedAs={null}
              />
            )
          }
        </Answered>
      )}
    </WithSources>
  );
}

/** Goes on with a draft, whoever began it. */
export function FormDraftScreen({ draftId }: { draftId: string }) {
  const text = useText();
  const format = useOfficeFormat();
  const query = useCall('collection.getFormDraft', { draftId });
  const forms = useCall('collection.listForms', {});
  return (
    <WithSources>
      {(sources) => (
        <Answered query={query}>
          {({ draft, content }) => (
            <Answered query={forms}>
              {({ forms }) => {
                const form = forms.find(({ formId }) => formId === draft.formId);
                return (
                  <FormEditor
                    title={
                      form === undefined
                        ? text('collection.editor.new_title')
                        : text('collection.editor.next_title', { title: format.say(form.title) })
                    }
                    formId={draft.formId}
                    version={(form?.version ?? 0) + 1}
                    sources={sources}
                    draft={content}
                    savedAs={draft}
                  />
                );
              }}
            </Answered>
          )}
        </Answered>
      )}
    </WithSources>
  );
}

function FormEditor(props: {
  title: string;
  formId: string | null;
  version: number;
  sources: EditorSources;
  draft: FormDraft;
  /** The draft this goes on with; null for a beginning. */
  savedAs: DraftRow | null;
}) {
  const { formId, sources, version } = props;
  const text = useText();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useForm<FormDraft>({ defaultValues: props.draft, shouldFocusError: true });
  const purposes = useFieldArray({ control: form.control, name: 'purposes', keyName: 'key' });
  const publish = useSend('collection.publishForm');
  const { submit, failure } = useFormCall(publish, form, (path) => path.replace(/^content\./, ''));
  const draft = useWatch({ control: form.control }) as FormDraft;
  const { state, finish } = useAutosave(draft, formId, props.savedAs?.draftId ?? null);
  const content = useMemo(() => contentOf(draft), [draft]);

  const editor: Editor = {
    ...sources,
    form,
    draft,
    statements: new Map(mandatoryStatements(content).map((each) => [each.field, each])),
    faults: showsFaults ? faultsOfForm(content) : [],
    warnings: beyondMinimum(
      content,
      (catalogueId) =>
        sources.catalogue.purposes.find((each) => each.purposeId === catalogueId && !each.retired)?.content
          .needs,
    ),
  };

  const ask = form.handleSubmit(
    (written) => {
      setShowsFaults(true);
      if (faultsOfForm(contentOf(written)).length === 0) setAsking(true);
      else focusSoon('[data-fault]');
    },
    (_errors: FieldErrors<FormDraft>) => setShowsFaults(true),
  );

  async function confirm(wordingOnly: string[]): Promise<void> {
    const draftId = await finish();
    const answer = await submit({ formId, content: contentOf(form.getValues()), wordingOnly, draftId });
    if (answer === undefined) return;
    setAsking(false);
    notify(text('collection.editor.published', { version: answer.version }));
    await navigate({
      to: '/collection/forms/$formVersionId',
      params: { formVersionId: answer.formVersionId },
    });
  }

  return (
    <EditorContext value={editor}>
      <div className="page">
        <PageHeader
          room="collection"
          title={props.title}
          lead={text('collection.editor.lead', { version })}
          actions={
            <>
              {props.savedAs === null ? null : <DiscardDraft draft={props.savedAs} onDiscard={finish} />}
              <ButtonLink to="/collection/forms">{text('collection.editor.leave')}</ButtonLink>
            </>
          }
        />
        <div className="form-editor">
          <form
            className="form-editor-fields"
            noValidate
            onSubmit={(event) => void ask(event)}
            aria-label={props.title}
          >
            <BilingualFields name="title" label={text('collection.editor.title')} maximum={120} />
            <BilingualFields
              name="introduction"
              label={text('collection.editor.introduction')}
              maximum={1000}
              isLong
            />
            <ChildrenFields />
            <div className="form-editor-purposes">
              <div className="section-head">
                <h2>{text('collection.editor.purposes')}</h2>
              </div>
              <FaultNote code="form_without_essential_purpose" />
              <FaultNote code="form_without_consent" />
              <FaultNote code="form_purpose_repeated" />
              {purposes.fields.map((purpose, index) => (
                <PurposeFields
                  key={purpose.key}
                  index={index}
                  count={purposes.fields.length}
                  onMove={(to) => {
                    purposes.move(index, to);
                    focusSoon(`[data-purpose="${to}"] [data-move="${to > index ? 'down' : 'up'}"]`);
                  }}
                  onRemove={() => {
                    purposes.remove(index);
                    focusSoon('.form-editor-add');
                  }}
                />
              ))}
              <div className="form-editor-add form-editor-add-row">
                <Button
                  isDisabled={purposes.fields.length >= 20}
                  onPress={() => {
                    purposes.append(emptyPurpose(crypto.randomUUID()), { shouldFocus: false });
                    focusSoon(`[data-purpose="${purposes.fields.length}"] input`);
                  }}
                >
                  {text('collection.editor.add_purpose')}
                </Button>
                <AddPurpose
                  onAdd={(added) => {
                    purposes.append(added, { shouldFocus: false });
                    focusSoon(`[data-purpose="${purposes.fields.length}"] input`);
                  }}
                />
              </div>
            </div>
            <div className="form-editor-end">
              <div>
                <p className="quiet small">{text('collection.editor.immutable')}</p>
                <SavedNote state={state} savedAs={props.savedAs} />
              </div>
              <Button kind="primary" type="submit">
                {text('collection.editor.publish', { version })}
              </Button>
            </div>
          </form>
          <FormPreview />
        </div>
        <PublishDialog
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          onPublish={(wordingOnly) => void confirm(wordingOnly)}
          isBusy={publish.isPending}
          failure={failure}
          formId={formId}
          version={version}
          content={content}
        />
      </div>
    </EditorContext>
  );
}

/** Whether what stands here would still be there after a power cut. */
function SavedNote({ state, savedAs }: { state: DraftState; savedAs: DraftRow | null }) {
  const text = useText();
  const format = useOfficeFormat();
  switch (state.is) {
    case 'unchanged':
      return (
        <p className="quiet small">
          {savedAs === null
            ? text('collection.draft.not_begun')
            : text('collection.draft.goes_on', {
                at: format.instant(savedAs.savedAt),
                number: savedAs.staffNumber,
              })}
        </p>
      );
    case 'saving':
      return <p className="quiet small">{text('collection.draft.saving')}</p>;
    case 'kept':
      return <p className="quiet small">{text('collection.draft.kept', { at: format.instant(state.at) })}</p>;
    case 'failed':
      return (
        <p className="form-editor-fault" role="alert">
          {text('collection.draft.failed')}
        </p>
      );
  }
}

function DiscardDraft({ draft, onDiscard }: { draft: DraftRow; onDiscard(): Promise<unknown> }) {
  const text = useText();
  const navigate = useNavigate();
  const discard = useSend('collection.discardFormDraft');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setAsking(true)}>{text('collection.draft.discard')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        isDanger
        title={text('collection.draft.discard_question')}
        consequence={<p>{text('collection.draft.discard_consequence')}</p>}
        confirmLabel={text('collection.draft.discard')}
        isBusy={discard.isPending}
        error={discard.error?.error ?? null}
        onConfirm={() =>
          void (async () => {
            await onDiscard();
            // Away first: the draft that is asked again when it is gone would be an error on this screen.
            await navigate({ to: '/collection/forms' });
            await discard.mutateAsync({ draftId: draft.draftId });
            notify(text('collection.draft.discarded'));
          })()
        }
      />
    </>
  );
}
