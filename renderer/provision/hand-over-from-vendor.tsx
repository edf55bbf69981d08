import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { GivenOutReport } from '../../shared/contract/provision.ts';
import type { OutgoingPurpose } from '../../shared/contract/provision-provisions.ts';
import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, EmptyState, notify, Select } from '../components/index.ts';
import { CheckedDialog, CheckForm } from './checked-dialog.tsx';
import { CoveredForm } from './covered-form.tsx';
import { type HandOverDraft, HandOverFields, howOf, newHandOver } from './hand-over-fields.tsx';
import { askedWhose, type Whose, WhoseQuestion } from './whose-question.tsx';

type Asked = ChannelInput<'provision.checkHandOver'>;

/** Records a hand-over starting from the vendor: for which purpose and whose data; then who is covered; then what and how. */
export function HandOverFromVendorDialog({ vendor, onClose }: { vendor: VendorRow; onClose(): void }) {
  const text = useText();
  const query = useCall('provision.listPurposes', {});
  return (
    <CheckedDialog
      channel="provision.checkHandOver"
      title={text('provision.hand_over.to', { vendor: vendor.name })}
      onClose={onClose}
      question={(onCheck, isBusy, standing) => (
        <Answered query={query}>
          {({ purposes }) => (
            <Question
              purposes={purposes.filter(({ covers }) => covers === 'own_use')}
              onCheck={onCheck}
              onClose={onClose}
              isBusy={isBusy}
              standing={standing}
            />
          )}
        </Answered>
      )}
      covered={(asked, report, onBack) => (
        <Covered asked={asked} report={report} vendor={vendor} onBack={onBack} onClose={onClose} />
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
  const [purposeId, setPurposeId] = useState<string | null>(null);
  const [whose, setWhose] = useState<Whose>({ whose: 'everybody', people: [] });
  const [isMissing, setMissing] = useState(false);
  const error = isMissing ? text('common.field.choose') : undefined;
  if (purposes.length === 0)
    return (
      <EmptyState title={text('provision.hand_over.no_purpose')}>
        {text('provision.hand_over.no_purpose_text')}
      </EmptyState>
    );
  return (
    <CheckForm
      onCheck={() => {
        const isNobody = whose.whose === 'people' && whose.people.length === 0;
        if (purposeId === null || isNobody) setMissing(true);
        else onCheck({ purposeId, to: askedWhose(whose) });
      }}
      onClose={onClose}
      isBusy={isBusy}
      standing={standing}
    >
      <Select
        label={text('provision.hand_over.purpose')}
        value={purposeId}
        onChange={setPurposeId}
        error={purposeId === null ? error : undefined}
        options={purposes.map((purpose) => ({
          value: purpose.purposeId,
          label: format.say(purpose.name),
          description: format.say(purpose.formTitle),
        }))}
      />
      <WhoseQuestion value={whose} onChange={setWhose} error={error} />
    </CheckForm>
  );
}

function Covered({
  asked,
  report,
  vendor,
  onBack,
  onClose,
}: {
  asked: Asked;
  report: GivenOutReport;
  vendor: VendorRow;
  onBack(): void;
  onClose(): void;
}) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.recordHandOver');
  const form = useForm<HandOverDraft>({ defaultValues: newHandOver([vendor], today) });
  const { submit, failure } = useFormCall(send, form);
  const save = form.handleSubmit(async (values) => {
    const how = howOf(values);
    if (how === null || (await submit({ ...how, ...asked })) === undefined) return;
    notify(text('provision.hand_over.done'));
    onClose();
  });
  return (
    <CoveredForm
      report={report}
      channel="provision.recordHandOver"
      recording={text('provision.hand_over.recording')}
      save={text('provision.hand_over.save_for', { count: report.people })}
      onSave={save}
      onBack={onBack}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <HandOverFields form={form} vendors={[vendor]} />
    </CoveredForm>
  );
}
