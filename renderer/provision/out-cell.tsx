import type { CopyEnding } from '../../shared/domain/office/known-copy.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, StateMark } from '../components/index.ts';
import './provision.css';

/** What a vendor or a recipient was given, as far as it concerns whether they still have it. */
interface GivenOut {
  /** How it ended; null while they have it. */
  readonly how: CopyEnding | null;
  /** The day by which it is to end; null where none was said. */
  readonly until: string | null;
  readonly isOverdue: boolean;
}

/** Whether they still have it; and, as long as they do or it is lost, a way to say that it ended. */
export function OutCell({
  given,
  of,
  onEnd,
}: {
  given: GivenOut;
  of: 'hand_overs' | 'provisions';
  /** Null where nothing can be ended. */
  onEnd: (() => void) | null;
}) {
  const text = useText();
  const may = useMay();
  const isOut = given.how === null || given.how === 'lost';
  return (
    <span className="provision-cell">
      <OutState given={given} of={of} />
      {isOut && onEnd !== null && may('provision.record') ? (
        <Button kind="text" onPress={onEnd}>
          {text(`provision.${of}.end`)}
        </Button>
      ) : null}
    </span>
  );
}

function OutState({
  given: { how, until, isOverdue },
  of,
}: {
  given: GivenOut;
  of: 'hand_overs' | 'provisions';
}) {
  const text = useText();
  const format = useOfficeFormat();
  if (how !== null)
    return (
      <StateMark tone={how === 'lost' ? 'attention' : 'done'}>{text(`provision.given_out.${how}`)}</StateMark>
    );
  if (until === null) return <StateMark tone="waiting">{text(`provision.${of}.state.out`)}</StateMark>;
  const date = format.date(until);
  return isOverdue ? (
    <StateMark tone="attention">{text(`provision.${of}.state.overdue`, { date })}</StateMark>
  ) : (
    <StateMark tone="waiting">{text(`provision.${of}.state.until`, { date })}</StateMark>
  );
}
