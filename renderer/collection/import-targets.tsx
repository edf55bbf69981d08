import type { ImportedTable } from '../../shared/contract/collection-import.ts';
import {
  askedPurposes,
  type ConsentFormContent,
  type FormItem,
} from '../../shared/domain/collection/consent-form.ts';
import { type ColumnTarget, targetKey } from '../../shared/domain/collection/import-plan.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Explanation, Select } from '../components/index.ts';

const none = 'none';

/** The columns of the file, one a line: its heading, its first values, and what it becomes. */
export function ImportTargets({
  table,
  content,
  columns,
  onChange,
}: {
  table: ImportedTable;
  content: ConsentFormContent;
  columns: readonly ColumnTarget[];
  onChange(columns: ColumnTarget[]): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const list = useFormat();
  const items = itemsOf(content);
  const targets: NonNullable<ColumnTarget>[] = [
    ...items.map((item) => ({ to: 'item' as const, itemCode: item.code })),
    { to: 'given_on' },
    ...askedPurposes(content).map((purpose) => ({ to: 'answer' as const, purposeId: purpose.id })),
    { to: 'way' },
    { to: 'reference' },
  ];
  const nameOf = (target: NonNullable<ColumnTarget>): string => {
    if (target.to === 'item') {
      const item = items.find(({ code }) => code === target.itemCode);
      return text('collection.import.target.item', { item: item ? format.say(item.label) : target.itemCode });
    }
    if (target.to === 'answer') {
      const purpose = content.purposes.find(({ id }) => id === target.purposeId);
      return text('collection.import.target.answer', { purpose: purpose ? format.say(purpose.name) : '' });
    }
    return text(`collection.import.target.${target.to}`);
  };
  const options = [
    { value: none, label: text('collection.import.target.none') },
    ...targets.map((target) => ({ value: targetKey(target), label: nameOf(target) })),
  ];
  const given = new Set(columns.flatMap((target) => (target === null ? [] : [targetKey(target)])));
  const missing = items.filter(
    (item) =>
      item.kind === 'required' &&
      !given.has(`item.${item.code}`) &&
      content.purposes.some(
        (purpose) => purpose.kind === 'essential' && purpose.items.some(({ code }) => code === item.code),
      ),
  );
  return (
    <div className="stack-tight">
      <div className="table-frame">
        <table className="table import-targets">
          <thead>
            <tr>
              <th className="table-head">{text('collection.import.column')}</th>
              <th className="table-head">{text('collection.import.sample')}</th>
              <th className="table-head">{text('collection.import.target')}</th>
            </tr>
          </thead>
          <tbody>
            {table.headings.map((heading, place) => {
              const name =
                heading === '' ? text('collection.import.column_number', { number: place + 1 }) : heading;
              const target = columns[place] ?? null;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, two may have the same heading
                <tr key={place} className="table-row">
                  <th className="table-cell" scope="row">
                    {name}
                  </th>
                  <td className="table-cell quiet import-samples">
                    {table.samples
                      .map(({ cells }) => cells[place] ?? '')
                      .filter((cell) => cell !== '')
                      .slice(0, 3)
                      .join(' · ')}
                  </td>
                  <td className="table-cell">
                    <Select
                      label={text('collection.import.target.of', { heading: name })}
                      isLabelHidden
                      value={target === null ? none : targetKey(target)}
                      options={options}
                      onChange={(key) => {
                        const chosen = targets.find((each) => targetKey(each) === key) ?? null;
                        // Each meaning has one column: the one that had it before gives it up.
                        onChange(
                          table.headings.map((_, other) => {
                            const own = columns[other] ?? null;
                            if (other === place) return chosen;
                            return own !== null && chosen !== null && targetKey(own) === key ? null : own;
                          }),
                        );
                      }}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {missing.length === 0 ? null : (
        <Explanation>
          {text('collection.import.missing_items', {
            items: list.list(missing.map((item) => format.say(item.label))),
          })}
        </Explanation>
      )}
    </div>
  );
}

/** What a person is asked for, each once. */
function itemsOf(content: ConsentFormContent): FormItem[] {
  const items = content.purposes
    .flatMap((purpose) => purpose.items)
    .filter(({ kind }) => kind !== 'automatic');
  return [...new Map(items.map((item) => [item.code, item])).values()];
}
