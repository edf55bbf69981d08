import { useState } from 'react';
import type { RecallRow } from '../../shared/contract/provision-recalls.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  EmptyState,
  PageHeader,
  Pager,
  StateMark,
  Table,
  Tabs,
} from '../components/index.ts';
import { RecallAnswerDialog } from './recall-answer.tsx';
import { RecallDocumentDialog } from './recall-document.tsx';
import { RecallDocumentView } from './recall-document-view.tsx';
import { RecallLetterDialog } from './recall-letter.tsx';
import { ProvisionNav } from './room.tsx';
import './provision.css';

const pageSize = 50;
type Show = 'open' | 'overdue' | 'ended';

/** What vendors and recipients still hold although it has ended, and how far each has come. */
export function RecallsScreen() {
  const text = useText();
  return (
    <div className="page">
      <ProvisionNav />
      <PageHeader
        room="provision"
        title={text('provision.recalls.title')}
        lead={text('provision.recalls.lead')}
      />
      <RecallTable vendorId={null} />
    </div>
  );
}

/** The recalls from one vendor, or from everybody. */
export function RecallTable({ vendorId }: { vendorId: string | null }) {
  const text = useText();
  const [show, setShow] = useState<Show>('open');
  return (
    <Tabs
      label={text('provision.recalls.filter')}
      value={show}
      onChange={(chosen: Show) => setShow(chosen)}
      tabs={(['open', 'overdue', 'ended'] as const).map((value) => ({
        value,
        label: text(`provision.recalls.filter.${value}`),
      }))}
    >
      <RecallList key={show} vendorId={vendorId} show={show} />
    </Tabs>
  );
}

type Open =
  | { what: 'letter' | 'reminder' | 'answer' | 'document'; recall: RecallRow }
  | { what: 'opened'; document: RecallRow['documents'][number] };

function RecallList({ vendorId, show }: { vendorId: string | null; show: Show }) {
  const text = useText();
  const format = useOfficeFormat();
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<Open | null>(null);
  const query = useCall(
    'provision.listRecalls',
    { show, vendorId, limit: pageSize, offset },
    { keepPrevious: true },
  );
  const close = () => setOpen(null);
  return (
    <Answered query={query}>
      {({ total, recalls }) => (
        <div>
          <Table<RecallRow>
            label={text('provision.recalls.title')}
            rows={recalls}
            keyOf={(recall) => recall.recallId}
            columns={[
              {
                key: 'holder',
                title: text('provision.recalls.column.holder'),
                render: (recall) => (
                  <span className="provision-cell">
                    <strong>{recall.holderName}</strong>
                    <span className="quiet small">{text(`provision.recalls.holder.${recall.holder}`)}</span>
                  </span>
                ),
              },
              {
                key: 'what',
                title: text('provision.recalls.column.what'),
                render: (recall) => (
                  <span className="provision-cell">
                    <span>{recall.what}</span>
                    <span className="quiet small">
                      {text('provision.recalls.units', { count: recall.units, reference: recall.reference })}
                    </span>
                  </span>
                ),
              },
              {
                key: 'cause',
                title: text('provision.recalls.column.cause'),
                width: '9rem',
                render: (recall) => (
                  <span className="provision-cell">
                    <span>{text(`provision.recalls.cause.${recall.cause}`)}</span>
                    <span className="quiet small">{format.date(recall.askedOn)}</span>
                  </span>
                ),
              },
              {
                key: 'state',
                title: text('provision.recalls.column.state'),
                width: '14rem',
                render: (recall) => <RecallState recall={recall} />,
              },
              {
                key: 'letter',
                title: text('provision.recalls.column.letter'),
                width: '8.5rem',
                render: (recall) => <Letters recall={recall} onOpen={setOpen} />,
              },
              {
                key: 'answer',
                title: text('provision.recalls.column.answer'),
                width: '10rem',
                render: (recall) => <Answer recall={recall} onOpen={setOpen} />,
              },
            ]}
            empty={
              <EmptyState title={text('provision.recalls.empty')}>
                {text('provision.recalls.empty_text')}
              </EmptyState>
            }
          />
          <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          {open?.what === 'letter' || open?.what === 'reminder' ? (
            <RecallLetterDialog recall={open.recall} isReminder={open.what === 'reminder'} onClose={close} />
          ) : null}
          {open?.what === 'answer' ? <RecallAnswerDialog recall={open.recall} onClose={close} /> : null}
          {open?.what === 'opened' ? <RecallDocumentView document={open.document} onClose={close} /> : null}
          {open?.what === 'document' ? <RecallDocumentDialog recall={open.recall} onClose={close} /> : null}
        </div>
      )}
    </Answered>
  );
}

const isOpen = ({ how }: RecallRow) => how === null || how === 'lost';

function RecallState({ recall }: { recall: RecallRow }) {
  const text = useText();
  const format = useOfficeFormat();
  if (recall.how === 'destroyed' || recall.how === 'returned') {
    return (
      <StateMark tone="done">
        {text(`provision.recalls.${recall.how}`, {
          date: recall.answeredOn === null ? '' : format.date(recall.answeredOn),
        })}
      </StateMark>
    );
  }
  if (recall.how === 'lost') return <StateMark tone="attention">{text('provision.recalls.lost')}</StateMark>;
  const date = format.date(recall.dueOn);
  return recall.isOverdue ? (
    <StateMark tone="attention">{text('provision.recalls.overdue', { date })}</StateMark>
  ) : (
    <StateMark tone="waiting">{text('provision.recalls.due', { date })}</StateMark>
  );
}

function Letters({ recall, onOpen }: { recall: RecallRow; onOpen(open: Open): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const what = recall.letterOn === null ? 'letter' : 'reminder';
  return (
    <span className="provision-cell">
      <span className="quiet small">
        {recall.letterOn === null
          ? text('provision.recalls.not_sent')
          : text('provision.recalls.sent', { date: format.date(recall.letterOn) })}
      </span>
      {recall.remindedOn === null ? null : (
        <span className="quiet small">
          {text('provision.recalls.reminded', {
            count: recall.reminders,
            date: format.date(recall.remindedOn),
          })}
        </span>
      )}
      {may('provision.record') && isOpen(recall) ? (
        <Button kind="text" onPress={() => onOpen({ what, recall })}>
          {text(what === 'letter' ? 'provision.recalls.write' : 'provision.recalls.remind')}
        </Button>
      ) : null}
    </span>
  );
}

function Answer({ recall, onOpen }: { recall: RecallRow; onOpen(open: Open): void }) {
  const text = useText();
  const may = useMay();
  return (
    <span className="provision-cell">
      {recall.answer === '' ? null : <span>{recall.answer}</span>}
      {recall.documents.map((document) => (
        <Button
          key={document.documentId}
          kind="text"
          aria-label={text('provision.recalls.open_document', { name: document.fileName })}
          onPress={() => onOpen({ what: 'opened', document })}
        >
          {document.fileName}
        </Button>
      ))}
      {may('provision.record') ? (
        <>
          {isOpen(recall) ? (
            <Button kind="text" onPress={() => onOpen({ what: 'answer', recall })}>
              {text('provision.recalls.record_answer')}
            </Button>
          ) : null}
          <Button kind="text" onPress={() => onOpen({ what: 'document', recall })}>
            {text('provision.recalls.attach')}
          </Button>
        </>
      ) : null}
    </span>
  );
}
