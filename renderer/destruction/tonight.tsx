import { useOfficeFormat, useStatus } from '../app/session.ts';
import { useText } from '../app/text.tsx';

/** What the application carries out by itself while nobody is at the desk, and what it has: counts and times, nothing about anybody. */
export function Tonight() {
  const text = useText();
  const format = useOfficeFormat();
  const tonight = useStatus()?.tonight;
  if (!tonight) return null;
  const { planned, opening, needsSomebody, carriedOut, carriedOutAt } = tonight;
  return (
    <div className="quiet small" role="status">
      {carriedOut > 0 && carriedOutAt !== null ? (
        <p>
          {text('destruction.tonight.carried_out', { count: carriedOut, at: format.instant(carriedOutAt) })}
        </p>
      ) : null}
      {planned > 0 ? (
        <p>
          {opening === null
            ? text('destruction.tonight.waits', { count: planned })
            : text('destruction.tonight.planned', {
                count: planned,
                at: format.instant(opening.opensAt),
              })}{' '}
          {needsSomebody ? text('destruction.tonight.needs_person') : null}
        </p>
      ) : null}
    </div>
  );
}
