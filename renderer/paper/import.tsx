import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportedTable } from '../../shared/contract/collection-import.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { type ListPlan, recogniseColumns } from '../../shared/domain/paper/box-list.ts';
import { useText } from '../app/text.tsx';
import { ImportFileStep } from '../collection/import-file.tsx';
import { Button, Explanation, PageHeader } from '../components/index.ts';
import '../collection/import.css';
import { ImportLayout } from '../collection/import-layout.tsx';
import { ImportPlanForm } from './import-plan.tsx';
import { LabelDialog } from './label-dialog.tsx';
import './paper.css';
import { PaperNav } from './room.tsx';

type Done = ChannelOutput<'paper.importList'>;

/** The list of boxes an office has already: chosen, understood, checked, and then registered as a whole or not at all. */
export function ImportListScreen() {
  const text = useText();
  const client = useQueryClient();
  const [table, setTable] = useState<ImportedTable | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const restart = () => {
    setTable(null);
    setDone(null);
  };
  return (
    <div className="page">
      <PaperNav />
      <PageHeader room="paper" title={text('paper.import.title')} lead={text('paper.import.lead')} />
      {done !== null ? (
        <div className="stack">
          <Explanation title={text('paper.import.done', { count: done.entries })}>
            {text('paper.import.done_text', { places: done.places, units: done.units })}
          </Explanation>
          <div className="paper-deeds">
            <Button kind="primary" onPress={() => setPrinting(true)} isDisabled={done.entryIds.length > 500}>
              {text('paper.label.open')}
            </Button>
            <Button onPress={restart}>{text('collection.import.another')}</Button>
          </div>
          <Link to="/paper">{text('paper.nav.registry')}</Link>
          {isPrinting ? <LabelDialog entryIds={done.entryIds} onClose={() => setPrinting(false)} /> : null}
        </div>
      ) : table === null ? (
        <ImportFileStep onRead={setTable} />
      ) : (
        <div className="stack">
          <ImportLayout table={table} onTable={setTable} />
          <ImportPlanForm
            // Another reading of the file is another plan.
            key={table.headings.join('\n')}
            table={table}
            first={planFor(table)}
            onRestart={restart}
            onDone={(answer) => {
              setDone(answer);
              void client.invalidateQueries();
            }}
          />
        </div>
      )}
    </div>
  );
}

function planFor({ headings }: ImportedTable): ListPlan {
  const columns = recogniseColumns(headings);
  return {
    columns,
    codes: columns.includes('code') ? 'take_over' : 'give',
    kind: 'box',
    parentId: null,
    ruleId: null,
    collectedOn: null,
    dateOrder: null,
  };
}
