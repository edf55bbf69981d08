import type { RuleEffect } from '../../shared/contract/retention-rules.ts';
import { useText } from '../app/text.tsx';

/** What a change of a rule does to what is kept, in sentences. */
export function RuleEffectWords({ effect }: { effect: RuleEffect }) {
  const text = useText();
  const { earlier, later } = effect;
  const count = earlier + later;
  const more = [
    ['due_now', effect.dueNow],
    ['no_longer_due', effect.noLongerDue],
    ['kept_as_told', effect.keptAsTold],
    ['on_orders', effect.onOrders],
  ] as const;
  return (
    <section className="rule-effect" data-presses={effect.dueNow > 0 || undefined} role="status">
      <h3>{text('retention.effect.title')}</h3>
      <ul>
        <li>
          <strong>
            {count === 0
              ? text('retention.effect.none')
              : text('retention.effect.moves', { count, earlier, later })}
          </strong>
        </li>
        {more.map(([name, units]) =>
          units === 0 ? null : <li key={name}>{text(`retention.effect.${name}`, { count: units })}</li>,
        )}
      </ul>
    </section>
  );
}
