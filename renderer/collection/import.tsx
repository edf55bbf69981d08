import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportedTable, ImportReport } from '../../shared/contract/collection-import.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { ImportPlan } from '../../shared/domain/collection/import-plan.ts';
import { useText } from '../app/text.tsx';
import { PageHeader } from '../components/index.ts';
import './import.css';
import { ImportCheck } from './import-check.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportFileStep } from './import-file.tsx';
import { ImportHistory } from './import-history.tsx';
import { CollectionNav } from './room.tsx';

type Done = ChannelOutput<'collection.runImport'>;

/** A file's way in: chosen, understood, checked, and then kept as a whole or not at all. */
export function ImportScreen() {
  const text = useText();
  const client = useQueryClient();
  const [table, setTable] = useState<ImportedTable | null>(null);
  const [checked, setChecked] = useState<{ plan: ImportPlan; report: ImportReport } | null>(null);
  const [draft, setDraft] = useState<ImportPlan | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const restart = () => {
    setTable(null);
    setChecked(null);
    setDraft(null);
    setDone(null);
  };
  const step = done !== null ? 'done' : checked !== null ? 'check' : table !== null ? 'columns' : 'file';
  return (
    <div className="page">
      <CollectionNav />
      <PageHeader
        room="collection"
        title={text('collection.import.title')}
        lead={text('collection.import.lead')}
      />
      <ol className="import-steps" aria-label={text('collection.import.steps')}>
        {(['file', 'columns', 'check', 'done'] as const).map((each) => (
          <li key={each} aria-current={each === step ? 'step' : undefined}>
            {text(`collection.import.step.${each}`)}
          </li>
        ))}
      </ol>
      {done !== null && checked !== null ? (
        <ImportDone done={done} report={checked.report} onNext={restart} />
      ) : table === null ? (
        <>
          <ImportFileStep onRead={setTable} />
          <ImportHistory />
        </>
      ) : checked === null ? (
        <ImportColumns
          table={table}
          draft={draft}
          onTable={setTable}
          onRestart={restart}
          onChecked={(plan, report) => {
            setDraft(plan);
            setChecked({ plan, report });
          }}
        />
      ) : (
        <ImportCheck
          table={table}
          plan={checked.plan}
          report={checked.report}
          onBack={() => setChecked(null)}
          onDone={(result) => {
            setDone(result);
            void client.invalidateQueries();
          }}
        />
      )}
    </div>
  );
}
