import { useForm } from 'react-hook-form';
import type { RecallRow } from '../../shared/contract/provision-recalls.ts';
import { copyEnding } from '../../shared/domain/office/known-copy.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { FormDateField, FormRadioGroup, FormTextArea, notify } from '../components/index.ts';
import { FormDialog } from './form-dialog.tsx';

/** What a vendor or recipient answered: with it the known copy ends. */
export function RecallAnswerDialog({ recall, onClose }: { recall: RecallRow; onClose(): void }) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.answerRecall');
  const form = useForm<{ how: string; answeredOn: string | null; answer: string }>({
    defaultValues: { how: '', answeredOn: today, answer: recall.answer },
  });
  const { submit, failure } = useFormCall(send, form);
  const save = form.handleSubmit(async ({ how, answeredOn, answer }) => {
    const chosen = copyEnding.safeParse(how);
    if (!chosen.success || answeredOn === null) return;
    const { recallId } = recall;
    if ((await submit({ recallId, how: chosen.data, answeredOn, answer })) === undefined) return;
    notify(text('provision.recall_answer.done'));
    onClose();
  });
  const endings = (['destroyed', 'returned', 'lost'] as const).filter((how) => how !== recall.how);
  return (
    <FormDialog
      title={text('provision.recall_answer.title', { holder: recall.holderName })}
      save={text('provision.recalls.record_answer')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <FormRadioGroup
        control={form.control}
        name="how"
        label={text('provision.recall_answer.how')}
        rules={{ required: text('common.field.choose') }}
        options={endings.map((how) => ({ value: how, label: text(`provision.recall_answer.${how}`) }))}
      />
      <FormDateField
        control={form.control}
        name="answeredOn"
        label={text('provision.recall_answer.on')}
        maximum={today}
        rules={{ required: text('common.field.required') }}
      />
      <FormTextArea
        control={form.control}
        name="answer"
        label={text('provision.recall_answer.words')}
        hint={text('provision.recall_answer.words_hint')}
        maxLength={500}
        isOptional
      />
      <p className="quiet small">{text('provision.recall_answer.text', { reference: recall.reference })}</p>
    </FormDialog>
  );
}
