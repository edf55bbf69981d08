import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { Deed } from '../../shared/domain/destruction/order.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { StateMark } from '../components/index.ts';
import './order-steps.css';

type OrderView = ChannelOutput<'destruction.getOrder'>;
type StepStatus = 'done' | 'current' | 'waiting' | 'stopped';
interface Step {
  name: 'requested' | 'approved' | 'rejected' | 'carried_out' | 'certified';
  status: StepStatus;
  deed: Deed | null;
}

/** The four steps of an order in one line, each with who did it and when: what is done, what is now, what is still to come. */
export function OrderSteps({ view }: { view: OrderView }) {
  const text = useText();
  return (
    <ol className="order-steps" aria-label={text('destruction.steps.label')}>
      {stepsOf(view).map((step, index) => (
        <li
          key={step.name}
          className="order-step"
          data-status={step.status}
          {...(step.status === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="order-step-knot" aria-hidden="true">
            <StepGlyph status={step.status} number={index + 1} />
          </span>
          <div className="order-step-text">
            <strong className="order-step-name">
              {text(`destruction.steps.${step.name}`)}
              <span className="visually-hidden">: {text(`destruction.steps.status.${step.status}`)}</span>
            </strong>
            <StepRemark step={step} view={view} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function stepsOf({ order }: OrderView): Step[] {
  const { state } = order;
  const isDecided = state !== 'proposed';
  const isRejected = state === 'rejected';
  const isCarriedOut = state === 'destroyed' || state === 'unverified';
  return [
    { name: 'requested', status: 'done', deed: 'request' },
    isRejected
      ? { name: 'rejected', status: 'stopped', deed: 'reject' }
      : { name: 'approved', status: isDecided ? 'done' : 'current', deed: 'approve' },
    {
      name: 'carried_out',
      status: isCarriedOut ? 'done' : isDecided && !isRejected ? 'current' : 'waiting',
      deed: 'execute',
    },
    {
      name: 'certified',
      status: state === 'destroyed' ? 'done' : state === 'unverified' ? 'current' : 'waiting',
      deed: null,
    },
  ];
}

function StepRemark({ step, view }: { step: Step; view: OrderView }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const { certificateNumber, state } = view.order;
  // Where nobody carried it out by hand, its operator's deed is the schedule.
  const isScheduled = step.deed === 'execute' && view.byApplication !== null;
  const wanted = isScheduled ? 'schedule' : step.deed;
  const deed = view.deeds.findLast((each) => each.deed === wanted);
  const lines: ReactNode[] = [];
  if (deed) {
    lines.push(
      text('destruction.steps.staff', { number: deed.staffNumber }),
      format.instant(deed.at),
      isScheduled ? text('destruction.steps.by_application') : null,
      deed.signatureValid ? null : (
        <StateMark tone="attention">{text('destruction.signatures.invalid')}</StateMark>
      ),
    );
  } else if (step.name === 'certified' && certificateNumber !== null) {
    const words = text('destruction.steps.certificate', { number: certificateNumber });
    lines.push(
      may('register.read_certificates') ? (
        <Link to="/register/certificates/$number" params={{ number: certificateNumber }}>
          {words}
        </Link>
      ) : (
        words
      ),
    );
  } else if (step.name === 'certified' && state === 'unverified') {
    lines.push(
      <StateMark key="unverified" tone="attention">
        {text('destruction.steps.not_verified')}
      </StateMark>,
    );
  } else if (step.name === 'carried_out' && step.status === 'done') {
    // Nothing but paper: whoever destroyed it signed batch by batch.
    lines.push(text('destruction.steps.in_batches'));
  } else {
    lines.push(text(state === 'rejected' ? 'destruction.steps.not_reached' : 'destruction.steps.not_yet'));
  }
  const said = lines.filter((each) => each !== null);
  return (
    <>
      {said.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one remark never change places
        <span key={index} className="order-step-remark">
          {each}
        </span>
      ))}
    </>
  );
}

function StepGlyph({ status, number }: { status: StepStatus; number: number }) {
  if (status !== 'done' && status !== 'stopped') return number;
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d={status === 'done' ? 'M2 6.5 4.8 9 10 3' : 'M2.5 2.5l7 7M9.5 2.5l-7 7'} />
    </svg>
  );
}
