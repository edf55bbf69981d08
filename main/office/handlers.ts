import type { Handlers } from '../context.ts';
import { suggestFolders } from '../documents/saved-file.ts';
import { backupHandlers } from './backup.ts';
import { databaseKeyHandlers } from './database-key.ts';
import { createFirstOffice } from './first-run.ts';
import { holders } from './holders.ts';
import { home } from './home.ts';
import { keystoreHandlers } from './keystore.ts';
import { knownCopyHandlers } from './known-copy-list.ts';
import { changePassword } from './password-change.ts';
import { ratePassword } from './password-rating.ts';
import { recoveryHandlers } from './recovery.ts';
import { restoreWithKit } from './recovery-restore.ts';
import { restoreHandlers } from './restore-office.ts';
import { signInHandlers } from './sign-in.ts';
import { userChangeHandlers } from './user-removal.ts';
import { userHandlers } from './users.ts';
import { vaultMediumHandlers } from './vault-medium.ts';

export const officeHandlers: Handlers<'office'> = {
  ...signInHandlers,
  ...userHandlers,
  ...backupHandlers,
  ...vaultMediumHandlers,
  ...knownCopyHandlers,
  ...restoreHandlers,
  ...userChangeHandlers,
  ...recoveryHandlers,
  ...keystoreHandlers,
  ...databaseKeyHandlers,
  'office.holders': holders,
  'office.changePassword': changePassword,
  'office.restoreWithKit': restoreWithKit,
  'office.suggestFolders': suggestFolders,
  'office.status': ({ session }) => session.status(),
  'office.ratePassword': (_, { password, signInName }) => ratePassword(password, signInName),
  'office.create': createFirstOffice,
  'office.setPreferences': ({ session }, preferences) => {
    session.setPreferences(preferences);
    return session.status();
  },
  'office.home': home,
  'office.cancelWork': (context, { channel }) => {
    // A restore runs while nobody can be signed in; anything else is stopped by those who are.
    if (context.session.storage !== null) context.session.requireOpen();
    return { cancelling: context.cancel(channel) };
  },
};
