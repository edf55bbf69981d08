import { useState } from 'react';
import type { ImportedTable, ImportReport } from '../../shared/contract/collection-import.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { ImportPlan } from '../../shared/domain/collection/import-plan.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Checkbox,
  ErrorNote,
  Explanation,
  ProgressPanel,
  Section,
  Stat,
  StatLine,
  TextField,
} from '../components/index.ts';
import { ImportFindings } from './import-findings.tsx';

/** What the import would do, which rows it would leave out and why; and the one button that does it. */
export function ImportCheck({
  table,
  plan,
  report,
  onBack,
  onDone,
}: {
  table: ImportedTable;
  plan: ImportPlan;
  report: ImportReport;
  onBack(): void;
  onDone(done: ChannelOutput<'collection.runImport'>): void;
}) {
  const text = useText();
  const run = useSend('collection.runImport');
  const leftOut = report.bad + report.known + report.repeated + report.already;
  const [isAgreed, setAgreed] = useState(false);
  const [where, setWhere] = useState(table.fileName);
  const hasFindings = leftOut > 0 || report.rows > report.people;
  const wasStopped = run.error?.error.code === 'cancelled';
  return (
    <div className="stack">
      <Section title={text('collection.import.report')}>
        <StatLine>
          <Stat label={text('collection.import.report.rows')} value={report.rows} />
          <Stat label={text('collection.import.report.people')} value={report.people} />
          <Stat label={text('collection.import.report.consents')} value={report.consents} />
          <Stat label={text('collection.import.report.units')} value={report.units} />
          <Stat label={text('collection.import.report.left_out')} value={leftOut} />
        </StatLine>
        {report.dueAtOnce === 0 ? null : (
          <Explanation tone="ember">
            {text('collection.import.due_at_once', { count: report.dueAtOnce })}
          </Explanation>
        )}
        {leftOut === 0 ? <p>{text('collection.import.all_good')}</p> : null}
      </Section>
      {hasFindings ? <ImportFindings table={table} report={report} /> : null}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run.mutate({ importId: table.importId, plan, leftOut, sourceWhere: where }, { onSuccess: onDone });
        }}
      >
        <TextField
          label={text('collection.import.where')}
          hint={text('collection.import.where_hint')}
          value={where}
          onChange={setWhere}
          maxLength={300}
          isDisabled={run.isPending}
        />
        {leftOut === 0 || report.consents === 0 ? null : (
          <Checkbox isSelected={isAgreed} onChange={setAgreed} isDisabled={run.isPending}>
            {text('collection.import.leave_out_agreed', { count: leftOut })}
          </Checkbox>
        )}
        {run.isPending ? (
          <ProgressPanel channel="collection.runImport" label={text('collection.import.running')} canCancel />
        ) : null}
        {wasStopped ? (
          <p role="status">{text('collection.import.stopped')}</p>
        ) : (
          <ErrorNote error={run.error?.error} />
        )}
        <div className="row">
          <Button
            kind="primary"
            type="submit"
            isBusy={run.isPending}
            isDisabled={report.consents === 0 || (leftOut > 0 && !isAgreed) || where.trim() === ''}
          >
            {text('collection.import.run', { count: report.consents })}
          </Button>
          <Button onPress={onBack} isDisabled={run.isPending}>
            {text('collection.import.back')}
          </Button>
        </div>
        <p className="quiet small">{text('collection.import.all_or_nothing')}</p>
      </form>
    </div>
  );
}
