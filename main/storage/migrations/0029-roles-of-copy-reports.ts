import type { Migration } from '../migrate.ts';

/** Which roles somebody held when they reported what became of a copy: a completion says it, and it may be issued long afterwards. */
export const rolesOfCopyReports: Migration = {
  number: 29,
  name: 'roles-of-copy-reports',
  up(database) {
    // A JSON list as in `users`. Null where nobody reported it, and in events from before this was kept.
    database.exec('ALTER TABLE known_copy_events ADD COLUMN roles TEXT');
  },
};
