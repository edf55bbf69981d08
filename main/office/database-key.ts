import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { zero } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { requireRoomToRewrite, rotateDatabaseKey } from '../storage/database-rewrite.ts';
import { probeSupersededDatabaseKey } from '../storage/verification-probe.ts';
import { copyKeeper, refreshPresentMedia } from './vault-medium.ts';

/**
 * The key of the records' pages, changed as maintenance: what an old copy of the folder, or old blocks of the disk, hold is
 * noise then, whatever became of the old key. Every destruction changes it besides.
 */
export const databaseKeyHandlers: Pick<
  Handlers<'office'>,
  'office.databaseKey' | 'office.changeDatabaseKey'
> = {
  'office.databaseKey': ({ database, session }) => {
    const { storage } = session.requireOpen();
    const { since, by, epoch } = presentKey(database);
    return { since, by, epoch: storage.epoch, olderKeyCopies: olderKeyCopies(database, epoch) };
  },

  'office.changeDatabaseKey': async (context) => {
    const { storage, database, clock, actor, session } = context;
    context.requireNobodyAside();
    requireRoomToRewrite(storage);
    const changed = await rotateDatabaseKey(storage, context);
    const { epoch, supersededDatabaseKey } = changed;
    try {
      // The same look at the disk as before a certificate: that it was changed is a statement of fact.
      const { result } = probeSupersededDatabaseKey(storage, supersededDatabaseKey);
      if (result !== 'pass') throw new Refusal('database_key_not_verified');
    } finally {
      zero(supersededDatabaseKey);
    }
    database.transaction(() => {
      database.run('INSERT INTO database_key_changes (epoch, changed_at, changed_by) VALUES (?, ?, ?)', [
        epoch,
        instantText(clock.now()),
        actor.id,
      ]);
      context.audit('office.database_key_changed', { epoch });
    });
    refreshPresentMedia(copyKeeper(storage, clock, () => context.newId()));
    session.requireOpen();
    return { epoch, olderKeyCopies: olderKeyCopies(database, epoch) };
  },
};

interface PresentKey {
  readonly since: string;
  readonly by: 'creation' | 'maintenance' | 'destruction';
  readonly epoch: number;
}

function presentKey(database: ReadDatabase): PresentKey {
  const key = database.get<PresentKey>(
    `SELECT changed_at AS since, 'maintenance' AS by, epoch FROM database_key_changes
     UNION ALL SELECT finished_at, 'destruction', epoch_after FROM executions WHERE finished_at IS NOT NULL
     UNION ALL SELECT created_at, 'creation', 0 FROM office
     ORDER BY since DESC, epoch DESC LIMIT 1`,
  );
  if (key === undefined) throw new Error('an office without its row');
  return key;
}

/** Copies of the keys that are out and were written before the present key was in force. */
function olderKeyCopies(database: ReadDatabase, epoch: number): number {
  return (
    database.value<number>(
      "SELECT count(*) FROM known_copies WHERE kind = 'vault_copy' AND (how IS NULL OR how = 'lost') AND epoch < ?",
      [epoch],
    ) ?? 0
  );
}
