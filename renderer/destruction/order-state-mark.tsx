import type { OrderState } from '../../shared/domain/destruction/order.ts';
import { useText } from '../app/text.tsx';
import { StateMark, type StateTone } from '../components/index.ts';

const tones: Readonly<Record<OrderState, StateTone>> = {
  proposed: 'waiting',
  approved: 'attention',
  rejected: 'ash',
  executing: 'attention',
  partly_destroyed: 'attention',
  destroyed: 'done',
  unverified: 'attention',
};

export function OrderStateMark({ state }: { state: OrderState }) {
  const text = useText();
  return <StateMark tone={tones[state]}>{text(`destruction.state.${state}`)}</StateMark>;
}
