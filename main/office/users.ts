import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { requireAcceptablePassword } from './password-rating.ts';
import { insertUser, listUsers } from './user.ts';

export const userHandlers: Pick<Handlers<'office'>, 'office.listUsers' | 'office.addUser'> = {
  'office.listUsers': ({ database, vault }) => ({
    users: listUsers(database, vault).map(({ removedAt: _, ...user }) => ({
      ...user,
      roles: [...user.roles],
    })),
  }),

  'office.addUser': async (context, input) => {
    const { storage, database, vault, clock } = context;
    if (storage.findHolderByName(input.signInName) !== undefined) {
      throw new Refusal('sign_in_name_taken', { field: 'signInName' });
    }
    requireAcceptablePassword(input, 'password');
    // The holder comes first: a holder without a user can sign in to nothing, a user without a holder could not sign in at all.
    const holder = await storage.addHolder({
      holderId: context.newId(),
      signInName: input.signInName,
      password: input.password,
    });
    try {
      const staffNumber = database.transaction(() => {
        const number = insertUser(database, vault, {
          ...input,
          id: holder.holderId,
          holder,
          createdAt: instantText(clock.now()),
        });
        context.audit('office.user_added', {
          userId: holder.holderId,
          newStaffNumber: number,
          roles: input.roles.join(' '),
        });
        return number;
      });
      return { id: holder.holderId, staffNumber };
    } catch (error) {
      storage.removeHolder(holder.holderId);
      throw error;
    }
  },
};
