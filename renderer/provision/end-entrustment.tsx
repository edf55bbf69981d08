import { useForm } from 'react-hook-form';
import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormDateField,
  notify,
} from '../components/index.ts';
import { FormDialog } from './form-dialog.tsx';
import { HandOverTable } from './hand-overs.tsx';
import { RecallTable } from './recalls.tsx';

/** Ends an entrustment: only once each hand-over has come back or was destroyed, so what is still out is listed first. */
export function EndEntrustmentDialog({ vendor, onClose }: { vendor: VendorRow; onClose(): void }) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.endEntrustment');
  const recall = useSend('provision.recallFromVendor');
  const form = useForm<{ endedOn: string | null }>({ defaultValues: { endedOn: today } });
  const { submit, failure } = useFormCall(send, form);
  const title = text('provision.end_entrustment.title', { vendor: vendor.name });
  if (vendor.outstanding > 0) {
    return (
      <Dialog isOpen onClose={onClose} title={title} size="wide">
        <div className="stack">
          <Explanation tone="ember">
            {text('provision.end_entrustment.holds', { count: vendor.outstanding })}
          </Explanation>
          <HandOverTable vendorId={vendor.vendorId} onlyOutstanding />
          <RecallTable vendorId={vendor.vendorId} />
          <ErrorNote error={recall.error?.error} />
        </div>
        <DialogButtons>
          <Button onPress={onClose}>{text('common.close')}</Button>
          <Button
            kind="primary"
            isBusy={recall.isPending}
            onPress={() =>
              recall.mutate(
                { vendorId: vendor.vendorId },
                {
                  onSuccess: ({ recalls }) =>
                    notify(text('provision.end_entrustment.recalled', { count: recalls })),
                },
              )
            }
          >
            {text('provision.end_entrustment.recall')}
          </Button>
        </DialogButtons>
      </Dialog>
    );
  }
  const save = form.handleSubmit(async ({ endedOn }) => {
    if (endedOn === null) return;
    if ((await submit({ vendorId: vendor.vendorId, endedOn })) === undefined) return;
    notify(text('provision.end_entrustment.done'));
    onClose();
  });
  return (
    <FormDialog
      title={title}
      save={text('provision.end_entrustment.save')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <p>{text('provision.end_entrustment.text')}</p>
      <FormDateField
        control={form.control}
        name="endedOn"
        label={text('provision.end_entrustment.on')}
        maximum={today}
        rules={{ required: text('common.field.required') }}
      />
    </FormDialog>
  );
}
