import { useForm } from 'react-hook-form';
import type { PersonConsent } from '../../shared/contract/collection.ts';
import { handOverWay } from '../../shared/contract/provision.ts';
import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  Checkbox,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorNote,
  Explanation,
  FormDateField,
  FormRadioGroup,
  FormSelect,
  FormTextField,
  notify,
} from '../components/index.ts';
import { useFilled } from './form-dialog.tsx';
import './hand-over-dialog.css';
import { refusalInWords } from './refusal-in-words.ts';

type Purpose = PersonConsent['purposes'][number];

/** What the records thread will let pass: the consent stands, and the person's data may be used for this purpose now. */
const isHandable = ({ state, withheld }: Purpose) =>
  (state === 'given' || state === 'not_asked') && withheld === null;

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
        {({ vendors: all }) => {
          const vendors = all.filter(({ endedOn }) => endedOn === null);
          return vendors.length === 0 ? (
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
          );
        }}
      </Answered>
    </Dialog>
  );
}

interface HandOverDraft {
  vendorId: string;
  /** `consentId purposeId` */
  purposeId: string;
  what: string;
  way: string;
  isEncrypted: boolean;
  handedOverOn: string | null;
  dueBackOn: string | null;
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
      what: '',
      way: '',
      isEncrypted: true,
      handedOverOn: today,
      dueBackOn: null,
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
  const hasGiven = purposes.some(({ purpose }) => isHandable(purpose));
  const chosen = { required: text('common.field.choose') };
  const filled = useFilled();
  const save = form.handleSubmit(async (values) => {
    const [consentId = '', purposeId = ''] = values.purposeId.split(' ');
    const way = handOverWay.safeParse(values.way);
    if (!way.success || values.handedOverOn === null) return;
    const answer = await submit({
      vendorId: values.vendorId,
      purposeId,
      to: { whose: 'named', consentIds: [consentId] },
      what: values.what,
      way: way.data,
      isEncrypted: values.isEncrypted,
      handedOverOn: values.handedOverOn,
      dueBackOn: values.dueBackOn,
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
          isDisabled: !isHandable(purpose),
          description:
            purpose.withheld === null
              ? text(`provision.hand_over.purpose_${purpose.state}`, {
                  form: format.say(consent.formTitle),
                  date: format.date(consent.givenOn),
                })
              : refusalInWords(purpose.withheld, purpose.name, text, format),
        }))}
      />
      <FormTextField
        control={form.control}
        name="what"
        label={text('provision.hand_over.what')}
        hint={text('provision.hand_over.what_hint')}
        maxLength={200}
        rules={filled}
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
        <FormDateField
          control={form.control}
          name="dueBackOn"
          label={text('provision.hand_over.due_back')}
          isOptional
        />
      </div>
      <Checkbox
        isSelected={form.watch('isEncrypted')}
        onChange={(isEncrypted) => form.setValue('isEncrypted', isEncrypted)}
      >
        {text('provision.hand_over.encrypted')}
      </Checkbox>
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
