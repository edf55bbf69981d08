import { useForm } from 'react-hook-form';
import { timeOfDay } from '../../shared/contract/fields.ts';
import type { ExecutionWindow } from '../../shared/domain/destruction/execution-window.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Checkbox,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormCheckboxGroup,
  FormRadioGroup,
  FormTextField,
  notify,
} from '../components/index.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface Values {
  weekdays: string[];
  from: string;
  to: string;
  whenMissed: ExecutionWindow['whenMissed'];
  unattended: boolean;
}

/** Asks for another window, or for none; another person decides. */
export function WindowDialog({ window, onClose }: { window: ExecutionWindow | null; onClose(): void }) {
  const text = useText();
  const form = useForm<Values>({
    defaultValues: {
      weekdays: (window?.weekdays ?? [1, 2, 3, 4, 5]).map(String),
      from: window?.from ?? '22:00',
      to: window?.to ?? '05:00',
      whenMissed: window?.whenMissed ?? 'next_window',
      unattended: window?.unattended ?? false,
    },
  });
  const propose = useSend('retention.proposeSetting');
  const { submit, failure } = useFormCall(propose, form, (path) => path.split('.').at(-1) ?? path);
  const ask = async (proposed: ExecutionWindow | null) => {
    if (!(await submit({ value: { setting: 'execution_window', window: proposed } }))) return;
    notify(text('retention.settings.asked'));
    onClose();
  };
  const timeOf = (name: 'from' | 'to') => ({
    required: text('common.field.required'),
    validate: (_: unknown, values: Values) => {
      if (!timeOfDay.safeParse(values[name]).success) return text('error.field.time');
      return name === 'from' || values.to !== values.from || text('error.field.window_empty');
    },
  });
  const unattended = form.watch('unattended');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('retention.settings.change_of', { name: text('destruction.window.name') })}
      isBusy={propose.isPending}
    >
      <form
        onSubmit={form.handleSubmit((values) =>
          ask({ ...values, weekdays: values.weekdays.map(Number).sort((one, other) => one - other) }),
        )}
        noValidate
      >
        <Explanation>{text('retention.settings.second_person')}</Explanation>
        {window === null ? null : <p className="quiet">{text('destruction.window.ends_schedules')}</p>}
        <FormCheckboxGroup<Values, string>
          control={form.control}
          name="weekdays"
          label={text('destruction.window.field.weekdays')}
          options={weekdays.map((day) => ({ value: String(day), label: text(`destruction.weekday.${day}`) }))}
          rules={{
            validate: (_, { weekdays: chosen }) => chosen.length > 0 || text('common.field.required'),
          }}
        />
        <div className="window-times">
          <FormTextField
            control={form.control}
            name="from"
            label={text('destruction.window.field.from')}
            maxLength={5}
            rules={timeOf('from')}
          />
          <FormTextField
            control={form.control}
            name="to"
            label={text('destruction.window.field.to')}
            maxLength={5}
            rules={timeOf('to')}
          />
        </div>
        <p className="quiet small">{text('destruction.window.field.to_hint')}</p>
        <FormRadioGroup<Values, ExecutionWindow['whenMissed']>
          control={form.control}
          name="whenMissed"
          label={text('destruction.window.field.missed')}
          options={(['next_window', 'at_start'] as const).map((value) => ({
            value,
            label: text(`destruction.window.field.missed.${value}`),
          }))}
        />
        <Checkbox
          isSelected={unattended}
          onChange={(value) => form.setValue('unattended', value)}
          description={text(`destruction.window.unattended.${unattended ? 'yes' : 'no'}`)}
        >
          {text('destruction.window.field.unattended')}
        </Checkbox>
        <ErrorNote error={failure} />
        <DialogButtons>
          {window === null ? null : (
            <Button kind="text" onPress={() => void ask(null)} isDisabled={propose.isPending}>
              {text('destruction.window.remove')}
            </Button>
          )}
          <Button onPress={onClose} isDisabled={propose.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={propose.isPending}>
            {text('retention.settings.ask')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
