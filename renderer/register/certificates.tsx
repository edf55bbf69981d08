import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CertificateRow } from '../../shared/contract/register.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  ButtonLink,
  type Column,
  EmptyState,
  Identifier,
  PageHeader,
  Pager,
  StateMark,
  Table,
} from '../components/index.ts';
import { RegisterNav } from './room.tsx';

const pageLength = 50;

/** Every certificate that was issued, newest first. */
export function CertificatesScreen() {
  const text = useText();
  const navigate = useNavigate();
  const columns = useCertificateColumns();
  const [offset, setOffset] = useState(0);
  const list = useCall('register.listCertificates', { limit: pageLength, offset }, { keepPrevious: true });
  return (
    <div className="page">
      <RegisterNav />
      <PageHeader
        room="register"
        title={text('register.certificates.title')}
        lead={text('register.certificates.lead')}
      />
      <Answered query={list}>
        {({ certificates, total }) => (
          <div>
            <Table
              label={text('register.certificates.title')}
              columns={columns}
              rows={certificates}
              keyOf={({ number }) => number}
              nameOf={({ number }) => number}
              onOpen={({ number }) =>
                void navigate({ to: '/register/certificates/$number', params: { number } })
              }
              empty={
                <EmptyState
                  title={text('register.certificates.empty.title')}
                  action={
                    <ButtonLink to="/destruction">{text('register.certificates.empty.action')}</ButtonLink>
                  }
                >
                  {text('register.certificates.empty.text')}
                </EmptyState>
              }
            />
            <Pager total={total} limit={pageLength} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
    </div>
  );
}

function useCertificateColumns(): Column<CertificateRow>[] {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  return [
    {
      key: 'number',
      title: text('register.certificates.number'),
      width: '9rem',
      render: ({ number }) => (
        <Link to="/register/certificates/$number" params={{ number }}>
          <strong>{number}</strong>
        </Link>
      ),
    },
    {
      key: 'order',
      title: text('register.certificates.order'),
      width: '10rem',
      render: ({ orderId, orderNumber }) =>
        may('destruction.read') ? (
          <Link to="/destruction/$orderId" params={{ orderId }}>
            {orderNumber}
          </Link>
        ) : (
          orderNumber
        ),
    },
    {
      key: 'issued',
      title: text('register.certificates.issued'),
      render: ({ issuedAt }) => format.instant(issuedAt),
    },
    {
      key: 'units',
      title: text('register.certificates.units'),
      align: 'end',
      width: '6rem',
      render: ({ units }) => format.number(units),
    },
    {
      key: 'condition',
      title: text('register.certificates.condition'),
      width: '14rem',
      render: ({ conditional, completedBy, completes, supersededBy, removed }) =>
        removed ? (
          <StateMark tone="ash">{text('register.certificates.removed')}</StateMark>
        ) : supersededBy !== null ? (
          <StateMark tone="attention">
            {text('register.correct.superseded_short', { number: supersededBy })}
          </StateMark>
        ) : completes !== null ? (
          text('register.certificates.completion_of', { number: completes })
        ) : completedBy !== null ? (
          <StateMark tone="done">
            {text('register.certificates.completed_by', { number: completedBy })}
          </StateMark>
        ) : conditional ? (
          <StateMark tone="attention">{text('register.certificates.conditional')}</StateMark>
        ) : (
          <StateMark tone="done">{text('register.certificates.unconditional')}</StateMark>
        ),
    },
    {
      key: 'digest',
      title: text('register.certificates.digest'),
      width: '8rem',
      render: ({ digest }) => <Identifier value={digest} label={text('register.certificates.digest')} />,
    },
  ];
}
