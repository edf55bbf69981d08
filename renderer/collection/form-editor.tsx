import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type FieldErrors, useFieldArray, useForm, useWatch } from 'react-hook-form';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import { faultsOfForm } from '../../shared/domain/collection/form-faults.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  ConfirmDialog,
  EmptyState,
  ErrorNote,
  notify,
  PageHeader,
} from '../components/index.ts';
import { contentOf, draftOf, emptyPurpose, type FormDraft, templateDraft } from './form-draft.ts';
import './form-editor.css';
import { focusSoon } from './focus-soon.ts';
import { BilingualFields } from './form-editor-bilingual.tsx';
import { FaultNote, type Faults } from './form-editor-fault.tsx';
import { FormPreview } from './form-editor-preview.tsx';
import { PurposeFields } from './form-editor-purpose.tsx';

/** A new form: starts from a template that can be published as it stands. */
export function NewFormScreen() {
  const text = useText();
  return (
    <Rules>
      {(rules) => (
        <FormEditor
          title={text('collection.editor.new_title')}
          formId={null}
          version={1}
          consents={0}
          rules={rules}
          draft={templateDraft(rules)}
        />
      )}
    </Rules>
  );
}

/** The next version of a form: starts from what is in force. */
export function NextFormVersionScreen({ formVersionId }: { formVersionId: string }) {
  const text = useText();
  const format = useOfficeFormat();
  const query = useCall('collection.getForm', { formVersionId });
  return (
    <Rules>
      {(rules) => (
        <Answered query={query}>
          {({ form, content }) => (
            <FormEditor
              title={text('collection.editor.next_title', { title: format.say(form.title) })}
              formId={form.formId}
              version={form.version + 1}
              consents={form.consents}
              rules={rules}
              draft={draftOf(content)}
            />
          )}
        </Answered>
      )}
    </Rules>
  );
}

/** Without a retention rule nothing can be published: every purpose needs one. */
function Rules({ children }: { children: (rules: readonly RuleRow[]) => React.ReactNode }) {
  const text = useText();
  const query = useCall('retention.listRules', {});
  return (
    <Answered query={query}>
      {({ rules }) =>
        rules.length > 0 ? (
          children(rules)
        ) : (
          <EmptyState
            title={text('collection.editor.no_rules')}
            action={
              <ButtonLink kind="primary" to="/retention">
                {text('collection.editor.to_rules')}
              </ButtonLink>
            }
          >
            {text('collection.editor.no_rules_text')}
          </EmptyState>
        )
      }
    </Answered>
  );
}

function FormEditor(props: {
  title: string;
  formId: string | null;
  version: number;
  consents: number;
  rules: readonly RuleRow[];
  draft: FormDraft;
}) {
  const { formId, rules } = props;
  const text = useText();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useForm<FormDraft>({ defaultValues: props.draft, shouldFocusError: true });
  const purposes = useFieldArray({ control: form.control, name: 'purposes', keyName: 'key' });
  const publish = useSend('collection.publishForm');
  const { submit, failure } = useFormCall(publish, form, (path) => path.replace(/^content\./, ''));
  const values = useWatch({ control: form.control });
  const draft = values as FormDraft;
  const faults: Faults = showsFaults ? faultsOfForm(contentOf(draft)) : [];

  const ask = form.handleSubmit(
    (written) => {
      setShowsFaults(true);
      if (faultsOfForm(contentOf(written)).length === 0) setAsking(true);
      else focusSoon('[data-fault] input, [data-fault] button');
    },
    (_errors: FieldErrors<FormDraft>) => setShowsFaults(true),
  );

  async function confirm(): Promise<void> {
    const answer = await submit({ formId, content: contentOf(form.getValues()) });
    setAsking(false);
    if (answer === undefined) return;
    notify(text('collection.editor.published', { version: answer.version }));
    await navigate({
      to: '/collection/forms/$formVersionId',
      params: { formVersionId: answer.formVersionId },
    });
  }

  useEffect(() => {
    if (failure !== null) focusSoon('.error-note');
  }, [failure]);

  return (
    <div className="page">
      <PageHeader
        room="collection"
        title={props.title}
        lead={text('collection.editor.lead', { version: props.version })}
        actions={<ButtonLink to="/collection/forms">{text('common.cancel')}</ButtonLink>}
      />
      <div className="form-editor">
        <form
          className="form-editor-fields"
          noValidate
          onSubmit={(event) => void ask(event)}
          aria-label={props.title}
        >
          <ErrorNote error={failure} />
          <BilingualFields
            control={form.control}
            name="title"
            label={text('collection.editor.title')}
            maximum={120}
          />
          <BilingualFields
            control={form.control}
            name="introduction"
            label={text('collection.editor.introduction')}
            maximum={1000}
            isLong
          />
          <div className="form-editor-purposes">
            <div className="section-head">
              <h2>{text('collection.editor.purposes')}</h2>
            </div>
            <FaultNote faults={faults} code="form_without_essential_purpose" />
            <FaultNote faults={faults} code="form_purpose_repeated" />
            {purposes.fields.map((purpose, index) => (
              <PurposeFields
                key={purpose.key}
                form={form}
                index={index}
                count={purposes.fields.length}
                rules={rules}
                faults={faults}
                draft={draft}
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
            <div className="form-editor-add">
              <Button
                isDisabled={purposes.fields.length >= 20}
                onPress={() => {
                  purposes.append(emptyPurpose(), { shouldFocus: false });
                  focusSoon(`[data-purpose="${purposes.fields.length}"] input`);
                }}
              >
                {text('collection.editor.add_purpose')}
              </Button>
            </div>
          </div>
          <div className="form-editor-end">
            <p className="quiet small">{text('collection.editor.immutable')}</p>
            <Button kind="primary" type="submit">
              {text('collection.editor.publish', { version: props.version })}
            </Button>
          </div>
        </form>
        <FormPreview draft={draft} rules={rules} />
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
        isBusy={publish.isPending}
        title={text('collection.editor.confirm', { version: props.version, title: format.say(draft.title) })}
        consequence={
          <div className="stack-tight">
            <p>{text('collection.editor.confirm_immutable')}</p>
            {formId === null ? null : (
              <p>
                {text('collection.editor.confirm_next', { count: props.consents, version: props.version })}
              </p>
            )}
          </div>
        }
        confirmLabel={text('collection.editor.publish', { version: props.version })}
      />
    </div>
  );
}
