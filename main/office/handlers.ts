import type { Handlers } from '../context.ts';
import { createFirstOffice } from './first-run.ts';
import { home } from './home.ts';
import { ratePassword } from './password-rating.ts';
import { signInHandlers } from './sign-in.ts';
import { userHandlers } from './users.ts';

export const officeHandlers: Handlers<'office'> = {
  ...signInHandlers,
  ...userHandlers,
  'office.status': ({ session }) => session.status(),
  'office.ratePassword': (_, { password, signInName }) => ratePassword(password, signInName),
  'office.create': createFirstOffice,
  'office.setPreferences': ({ session }, preferences) => {
    session.setPreferences(preferences);
    return session.status();
  },
  'office.home': home,
  'office.cancelWork': (context, { channel }) => ({ cancelling: context.cancel(channel) }),
};
