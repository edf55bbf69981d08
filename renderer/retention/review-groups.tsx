import type { ReviewGroup } from '../../shared/contract/retention-review.ts';
import { useCall } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';

export type GroupShown = Pick<ReviewGroup, 'recordClassId' | 'cause'> | null;

/** What is due, by class and cause; choosing one shows its records alone. */
export function ReviewGroups({ shown, onShow }: { shown: GroupShown; onShow(group: GroupShown): void }) {
  const text = useText();
  const format = useFormat();
  const { data } = useCall('retention.reviewGroups', {});
  if (!data || data.groups.length < 2) return null;
  return (
    <fieldset className="review-groups">
      <legend className="visually-hidden">{text('retention.groups.label')}</legend>
      <button
        type="button"
        className="review-group"
        aria-pressed={shown === null}
        onClick={() => onShow(null)}
      >
        <strong>{text('retention.groups.all')}</strong>
      </button>
      {data.groups.map((group) => {
        const { recordClassId, cause } = group;
        const isShown = shown?.recordClassId === recordClassId && shown.cause === cause;
        return (
          <button
            type="button"
            key={`${recordClassId} ${cause}`}
            className="review-group"
            aria-pressed={isShown}
            data-presses={group.overdue > 0 || undefined}
            onClick={() => onShow({ recordClassId, cause })}
          >
            <strong>{format.say(group.className)}</strong>
            <span className="review-secondary">
              {cause === 'open' ? '' : text(`destruction.cause.${cause}`)} ·{' '}
              {text('retention.groups.figures', {
                due: group.due,
                overdue: group.overdue,
                aside: group.setAside,
              })}{' '}
              · {text('retention.groups.late', { date: format.date(group.lateOn) })}
              {group.standing > 0 ? ` · ${text('retention.groups.standing', { count: group.standing })}` : ''}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
