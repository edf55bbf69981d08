import { useForm } from 'react-hook-form';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import { FormDateField, FormTextField, notify } from '../components/index.ts';
import { FormDialog, useFilled } from '../provision/form-dialog.tsx';

/** Who takes it, and until when. */
export function CheckOutDialog({ entryIds, onClose }: { entryIds: readonly string[]; onClose(): void }) {
  const text = useText();
  const filled = useFilled();
  const form = useForm<{ to: string; dueBackOn: string | null }>({
    defaultValues: { to: '', dueBackOn: null },
  });
  const send = useSend('paper.checkOut');
  const { submit, failure } = useFormCall(send, form);
  const save = form.handleSubmit(async (draft) => {
    if ((await submit({ entryIds: [...entryIds], ...draft })) === undefined) return;
    notify(text('paper.deed.check_out.done', { count: entryIds.length }));
    onClose();
  });
  return (
    <FormDialog
      title={text('paper.deed.check_out.title', { count: entryIds.length })}
      save={text('paper.deed.check_out')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <FormTextField
        control={form.control}
        name="to"
        label={text('paper.field.taken_by')}
        maxLength={80}
        rules={filled}
        autoFocus
      />
      <FormDateField
        control={form.control}
        name="dueBackOn"
        label={text('paper.field.due_back')}
        isOptional
      />
    </FormDialog>
  );
}
