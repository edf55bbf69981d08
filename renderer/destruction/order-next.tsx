import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { ButtonLink } from '../components/index.ts';
import { OrderDecision } from './order-decision.tsx';
import { OrderExecution } from './order-execution.tsx';
import { OrderVerification } from './order-verification.tsx';
import './order-next.css';

type OrderView = ChannelOutput<'destruction.getOrder'>;

/** Whose turn it is, said plainly, with the button if it is the turn of the person who reads it. */
export function OrderNext({ view }: { view: OrderView }) {
  const text = useText();
  return (
    <section className="order-next" aria-label={text('destruction.order.next')}>
      <NextStep view={view} />
    </section>
  );
}

function NextStep({ view }: { view: OrderView }) {
  const text = useText();
  const may = useMay();
  const { order, standsInForStaffNumber: standsIn } = view;
  switch (order.state) {
    case 'proposed':
      if (!may('destruction.approve')) {
        return <p>{text('destruction.duty.waits_for_reviewer', { staff: order.requesterStaffNumber })}</p>;
      }
      if (order.requestedByMe) return <p>{text('destruction.duty.own_request')}</p>;
      if (standsIn === order.requesterStaffNumber)
        return <p>{text('destruction.duty.stands_in_for_requester', { number: standsIn })}</p>;
      return <OrderDecision view={view} />;
    case 'approved':
      return (
        <>
          <OrderExecution view={view} />
          {may('destruction.approve') && !order.requestedByMe && standsIn !== order.requesterStaffNumber ? (
            <OrderDecision view={view} />
          ) : null}
        </>
      );
    case 'partly_destroyed':
      return (
        <>
          <p>{text('destruction.duty.partly_destroyed')}</p>
          <OrderExecution view={view} />
        </>
      );
    case 'executing':
      return <OrderExecution view={view} />;
    case 'unverified':
      return <OrderVerification view={view} />;
    case 'rejected':
      return <p>{text('destruction.duty.rejected')}</p>;
    case 'destroyed': {
      const number = order.certificateNumber ?? '';
      return (
        <>
          <p role="status">
            {text(
              order.paperUnits === order.units
                ? 'destruction.duty.paper_destroyed'
                : order.paperUnits > 0
                  ? 'destruction.duty.both_destroyed'
                  : 'destruction.duty.destroyed',
              { number },
            )}
          </p>
          {may('register.read_certificates') && number !== '' ? (
            <ButtonLink kind="primary" to="/register/certificates/$number" params={{ number }}>
              {text('destruction.certificate.open', { number })}
            </ButtonLink>
          ) : null}
        </>
      );
    }
  }
}
