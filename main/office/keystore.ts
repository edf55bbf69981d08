import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { RecordsThread } from '../records-thread.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { randomUUID } from '../storage/cryptography.ts';
import { openOfficeBySecret } from '../storage/office-storage.ts';
import { secretHolderEntry } from '../storage/secret-holder.ts';
import { endSecretHolder, insertSecretHolder, settleHolders } from './holders.ts';
import { keystoreStateOf } from './keystore-state.ts';

/**
 * The office opened by this computer itself, with nobody signed in: what a crash interrupted is finished and the days are
 * swept, but no call that needs a person is answered. It is a convenience and never the only way in: what the keystore of an
 * operating system guards can be lost with a new installation or another account.
 */
export const keystoreHandlers: Pick<
  Handlers<'office'>,
  'office.enableKeystore' | 'office.disableKeystore'
> = {
  'office.enableKeystore': ({ storage, session, database, audit, actor, clock }) => {
    const { keystoreSecret } = session;
    if (keystoreSecret === null) throw new Refusal('keystore_unavailable');
    if (keystoreStateOf(storage.holders(), keystoreSecret) === 'on') return { state: 'on' };
    const useless = storage.holders().filter((entry) => entry.kind === 'keystore');
    const entry = secretHolderEntry(randomUUID(), 'keystore', keystoreSecret);
    // The vault first, as for every holder that is admitted: opening enters what a power cut kept from being entered.
    storage.changeHolders({ admit: entry, drop: useless.map(({ holderId }) => holderId) });
    const at = instantText(clock.now());
    database.transaction(() => {
      for (const { holderId } of useless) endSecretHolder(database, holderId, at);
      const { holderId } = entry;
      insertSecretHolder(database, { holderId, kind: 'keystore', state: 'active', madeBy: actor.id }, at);
      audit('office.keystore_enabled', { holderId });
    });
    return { state: 'on' };
  },

  'office.disableKeystore': ({ storage, session, database, audit, clock }) => {
    const mine = storage.holders().filter((entry) => entry.kind === 'keystore');
    if (mine.length > 0) {
      const at = instantText(clock.now());
      // Entered first, as for every holder that is dropped: opening drops what a power cut left.
      database.transaction(() => {
        for (const { holderId } of mine) {
          endSecretHolder(database, holderId, at);
          audit('office.keystore_disabled', { holderId });
        }
      });
      storage.changeHolders({ drop: mine.map(({ holderId }) => holderId) });
    }
    return { state: session.keystoreSecret === null ? 'unavailable' : 'off' };
  },
};

/** At start. Whatever goes wrong here keeps nobody from signing in: the sign-in says what it is, if it is still so. */
export async function openByKeystore(thread: RecordsThread): Promise<void> {
  const { session, clock } = thread;
  const { keystoreSecret } = session;
  if (keystoreSecret === null) return;
  try {
    if (!session.hasOffice) return;
    const storage = await openOfficeBySecret(
      session.folder,
      { kind: 'keystore', secret: keystoreSecret },
      { argon2: session.argon2 },
    );
    try {
      settleHolders(storage, clock);
      storage.database.transaction(() =>
        appendAuditEntry(storage.database, clock, {
          code: 'office.opened_by_keystore',
          actor: null,
          about: {},
        }),
      );
    } catch (error) {
      storage.close();
      throw error;
    }
    session.attend(storage);
    await thread.scheduler.officeOpened();
  } catch (error) {
    // Not enabled, or another secret than it was enabled with: an ordinary sign-in.
    if (error instanceof Refusal && error.code === 'keystore_does_not_open') return;
    const code = error instanceof Refusal ? error.code : undefined;
    thread.logger.error(
      { kind: error instanceof Error ? error.name : typeof error, code },
      'not opened by the keystore',
    );
  }
}
