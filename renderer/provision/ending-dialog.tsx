import { useForm } from 'react-hook-form';
import type { CallError } from '../../shared/contract/answer.ts';
import { type CopyEnding, copyEnding } from '../../shared/domain/office/known-copy.ts';
import { useText } from '../app/text.tsx';
import { FormRadioGroup, notify } from '../components/index.ts';
import { FormDialog } from './form-dialog.tsx';

/** How something that somebody else held ended. */
export function EndingDialog({
  room,
  explanation,
  before,
  onEnd,
  isBusy,
  failure,
  onClose,
}: {
  /** Whose words: of a hand-over or of a provision. */
  room: 'end_hand_over' | 'end_provision';
  explanation: string;
  /** How it ended before: what was lost once cannot be lost again. */
  before: CopyEnding | null;
  /** Rejects where the records thread refused. */
  onEnd(how: CopyEnding): Promise<unknown>;
  isBusy: boolean;
  failure: CallError | undefined;
  onClose(): void;
}) {
  const text = useText();
  const form = useForm<{ how: string }>({ defaultValues: { how: '' } });
  const save = form.handleSubmit(async ({ how }) => {
    const chosen = copyEnding.safeParse(how);
    if (!chosen.success) return;
    try {
      await onEnd(chosen.data);
    } catch {
      // Said below the fields.
      return;
    }
    notify(text(`provision.${room}.done`));
    onClose();
  });
  const labels = {
    returned: text(`provision.${room}.returned`),
    destroyed: text(`provision.${room}.destroyed`),
    lost: text('provision.end_hand_over.lost'),
  };
  return (
    <FormDialog
      title={text(`provision.${room}.title`)}
      save={text('provision.end_hand_over.save')}
      onSave={save}
      onClose={onClose}
      isBusy={isBusy}
      failure={failure}
    >
      <p>{explanation}</p>
      <FormRadioGroup
        control={form.control}
        name="how"
        label={text('provision.hand_overs.column.state')}
        rules={{ required: text('common.field.choose') }}
        options={(['returned', 'destroyed', 'lost'] as const)
          .filter((how) => how !== before)
          .map((how) => ({ value: how, label: labels[how] }))}
      />
    </FormDialog>
  );
}
