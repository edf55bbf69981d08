import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { StateMark, Table } from '../components/index.ts';
import type { OpenedPerson } from './request-act.tsx';

/** Who looked at the person's data and what for: recorded automatically, and ended by a rule of its own. */
export function PersonUses({ person }: { person: OpenedPerson }) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <div className="stack">
      <p className="quiet">
        {text(`collection.uses.kept.${person.usesKeptFor}`, {
          shown: person.uses.length,
          total: person.usesTotal,
        })}
      </p>
      <Table<OpenedPerson['uses'][number]>
        label={text('collection.person.tab.uses')}
        rows={person.uses}
        keyOf={(use) => use.useId}
        columns={[
          {
            key: 'at',
            title: text('collection.uses.at'),
            width: '14rem',
            render: (use) => format.instant(use.at),
          },
          {
            key: 'kind',
            title: text('collection.uses.what'),
            width: '12rem',
            render: (use) => text(`provision.use_kind.${use.kind}`),
          },
          {
            key: 'why',
            title: text('collection.uses.why'),
            render: (use) => (
              <>
                {use.reason === 'agreed_purpose'
                  ? use.purposeName === null
                    ? '—'
                    : format.say(use.purposeName)
                  : text(`collection.use_reason.${use.reason}`)}
                {use.blocked ? (
                  <StateMark tone="ash">{text('documents.access.use_blocked')}</StateMark>
                ) : null}
              </>
            ),
          },
          {
            key: 'staff',
            title: text('collection.uses.who'),
            width: '11rem',
            render: (use) => text('collection.staff', { number: use.staffNumber }),
          },
        ]}
      />
    </div>
  );
}
