import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { RequestDetails } from '../../shared/contract/collection-requests.ts';
import { language } from '../../shared/contract/fields.ts';
import { refusalReason, requestOutcome } from '../../shared/domain/collection/person-request.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  Button,
  ConfirmDialog,
  DefinitionList,
  DocumentDialog,
  ErrorNote,
  FormRadioGroup,
  FormTextArea,
  notify,
} from '../components/index.ts';

interface AnswerDraft {
  outcome: string;
  reason: string;
  explanation: string;
  language: string;
}

/** What the person is told: chosen while the request is open, shown as it was given afterwards. */
export function RequestAnswer({ request, onChanged }: { request: RequestDetails; onChanged(): void }) {
  return request.answer === null ? (
    <AnswerForm request={request} onChanged={onChanged} />
  ) : (
    <GivenAnswer requestId={request.requestId} answer={request.answer} />
  );
}

function AnswerForm({ request, onChanged }: { request: RequestDetails; onChanged(): void }) {
  const text = useText();
  const ownLanguage = useLanguage();
  const send = useSend('collection.answerRequest');
  const [isAsking, setAsking] = useState(false);
  const form = useForm<AnswerDraft>({
    defaultValues: { outcome: '', reason: '', explanation: '', language: ownLanguage },
  });
  const { submit, failure } = useFormCall(send, form);
  const outcome = requestOutcome.safeParse(form.watch('outcome')).data ?? null;
  const refusesSomething = outcome === 'refused' || outcome === 'partly_fulfilled';
  const chosen = { required: text('common.field.choose') };
  const answer = async () => {
    const values = form.getValues();
    const spoken = language.safeParse(values.language);
    if (outcome === null || !spoken.success) return;
    const answered = await submit({
      requestId: request.requestId,
      outcome,
      reason: refusesSomething ? (refusalReason.safeParse(values.reason).data ?? null) : null,
      explanation: values.explanation.trim(),
      language: spoken.data,
    });
    setAsking(false);
    if (answered === undefined) return;
    notify(text('collection.request.answer_done'));
    onChanged();
  };
  return (
    <form
      noValidate
      className="request-form"
      onSubmit={(event) => void form.handleSubmit(() => setAsking(true))(event)}
    >
      <FormRadioGroup
        control={form.control}
        name="outcome"
        label={text('collection.request.outcome')}
        rules={chosen}
        options={requestOutcome.options
          // Of somebody of whom nothing is kept there is nothing to fulfil.
          .filter((each) => !request.isWithoutRecord || each === 'refused' || each === 'taken_back')
          .map((each) => ({
            value: each,
            label: text(
              request.isWithoutRecord && each === 'refused'
                ? 'collection.request.outcome_without_record'
                : `collection.request.outcome.${each}`,
            ),
          }))}
      />
      {refusesSomething ? (
        <FormRadioGroup
          control={form.control}
          name="reason"
          label={text('collection.request.reason')}
          hint={text('collection.request.reason_hint')}
          layout="lines"
          rules={chosen}
          options={request.reasons.map((reason) => ({
            value: reason,
            label: text(`collection.request.reason.${reason}`),
          }))}
        />
      ) : null}
      {outcome === null || outcome === 'taken_back' ? null : (
        <>
          <FormTextArea
            control={form.control}
            name="explanation"
            label={text('collection.request.explanation')}
            hint={text('collection.request.explanation_hint')}
            maxLength={2000}
            rows={4}
            isOptional
          />
          <FormRadioGroup
            control={form.control}
            name="language"
            label={text('collection.request.language')}
            options={[
              { value: 'ko', label: '한국어' },
              { value: 'en', label: 'English' },
            ]}
          />
        </>
      )}
      <ErrorNote error={failure} />
      <div className="row">
        <Button kind={request.state === 'identity_confirmed' ? 'primary' : 'quiet'} type="submit">
          {text('collection.request.answer')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void answer()}
        title={text('collection.request.answer_title')}
        consequence={text('collection.request.answer_consequence')}
        confirmLabel={text('collection.request.answer')}
        isBusy={send.isPending}
      />
    </form>
  );
}

function GivenAnswer({
  requestId,
  answer,
}: {
  requestId: string;
  answer: NonNullable<RequestDetails['answer']>;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <DefinitionList
        entries={[
          {
            term: text('collection.request.outcome'),
            value: text(`collection.request.outcome.${answer.outcome}`),
          },
          {
            term: text('collection.request.reason'),
            value: answer.reason === null ? null : text(`collection.request.reason.${answer.reason}`),
          },
          {
            term: text('collection.request.explanation'),
            value:
              answer.explanation === '' ? null : <span className="request-words">{answer.explanation}</span>,
          },
          {
            term: text('collection.request.answered'),
            value: text('collection.request.by_staff', {
              at: format.instant(answer.at),
              number: answer.staffNumber,
            }),
          },
        ]}
      />
      {answer.outcome === 'taken_back' ? null : (
        <div className="row">
          <Button kind="primary" onPress={() => setShown(true)}>
            {text('collection.request.letter')}
          </Button>
        </div>
      )}
      {isShown ? (
        <DocumentDialog
          channel="collection.requestLetter"
          ask={{ requestId }}
          formats={['pdf']}
          onClose={() => setShown(false)}
        />
      ) : null}
    </>
  );
}
