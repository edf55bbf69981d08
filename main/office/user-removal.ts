import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { removeUserRecord } from './holders.ts';
import { listDutyHolders, readUser, setRoles } from './user.ts';

export const userChangeHandlers: Pick<Handlers<'office'>, 'office.removeUser' | 'office.setUserRoles'> = {
  'office.removeUser': (context, { userId }) => {
    const { storage, database, actor, clock } = context;
    requireUser(database, userId);
    const { removedAt } = readUser(storage, userId);
    if (userId === actor.id) throw new Refusal('cannot_remove_oneself');
    const opens = storage.holders().some((entry) => entry.holderId === userId);
    if (removedAt !== null && !opens) throw new Refusal('user_removed');
    const at = removedAt ?? instantText(clock.now());
    if (removedAt === null) {
      requireAnotherAdministrator(database, userId);
      // Entered first: should the power fail now, opening drops the holder before anybody is let in.
      database.transaction(() => {
        removeUserRecord(database, userId, at);
        context.audit('office.user_removed', { userId });
      });
    }
    storage.removeHolder(userId);
    return { removedAt: at };
  },

  'office.setUserRoles': (context, { userId, roles: wanted }) => {
    const { storage, database, session, actor } = context;
    requireUser(database, userId);
    const { roles: before, removedAt } = readUser(storage, userId);
    if (removedAt !== null) throw new Refusal('user_removed');
    const roles = [...new Set(wanted)];
    if (before.includes('administrator') && !roles.includes('administrator'))
      requireAnotherAdministrator(database, userId);
    // Duties are kept apart by people: what one may do besides is for another administrator to say.
    if (userId === actor.id && roles.some((role) => !before.includes(role)))
      throw new Refusal('own_roles_by_another', { field: 'roles' });
    database.transaction(() => {
      setRoles(database, userId, roles);
      context.audit('office.user_roles_changed', {
        userId,
        before: before.join(' '),
        after: roles.join(' '),
      });
    });
    session.rolesChanged(userId, roles);
    return { roles };
  },
};

function requireUser(database: ReadDatabase, userId: string): void {
  if (database.value<number>('SELECT 1 FROM users WHERE id = ?', [userId]) === undefined)
    throw new Refusal('not_found');
}

function requireAnotherAdministrator(database: ReadDatabase, userId: string): void {
  const others = listDutyHolders(database).filter((user) => user.id !== userId);
  if (!others.some((user) => user.roles.includes('administrator'))) throw new Refusal('last_administrator');
}
