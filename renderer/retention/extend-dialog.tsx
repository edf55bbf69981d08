import { useForm } from 'react-hook-form';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormDateField,
  FormTextArea,
  notify,
} from '../components/index.ts';

interface Values {
  until: string | null;
  reason: string;
}

/** Asks that due records stay until a later day; a second person decides. */
export function ExtendDialog({
  unitIds,
  onClose,
  onAsked,
}: {
  unitIds: string[];
  onClose(): void;
  onAsked(): void;
}) {
  const text = useText();
  const days = useCall('retention.listExtensions', {}).data?.limitDays ?? 0;
  const form = useForm<Values>({ defaultValues: { until: null, reason: '' } });
  const propose = useSend('retention.proposeExtension');
  const { submit, failure } = useFormCall(propose, form);
  const filled = { required: text('common.field.required') };
  const send = async ({ until, reason }: Values) => {
    if (until === null || !(await submit({ unitIds, until, reason }))) return;
    notify(text('retention.extend.done'));
    onAsked();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('retention.extend.title', { count: unitIds.length })}
      isBusy={propose.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <Explanation>{text('retention.extend.lead')}</Explanation>
        <FormDateField
          control={form.control}
          name="until"
          label={text('retention.extend.until')}
          hint={text('retention.extend.until.hint', { days })}
          rules={filled}
        />
        <FormTextArea
          control={form.control}
          name="reason"
          label={text('retention.extend.reason')}
          maxLength={300}
          rules={filled}
        />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={propose.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={propose.isPending}>
            {text('retention.extend.submit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
