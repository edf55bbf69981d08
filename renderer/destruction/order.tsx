import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, ButtonLink, Explanation, PageHeader, Section } from '../components/index.ts';
import { CopiesOfOrder } from '../office/known-copies-of-order.tsx';
import { DestructionRequestButton } from './destruction-request-button.tsx';
import { OrderNext } from './order-next.tsx';
import { OrderSchedule } from './order-schedule.tsx';
import { OrderSignatures } from './order-signatures.tsx';
import { OrderSteps } from './order-steps.tsx';
import { OrderUnits } from './order-units.tsx';
import { unitsOnPage } from './units-on-page.ts';
import { VerificationTable } from './verification-table.tsx';

type OrderView = ChannelOutput<'destruction.getOrder'>;

/** One order: how far it has come, who did what, what is next, and everything it lists. */
export function OrderScreen({ orderId }: { orderId: string }) {
  const [offset, setOffset] = useState(0);
  // The former page stays while the next is read; it is the same order, the screen is made anew for another.
  const query = useCall(
    'destruction.getOrder',
    { orderId, limit: unitsOnPage, offset },
    { keepPrevious: true },
  );
  return (
    <Answered query={query}>{(view) => <Order view={view} offset={offset} onOffset={setOffset} />}</Answered>
  );
}

function Order({
  view,
  offset,
  onOffset,
}: {
  view: OrderView;
  offset: number;
  onOffset(offset: number): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const { order } = view;
  return (
    <div className="page">
      <PageHeader
        room="destruction"
        title={text('destruction.order.title', { number: order.number })}
        lead={text('destruction.order.lead', {
          count: order.units,
          date: format.instant(order.requestedAt),
          staff: order.requesterStaffNumber,
        })}
        actions={
          <>
            <DestructionRequestButton orderId={order.orderId} />
            <ButtonLink to="/destruction">{text('destruction.order.back')}</ButtonLink>
          </>
        }
      />
      <OrderSteps view={view} />
      {view.digestValid ? null : (
        <Explanation tone="ember" title={text('destruction.digest.invalid.title')}>
          {text('destruction.digest.invalid.text')}
        </Explanation>
      )}
      {view.heldUnitIds.length > 0 && (order.state === 'proposed' || order.state === 'approved') ? (
        <Explanation tone="ember" title={text('destruction.held.title', { count: view.heldUnitIds.length })}>
          {text(
            order.state !== 'approved'
              ? 'destruction.held.text'
              : view.toDestroy > 0
                ? 'destruction.held.text_approved'
                : 'destruction.held.text_everything',
          )}
        </Explanation>
      ) : null}
      {view.leftOutUnitIds.length > 0 ? (
        <Explanation title={text('destruction.left_out.title', { count: view.leftOutUnitIds.length })}>
          {text('destruction.left_out.text')}
        </Explanation>
      ) : null}
      {order.paperUnits > 0 ? (
        <Explanation
          title={text(
            order.state === 'destroyed' ? 'destruction.paper.was_on_order' : 'destruction.paper.on_order',
            { count: order.paperUnits },
          )}
        >
          <ButtonLink to="/destruction/$orderId/paper" params={{ orderId: order.orderId }}>
            {text(order.state === 'destroyed' ? 'destruction.paper.look' : 'destruction.paper.open')}
          </ButtonLink>
        </Explanation>
      ) : null}
      <OrderSchedule view={view} />
      <OrderNext view={view} />
      {view.verification.length > 0 ? (
        <Section title={text('destruction.verification.title')}>
          <VerificationTable findings={view.verification} />
        </Section>
      ) : null}
      <Section title={text('office.order_copies.title')}>
        <CopiesOfOrder orderId={order.orderId} />
      </Section>
      <Section title={text('destruction.units.title')}>
        <OrderUnits view={view} offset={offset} onOffset={onOffset} />
      </Section>
      <Section title={text('destruction.signatures.title')}>
        <OrderSignatures view={view} />
      </Section>
    </div>
  );
}
