import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { AuditEntry } from '../../shared/domain/register/audit-entry.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  type Column,
  DefinitionList,
  EmptyState,
  Identifier,
  PageHeader,
  Pager,
  SaveDocumentDialog,
  Table,
} from '../components/index.ts';
import { AuditSubject } from './audit-subject.tsx';
import { AuditVerification } from './audit-verification.tsx';
import { Checkpoints } from './checkpoints.tsx';
import { RegisterNav } from './room.tsx';
import { WeeklySheet } from './weekly-sheet.tsx';

const pageLength = 100;

/** The audit log, newest first, with the root that stands for all of it. */
export function AuditLogScreen() {
  const text = useText();
  const format = useOfficeFormat();
  const [proving, setProving] = useState<number | null>(null);
  const columns = useEntryColumns(setProving);
  const [offset, setOffset] = useState(0);
  const list = useCall('register.listAuditEntries', { limit: pageLength, offset }, { keepPrevious: true });
  return (
    <div className="page">
      <RegisterNav />
      <PageHeader room="register" title={text('register.audit.title')} lead={text('register.audit.lead')} />
      <AuditVerification />
      <Checkpoints />
      <WeeklySheet />
      <Answered query={list}>
        {({ entries, removed, total, root, checkpoint }) => (
          <div className="stack">
            <DefinitionList
              entries={[
                { term: text('register.audit.entries'), value: format.number(total) },
                {
                  term: text('register.audit.root'),
                  value: <Identifier value={root} label={text('register.audit.root')} />,
                },
                {
                  term: text('register.audit.checkpoint'),
                  value:
                    checkpoint === null
                      ? text('register.audit.checkpoint.none')
                      : text('register.audit.checkpoint.value', {
                          size: format.number(checkpoint.size),
                          at: format.instant(checkpoint.signedAt),
                        }),
                },
              ]}
            />
            <div>
              <Table
                label={text('register.audit.title')}
                columns={columns}
                rows={entries}
                keyOf={({ sequence }) => String(sequence)}
                empty={<EmptyState title={text('register.audit.empty.title')} />}
              />
              {removed.length === 0 ? null : <RemovedEntries removed={removed} onProve={setProving} />}
              <Pager total={total} limit={pageLength} offset={offset} onOffset={setOffset} />
            </div>
          </div>
        )}
      </Answered>
      {proving === null ? null : (
        <SaveDocumentDialog
          channel="register.entryProof"
          ask={{ sequence: proving }}
          formats={['json']}
          fileName={`ashbook-entry-${proving}`}
          holdsPersonalData={false}
          onClose={() => setProving(null)}
        />
      )}
    </div>
  );
}

/** Entries of this page whose content was removed by rule: that they stood there can still be proven. */
function RemovedEntries({
  removed,
  onProve,
}: {
  removed: ChannelOutput<'register.listAuditEntries'>['removed'];
  onProve(sequence: number): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <Table
      label={text('register.audit.removed_entry')}
      rows={removed}
      keyOf={({ sequence }) => String(sequence)}
      columns={[
        {
          key: 'sequence',
          title: text('register.audit.sequence'),
          align: 'end',
          width: '4.5rem',
          render: ({ sequence }) => format.number(sequence),
        },
        {
          key: 'rule',
          title: text('register.audit.removed_entry'),
          isRowHeader: true,
          render: ({ rule, through }) =>
            rule === null || through === null
              ? ''
              : text('register.audit.removed_under', { rule: format.say(rule), date: format.date(through) }),
        },
        {
          key: 'proof',
          title: text('register.entry.proof'),
          width: '6rem',
          render: ({ sequence }) => (
            <Button
              kind="text"
              onPress={() => onProve(sequence)}
              aria-label={text('register.entry.proof_of', { sequence: format.number(sequence) })}
            >
              {text('register.entry.proof')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function useEntryColumns(prove: (sequence: number) => void): Column<AuditEntry>[] {
  const text = useText();
  const format = useOfficeFormat();
  return [
    {
      key: 'sequence',
      title: text('register.audit.sequence'),
      align: 'end',
      width: '4.5rem',
      render: ({ sequence }) => format.number(sequence),
    },
    {
      key: 'at',
      title: text('register.audit.at'),
      width: '14rem',
      render: ({ at }) => format.instant(at, { seconds: true }),
    },
    {
      key: 'code',
      title: text('register.audit.code'),
      width: '15rem',
      isRowHeader: true,
      render: ({ code }) => <strong>{text(`register.audit.code.${code}`)}</strong>,
    },
    {
      key: 'actor',
      title: text('register.audit.actor'),
      width: '9rem',
      render: ({ staffNumber }) =>
        staffNumber === null ? (
          <span className="quiet">{text('register.audit.application')}</span>
        ) : (
          text('register.audit.staff', { number: staffNumber })
        ),
    },
    {
      key: 'about',
      title: text('register.audit.about'),
      render: ({ about }) => <AuditSubject about={about} />,
    },
    {
      key: 'proof',
      title: text('register.entry.proof'),
      width: '6rem',
      render: ({ sequence }) => (
        <Button
          kind="text"
          onPress={() => prove(sequence)}
          aria-label={text('register.entry.proof_of', { sequence: format.number(sequence) })}
        >
          {text('register.entry.proof')}
        </Button>
      ),
    },
  ];
}
