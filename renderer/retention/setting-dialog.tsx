import { useForm } from 'react-hook-form';
import type { ClassRow } from '../../shared/contract/retention-settings.ts';
import type { SettingValue } from '../../shared/domain/retention/retention-setting.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useFormat, useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormNumberField,
  notify,
} from '../components/index.ts';

/** A setting as it is. */
export type ChangedSetting =
  | { readonly setting: 'approval_stages'; readonly recordClass: ClassRow }
  | { readonly setting: 'clock_limit' | 'retain_limit'; readonly days: number };

/** The most that shared/domain/retention/retention-setting.ts takes. */
const most = { approval_stages: 5, clock_limit: 30, retain_limit: 3650 } as const;

/** Asks for another value of a setting; another person decides. */
export function SettingDialog({ of, onClose }: { of: ChangedSetting; onClose(): void }) {
  const text = useText();
  const format = useFormat();
  const before = of.setting === 'approval_stages' ? of.recordClass.approvalStages : of.days;
  const form = useForm<{ value: number | null }>({ defaultValues: { value: before } });
  const propose = useSend('retention.proposeSetting');
  const { submit, failure } = useFormCall(propose, form, () => 'value');
  const name =
    of.setting === 'approval_stages'
      ? format.say(of.recordClass.name)
      : text(`retention.settings.name.${of.setting}`);
  const send = async ({ value }: { value: number | null }) => {
    if (value === null) return;
    if (!(await submit({ value: settingOf(of, value) }))) return;
    notify(text('retention.settings.asked'));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('retention.settings.change_of', { name })}
      isBusy={propose.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <Explanation>{text('retention.settings.second_person')}</Explanation>
        <FormNumberField
          control={form.control}
          name="value"
          label={text(`retention.settings.field.${of.setting}`)}
          hint={text(`retention.settings.why.${of.setting}`)}
          minimum={1}
          maximum={most[of.setting]}
          rules={{
            required: text('common.field.required'),
            validate: (value) => value !== before || text('retention.settings.same'),
          }}
        />
        <ErrorNote error={failure} />
        <DialogButtons>
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

function settingOf(of: ChangedSetting, value: number): SettingValue {
  return of.setting === 'approval_stages'
    ? { setting: of.setting, recordClassId: of.recordClass.recordClassId, stages: value }
    : { setting: of.setting, days: value };
}
