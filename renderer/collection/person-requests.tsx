import { useNavigate } from '@tanstack/react-router';
import type { RequestRow } from '../../shared/contract/collection-requests.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { EmptyState, Table } from '../components/index.ts';
import type { OpenedPerson } from './request-act.tsx';
import { RequestDue, RequestStateMark } from './request-marks.tsx';

/** What the person asked of the office. */
export function PersonRequests({ person }: { person: OpenedPerson }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const navigate = useNavigate();
  return (
    <Table<RequestRow>
      label={text('collection.person.tab.requests')}
      rows={person.requests}
      keyOf={(request) => request.requestId}
      {...(may('collection.handle_requests')
        ? {
            onOpen: ({ requestId }: RequestRow) =>
              void navigate({ to: '/collection/requests/$requestId', params: { requestId } }),
          }
        : {})}
      columns={[
        {
          key: 'kind',
          title: text('collection.requests.column.kind'),
          render: (request) => <strong>{text(`collection.request.kind.${request.kind}`)}</strong>,
        },
        {
          key: 'received',
          title: text('collection.requests.column.received'),
          width: '13rem',
          render: (request) => format.date(request.receivedOn),
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
        <EmptyState title={text('collection.person.no_requests')}>
          {text('collection.requests.empty_text')}
        </EmptyState>
      }
    />
  );
}
