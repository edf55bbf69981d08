import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { EmptyState, Section, StateMark, Table } from '../components/index.ts';
import { RecipientsToTell } from './correct-items.tsx';
import type { OpenedPerson } from './request-act.tsx';

/** Who outside the office has something of the person: hand-overs, who must be told of a correction, and known copies. */
export function PersonReceived({ person, onChanged }: { person: OpenedPerson; onChanged(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <div className="stack">
      <RecipientsToTell personId={person.personId} corrections={person.corrections} onTold={onChanged} />
      <Table<OpenedPerson['recipients'][number]>
        label={text('collection.person.tab.received')}
        rows={person.recipients}
        keyOf={(recipient) => recipient.id}
        columns={[
          {
            key: 'name',
            title: text('collection.received.who'),
            render: (recipient) => (
              <>
                <strong>{recipient.name}</strong>
                <span className="requests-secondary">{recipient.task}</span>
              </>
            ),
          },
          {
            key: 'purpose',
            title: text('collection.received.purpose'),
            render: (recipient) => format.say(recipient.purposeName),
          },
          {
            key: 'on',
            title: text('collection.received.on'),
            width: '12rem',
            render: (recipient) => format.date(recipient.on),
          },
        ]}
        empty={<EmptyState title={text('collection.received.none')} />}
      />
      {person.copies.length === 0 ? null : (
        <Section title={text('collection.received.copies')}>
          <ul className="suspension-list">
            {person.copies.map((copy) => (
              <li key={copy.reference} className="row">
                <span className="figure">{copy.reference}</span>
                <span>{text(`office.known_copies.kind.${copy.kind}`)}</span>
                <span className="quiet">
                  {text('collection.received.since', { date: format.date(copy.since) })}
                </span>
                <StateMark tone={copy.ended ? 'done' : 'neutral'}>
                  {text(copy.ended ? 'documents.access.copy_ended' : 'documents.access.copy_open')}
                </StateMark>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
