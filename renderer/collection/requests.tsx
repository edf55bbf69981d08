import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RequestRow } from '../../shared/contract/collection-requests.ts';
import { type RequestKind, requestKinds } from '../../shared/domain/collection/person-request.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, EmptyState, PageHeader, Pager, Table, Tabs } from '../components/index.ts';
import { Select } from '../components/select.tsx';
import { RecordRequestDialog } from './record-request-dialog.tsx';
import { RequestDue, RequestStateMark } from './request-marks.tsx';
import './requests.css';
import { CollectionNav } from './room.tsx';

const views = ['open', 'overdue', 'due', 'answered'] as const;
type View = (typeof views)[number];
const pageSize = 50;

/** What people have asked and is to be answered, the nearest due date first. */
export function RequestsScreen() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [show, setShow] = useState<View>('open');
  const [kind, setKind] = useState<RequestKind | 'all'>('all');
  const [offset, setOffset] = useState(0);
  const [isRecording, setRecording] = useState(false);
  const home = useCall('office.home', {});
  const query = useCall(
    'collection.listRequests',
    { show, kind: kind === 'all' ? null : kind, limit: pageSize, offset },
    { keepPrevious: true },
  );
  const countOf = (view: View) => {
    if (home.data === undefined || view === 'answered') return undefined;
    const counts = {
      open: home.data.requestsOpen,
      due: home.data.requestsDue,
      overdue: home.data.requestsOverdue,
    };
    return format.number(counts[view]);
  };
  const open = (requestId: string) =>
    void navigate({ to: '/collection/requests/$requestId', params: { requestId } });
  return (
    <div className="page">
      <CollectionNav />
      <PageHeader
        room="collection"
        title={text('collection.requests.title')}
        lead={text('collection.requests.lead')}
        actions={
          may('collection.handle_requests') ? (
            <Button kind="primary" onPress={() => setRecording(true)}>
              {text('collection.requests.record')}
            </Button>
          ) : undefined
        }
      />
      <Tabs
        label={text('collection.requests.title')}
        value={show}
        onChange={(next) => {
          setShow(next);
          setOffset(0);
        }}
        tabs={views.map((view) => {
          const count = countOf(view);
          const label = text(`collection.requests.show.${view}`);
          return count === undefined ? { value: view, label } : { value: view, label, count };
        })}
      >
        <div className="stack">
          <div className="requests-filter">
            <Select<RequestKind | 'all'>
              label={text('collection.requests.column.kind')}
              value={kind}
              onChange={(next) => {
                setKind(next);
                setOffset(0);
              }}
              options={[
                { value: 'all', label: text('collection.requests.every_kind') },
                ...requestKinds.map((each) => ({
                  value: each,
                  label: text(`collection.request.kind.${each}`),
                })),
              ]}
            />
          </div>
          <Answered query={query}>
            {({ total, requests }) => (
              <div>
                <Table<RequestRow>
                  label={text('collection.requests.title')}
                  rows={requests}
                  keyOf={(request) => request.requestId}
                  nameOf={(request) => request.name ?? ''}
                  {...(may('collection.handle_requests')
                    ? { onOpen: (request: RequestRow) => open(request.requestId) }
                    : {})}
                  columns={[
                    {
                      key: 'kind',
                      title: text('collection.requests.column.kind'),
                      render: (request) => <strong>{text(`collection.request.kind.${request.kind}`)}</strong>,
                    },
                    {
                      key: 'name',
                      title: text('collection.requests.column.person'),
                      render: (request) =>
                        request.name ?? (
                          <span className="quiet">{text('collection.requests.name_hidden')}</span>
                        ),
                    },
                    {
                      key: 'received',
                      title: text('collection.requests.column.received'),
                      width: '13rem',
                      render: (request) => (
                        <>
                          {format.date(request.receivedOn)}
                          <span className="requests-secondary">
                            {text(`collection.request.way.${request.way}`)}
                          </span>
                        </>
                      ),
                    },
                    {
                      key: 'state',
                      title: text('collection.requests.column.state'),
                      width: '13rem',
                      render: (request) => <RequestStateMark request={request} />,
                    },
                    {
                      key: 'due',
                      title: text('collection.requests.column.due'),
                      width: '14rem',
                      render: (request) => <RequestDue request={request} />,
                    },
                  ]}
                  empty={
                    <EmptyState title={text(`collection.requests.empty.${show}`)}>
                      {text('collection.requests.empty_text')}
                    </EmptyState>
                  }
                />
                <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
              </div>
            )}
          </Answered>
        </div>
      </Tabs>
      {isRecording ? (
        <RecordRequestDialog
          person={null}
          onClose={() => setRecording(false)}
          onRecorded={(requestId) => open(requestId)}
        />
      ) : null}
    </div>
  );
}
