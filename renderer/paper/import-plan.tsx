import { useState } from 'react';
import type { ImportedTable } from '../../shared/contract/collection-import.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { ListFinding } from '../../shared/contract/paper-import.ts';
import { periodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { type ListPlan, type ListTarget, listTargets } from '../../shared/domain/paper/box-list.ts';
import { useCall, useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  Button,
  DateField,
  ErrorNote,
  ProgressPanel,
  RadioGroup,
  Section,
  Select,
  Stat,
  StatLine,
  Table,
} from '../components/index.ts';
import { noClass } from './entry-fields.tsx';

const nowhere = 'nowhere';
const leftOut = 'left_out';
const findingsShown = 200;

/** What each column is and what no column says; what is wrong with the rows; and then all of it at once. */
export function ImportPlanForm({
  table,
  first,
  onRestart,
  onDone,
}: {
  table: ImportedTable;
  first: ListPlan;
  onRestart(): void;
  onDone(answer: ChannelOutput<'paper.importList'>): void;
}) {
  const text = useText();
  const [plan, setPlan] = useState(first);
  const check = useSend('paper.checkList');
  const run = useSend('paper.importList');
  const change = (part: Partial<ListPlan>) => {
    check.reset();
    run.reset();
    setPlan((before) => ({ ...before, ...part }));
  };
  const { importId } = table;
  const isClean = check.data !== undefined && check.data.report.faults === 0;
  return (
    <>
      <Section title={text('collection.import.columns')}>
        <Columns table={table} columns={plan.columns} onChange={(columns) => change({ columns })} />
      </Section>
      <Section title={text('collection.import.decisions')}>
        <Decisions plan={plan} onChange={change} />
      </Section>
      <ErrorNote error={(check.error ?? run.error)?.error ?? null} />
      {check.isPending || run.isPending ? (
        <ProgressPanel
          channel={run.isPending ? 'paper.importList' : 'paper.checkList'}
          label={text('collection.import.checking')}
          canCancel
        />
      ) : null}
      {check.data === undefined ? null : <Report {...check.data} />}
      <div className="paper-deeds">
        {isClean ? (
          <Button
            kind="primary"
            isBusy={run.isPending}
            onPress={() => run.mutate({ importId, plan }, { onSuccess: onDone })}
          >
            {text('paper.import.run', { count: check.data?.report.entries ?? 0 })}
          </Button>
        ) : (
          <Button
            kind="primary"
            isBusy={check.isPending}
            onPress={() => check.mutate({ importId, plan, limit: findingsShown, offset: 0 })}
          >
            {text('collection.import.check')}
          </Button>
        )}
        <Button onPress={onRestart} isDisabled={check.isPending || run.isPending}>
          {text('collection.import.another')}
        </Button>
      </div>
    </>
  );
}

function Columns({
  table,
  columns,
  onChange,
}: {
  table: ImportedTable;
  columns: ListPlan['columns'];
  onChange(columns: ListPlan['columns']): void;
}) {
  const text = useText();
  const options = [
    { value: leftOut, label: text('paper.target.left_out') },
    ...listTargets.map((target) => ({ value: target as string, label: text(`paper.target.${target}`) })),
  ];
  const rows = table.headings.map((heading, index) => ({ heading, index }));
  const choose = (index: number, chosen: string) => {
    const target = listTargets.find((each) => each === chosen) ?? null;
    // A target is given to one column: the one that had it is left out.
    onChange(columns.map((each, place) => (place === index ? target : each === target ? null : each)));
  };
  return (
    <Table
      label={text('collection.import.columns')}
      rows={rows}
      keyOf={({ index }) => String(index)}
      columns={[
        {
          key: 'heading',
          title: text('paper.import.heading'),
          render: ({ heading }) => <strong>{heading}</strong>,
        },
        {
          key: 'sample',
          title: text('paper.import.sample'),
          render: ({ index }) => (
            <span className="quiet small">
              {table.samples
                .map(({ cells }) => cells[index] ?? '')
                .filter((cell) => cell !== '')
                .slice(0, 3)
                .join(' · ')}
            </span>
          ),
        },
        {
          key: 'target',
          title: text('paper.import.target'),
          width: '18rem',
          render: ({ heading, index }) => (
            <Select
              label={text('paper.import.target_of', { heading })}
              isLabelHidden
              value={columns[index] ?? leftOut}
              onChange={(chosen: string) => choose(index, chosen)}
              options={options}
            />
          ),
        },
      ]}
    />
  );
}

function Decisions({ plan, onChange }: { plan: ListPlan; onChange(part: Partial<ListPlan>): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const language = useLanguage();
  const rules = useCall('paper.listRules', {}).data?.rules ?? [];
  const places =
    useCall('paper.listEntries', {
      parentId: null,
      depth: 'below',
      kinds: ['site', 'room', 'shelf'],
      limit: 500,
      offset: 0,
    }).data?.entries ?? [];
  const has = (target: ListTarget) => plan.columns.includes(target);
  return (
    <div className="stack">
      {has('code') ? (
        <RadioGroup
          label={text('paper.import.codes')}
          value={plan.codes}
          onChange={(codes: ListPlan['codes']) => onChange({ codes })}
          options={(['take_over', 'give'] as const).map((value) => ({
            value,
            label: text(`paper.import.codes.${value}`),
            description: text(`paper.import.codes.${value}_text`),
          }))}
        />
      ) : null}
      <div className="columns">
        {has('kind') ? null : (
          <RadioGroup
            label={text('paper.field.kind')}
            value={plan.kind}
            onChange={(kind: ListPlan['kind']) => onChange({ kind })}
            options={(['box', 'folder', 'document'] as const).map((value) => ({
              value,
              label: text(`paper.kind.${value}`),
            }))}
          />
        )}
        {has('site') ? null : (
          <Select
            label={text('paper.import.into')}
            hint={text('paper.import.into_hint')}
            value={plan.parentId ?? nowhere}
            onChange={(chosen: string) => onChange({ parentId: chosen === nowhere ? null : chosen })}
            options={[
              { value: nowhere, label: text('paper.place.none') },
              ...places.map(({ entryId, code, place }) => ({
                value: entryId,
                label: [...place.map((step) => step.code), code].join(' / '),
              })),
            ]}
          />
        )}
      </div>
      <div className="columns">
        <Select
          label={text(has('class') ? 'paper.import.class_else' : 'paper.field.class')}
          hint={text('paper.field.class_hint')}
          value={plan.ruleId ?? noClass}
          onChange={(chosen: string) => onChange({ ruleId: chosen === noClass ? null : chosen })}
          options={[
            { value: noClass, label: text('paper.field.no_class') },
            ...rules.map((rule) => ({
              value: rule.ruleId,
              label: `${format.say(rule.ruleName)} (${periodInWords(rule.period, language)})`,
            })),
          ]}
        />
        <DateField
          label={text('paper.import.collected_else')}
          hint={text('paper.import.collected_hint')}
          value={plan.collectedOn}
          onChange={(collectedOn) => onChange({ collectedOn })}
          isOptional
        />
      </div>
    </div>
  );
}

function Report({ report, findings }: ChannelOutput<'paper.checkList'>) {
  const text = useText();
  return (
    <Section title={text('paper.import.report')}>
      <StatLine>
        <Stat label={text('paper.import.rows')} value={report.rows} />
        <Stat label={text('paper.import.places')} value={report.places} />
        <Stat label={text('paper.import.units')} value={report.units} />
        <Stat
          label={text('paper.import.due')}
          value={report.dueAtOnce}
          tone={report.dueAtOnce > 0 ? 'ember' : 'plain'}
        />
        <Stat
          label={text('paper.import.faults')}
          value={report.faults}
          tone={report.faults > 0 ? 'ember' : 'plain'}
        />
      </StatLine>
      {findings.length === 0 ? null : (
        <Table<ListFinding>
          label={text('paper.import.faults')}
          rows={findings}
          keyOf={(finding) => `${finding.row} ${finding.column} ${finding.problem}`}
          columns={[
            {
              key: 'row',
              title: text('paper.import.row'),
              width: '6rem',
              align: 'end',
              render: (finding) => finding.row,
            },
            {
              key: 'problem',
              title: text('paper.import.problem'),
              render: (finding) =>
                finding.problem === 'code_repeated'
                  ? text('paper.problem.code_repeated', { row: finding.otherRow ?? 0 })
                  : text(`paper.problem.${finding.problem}`),
            },
            {
              key: 'value',
              title: text('paper.import.value'),
              width: '16rem',
              render: (finding) => finding.value,
            },
          ]}
        />
      )}
    </Section>
  );
}
