import { Link } from '@tanstack/react-router';
import type { UnitRow } from '../../shared/contract/retention.ts';
import type { Text } from '../../shared/text/messages.ts';
import { useMay, useUser } from '../app/session.ts';
import { useFormat, useText } from '../app/text.tsx';
import { DueDateExplanation } from '../components/due-date-explanation.tsx';
import { Button, type Column, Identifier, StateMark } from '../components/index.ts';
import type { UnitsShown } from './units-shown.ts';

/** How a record unit is told apart without saying whose it is. */
export function useUnitColumns(
  show: UnitsShown,
  onWhy: (unitId: string) => void,
  onTakeBack: ((unitId: string) => void) | null,
  actsFor: readonly string[],
): Column<UnitRow>[] {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const me = useUser();
  const columns: Column<UnitRow>[] = [
    {
      key: 'unit',
      title: text('retention.review.unit'),
      width: '7rem',
      render: (unit) => <Identifier value={unit.unitId} label={text('retention.review.unit')} />,
    },
    {
      key: 'purpose',
      title: text('retention.review.purpose'),
      render: (unit) => {
        const [purpose, form] = [format.say(unit.purposeName), format.say(unit.formTitle)];
        return (
          <>
            {purpose}
            {form === purpose ? null : <span className="review-secondary">{form}</span>}
            {unit.paper === null ? null : (
              <span className="review-secondary">
                {text('retention.review.on_paper', {
                  kind: text(`paper.kind.${unit.paper.kind}`),
                  code: unit.paper.code,
                  place: unit.paper.place || text('paper.place.none'),
                })}
                {unit.paper.part === null
                  ? null
                  : ` · ${text('documents.paper.part', { way: unit.paper.part })}`}
              </span>
            )}
          </>
        );
      },
    },
    {
      key: 'due',
      title: text('retention.review.due'),
      width: '10.5rem',
      render: (unit) => (
        <span className="review-due">
          <span className="review-date">
            {unit.due.dueOn === null ? text('retention.review.open') : format.date(unit.due.dueOn)}
          </span>
          <UnitMark
            unit={unit}
            text={text}
            isMine={unit.referredTo === me.id || actsFor.includes(unit.referredTo ?? '')}
          />
          {unit.urgency === 'due' && unit.lateOn !== null && unit.state !== 'destroyed' ? (
            <span className="review-secondary">
              {text('retention.urgency.late_from', { date: format.date(unit.lateOn) })}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'why',
      title: text('retention.review.why'),
      width: '46%',
      render: (unit) => (
        <>
          {format.say(unit.ruleName)}
          <DueDateExplanation due={unit.due} />
          <span className="row">
            {unit.state === 'destroyed' ? null : (
              <Button kind="text" onPress={() => onWhy(unit.unitId)}>
                {text('retention.why.action')}
              </Button>
            )}
            {unit.isSetAside && onTakeBack ? (
              <Button kind="text" onPress={() => onTakeBack(unit.unitId)}>
                {text('retention.aside.take_back')}
              </Button>
            ) : null}
          </span>
        </>
      ),
    },
  ];
  if (show !== 'destroyed' || !may('destruction.read')) return columns;
  return [
    ...columns,
    {
      key: 'order',
      title: text('retention.review.order'),
      width: '8rem',
      render: (unit) =>
        unit.orderId === null ? null : (
          <Link to="/destruction/$orderId" params={{ orderId: unit.orderId }}>
            {text('retention.review.order.open')}
          </Link>
        ),
    },
  ];
}

function UnitMark({ unit, text, isMine }: { unit: UnitRow; text: Text; isMine: boolean }) {
  if (unit.state === 'destroyed')
    return <StateMark tone="ash">{text('retention.urgency.destroyed')}</StateMark>;
  if (unit.holdId !== null) return <StateMark tone="held">{text('retention.urgency.held')}</StateMark>;
  if (unit.isSetAside && unit.state !== 'ordered')
    return (
      <StateMark tone={isMine ? 'attention' : 'waiting'}>
        {text(
          isMine
            ? 'retention.urgency.referred_to_you'
            : unit.referredTo === null
              ? 'retention.urgency.set_aside'
              : 'retention.urgency.referred',
        )}
      </StateMark>
    );
  if (unit.state === 'ordered')
    return <StateMark tone="waiting">{text('retention.urgency.ordered')}</StateMark>;
  switch (unit.urgency) {
    case 'overdue':
      return <StateMark tone="attention">{text('retention.urgency.overdue', { days: unit.days })}</StateMark>;
    case 'due':
      return (
        <StateMark tone="attention">
          {unit.days === 0
            ? text('retention.urgency.due_today')
            : text('retention.urgency.due', { days: unit.days })}
        </StateMark>
      );
    case 'not_due':
      return <StateMark tone="neutral">{text('retention.urgency.not_due', { days: -unit.days })}</StateMark>;
  }
}
