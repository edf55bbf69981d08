import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { DeskContext, Handlers } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { zero } from '../storage/cryptography.ts';
import { digestSignInName } from '../storage/office-folder.ts';
import { type OfficeStorage, openOfficeBySecret } from '../storage/office-storage.ts';
import { kitOf, readRecoveryCard } from '../storage/recovery-card.ts';
import { makeRecoveryKit, withRecoverySecret } from '../storage/recovery-kit.ts';
import { secretBelongsTo } from '../storage/secret-holder.ts';
import { endSecretHolder, insertSecretHolder, listSecretHolders, settleHolders } from './holders.ts';
import { notePresentKeys } from './password-change.ts';
import { requireAcceptablePassword } from './password-rating.ts';
import { enterFailedAttempts } from './sign-in-failures.ts';
import { listUsers } from './user.ts';

export const recoveryHandlers: Pick<
  Handlers<'office'>,
  'office.makeRecoveryKit' | 'office.confirmRecoveryKit' | 'office.readRecoveryCard' | 'office.recover'
> = {
  'office.makeRecoveryKit': async ({ storage, database, audit, actor, office, clock, today }) => {
    const { entry, kit, cards } = await makeRecoveryKit();
    // Loaded when it is needed: the PDF library is slow to load, and this happens once in an office's life.
    const { renderRecoveryCards } = await import('../documents/recovery-cards.ts');
    const pdf = await renderRecoveryCards({ officeName: office.name, kit, madeOn: today, cards });
    // A kit that nobody confirmed is not waited for any longer; the active one stays until the new one is confirmed.
    const superseded = listSecretHolders(database, 'recovery_kit').filter((each) => each.state === 'pending');
    storage.changeHolders({ admit: entry, drop: superseded.map((each) => each.holder_id) });
    const at = instantText(clock.now());
    database.transaction(() => {
      for (const { holder_id: holderId } of superseded) {
        endSecretHolder(database, holderId, at);
        audit('office.recovery_kit_ended', { kit: kitOf(holderId) });
      }
      const { holderId } = entry;
      insertSecretHolder(
        database,
        { holderId, kind: 'recovery_kit', state: 'pending', madeBy: actor.id },
        at,
      );
      audit('office.recovery_kit_made', { kit });
    });
    const answer = { kit, pdf: Buffer.from(pdf).toString('base64') };
    zero(pdf);
    return answer;
  },

  'office.confirmRecoveryKit': ({ storage, database, audit, clock }, typed) =>
    withRecoverySecret(typed, (kit, secret) => {
      const known = listSecretHolders(database, 'recovery_kit');
      const record = known.find((each) => each.holder_id === kitHolder(storage, kit, secret));
      if (record?.state !== 'pending') throw new Refusal('recovery_kit_not_pending', { kit });
      const superseded = known.filter((each) => each !== record);
      const at = instantText(clock.now());
      // Entered first: should the power fail now, opening drops the superseded kit before anybody is let in.
      database.transaction(() => {
        database.run("UPDATE secret_holders SET state = 'active', confirmed_at = ? WHERE holder_id = ?", [
          at,
          record.holder_id,
        ]);
        audit('office.recovery_kit_confirmed', { kit });
        for (const { holder_id: holderId } of superseded) {
          endSecretHolder(database, holderId, at);
          audit('office.recovery_kit_ended', { kit: kitOf(holderId) });
        }
      });
      storage.changeHolders({ drop: superseded.map((each) => each.holder_id) });
      return { kit, ended: superseded.map((each) => kitOf(each.holder_id)) };
    }),

  'office.readRecoveryCard': (_, { card: typed }) => {
    const { kit, card, share } = readRecoveryCard(typed, 'card');
    zero(share);
    return { kit, card };
  },

  'office.recover': async (context, { signInName, newPassword, ...typed }) => {
    const { session } = context;
    if (session.actor !== null) throw new Refusal('sign_out_first');
    requireAcceptablePassword({ password: newPassword, signInName }, 'newPassword');
    await withRecoverySecret(typed, async (kit, secret) => {
      const open = session.storage;
      if (open !== null) {
        kitHolder(open, kit, secret);
        return resetPassword(context, open, { kit, signInName, newPassword });
      }
      await context.stopAside();
      const storage = await openOfficeBySecret(
        session.folder,
        { kind: 'recovery_kit', secret, kit },
        { argon2: session.argon2 },
      );
      try {
        settleHolders(storage, context.clock);
        await resetPassword(context, storage, { kit, signInName, newPassword });
      } finally {
        storage.close();
      }
    });
    return session.status();
  },
};

/**
 * Id of the holder that the cards were made for.
 * @throws Refusal recovery_kit_unknown where there is none of this number, recovery_kit_does_not_open
 */
function kitHolder(storage: OfficeStorage, kit: string, secret: Uint8Array): string {
  const numbered = storage
    .holders()
    .filter((entry) => entry.kind === 'recovery_kit' && kitOf(entry.holderId) === kit);
  if (numbered.length === 0) throw new Refusal('recovery_kit_unknown', { kit });
  const holder = numbered.find((entry) => secretBelongsTo(entry, secret));
  if (holder === undefined) throw new Refusal('recovery_kit_does_not_open', { kit });
  return holder.holderId;
}

async function resetPassword(
  context: DeskContext,
  storage: OfficeStorage,
  { kit, signInName, newPassword }: { kit: string; signInName: string; newPassword: string },
): Promise<void> {
  const { session, clock } = context;
  const { database } = storage;
  // By the records and not by the holders' files: those may be damaged or gone, which is why the cards are used.
  const digest = digestSignInName(storage.marker, signInName);
  const user = listUsers(database, storage.vault).find(
    (each) => digestSignInName(storage.marker, each.signInName) === digest,
  );
  if (user === undefined || !storage.holders().some((entry) => entry.holderId === user.id))
    throw new Refusal('recovery_name_unknown', { field: 'signInName' });
  const userId = user.id;
  // That the cards were used is entered before anything comes of it.
  database.transaction(() =>
    appendAuditEntry(database, clock, {
      code: 'office.recovery_kit_used',
      actor: null,
      about: { kit, userId },
    }),
  );
  await storage.resetPassword(userId, user.signInName, newPassword);
  database.transaction(() => {
    notePresentKeys(storage, userId, instantText(clock.now()));
    enterFailedAttempts(context, storage);
    appendAuditEntry(database, clock, { code: 'office.password_reset', actor: null, about: { userId, kit } });
  });
  session.attempts.markEntered();
  session.attempts.clear(signInName);
}
