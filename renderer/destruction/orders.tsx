import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OrderRow } from '../../shared/contract/destruction.ts';
import type { Permission } from '../../shared/domain/office/permission.ts';
import type { MessageKey } from '../../shared/text/messages.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  ButtonLink,
  type Column,
  EmptyState,
  PageHeader,
  Pager,
  Table,
  Tabs,
} from '../components/index.ts';
import { OrderStateMark } from './order-state-mark.tsx';
import { Schedules } from './schedules.tsx';

export type OrdersShown = 'open' | 'closed';
const pageLength = 50;

/** Every destruction order, and whose turn it is. */
export function OrdersScreen({ show, onShow }: { show: OrdersShown; onShow(show: OrdersShown): void }) {
  const text = useText();
  return (
    <div className="page">
      <PageHeader
        room="destruction"
        title={text('destruction.orders.title')}
        lead={text('destruction.orders.lead')}
        actions={<ButtonLink to="/destruction/machines">{text('destruction.machines.title')}</ButtonLink>}
      />
      <Tabs<OrdersShown>
        label={text('destruction.orders.tabs')}
        tabs={[
          { value: 'open', label: text('destruction.orders.tab.open') },
          { value: 'closed', label: text('destruction.orders.tab.closed') },
        ]}
        value={show}
        onChange={onShow}
      >
        <OrderList key={show} show={show} />
      </Tabs>
      <Schedules />
    </div>
  );
}

function OrderList({ show }: { show: OrdersShown }) {
  const text = useText();
  const navigate = useNavigate();
  const columns = useOrderColumns(show);
  const [offset, setOffset] = useState(0);
  const list = useCall('destruction.listOrders', { show, limit: pageLength, offset }, { keepPrevious: true });
  return (
    <Answered query={list}>
      {({ orders, total }) => (
        <>
          <Table
            label={text('destruction.orders.title')}
            columns={columns}
            rows={orders}
            keyOf={(order) => order.orderId}
            nameOf={(order) => order.number}
            onOpen={({ orderId }) => void navigate({ to: '/destruction/$orderId', params: { orderId } })}
            empty={<NoOrders show={show} />}
          />
          <Pager total={total} limit={pageLength} offset={offset} onOffset={setOffset} />
        </>
      )}
    </Answered>
  );
}

function useOrderColumns(show: OrdersShown): Column<OrderRow>[] {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  return [
    {
      key: 'number',
      title: text('destruction.orders.number'),
      width: '9rem',
      render: ({ orderId, number }) => (
        <Link to="/destruction/$orderId" params={{ orderId }}>
          <strong>{number}</strong>
        </Link>
      ),
    },
    {
      key: 'state',
      title: text('destruction.orders.state'),
      width: '13rem',
      render: ({ state }) => <OrderStateMark state={state} />,
    },
    show === 'open'
      ? {
          key: 'next',
          title: text('destruction.orders.next'),
          render: (order) => text(nextStep(order, may)),
        }
      : {
          key: 'certificate',
          title: text('destruction.orders.certificate'),
          render: ({ certificateNumber }) =>
            certificateNumber === null ? (
              <span className="quiet">{text('common.none')}</span>
            ) : may('register.read_certificates') ? (
              <Link to="/register/certificates/$number" params={{ number: certificateNumber }}>
                {certificateNumber}
              </Link>
            ) : (
              certificateNumber
            ),
        },
    {
      key: 'units',
      title: text('destruction.orders.units'),
      align: 'end',
      width: '5rem',
      render: ({ units }) => format.number(units),
    },
    {
      key: 'requested',
      title: text('destruction.orders.requested'),
      width: '13rem',
      render: ({ requestedAt }) => format.instant(requestedAt),
    },
    {
      key: 'by',
      title: text('destruction.orders.by'),
      align: 'end',
      width: '8rem',
      render: ({ requesterStaffNumber, requestedByMe }) =>
        requestedByMe
          ? text('destruction.orders.mine', { number: requesterStaffNumber })
          : requesterStaffNumber,
    },
  ];
}

/** What has to happen next, as the person who looks at it is concerned. */
function nextStep(order: OrderRow, may: (permission: Permission) => boolean): MessageKey {
  switch (order.state) {
    case 'proposed':
      return may('destruction.approve') && !order.requestedByMe
        ? 'destruction.next.approve'
        : 'destruction.next.another_approves';
    case 'approved':
      return may('destruction.execute') && !order.requestedByMe && !order.approvedByMe
        ? 'destruction.next.execute'
        : 'destruction.next.another_executes';
    case 'executing':
      return 'destruction.next.resume';
    case 'unverified':
      return 'destruction.next.verify';
    case 'partly_destroyed':
      return 'destruction.next.rest';
    case 'rejected':
    case 'destroyed':
      return 'destruction.next.none';
  }
}

function NoOrders({ show }: { show: OrdersShown }) {
  const text = useText();
  const may = useMay();
  return (
    <EmptyState
      title={text(`destruction.orders.empty.${show}.title`)}
      action={
        show === 'open' && may('destruction.propose') ? (
          <ButtonLink to="/retention">{text('destruction.orders.empty.open.action')}</ButtonLink>
        ) : undefined
      }
    >
      {text(`destruction.orders.empty.${show}.text`)}
    </EmptyState>
  );
}
