import { useState } from 'react';
import type { FormRow } from '../../shared/contract/collection.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, ButtonLink, EmptyState, ErrorNote, PageHeader } from '../components/index.ts';
import type { PickedPerson } from '../components/picked-person.ts';
import './capture.css';
import { CaptureDesk } from './capture-desk.tsx';
import type { CaptureDraft } from './capture-draft.ts';
import { CaptureDrafts } from './capture-drafts.tsx';
import { CaptureResult } from './capture-result.tsx';
import { CollectionNav } from './room.tsx';

export type Captured = ChannelOutput<'collection.capture'>;
export type ResumedDraft = ChannelOutput<'collection.openDraft'> & { readonly draftId: string };

/**
 * Takes a person's consent to one of the forms in force.
 *
 * @param formVersionId the form to take it on; without one, the only form there is, or a choice of them
 * @param person who consents, where that is known already
 */
export function CaptureScreen({
  formVersionId,
  person = null,
}: {
  formVersionId?: string | undefined;
  person?: PickedPerson | null;
}) {
  const text = useText();
  const query = useCall('collection.listForms', {});
  const open = useSend('collection.openDraft');
  const [resumed, setResumed] = useState<ResumedDraft | null>(null);
  // The one being written stands below; it is not offered above.
  const [isBegun, setBegun] = useState(false);
  return (
    <div className="page">
      <CollectionNav />
      <Answered query={query}>
        {({ forms }) => {
          if (resumed !== null) {
            const form = forms.find((each) => each.formVersionId === resumed.formVersionId);
            if (form !== undefined)
              return (
                <Capture
                  key={resumed.draftId}
                  form={form}
                  person={null}
                  resumed={resumed}
                  onBegun={setBegun}
                />
              );
          }
          const drafts = (
            <>
              <CaptureDrafts
                onResume={({ draftId }) =>
                  open.mutate({ draftId }, { onSuccess: (opened) => setResumed({ ...opened, draftId }) })
                }
              />
              <ErrorNote error={open.error?.error ?? null} />
            </>
          );
          const form =
            forms.find((each) => each.formVersionId === formVersionId) ??
            (forms.length === 1 ? forms[0] : undefined);
          if (form !== undefined)
            return (
              <>
                {person === null && !isBegun ? drafts : null}
                <Capture
                  key={form.formVersionId}
                  form={form}
                  person={person}
                  resumed={null}
                  onBegun={setBegun}
                />
              </>
            );
          return (
            <>
              <PageHeader room="collection" title={text('collection.capture.title')} />
              {drafts}
              {forms.length === 0 ? <NoForms /> : <FormChoice forms={forms} />}
            </>
          );
        }}
      </Answered>
    </div>
  );
}

function NoForms() {
  const text = useText();
  const may = useMay();
  return (
    <EmptyState
      title={text('collection.capture.no_form')}
      action={
        may('collection.publish_forms') ? (
          <ButtonLink kind="primary" to="/collection/forms/new">
            {text('collection.forms.new')}
          </ButtonLink>
        ) : undefined
      }
    >
      {text('collection.capture.no_form_text')}
    </EmptyState>
  );
}

function FormChoice({ forms }: { forms: readonly FormRow[] }) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <section className="stack" aria-labelledby="capture-choice">
      <h2 id="capture-choice">{text('collection.capture.choose_form')}</h2>
      <ul className="capture-forms">
        {forms.map((form) => (
          <li key={form.formVersionId}>
            <ButtonLink
              to="/collection/capture"
              search={(before) => ({ ...before, form: form.formVersionId })}
            >
              {format.say(form.title)}
              <span className="quiet small">{text('collection.form.lead', { version: form.version })}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One person after another on the same form. */
function Capture({
  form,
  person,
  resumed,
  onBegun,
}: {
  form: FormRow;
  person: PickedPerson | null;
  resumed: ResumedDraft | null;
  onBegun(isBegun: boolean): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const [turn, setTurn] = useState(1);
  const [captured, setCaptured] = useState<{ answer: Captured; draft: CaptureDraft } | null>(null);
  const next = () => {
    setCaptured(null);
    setTurn((before) => before + 1);
    window.scrollTo(0, 0);
  };
  if (captured !== null) {
    return <CaptureResult captured={captured.answer} draft={captured.draft} form={form} onNext={next} />;
  }
  return (
    <>
      <PageHeader
        room="collection"
        title={text('collection.capture.title')}
        lead={text('collection.capture.lead', { title: format.say(form.title), version: form.version })}
      />
      <CaptureDesk
        key={turn}
        form={form}
        person={turn === 1 ? person : null}
        resumed={turn === 1 ? resumed : null}
        takesFocus={turn > 1}
        onBegun={onBegun}
        onCaptured={(answer, draft) => {
          setCaptured({ answer, draft });
          window.scrollTo(0, 0);
        }}
        onStartOver={next}
      />
    </>
  );
}
