import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handler } from '../context.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { noteKeys } from './holders.ts';
import { requireAcceptablePassword } from './password-rating.ts';
import { enterFailedAttempts } from './sign-in-failures.ts';
import { readUser } from './user.ts';

/**
 * One's own password. Whoever stands at a desk that was left open must not get further by guessing than at the door: a wrong
 * present password counts as a failed sign-in.
 */
export const changePassword: Handler<'office.changePassword'> = async (context, input) => {
  const { storage, session, database, actor, clock } = context;
  const { currentPassword, newPassword } = input;
  const { signInName } = readUser(storage, actor.id);
  requireAcceptablePassword({ password: newPassword, signInName }, 'newPassword');
  if (currentPassword.normalize('NFKC') === newPassword.normalize('NFKC'))
    throw new Refusal('password_unchanged', { field: 'newPassword' });
  session.attempts.checkMayTry(signInName, clock.now());
  try {
    await storage.replacePassword(actor.id, currentPassword, newPassword);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'wrong_password') throw error;
    const seconds = session.attempts.remember(signInName, actor.id, clock.now());
    database.transaction(() => enterFailedAttempts(context, storage));
    throw new Refusal('current_password_wrong', { field: 'currentPassword', seconds });
  }
  const changedAt = instantText(clock.now());
  database.transaction(() => {
    notePresentKeys(storage, actor.id, changedAt);
    context.audit('office.password_changed', { userId: actor.id });
  });
  return { changedAt };
};

/** After a lock was replaced: in the transaction of the entry that says so. */
export function notePresentKeys(storage: OfficeStorage, userId: string, at: string): void {
  const entry = storage.holders().find((candidate) => candidate.holderId === userId);
  if (entry !== undefined) noteKeys(storage.database, entry, at);
}
