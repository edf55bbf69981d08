import { useState } from 'react';
import type { z } from 'zod';
import type {
  findingKind,
  ImportedTable,
  ImportFinding,
  ImportReport,
} from '../../shared/contract/collection-import.ts';
import { useCall } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  Pager,
  SaveDocumentDialog,
  Section,
  Select,
  StateMark,
  Table,
} from '../components/index.ts';

const pageSize = 50;
type Kind = z.infer<typeof findingKind>;

/** The rows that are left out or need a look, with the reason of each. */
export function ImportFindings({ table, report }: { table: ImportedTable; report: ImportReport }) {
  const text = useText();
  const format = useFormat();
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [offset, setOffset] = useState(0);
  const [isSaving, setSaving] = useState(false);
  const query = useCall(
    'collection.listImportFindings',
    { importId: table.importId, kind: kind === 'all' ? null : kind, limit: pageSize, offset },
    { keepPrevious: true },
  );
  const kinds = (['bad', 'known', 'repeated', 'already'] as const).filter((each) => report[each] > 0);
  return (
    <Section
      title={text('collection.import.findings')}
      actions={<Button onPress={() => setSaving(true)}>{text('collection.import.findings.save')}</Button>}
    >
      {report.problems.length === 0 ? null : (
        <ul className="import-problems">
          {report.problems.map(({ code, count }) => (
            <li key={code}>
              <span className="figure">{format.number(count)}</span>{' '}
              {text(`collection.import.problem.${code}`)}
            </li>
          ))}
        </ul>
      )}
      <div className="import-filter">
        <Select
          label={text('collection.import.findings.show')}
          value={kind}
          onChange={(chosen) => {
            setKind(chosen);
            setOffset(0);
          }}
          options={[
            { value: 'all' as const, label: text('collection.import.findings.all') },
            ...kinds.map((value) => ({ value, label: text(`collection.import.findings.${value}`) })),
          ]}
        />
      </div>
      <Answered query={query}>
        {({ total, findings }) => (
          <div>
            <Table<ImportFinding>
              label={text('collection.import.findings')}
              rows={findings}
              keyOf={(finding) => `${finding.row} ${finding.kind}`}
              columns={[
                {
                  key: 'row',
                  title: text('collection.import.finding.row'),
                  width: '6rem',
                  align: 'end',
                  render: ({ row }) => format.number(row),
                },
                {
                  key: 'reason',
                  title: text('collection.import.finding.reason'),
                  render: (finding) => <Reasons finding={finding} headings={table.headings} />,
                },
                {
                  key: 'outcome',
                  title: text('collection.import.finding.outcome'),
                  width: '10rem',
                  render: ({ isTaken }) => (
                    <StateMark tone={isTaken ? 'active' : 'ash'}>
                      {text(
                        isTaken ? 'collection.import.finding.taken' : 'collection.import.finding.left_out',
                      )}
                    </StateMark>
                  ),
                },
              ]}
            />
            <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
      {isSaving ? (
        <SaveDocumentDialog
          channel="collection.importFindings"
          ask={{ importId: table.importId }}
          formats={['xlsx', 'csv']}
          fileName="import-check"
          holdsPersonalData={false}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </Section>
  );
}

function Reasons({ finding, headings }: { finding: ImportFinding; headings: readonly string[] }) {
  const text = useText();
  if (finding.kind !== 'bad') {
    return finding.kind === 'known' && finding.byNameAlone
      ? text('collection.import.finding.known_by_name')
      : text(`collection.import.finding.${finding.kind}`, { row: finding.otherRow ?? 0 });
  }
  return (
    <ul className="import-reasons">
      {finding.problems.map(({ code, column, value }) => (
        <li key={`${code} ${column}`}>
          {column === null ? null : <strong>{headings[column]}: </strong>}
          {text(`collection.import.problem.${code}`)}
          {value === '' ? null : <q className="import-value">{value}</q>}
        </li>
      ))}
    </ul>
  );
}
