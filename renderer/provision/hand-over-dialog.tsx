import { useForm } from 'react-hook-form';
import type { PersonConsent } from '../../shared/contract/collection.ts';
import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
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
  FormRadioGroup,
  notify,
} from '../components/index.ts';
import { type HandOverDraft, HandOverFields, howOf, newHandOver } from './hand-over-fields.tsx';
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

/** For use in a Dialog. */
function HandOverForm({
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
  const form = useForm<HandOverDraft>({ defaultValues: newHandOver(vendors, today) });
  const { submit, failure } = useFormCall(record, form, (path) =>
    path === 'purposeId' ? 'consentPurpose' : path,
  );
  const purposes = consents.flatMap((consent) =>
    consent.purposes.map((purpose) => ({
      consent,
      purpose,
      key: `${consent.consentId} ${purpose.purposeId}`,
    })),
  );
  const hasGiven = purposes.some(({ purpose }) => isHandable(purpose));
  const chosen = { required: text('common.field.choose') };
  const save = form.handleSubmit(async (values) => {
    const [consentId = '', purposeId = ''] = values.consentPurpose.split(' ');
    const how = howOf(values);
    if (how === null) return;
    const to = { whose: 'named' as const, consentIds: [consentId] };
    const answer = await submit({ ...how, purposeId, to });
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
        name="consentPurpose"
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
      <HandOverFields form={form} vendors={vendors} />
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
