import { Refusal } from '../../shared/domain/refusal.ts';
import type { DeskContext, Handlers } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { type OfficeStorage, openOffice } from '../storage/office-storage.ts';
import { findHolderByName, type UnlockedHolder } from '../storage/password-holder.ts';
import { readUser } from './user.ts';

export const signInHandlers: Pick<
  Handlers<'office'>,
  'office.signIn' | 'office.unlock' | 'office.signOut' | 'office.lock'
> = {
  'office.signIn': async (context, { signInName, password }) => {
    const { session } = context;
    const opened = await openWith(context, signInName, password);
    leaveDesk(context);
    session.seat(opened.storage, opened.holder);
    recordSignIn(context, opened.storage, opened.holder.holderId, 'office.signed_in');
    if (opened.isNew) context.afterOpening();
    return session.status();
  },

  'office.unlock': async (context, { password }) => {
    const { session } = context;
    const { storage, actor } = session;
    if (!session.isLocked || storage === null || actor === null) throw new Refusal('not_locked');
    const { signInName } = readUser(storage, actor.id);
    const opened = await openWith(context, signInName, password);
    session.seat(storage, opened.holder);
    recordSignIn(context, storage, actor.id, 'office.unlocked');
    return session.status();
  },

  'office.lock': ({ session, database, audit }) => {
    database.transaction(() => audit('office.locked', {}));
    session.lock();
    return session.status();
  },

  'office.signOut': (context) => {
    leaveDesk(context);
    context.session.close();
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
  session.attempts.checkMayTry(signInName, clock.now());
  const open = session.storage;
  const holderId = findHolderByName(session.folder, session.requireMarker(), signInName) ?? null;
  try {
    // An unknown name and a wrong password are answered alike.
    if (holderId === null) throw new Refusal('wrong_password');
    if (open !== null)
      return { storage: open, holder: await open.unlockHolder(holderId, password), isNew: false };
    const storage = await openOffice(session.folder, holderId, password, { argon2: session.argon2 });
    return { storage, holder: storage.holder, isNew: true };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'wrong_password') throw error;
    const seconds = session.attempts.remember(signInName, holderId, clock.now());
    if (open !== null) open.database.transaction(() => enterFailedAttempts(context, open));
    throw new Refusal('wrong_password', { seconds });
  }
}

function recordSignIn(
  context: DeskContext,
  storage: OfficeStorage,
  userId: string,
  code: 'office.signed_in' | 'office.unlocked',
): void {
  const { session, clock } = context;
  storage.database.transaction(() => {
    enterFailedAttempts(context, storage);
    appendAuditEntry(storage.database, clock, { code, actor: session.actor, about: { userId } });
  });
  session.attempts.clear();
}

/** What failed while the office was closed is entered once it is open, with the time it happened. */
function enterFailedAttempts(context: DeskContext, storage: OfficeStorage): void {
  const { database } = storage;
  for (const attempt of context.session.attempts.list()) {
    const known = database.value<number>(
      `SELECT 1 FROM audit_entries WHERE entry ->> '$.code' = 'office.sign_in_failed'
       AND entry ->> '$.about.attemptedAt' = ? AND entry ->> '$.about.nameDigest' = ? AND sequence > ?`,
      [
        attempt.at,
        attempt.nameDigest,
        (database.value<number>('SELECT max(sequence) FROM audit_entries') ?? 0) - 2000,
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
