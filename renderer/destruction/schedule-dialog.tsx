import { useForm } from 'react-hook-form';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, FormDateField, notify } from '../components/index.ts';

/** What an operator signs: that the application destroys it by itself, from when on and until which day. */
export function ScheduleDialog({
  view,
  next,
  onClose,
}: {
  view: ChannelOutput<'destruction.getOrder'>;
  next: NonNullable<ChannelOutput<'destruction.listSchedules'>['next']>;
  onClose(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const today = useToday();
  const { order, digest } = view;
  const form = useForm<{ validThrough: string | null }>({
    defaultValues: { validThrough: next.usualThrough },
  });
  const schedule = useSend('destruction.scheduleOrder');
  const { submit, failure } = useFormCall(schedule, form);
  const send = async ({ validThrough }: { validThrough: string | null }) => {
    if (validThrough === null) return;
    const done = await submit({ orderId: order.orderId, digest, validThrough });
    if (!done) return;
    notify(text('destruction.schedule.done', { at: format.instant(done.opensAt) }));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('destruction.schedule.title', { number: order.number })}
      isBusy={schedule.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <div className="stack-tight">
          <p>
            <strong>
              {text('destruction.schedule.consequence', {
                count: order.units - order.paperUnits,
                opensAt: format.instant(next.opensAt),
              })}
            </strong>
          </p>
          <p>{text('destruction.schedule.until_then')}</p>
        </div>
        <FormDateField
          control={form.control}
          name="validThrough"
          label={text('destruction.schedule.field.valid_through')}
          hint={text('destruction.schedule.field.valid_through.hint')}
          minimum={today}
          maximum={next.latestThrough}
          rules={{ required: text('common.field.required') }}
        />
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={schedule.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="danger" type="submit" isBusy={schedule.isPending}>
            {text('destruction.schedule.confirm')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
