import type { ImportedTable } from '../../shared/contract/collection-import.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { ErrorNote, Explanation, Section, Select, Stat, StatLine } from '../components/index.ts';

const encodings = ['utf-8', 'cp949', 'utf-16le', 'utf-16be'] as const;
const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** How the file was read, to be put right where it was read wrongly. */
export function ImportLayout({
  table,
  onTable,
}: {
  table: ImportedTable;
  onTable(table: ImportedTable): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const read = useSend('collection.readImport');
  const { importId, layout, before } = table;
  const again = (change: {
    encoding?: (typeof encodings)[number];
    delimiter?: keyof typeof delimiters;
    sheet?: string;
  }) =>
    read.mutate(
      {
        importId,
        encoding: change.encoding ?? (layout.kind === 'csv' ? layout.encoding : null),
        delimiter: change.delimiter ?? null,
        sheet: change.sheet ?? null,
      },
      { onSuccess: onTable },
    );
  return (
    <Section title={text('collection.import.layout')}>
      <StatLine>
        <Stat label={text('collection.import.rows')} value={table.rows} />
        <Stat label={text('collection.import.heading_row')} value={table.headingRow} />
        {layout.kind === 'xlsx' ? (
          <Stat
            label={text('collection.import.calendar')}
            value={text(`collection.import.calendar.${layout.calendar}`)}
          />
        ) : null}
      </StatLine>
      <div className="columns">
        {layout.kind === 'csv' ? (
          <>
            <Select
              label={text('collection.import.encoding')}
              value={layout.encoding}
              onChange={(encoding) => again({ encoding })}
              options={encodings.map((value) => ({
                value,
                label: text(`collection.import.encoding.${value}`),
              }))}
              isDisabled={read.isPending}
            />
            <Select
              label={text('collection.import.delimiter')}
              value={layout.delimiter}
              onChange={(delimiter) => again({ delimiter })}
              options={(Object.keys(delimiters) as (keyof typeof delimiters)[]).map((value) => ({
                value,
                label: text(`collection.import.delimiter.${delimiters[value]}`),
              }))}
              isDisabled={read.isPending}
            />
          </>
        ) : (
          <Select
            label={text('collection.import.sheet')}
            value={layout.sheet}
            onChange={(sheet) => again({ sheet })}
            options={layout.sheets.map((value) => ({ value, label: value }))}
            isDisabled={read.isPending}
          />
        )}
      </div>
      {table.brokenRows > 0 ? (
        <Explanation tone="ember">
          {text('collection.import.broken', { count: table.brokenRows })}
        </Explanation>
      ) : null}
      {before === null ? null : (
        <Explanation>
          {before.state === 'finished'
            ? text('collection.import.before.finished', {
                date: format.instant(before.at),
                number: before.number,
              })
            : text('collection.import.before.unfinished', { date: format.instant(before.at) })}
        </Explanation>
      )}
      <ErrorNote error={read.error?.error} />
    </Section>
  );
}
