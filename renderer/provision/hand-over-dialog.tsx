import { useForm } from 'react-hook-form';
import type { PersonConsent, PurposeState } from '../../shared/contract/collection.ts';
import { handOverWay, type VendorRow } from '../../shared/contract/provision.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorNote,
  Explanation,
  FormDateField,
  FormRadioGroup,
  FormSelect,
  notify,
} from '../components/index.ts';
import './hand-over-dialog.css';

/** Records that a person's data was handed to a vendor for one of the purposes the person agreed to. */
export function HandOverDialog({
  personName,
  consents,
  onClose,
}: {
  personName: string;
  consents: readonly PersonConsent[];
  onClose(): void;
}) {
  const text = useText();
  const query = useCall('provision.listVendors', {});
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('provision.hand_over.title', { name: personName })}
      size="wide"
    >
      <Answered query={query}>
        {({ vendors }) =>
          vendors.length === 0 ? (
            <EmptyState
              title={text('provision.hand_over.no_vendor')}
              action={
                <ButtonLink kind="primary" to="/provision/vendors">
                  {text('provision.hand_over.to_vendors')}
                </ButtonLink>
              }
            />
          ) : (
            <HandOverForm vendors={vendors} consents={consents} onClose={onClose} />
          )
        }
      </Answered>
    </Dialog>
  );
}

interface HandOverDraft {
  vendorId: string;
  /** `consentId purposeId` */
  purposeId: string;
  way: string;
  handedOverOn: string | null;
}

/** For use in a Dialog. With one vendor there is nothing to choose. */
export function HandOverForm({
  vendors,
  consents,
  onClose,
}: {
  vendors: readonly VendorRow[];
  consents: readonly PersonConsent[];
  onClose(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const today = useToday();
  const record = useSend('provision.recordHandOver');
  const form = useForm<HandOverDraft>({
    defaultValues: {
      vendorId: vendors.length === 1 ? (vendors[0]?.vendorId ?? '') : '',
      purposeId: '',
      way: '',
      handedOverOn: today,
    },
  });
  const { submit, failure } = useFormCall(record, form);
  const purposes = consents.flatMap((consent) =>
    consent.purposes.map((purpose) => ({
      consent,
      purpose,
      key: `${consent.consentId} ${purpose.purposeId}`,
    })),
  );
  // What rests on no consent has no answer to be looked for.
  const mayPass = (state: PurposeState) => state === 'given' || state === 'not_asked';
  const hasGiven = purposes.some(({ purpose }) => mayPass(purpose.state));
  const chosen = { required: text('common.field.choose') };
  const save = form.handleSubmit(async (values) => {
    const [consentId = '', purposeId = ''] = values.purposeId.split(' ');
    const way = handOverWay.safeParse(values.way);
    if (!way.success || values.handedOverOn === null) return;
    const answer = await submit({
      vendorId: values.vendorId,
      consentId,
      purposeId,
      way: way.data,
      handedOverOn: values.handedOverOn,
    });
    if (answer === undefined) return;
    notify(text('provision.hand_over.done'));
    onClose();
  });
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      {hasGiven ? null : (
        <Explanation tone="ember" title={text('provision.hand_over.no_consent')}>
          {text('provision.hand_over.no_consent_text')}
        </Explanation>
      )}
      <FormRadioGroup
        control={form.control}
        name="purposeId"
        label={text('provision.hand_over.purpose')}
        layout="lines"
        rules={chosen}
        options={purposes.map(({ consent, purpose, key }) => ({
          value: key,
          label: format.say(purpose.name),
          isDisabled: !mayPass(purpose.state),
          description: text(`provision.hand_over.purpose_${purpose.state}`, {
            form: format.say(consent.formTitle),
            date: format.date(consent.givenOn),
          }),
        }))}
      />
      <div className="hand-over-fields">
        {vendors.length === 1 ? null : (
          <FormSelect
            control={form.control}
            name="vendorId"
            label={text('provision.hand_over.vendor')}
            rules={chosen}
            options={vendors.map((vendor) => ({
              value: vendor.vendorId,
              label: vendor.name,
              description: vendor.task,
            }))}
          />
        )}
        <FormSelect
          control={form.control}
          name="way"
          label={text('provision.hand_over.way')}
          rules={chosen}
          options={handOverWay.options.map((way) => ({ value: way, label: text(`provision.way.${way}`) }))}
        />
        <FormDateField
          control={form.control}
          name="handedOverOn"
          label={text('provision.hand_over.date')}
          maximum={today}
          rules={{ required: text('common.field.required') }}
        />
      </div>
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose} isDisabled={record.isPending}>
          {text('common.cancel')}
        </Button>
        <Button kind="primary" type="submit" isBusy={record.isPending} isDisabled={!hasGiven}>
          {text('provision.hand_over.save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
