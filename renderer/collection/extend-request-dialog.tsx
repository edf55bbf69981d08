import { useForm } from 'react-hook-form';
import type { RequestDetails } from '../../shared/contract/collection-requests.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormDateField,
  FormTextArea,
} from '../components/index.ts';

/** Puts an answer off where the law knows that, with the reason the person is told. */
export function ExtendRequestDialog({
  request,
  onClose,
  onExtended,
}: {
  request: RequestDetails;
  onClose(): void;
  onExtended(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const form = useForm<{ until: string | null; reason: string }>({
    defaultValues: { until: null, reason: '' },
  });
  const extend = useSend('collection.extendRequest');
  const { submit, failure } = useFormCall(extend, form);
  const save = form.handleSubmit(async ({ until, reason }) => {
    if (until === null) return;
    if ((await submit({ requestId: request.requestId, until, reason: reason.trim() })) !== undefined) {
      onExtended();
    }
  });
  const latest = request.latestExtension ?? null;
  return (
    <Dialog isOpen onClose={onClose} title={text('collection.extend_request.title')}>
      <form noValidate className="record-request" onSubmit={(event) => void save(event)}>
        <p className="quiet">
          {latest === null
            ? text('collection.extend_request.lead_named')
            : text('collection.extend_request.lead_latest', { date: format.date(latest) })}
        </p>
        <FormDateField
          control={form.control}
          name="until"
          label={text('collection.extend_request.until')}
          minimum={request.dueOn}
          {...(latest === null ? {} : { maximum: latest })}
          rules={{ required: text('common.field.required') }}
        />
        <FormTextArea
          control={form.control}
          name="reason"
          label={text('collection.extend_request.reason')}
          maxLength={500}
          rules={{
            validate: (value) =>
              (typeof value === 'string' && value.trim() !== '') || text('common.field.required'),
          }}
        />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose}>{text('common.cancel')}</Button>
          <Button kind="primary" type="submit" isBusy={extend.isPending}>
            {text('collection.extend_request.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
