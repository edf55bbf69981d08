import { type ReactNode, useState } from 'react';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { OutgoingPurpose } from '../../shared/contract/provision-provisions.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, CheckboxGroup, EmptyState, RadioGroup, Select } from '../components/index.ts';
import { CheckedDialog, CheckForm } from './checked-dialog.tsx';
import { ProvideCovered } from './provide-covered.tsx';
import { askedWhose, type Whose, WhoseQuestion } from './whose-question.tsx';

type Asked = ChannelInput<'provision.checkProvision'>;

/** Records a provision: what for, to whom, which items and whose; then who is covered; then how it was provided. */
export function ProvideDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const query = useCall('provision.listPurposes', {});
  return (
    <CheckedDialog
      channel="provision.checkProvision"
      title={text('provision.provide.title')}
      onClose={onClose}
      question={(onCheck, isBusy, standing) => (
        <Answered query={query}>
          {({ purposes }) => (
            <Question
              purposes={purposes.filter(({ recipients }) => recipients.length > 0)}
              onClose={onClose}
              onCheck={onCheck}
              isBusy={isBusy}
              standing={standing}
            />
          )}
        </Answered>
      )}
      covered={(asked, report, onBack) => (
        <ProvideCovered asked={asked} report={report} onBack={onBack} onClose={onClose} />
      )}
    />
  );
}

function Question({
  purposes,
  onCheck,
  onClose,
  isBusy,
  standing,
}: {
  purposes: readonly OutgoingPurpose[];
  onCheck(asked: Asked): void;
  onClose(): void;
  isBusy: boolean;
  standing: ReactNode;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const [purpose, setPurpose] = useState<OutgoingPurpose | null>(null);
  const [recipientId, setRecipientId] = useState<string | null>(null);
  const [itemCodes, setItemCodes] = useState<string[]>([]);
  const [whose, setWhose] = useState<Whose>({ whose: 'everybody', people: [] });
  const [isMissing, setMissing] = useState(false);
  const choose = (chosen: OutgoingPurpose) => {
    setPurpose(chosen);
    setRecipientId(chosen.recipients.length === 1 ? (chosen.recipients[0]?.recipientId ?? null) : null);
    setItemCodes(chosen.items.map(({ code }) => code));
  };
  const submit = () => {
    const isNobody = whose.whose === 'people' && whose.people.length === 0;
    if (purpose === null || recipientId === null || itemCodes.length === 0 || isNobody) {
      setMissing(true);
      return;
    }
    onCheck({ purposeId: purpose.purposeId, recipientId, itemCodes, to: askedWhose(whose) });
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
    <CheckForm onCheck={submit} onClose={onClose} isBusy={isBusy} standing={standing}>
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
      <WhoseQuestion value={whose} onChange={setWhose} error={missing(true)} />
    </CheckForm>
  );
}
