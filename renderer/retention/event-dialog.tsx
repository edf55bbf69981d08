import { useForm } from 'react-hook-form';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Checkbox,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormDateField,
  FormSelect,
  FormTextField,
  notify,
} from '../components/index.ts';

type Kind = ChannelInput<'retention.recordHappening'>['happening']['kind'];
const kinds: readonly Kind[] = ['contract_ended', 'purpose_fulfilled', 'last_activity', 'event'];

interface Values {
  kind: Kind;
  event: string;
  on: string | null;
  never: boolean;
}

/** Enters that something happened to record units, from which periods are counted. */
export function EventDialog({
  unitIds,
  onClose,
  onEntered,
}: {
  unitIds: string[];
  onClose(): void;
  onEntered(): void;
}) {
  const text = useText();
  const form = useForm<Values>({
    defaultValues: { kind: 'contract_ended', event: '', on: useToday(), never: false },
  });
  const enter = useSend('retention.recordHappening');
  const { submit, failure } = useFormCall(enter, form);
  const [kind, never] = form.watch(['kind', 'never']);
  const filled = { required: text('common.field.required') };
  const count = unitIds.length;
  const send = async ({ event, on, ...values }: Values) => {
    const happening = {
      kind: values.kind,
      event: values.kind === 'event' ? event.trim() : null,
      on: values.never ? null : on,
    };
    if (!(await submit({ unitIds, happening }))) return;
    notify(text('retention.enter.done', { count }));
    onEntered();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('retention.enter.title', { count })}
      isBusy={enter.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <Explanation>{text('retention.enter.lead')}</Explanation>
        <FormSelect
          control={form.control}
          name="kind"
          label={text('retention.enter.kind')}
          options={kinds.map((value) => ({ value, label: text(`retention.happening.${value}`) }))}
        />
        {kind === 'event' ? (
          <FormTextField
            control={form.control}
            name="event"
            label={text('retention.add_rule.event')}
            hint={text('retention.add_rule.event.hint')}
            maxLength={40}
            rules={filled}
          />
        ) : null}
        {never ? null : (
          <FormDateField control={form.control} name="on" label={text('retention.enter.on')} rules={filled} />
        )}
        <Checkbox
          isSelected={never}
          onChange={(value) => form.setValue('never', value)}
          description={text('retention.enter.never.hint')}
        >
          {text('retention.enter.never')}
        </Checkbox>
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={enter.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={enter.isPending}>
            {text('retention.enter.action')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
