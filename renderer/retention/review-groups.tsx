import type { ReviewGroup } from '../../shared/contract/retention-review.ts';
import { useCall } from '../app/call.ts';
import { useFormat, useText } from '../app/text.tsx';

export type GroupShown = Pick<ReviewGroup, 'recordClassId' | 'cause'> | null;

/** The group so many further on than the one that is shown; everything due stands before the first and after the last. */
export function neighbouringGroup(
  groups: readonly ReviewGroup[],
  shown: GroupShown,
  step: 1 | -1,
): GroupShown {
  const at = groups.findIndex((one) => isSameGroup(one, shown));
  const next = (at + 1 + step + groups.length + 1) % (groups.length + 1);
  return groups[next - 1] ?? null;
}

function isSameGroup(one: Pick<ReviewGroup, 'recordClassId' | 'cause'>, shown: GroupShown): boolean {
  return shown?.recordClassId === one.recordClassId && shown.cause === one.cause;
}

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
        const isShown = isSameGroup(group, shown);
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
