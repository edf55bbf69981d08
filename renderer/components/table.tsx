import type { ReactNode } from 'react';
import {
  Column as AriaColumn,
  Table as AriaTable,
  Cell,
  Checkbox,
  type Key,
  Row,
  type Selection,
  TableBody,
  TableHeader,
} from 'react-aria-components';
import { useFormat, useText } from '../app/text.tsx';
import { Button } from './button.tsx';
import './choice.css';
import { CheckGlyph } from './field-parts.tsx';
import './table.css';

export interface Column<RowValue> {
  key: string;
  title: string;
  render(row: RowValue): ReactNode;
  /** `end` for figures. */
  align?: 'start' | 'end';
  /** CSS width, for example `9rem`; without it the column shares what is left. */
  width?: string;
  /** The cell that names the row to a screen reader. The first column unless told. */
  isRowHeader?: boolean;
}

export interface TableProps<RowValue> {
  /** What the table lists; read out by screen readers. */
  label: string;
  columns: readonly Column<RowValue>[];
  rows: readonly RowValue[];
  keyOf(row: RowValue): string;
  /** Names a row in plain text, for its checkbox and for typing ahead. */
  nameOf?(row: RowValue): string;
  /** Enter or click on a row. */
  onOpen?(row: RowValue): void;
  /** Given: rows have checkboxes, the header one for all of them. Only rows on this page can be selected. */
  selected?: ReadonlySet<string>;
  onSelect?(selected: ReadonlySet<string>): void;
  /** Rows that cannot be selected, for example record units on hold. The cursor still comes to them. */
  disabled?: ReadonlySet<string>;
  /** An EmptyState, shown instead of the rows. */
  empty?: ReactNode;
}

/** A ledger: arrow keys move between rows, Enter opens, space selects. For long lists put a Pager below. */
export function Table<RowValue>(props: TableProps<RowValue>) {
  const { columns, rows, keyOf, onOpen, selected, onSelect } = props;
  const text = useText();
  if (rows.length === 0 && props.empty !== undefined) return props.empty;
  const hasHeader = columns.some((column) => column.isRowHeader);
  const open = (key: Key) => {
    const row = rows.find((each) => keyOf(each) === key);
    if (row !== undefined) onOpen?.(row);
  };
  const select = (selection: Selection) => {
    const keys = selection === 'all' ? rows.map(keyOf) : [...selection].map(String);
    onSelect?.(new Set(keys.filter((key) => !props.disabled?.has(key))));
  };
  return (
    <div className="table-frame">
      <AriaTable
        aria-label={props.label}
        className="table"
        selectionMode={selected ? 'multiple' : 'none'}
        {...(selected ? { selectedKeys: new Set(selected), onSelectionChange: select } : {})}
        {...(props.disabled
          ? { disabledKeys: new Set(props.disabled), disabledBehavior: 'selection' as const }
          : {})}
        {...(onOpen ? { onRowAction: open } : {})}
      >
        <TableHeader>
          {selected ? (
            <AriaColumn className="table-head table-check">
              <SelectionBox />
            </AriaColumn>
          ) : null}
          {columns.map((column, index) => (
            <AriaColumn
              key={column.key}
              id={column.key}
              isRowHeader={hasHeader ? column.isRowHeader === true : index === 0}
              className={`table-head table-${column.align ?? 'start'}`}
              {...(column.width ? { style: { width: column.width } } : {})}
            >
              {column.title}
            </AriaColumn>
          ))}
        </TableHeader>
        <TableBody
          renderEmptyState={() => <div className="table-nothing">{text('common.table.nothing')}</div>}
        >
          {rows.map((row) => (
            <Row
              key={keyOf(row)}
              id={keyOf(row)}
              className="table-row"
              {...(props.nameOf ? { textValue: props.nameOf(row) } : {})}
            >
              {selected ? (
                <Cell className="table-cell table-check">
                  <SelectionBox />
                </Cell>
              ) : null}
              {columns.map((column) => (
                <Cell key={column.key} className={`table-cell table-${column.align ?? 'start'}`}>
                  {column.render(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  );
}

function SelectionBox() {
  return (
    <Checkbox slot="selection" className="check table-checkbox">
      {({ isIndeterminate }) => (
        <span className="check-box">
          <CheckGlyph isIndeterminate={isIndeterminate} />
        </span>
      )}
    </Checkbox>
  );
}

/** "1-100 of 2,431" and the way to the neighbouring pages. Nothing where one page holds all. */
export function Pager({
  total,
  limit,
  offset,
  onOffset,
}: {
  total: number;
  limit: number;
  offset: number;
  onOffset(offset: number): void;
}) {
  const text = useText();
  const format = useFormat();
  if (total <= limit && offset === 0) return null;
  return (
    <nav className="pager" aria-label={text('common.pager.label')}>
      <span className="figure">
        {text('common.pager.range', {
          from: format.number(Math.min(offset + 1, total)),
          to: format.number(Math.min(offset + limit, total)),
          total: format.number(total),
        })}
      </span>
      <Button isDisabled={offset === 0} onPress={() => onOffset(Math.max(0, offset - limit))}>
        {text('common.pager.previous')}
      </Button>
      <Button isDisabled={offset + limit >= total} onPress={() => onOffset(offset + limit)}>
        {text('common.pager.next')}
      </Button>
    </nav>
  );
}
