import { periodInWords } from '../domain/collection/consent-notice.ts';
import type { DueDate } from '../domain/retention/due-date.ts';
import type { Language } from './language.ts';
import type { Text } from './messages.ts';

/**
 * Why a record unit is due on its day, as a reader can check it:
 * `collected 2021-03-02 + 5 years, E-Commerce Decree art. 6(1): kept through 2026-03-02, due from 2026-03-03`.
 *
 * Says what `dueDateOf` (shared/domain/retention/due-date.ts) worked out and calculates nothing itself.
 *
 * @param text must speak the same `language`
 */
export function dueDateInWords(due: DueDate, text: Text, language: Language): string {
  const period = periodInWords(due.period, language);
  const basis = due.basis[language];
  if (due.keptThrough === null || due.dueOn === null) {
    const waits = text(`retention.due.waits.${due.trigger}`, { event: due.event ?? '' });
    return text('retention.due.open', { waits, period, basis });
  }
  const kept = {
    trigger: triggerInWords(due, text),
    period,
    basis,
    keptThrough: due.keptThrough,
    dueOn: due.dueOn,
  };
  switch (due.cause) {
    case 'consent_withdrawn':
      // Due at once means that the day of the withdrawal is the due day; a destroyed unit remembers only the latter.
      return text('retention.due.consent_withdrawn', { withdrawnOn: due.withdrawnOn ?? due.dueOn });
    case 'withdrawn_but_obliged':
      return due.withdrawnOn === null
        ? text('retention.due.withdrawn_but_obliged_undated', kept)
        : text('retention.due.withdrawn_but_obliged', { ...kept, withdrawnOn: due.withdrawnOn });
    default:
      return text(`retention.due.${due.cause}`, { ...kept, waits: '' });
  }
}

/** "contract ended 2026-03-02, counted from the end of the year 2026-12-31". */
export function triggerInWords(
  {
    trigger,
    event,
    counting,
    triggeredOn,
    countedFrom,
  }: Pick<DueDate, 'trigger' | 'event' | 'counting' | 'triggeredOn' | 'countedFrom'>,
  text: Text,
): string {
  if (triggeredOn === null) return text(`retention.due.waits.${trigger}`, { event: event ?? '' });
  const said = text(`retention.due.trigger.${trigger}`, { on: triggeredOn, event: event ?? '' });
  if (counting === 'day' || countedFrom === null) return said;
  return text(`retention.due.counted.${counting}`, { trigger: said, from: countedFrom });
}
