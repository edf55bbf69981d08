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
  const trigger = text(`retention.due.trigger.${due.trigger}`, {
    on: due.triggeredOn,
    from: due.countedFrom,
  });
  const kept = {
    trigger,
    period: periodInWords(due.period, language),
    basis: due.basis[language],
    keptThrough: due.keptThrough,
    dueOn: due.dueOn,
  };
  switch (due.cause) {
    case 'period_ends':
      return text('retention.due.period_ends', kept);
    case 'consent_withdrawn':
      // Due at once means that the day of the withdrawal is the due day; a destroyed unit remembers only the latter.
      return text('retention.due.consent_withdrawn', { withdrawnOn: due.withdrawnOn ?? due.dueOn });
    case 'withdrawn_but_obliged':
      return due.withdrawnOn === null
        ? text('retention.due.withdrawn_but_obliged_undated', kept)
        : text('retention.due.withdrawn_but_obliged', { ...kept, withdrawnOn: due.withdrawnOn });
  }
}
