import type { ReactNode } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { ChannelName } from '../../shared/contract/contract.ts';
import type { GivenOutReport, LeftOut } from '../../shared/contract/provision.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  ButtonLink,
  DialogButtons,
  ErrorNote,
  Explanation,
  Identifier,
  ProgressPanel,
  Table,
} from '../components/index.ts';

/** Who is covered and who is left out and why; below it how those who are covered are given out. For use in a CheckedDialog. */
export function CoveredForm({
  report,
  channel,
  recording,
  save,
  onSave,
  onBack,
  onClose,
  isBusy,
  failure,
  children,
}: {
  report: GivenOutReport;
  /** The channel that records it. */
  channel: ChannelName;
  recording: string;
  /** What the button says. */
  save: string;
  onSave(event: React.BaseSyntheticEvent): Promise<void>;
  onBack(): void;
  onClose(): void;
  isBusy: boolean;
  failure: CallError | null | undefined;
  /** The fields. */
  children: ReactNode;
}) {
  const text = useText();
  const isAnybody = report.people > 0;
  return (
    <form noValidate className="stack" onSubmit={(event) => void onSave(event)}>
      <Explanation
        tone={isAnybody ? 'plain' : 'ember'}
        title={text('provision.provide.covered', { count: report.people })}
      >
        {report.leftOutCount === 0 ? null : <LeftOutList report={report} />}
      </Explanation>
      {isAnybody ? children : null}
      {isBusy ? <ProgressPanel channel={channel} label={recording} canCancel /> : null}
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose} isDisabled={isBusy}>
          {text('common.cancel')}
        </Button>
        <Button onPress={onBack} isDisabled={isBusy}>
          {text('provision.provide.back')}
        </Button>
        {isAnybody ? (
          <Button kind="primary" type="submit" isBusy={isBusy}>
            {save}
          </Button>
        ) : null}
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
        keyOf={({ personId }) => personId}
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
