import { useForm } from 'react-hook-form';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { GivenOutReport, LeftOut } from '../../shared/contract/provision.ts';
import { provisionCycle, provisionWay } from '../../shared/contract/provision-provisions.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useMay, useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  ButtonLink,
  Checkbox,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormDateField,
  FormSelect,
  FormTextArea,
  FormTextField,
  Identifier,
  notify,
  ProgressPanel,
  Table,
} from '../components/index.ts';
import { useFilled } from './form-dialog.tsx';
import './hand-over-dialog.css';

interface ProvisionDraft {
  fileName: string;
  providedOn: string | null;
  cycle: string;
  keptUntil: string | null;
  way: string;
  isEncrypted: boolean;
  restrictions: string;
}

/** Who is covered and who is left out and why; then how those who are covered were provided. */
export function ProvideCovered({
  asked,
  report,
  onBack,
  onClose,
}: {
  asked: ChannelInput<'provision.checkProvision'>;
  report: GivenOutReport;
  onBack(): void;
  onClose(): void;
}) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.recordProvision');
  const form = useForm<ProvisionDraft>({
    defaultValues: {
      fileName: '',
      providedOn: today,
      cycle: 'once',
      keptUntil: null,
      way: '',
      isEncrypted: true,
      restrictions: '',
    },
  });
  const { submit, failure } = useFormCall(send, form);
  const filled = useFilled();
  const chosen = { required: text('common.field.choose') };
  const save = form.handleSubmit(async ({ cycle, way, providedOn, ...values }) => {
    const often = provisionCycle.safeParse(cycle);
    const how = provisionWay.safeParse(way);
    if (!often.success || !how.success || providedOn === null) return;
    const recorded = await submit({ ...asked, ...values, providedOn, cycle: often.data, way: how.data });
    if (recorded === undefined) return;
    notify(text('provision.provide.done', { reference: recorded.reference }));
    onClose();
  });
  return (
    <form noValidate className="stack" onSubmit={(event) => void save(event)}>
      <Explanation
        tone={report.people === 0 ? 'ember' : 'plain'}
        title={text('provision.provide.covered', { count: report.people })}
      >
        {report.leftOutCount === 0 ? null : <LeftOutList report={report} />}
      </Explanation>
      {report.people === 0 ? null : (
        <>
          <FormTextField
            control={form.control}
            name="fileName"
            label={text('provision.provide.file')}
            hint={text('provision.provide.file_hint')}
            maxLength={120}
            rules={filled}
            autoFocus
          />
          <div className="hand-over-fields">
            <FormDateField
              control={form.control}
              name="providedOn"
              label={text('provision.provide.date')}
              maximum={today}
              rules={{ required: text('common.field.required') }}
            />
            <FormDateField
              control={form.control}
              name="keptUntil"
              label={text('provision.provide.until')}
              isOptional
            />
            <FormSelect
              control={form.control}
              name="cycle"
              label={text('provision.provide.cycle')}
              options={provisionCycle.options.map((cycle) => ({
                value: cycle,
                label: text(`documents.ledger.cycle.${cycle}`),
              }))}
            />
            <FormSelect
              control={form.control}
              name="way"
              label={text('provision.provide.way')}
              rules={chosen}
              options={provisionWay.options.map((way) => ({
                value: way,
                label: text(`provision.way.${way}`),
              }))}
            />
          </div>
          <Checkbox
            isSelected={form.watch('isEncrypted')}
            onChange={(isEncrypted) => form.setValue('isEncrypted', isEncrypted)}
          >
            {text('provision.hand_over.encrypted')}
          </Checkbox>
          <FormTextArea
            control={form.control}
            name="restrictions"
            label={text('provision.provide.restrictions')}
            hint={text('provision.provide.restrictions_hint')}
            maxLength={500}
            isOptional
          />
        </>
      )}
      {send.isPending ? (
        <ProgressPanel
          channel="provision.recordProvision"
          label={text('provision.provide.recording')}
          canCancel
        />
      ) : null}
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose} isDisabled={send.isPending}>
          {text('common.cancel')}
        </Button>
        <Button onPress={onBack} isDisabled={send.isPending}>
          {text('provision.provide.back')}
        </Button>
        {report.people === 0 ? null : (
          <Button kind="primary" type="submit" isBusy={send.isPending}>
            {text('provision.provide.save', { count: report.people })}
          </Button>
        )}
      </DialogButtons>
    </form>
  );
}

function LeftOutList({ report }: { report: GivenOutReport }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  return (
    <div className="stack">
      <p>
        {text('provision.provide.left_out', { count: report.leftOutCount })}:{' '}
        {report.reasons
          .map(({ code, people }) =>
            text('provision.provide.left_out_of', { why: text(`provision.refusal.${code}`), count: people }),
          )
          .join(' · ')}
      </p>
      <Table<LeftOut>
        label={text('provision.provide.left_out', { count: report.leftOutCount })}
        rows={report.leftOut.slice(0, 20)}
        keyOf={({ consentId }) => consentId}
        columns={[
          {
            key: 'person',
            title: text('provision.provide.column.person'),
            width: '14rem',
            render: ({ personId }) => (
              <span className="row">
                <Identifier value={personId} label={text('provision.provide.column.person')} />
                {may('collection.read_people') ? (
                  <ButtonLink kind="text" to="/collection/people/$personId" params={{ personId }}>
                    {text('provision.uses.open')}
                  </ButtonLink>
                ) : null}
              </span>
            ),
          },
          {
            key: 'reason',
            title: text('provision.provide.column.reason'),
            render: ({ reason }) =>
              `${text(`provision.refusal.${reason.code}`)}${reason.on === null ? '' : `, ${format.date(reason.on)}`}`,
          },
        ]}
        empty={null}
      />
      {report.leftOutCount > 20 ? (
        <p className="quiet small">{text('provision.provide.left_out_first', { count: 20 })}</p>
      ) : null}
    </div>
  );
}
