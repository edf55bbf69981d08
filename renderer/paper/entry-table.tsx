import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EntryRow } from '../../shared/contract/paper.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { StateMark, Table } from '../components/index.ts';
import { PlacePath } from './place-path.tsx';

/** Entries of the registry, in a place or found by a search. */
export function EntryTable({
  label,
  entries,
  withPlace,
  selected,
  onSelect,
  empty,
}: {
  label: string;
  entries: readonly EntryRow[];
  /** Where they are from different places. */
  withPlace: boolean;
  selected?: ReadonlySet<string>;
  onSelect?(selected: ReadonlySet<string>): void;
  empty: ReactNode;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  return (
    <Table<EntryRow>
      label={label}
      rows={entries}
      keyOf={(entry) => entry.entryId}
      nameOf={(entry) => entry.code}
      onOpen={({ entryId }) => void navigate({ to: '/paper/$entryId', params: { entryId } })}
      {...(selected && onSelect ? { selected, onSelect } : {})}
      columns={[
        {
          key: 'code',
          title: text('paper.column.code'),
          width: '12rem',
          render: (entry) => (
            <span className="paper-cell">
              <strong>{entry.code}</strong>
              <span className="quiet small">{text(`paper.kind.${entry.kind}`)}</span>
            </span>
          ),
        },
        {
          key: 'title',
          title: text('paper.column.title'),
          render: (entry) => (
            <span className="paper-cell">
              <span>{entry.title}</span>
              {withPlace ? (
                <span className="small">
                  <PlacePath place={entry.place} />
                </span>
              ) : null}
            </span>
          ),
        },
        {
          key: 'contents',
          title: text('paper.column.contents'),
          width: '6rem',
          align: 'end',
          render: (entry) => (entry.contents === 0 ? '' : format.number(entry.contents)),
        },
        {
          key: 'class',
          title: text('paper.column.class'),
          width: '24%',
          render: (entry) =>
            entry.unit === null ? null : (
              <span className="paper-cell">
                <span>{format.say(entry.unit.className)}</span>
                <DueMark unit={entry.unit} />
              </span>
            ),
        },
        {
          key: 'state',
          title: text('paper.column.state'),
          width: '11rem',
          render: (entry) => <EntryMark entry={entry} />,
        },
      ]}
      empty={empty}
    />
  );
}

/** When a unit falls due, and what stops it. */
export function DueMark({ unit }: { unit: NonNullable<EntryRow['unit']> }) {
  const text = useText();
  const format = useOfficeFormat();
  if (unit.state === 'ordered')
    return <StateMark tone="waiting">{text('retention.urgency.ordered')}</StateMark>;
  if (unit.isHeld) return <StateMark tone="held">{text('retention.urgency.held')}</StateMark>;
  if (unit.dueOn === null) return <span className="quiet small">{text('retention.review.open')}</span>;
  const date = format.date(unit.dueOn);
  return unit.isDue ? (
    <StateMark tone="attention">{text('paper.due.now', { date })}</StateMark>
  ) : (
    <span className="quiet small">{text('paper.due.on', { date })}</span>
  );
}

const tones = {
  on_shelf: 'done',
  checked_out: 'waiting',
  pulled: 'waiting',
  in_custody: 'waiting',
  missing: 'attention',
  destroyed: 'ash',
} as const;

export function EntryMark({
  entry,
}: {
  entry: Pick<EntryRow, 'kind' | 'state' | 'dueBackOn' | 'partlyDestroyedOn'>;
}) {
  const text = useText();
  const format = useOfficeFormat();
  if (entry.kind === 'site' || entry.kind === 'room' || entry.kind === 'shelf') return null;
  return (
    <span className="paper-cell">
      <StateMark tone={tones[entry.state]}>{text(`paper.state.${entry.state}`)}</StateMark>
      {entry.dueBackOn === null ? null : (
        <span className="quiet small">
          {text('paper.state.back_on', { date: format.date(entry.dueBackOn) })}
        </span>
      )}
      {entry.partlyDestroyedOn === null ? null : (
        <span className="quiet small">
          {text('paper.state.partly', { date: format.date(entry.partlyDestroyedOn) })}
        </span>
      )}
    </span>
  );
}
