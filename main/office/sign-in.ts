import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { DeskContext, Handlers } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { type OfficeStorage, openOffice } from '../storage/office-storage.ts';
import { findHolderByName, type UnlockedHolder } from '../storage/password-holder.ts';
import { settleHolders } from './holders.ts';
import { notePresentKeys } from './password-change.ts';
import { enterFailedAttempts } from './sign-in-failures.ts';
import { readUser } from './user.ts';

export const signInHandlers: Pick<
  Handlers<'office'>,
  'office.signIn' | 'office.unlock' | 'office.signOut' | 'office.lock'
> = {
  'office.signIn': async (context, { signInName, password }) => {
    const { session } = context;
    const opened = await openWith(context, signInName, password);
    leaveDesk(context);
    try {
      session.seat(opened.storage, opened.holder);
      recordSignIn(context, opened.storage, opened.holder.holderId, 'office.signed_in', signInName);
      await strengthenLock(context, opened.storage, opened.holder.holderId, password);
      if (opened.isNew) await context.afterOpening();
    } catch (error) {
      // Nobody sits at the desk without an entry, or before what was interrupted has been looked after.
      session.close();
      // Where not even the person could be read, the session does not know of the office yet, and its folder would stay locked.
      if (opened.isNew) opened.storage.close();
      throw error;
    }
    return session.status();
  },

  'office.unlock': async (context, { password }) => {
    const { session } = context;
    const { storage, actor } = session;
    if (!session.isLocked || storage === null || actor === null) throw new Refusal('not_locked');
    const { signInName } = readUser(storage, actor.id);
    const opened = await openWith(context, signInName, password);
    session.seat(storage, opened.holder);
    try {
      recordSignIn(context, storage, actor.id, 'office.unlocked', signInName);
    } catch (error) {
      session.lock();
      throw error;
    }
    return session.status();
  },

  'office.lock': ({ session, database, audit }) => {
    try {
      database.transaction(() => audit('office.locked', {}));
    } finally {
      // A disk that takes no entry must not keep the desk open.
      session.lock();
    }
    return session.status();
  },

  'office.signOut': async (context) => {
    await context.stopAside();
    try {
      leaveDesk(context);
    } finally {
      context.session.signOut();
    }
    return context.session.status();
  },
};

/** Opens the office, or only the person's keys if it is open already. A failure is remembered before it is answered. */
async function openWith(
  context: DeskContext,
  signInName: string,
  password: string,
): Promise<{ storage: OfficeStorage; holder: UnlockedHolder; isNew: boolean }> {
  const { session, clock } = context;
  const marker = session.requireMarker();
  session.attempts.checkMayTry(signInName, clock.now());
  const open = session.storage;
  const holderId = findHolderByName(session.folder, marker, signInName) ?? null;
  try {
    // An unknown name and a wrong password are answered alike.
    if (holderId === null) throw new Refusal('wrong_password');
    if (open !== null) {
      const holder = await open.unlockHolder(holderId, password);
      requireUser(open, holder);
      return { storage: open, holder, isNew: false };
    }
    await context.stopAside();
    const storage = await openOffice(session.folder, holderId, password, { argon2: session.argon2 });
    try {
      settleHolders(storage, clock);
      requireUser(storage, storage.holder);
    } catch (error) {
      storage.close();
      throw error;
    }
    return { storage, holder: storage.holder, isNew: true };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'wrong_password') throw error;
    const seconds = session.attempts.remember(signInName, holderId, clock.now());
    if (open !== null) open.database.transaction(() => enterFailedAttempts(context, open));
    throw new Refusal('wrong_password', { seconds });
  }
}

/** Somebody removed whose holder a failing disk has kept so far is nobody here any more. */
function requireUser(storage: OfficeStorage, holder: UnlockedHolder): void {
  const present = storage.database.value<number>('SELECT 1 FROM users WHERE id = ? AND removed_at IS NULL', [
    holder.holderId,
  ]);
  if (present !== undefined) return;
  holder.close();
  throw new Refusal('wrong_password');
}

/** A lock made when less was asked of it is made anew while the password is at hand. The person need not know. */
async function strengthenLock(
  { clock, session }: DeskContext,
  storage: OfficeStorage,
  userId: string,
  password: string,
): Promise<void> {
  try {
    if (!(await storage.strengthenLock(userId, password))) return;
  } catch (error) {
    // The old lock still works and the next sign-in tries again, unless nobody can tell what the disk holds.
    if (error instanceof Refusal && error.code !== 'office_must_reopen') return;
    throw error;
  }
  storage.database.transaction(() => {
    notePresentKeys(storage, userId, instantText(clock.now()));
    appendAuditEntry(storage.database, clock, {
      code: 'office.lock_strengthened',
      actor: session.actor,
      about: { userId },
    });
  });
}

function recordSignIn(
  context: DeskContext,
  storage: OfficeStorage,
  userId: string,
  code: 'office.signed_in' | 'office.unlocked',
  signInName: string,
): void {
  const { session, clock } = context;
  storage.database.transaction(() => {
    enterFailedAttempts(context, storage);
    appendAuditEntry(storage.database, clock, { code, actor: session.actor, about: { userId } });
  });
  session.attempts.markEntered();
  session.attempts.clear(signInName);
}

/** Whoever was at the desk is signed out, with an entry of its own. */
function leaveDesk(context: DeskContext): void {
  const { session, clock } = context;
  const { storage, actor } = session;
  if (storage === null || actor === null) return;
  storage.database.transaction(() =>
    appendAuditEntry(storage.database, clock, {
      code: 'office.signed_out',
      actor,
      about: { userId: actor.id },
    }),
  );
}
