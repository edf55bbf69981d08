import type { DeskContext } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';

/** What failed while the office was closed is entered once it is open, with the time it happened. */
export function enterFailedAttempts(
  context: Pick<DeskContext, 'session' | 'clock'>,
  storage: OfficeStorage,
): void {
  const { database } = storage;
  for (const attempt of context.session.attempts.list()) {
    const known = database.value<number>(
      // The content of others may have been removed by rule.
      `SELECT 1 FROM audit_entries WHERE sequence > ? AND iif(code = 'office.sign_in_failed',
         entry ->> '$.about.attemptedAt' = ? AND entry ->> '$.about.nameDigest' = ?, FALSE)`,
      [
        (database.value<number>('SELECT max(sequence) FROM audit_entries') ?? 0) - 2000,
        attempt.at,
        attempt.nameDigest,
      ],
    );
    if (known !== undefined) continue;
    appendAuditEntry(database, context.clock, {
      code: 'office.sign_in_failed',
      actor: null,
      about: {
        attemptedAt: attempt.at,
        nameDigest: attempt.nameDigest,
        ...(attempt.holderId === null ? {} : { userId: attempt.holderId }),
      },
    });
  }
}
