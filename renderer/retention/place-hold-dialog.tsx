import { useForm } from 'react-hook-form';
import { useSend } from '../app/call.ts';
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
  FormTextField,
  notify,
} from '../components/index.ts';

interface Values {
  authority: string;
  reason: string;
  remindOn: string | null;
}

/** The limit of `retention.placeHold`. */
const mostUnits = 1000;

/** Who requires that these units stay, and why. */
export function PlaceHoldDialog({
  unitIds,
  onClose,
  onPlaced,
}: {
  unitIds: string[];
  onClose(): void;
  onPlaced(): void;
}) {
  const text = useText();
  const form = useForm<Values>({ defaultValues: { authority: '', reason: '', remindOn: null } });
  const place = useSend('retention.placeHold');
  const { submit, failure } = useFormCall(place, form);
  const count = unitIds.length;
  const rules = { required: text('common.field.required') };
  const send = async (values: Values) => {
    if (!(await submit({ unitIds, ...values }))) return;
    notify(text('retention.hold.done', { count }));
    onPlaced();
  };
  return (
    <Dialog isOpen onClose={onClose} title={text('retention.hold.title', { count })} isBusy={place.isPending}>
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <div className="hold-words stack-tight">
          <p>{text('retention.hold.consequence')}</p>
          <Explanation>{text('retention.hold.personal_data')}</Explanation>
        </div>
        <FormTextField
          control={form.control}
          name="authority"
          label={text('retention.hold.authority')}
          hint={text('retention.hold.authority.hint')}
          maxLength={120}
          rules={rules}
          autoFocus
        />
        <FormTextArea
          control={form.control}
          name="reason"
          label={text('retention.hold.reason')}
          hint={text('retention.hold.reason.hint')}
          maxLength={300}
          rules={rules}
        />
        <FormDateField
          control={form.control}
          name="remindOn"
          label={text('retention.hold.remind')}
          hint={text('retention.hold.remind.hint')}
        />
        {count > mostUnits ? <Explanation tone="ember">{text('retention.hold.too_many')}</Explanation> : null}
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={place.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={place.isPending} isDisabled={count > mostUnits}>
            {text('retention.hold.action')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
