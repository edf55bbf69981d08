import { useState } from 'react';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { OutgoingPurpose } from '../../shared/contract/provision-provisions.ts';
import { useCall, useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  CheckboxGroup,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorNote,
  ProgressPanel,
  RadioGroup,
} from '../components/index.ts';
import { PersonPicker } from '../components/person-picker.tsx';
import type { PickedPerson } from '../components/picked-person.ts';
import { Select } from '../components/select.tsx';
import { ProvideCovered } from './provide-covered.tsx';

type Asked = ChannelInput<'provision.checkProvision'>;

/** Records a provision: what for, to whom, which items and whose; then who is covered; then how it was provided. */
export function ProvideDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const query = useCall('provision.listPurposes', {});
  const check = useSend('provision.checkProvision');
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('provision.provide.title')}
      size="wide"
      isBusy={check.isPending}
    >
      {asked !== null && check.data !== undefined ? (
        <ProvideCovered
          asked={asked}
          report={check.data}
          onBack={() => {
            check.reset();
            setAsked(null);
          }}
          onClose={onClose}
        />
      ) : (
        <Answered query={query}>
          {({ purposes }) => (
            <Question
              purposes={purposes.filter(({ recipients }) => recipients.length > 0)}
              onClose={onClose}
              onCheck={(question) => {
                setAsked(question);
                check.mutate(question);
              }}
              isBusy={check.isPending}
            >
              {check.isPending ? (
                <ProgressPanel
                  channel="provision.checkProvision"
                  label={text('provision.provide.checking')}
                  canCancel
                />
              ) : null}
              <ErrorNote error={check.error?.error} />
            </Question>
          )}
        </Answered>
      )}
    </Dialog>
  );
}

function Question({
  purposes,
  onCheck,
  onClose,
  isBusy,
  children,
}: {
  purposes: readonly OutgoingPurpose[];
  onCheck(asked: Asked): void;
  onClose(): void;
  isBusy: boolean;
  children: React.ReactNode;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const [purpose, setPurpose] = useState<OutgoingPurpose | null>(null);
  const [recipientId, setRecipientId] = useState<string | null>(null);
  const [itemCodes, setItemCodes] = useState<string[]>([]);
  const [whose, setWhose] = useState<'everybody' | 'one'>('everybody');
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [isMissing, setMissing] = useState(false);
  const open = useSend('collection.openPerson');
  const [hasNoAnswer, setNoAnswer] = useState(false);
  const choose = (chosen: OutgoingPurpose) => {
    setPurpose(chosen);
    setRecipientId(chosen.recipients.length === 1 ? (chosen.recipients[0]?.recipientId ?? null) : null);
    setItemCodes(chosen.items.map(({ code }) => code));
  };
  const submit = async () => {
    setNoAnswer(false);
    if (
      purpose === null ||
      recipientId === null ||
      itemCodes.length === 0 ||
      (whose === 'one' && person === null)
    ) {
      setMissing(true);
      return;
    }
    const question = { purposeId: purpose.purposeId, recipientId, itemCodes };
    if (whose === 'everybody' || person === null) {
      onCheck({ ...question, to: { whose: 'everybody' } });
      return;
    }
    const opened = await open
      .mutateAsync({ personId: person.personId, reason: 'manage_consent' })
      .catch(() => undefined);
    const consentIds = (opened?.consents ?? [])
      .filter(({ purposes: of }) => of.some(({ purposeId }) => purposeId === purpose.purposeId))
      .map(({ consentId }) => consentId);
    if (opened !== undefined && consentIds.length === 0) setNoAnswer(true);
    if (consentIds.length > 0) onCheck({ ...question, to: { whose: 'named', consentIds } });
  };
  if (purposes.length === 0) {
    return (
      <EmptyState title={text('provision.provide.no_purpose')}>
        {text('provision.provide.no_purpose_text')}
      </EmptyState>
    );
  }
  const missing = (is: boolean) => (isMissing && is ? text('common.field.choose') : undefined);
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select
        label={text('provision.provide.purpose')}
        value={purpose?.purposeId ?? null}
        onChange={(purposeId: string) => {
          const chosen = purposes.find((each) => each.purposeId === purposeId);
          if (chosen !== undefined) choose(chosen);
        }}
        error={missing(purpose === null)}
        options={purposes.map((each) => ({
          value: each.purposeId,
          label: format.say(each.name),
          description: format.say(each.formTitle),
        }))}
      />
      {purpose === null ? null : (
        <>
          <RadioGroup
            label={text('provision.provide.recipient')}
            value={recipientId}
            onChange={(chosen: string) => setRecipientId(chosen)}
            error={missing(recipientId === null)}
            options={purpose.recipients.map((recipient) => ({
              value: recipient.recipientId,
              label: recipient.name,
              description: text('provision.provide.recipient_terms', {
                purpose: format.say(recipient.purpose),
                period: format.say(recipient.period),
              }),
            }))}
          />
          <CheckboxGroup
            label={text('provision.provide.items')}
            value={itemCodes}
            onChange={setItemCodes}
            error={missing(itemCodes.length === 0)}
            options={purpose.items.map(({ code, label }) => ({ value: code, label: format.say(label) }))}
          />
        </>
      )}
      <RadioGroup
        label={text('provision.provide.whose')}
        value={whose}
        onChange={(chosen: 'everybody' | 'one') => setWhose(chosen)}
        options={[
          {
            value: 'everybody',
            label: text('provision.provide.everybody'),
            description: text('provision.provide.everybody_text'),
          },
          { value: 'one', label: text('provision.provide.one') },
        ]}
      />
      {whose === 'one' ? (
        <PersonPicker
          label={text('provision.hand_over.whose')}
          value={person}
          onChange={setPerson}
          error={hasNoAnswer ? text('provision.provide.no_answer') : missing(person === null)}
        />
      ) : null}
      <ErrorNote error={open.error?.error} />
      {children}
      <DialogButtons>
        <Button onPress={onClose} isDisabled={isBusy}>
          {text('common.cancel')}
        </Button>
        <Button kind="primary" type="submit" isBusy={isBusy || open.isPending}>
          {text('provision.provide.check')}
        </Button>
      </DialogButtons>
    </form>
  );
}
