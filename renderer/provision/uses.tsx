import { useState } from 'react';
import type { UseFilter, UseRow } from '../../shared/contract/provision-uses.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  EmptyState,
  PageHeader,
  Pager,
  SaveDocumentDialog,
  StateMark,
  Table,
  Tabs,
} from '../components/index.ts';
import './provision.css';
import { ProvisionNav } from './room.tsx';
import { UseAnomalies } from './use-anomalies.tsx';
import { UseFilterFields } from './uses-filter.tsx';

const pageSize = 100;
type View = 'log' | 'anomalies';
const everything: UseFilter = {
  from: null,
  to: null,
  staffNumber: null,
  personId: null,
  kind: null,
  outcome: 'all',
};

/** What was done with whose data, and what the gate refused. People stand in it by their opaque id: the log tells no names. */
export function UsesScreen() {
  const text = useText();
  const [filter, setFilter] = useState<UseFilter>(everything);
  const [offset, setOffset] = useState(0);
  const [view, setView] = useState<View>('log');
  const [isExporting, setExporting] = useState(false);
  const query = useCall('provision.listUses', { filter, limit: pageSize, offset }, { keepPrevious: true });
  const log = (
    <>
      <UseFilterFields
        filter={filter}
        onChange={(changed) => {
          setFilter(changed);
          setOffset(0);
        }}
      />
      <Answered query={query}>
        {({ total, uses }) => (
          <div>
            <UseTable uses={uses} onPerson={(personId) => setFilter({ ...everything, personId })} />
            <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
    </>
  );
  return (
    <div className="page">
      <ProvisionNav />
      <PageHeader
        room="provision"
        title={text('provision.uses.title')}
        lead={text('provision.uses.lead')}
        actions={<Button onPress={() => setExporting(true)}>{text('provision.uses.export')}</Button>}
      />
      <Tabs
        label={text('provision.uses.views')}
        value={view}
        onChange={(chosen: View) => setView(chosen)}
        tabs={(['log', 'anomalies'] as const).map((value) => ({
          value,
          label: text(`provision.uses.view.${value}`),
        }))}
      >
        {view === 'log' ? log : <UseAnomalies />}
      </Tabs>
      {isExporting ? (
        <SaveDocumentDialog
          channel="provision.useLog"
          ask={{ filter }}
          formats={['csv', 'xlsx']}
          fileName="ashbook-use-log"
          holdsPersonalData={false}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </div>
  );
}

function UseTable({ uses, onPerson }: { uses: readonly UseRow[]; onPerson(personId: string): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  return (
    <Table<UseRow>
      label={text('provision.uses.title')}
      rows={uses}
      keyOf={(use) => use.useId}
      columns={[
        {
          key: 'at',
          title: text('provision.uses.column.at'),
          width: '9.5rem',
          render: (use) => format.instant(use.at, { seconds: true }),
        },
        {
          key: 'kind',
          title: text('provision.uses.column.kind'),
          width: '7rem',
          render: (use) => text(`provision.use_kind.${use.kind}`),
        },
        {
          key: 'reason',
          title: text('provision.uses.column.reason'),
          render: (use) =>
            use.reason === 'agreed_purpose'
              ? text('provision.use_reason.agreed_purpose', {
                  purpose: use.purposeName === null ? '' : format.say(use.purposeName),
                })
              : text(`collection.use_reason.${use.reason}`),
        },
        {
          key: 'outcome',
          title: text('provision.uses.column.outcome'),
          width: '15rem',
          render: (use) => (
            <span className="provision-cell">
              <Outcome use={use} />
            </span>
          ),
        },
        {
          key: 'person',
          title: text('provision.uses.column.person'),
          width: '9rem',
          render: (use) =>
            use.personId === null ? (
              text('provision.uses.people', { count: use.people })
            ) : (
              <span className="row">
                <Button kind="text" onPress={() => onPerson(use.personId ?? '')}>
                  {text('provision.uses.only_person', { id: use.personId.slice(0, 8) })}
                </Button>
                {may('collection.read_people') ? (
                  <ButtonLink
                    kind="text"
                    to="/collection/people/$personId"
                    params={{ personId: use.personId }}
                  >
                    {text('provision.uses.open')}
                  </ButtonLink>
                ) : null}
              </span>
            ),
        },
        {
          key: 'staff',
          title: text('provision.uses.column.staff'),
          width: '4rem',
          align: 'end',
          render: (use) => format.number(use.staffNumber),
        },
      ]}
      empty={
        <EmptyState title={text('provision.uses.empty')}>{text('provision.uses.empty_text')}</EmptyState>
      }
    />
  );
}

/** Given, in part or not at all, and why not. */
function Outcome({ use }: { use: UseRow }) {
  const text = useText();
  const why = use.refusals.map((code) => text(`provision.refusal.${code}`)).join(', ');
  if (use.blocked) return <StateMark tone="attention">{text('provision.uses.blocked', { why })}</StateMark>;
  if (why !== '') return <StateMark tone="held">{text('provision.uses.withheld', { why })}</StateMark>;
  return <StateMark tone="active">{text('provision.uses.given')}</StateMark>;
}
