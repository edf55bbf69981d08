import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { StateMark } from '../components/index.ts';

/** When an entrustment contract ends, or that it has: nothing may be handed to that vendor any more. */
export function ContractEnd({ on }: { on: string | null }) {
  const text = useText();
  const format = useOfficeFormat();
  const today = useToday();
  if (on === null) return <span className="quiet">{text('provision.contract.open_ended')}</span>;
  if (on < today) {
    return (
      <StateMark tone="attention">{text('provision.contract.ended', { date: format.date(on) })}</StateMark>
    );
  }
  return <span>{format.date(on)}</span>;
}
