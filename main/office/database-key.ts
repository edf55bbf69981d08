import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { zero } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { requireRoomToRewrite, rotateDatabaseKey } from '../storage/database-rewrite.ts';
import { probeSupersededDatabaseKey } from '../storage/verification-probe.ts';
import type { WorkAside } from '../storage/work-aside.ts';
import { type CopyKeeper, copyKeeper, refreshPresentMedia } from './vault-medium.ts';

/**
 * The key of the records' pages, changed as maintenance: what an old copy of the folder, or old blocks of the disk, hold is
 * noise then, whatever became of the old key. Every destruction changes it besides, and the plan where nothing else has for long
 * (database-key-schedule.ts).
 */
export const databaseKeyHandlers: Pick<
  Handlers<'office'>,
  'office.databaseKey' | 'office.changeDatabaseKey' | 'office.setDatabaseKeyPlan'
> = {
  'office.databaseKey': ({ database, session, office }) => {
    const { storage } = session.requireOpen();
    const { since, by, epoch } = presentKey(database);
    return {
      since,
      by,
      epoch: storage.epoch,
      olderKeyCopies: olderKeyCopies(database, epoch),
      everyMonths: readKeyPlan(database),
      nextOn: nextKeyChangeOn(database, office.timeZone)?.toString() ?? null,
    };
  },

  'office.changeDatabaseKey': async (context) => {
    const { storage, clock, actor, session } = context;
    context.requireNobodyAside();
    const keeper = { ...copyKeeper(storage, clock, () => context.newId()), actor };
    const epoch = await changeDatabaseKey(keeper, context);
    session.requireOpen();
    return { epoch, olderKeyCopies: olderKeyCopies(context.database, epoch) };
  },

  'office.setDatabaseKeyPlan': ({ database, audit, office }, { everyMonths }) => {
    database.run('UPDATE database_key_plan SET every_months = ?', [everyMonths]);
    audit('office.database_key_plan_set', { everyMonths: everyMonths ?? 0 });
    return { nextOn: nextKeyChangeOn(database, office.timeZone)?.toString() ?? null };
  },
};

/**
 * Every page under a new key, the old one destroyed, looked at on the disk, and entered. Answers the epoch.
 * @throws Refusal folder_full, database_key_not_verified, and those of a failing disk.
 */
export async function changeDatabaseKey(keeper: CopyKeeper, work: WorkAside): Promise<number> {
  const { storage, database, clock, actor } = keeper;
  requireRoomToRewrite(storage);
  const { epoch, supersededDatabaseKey } = await rotateDatabaseKey(storage, work);
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
      actor?.id ?? null,
    ]);
    appendAuditEntry(database, clock, { code: 'office.database_key_changed', actor, about: { epoch } });
  });
  refreshPresentMedia(keeper);
  return epoch;
}

/** After how many months the key is changed by itself; null for never. */
export function readKeyPlan(database: ReadDatabase): number | null {
  return database.value<number | null>('SELECT every_months FROM database_key_plan') ?? null;
}

/** The date, in the office's time zone, from which on the plan changes the key; null where there is no plan. */
export function nextKeyChangeOn(database: ReadDatabase, timeZone: string): Temporal.PlainDate | null {
  const everyMonths = readKeyPlan(database);
  if (everyMonths === null) return null;
  const since = Temporal.Instant.from(presentKey(database).since);
  return since.toZonedDateTimeISO(timeZone).toPlainDate().add({ months: everyMonths });
}

interface PresentKey {
  readonly since: string;
  readonly by: 'creation' | 'maintenance' | 'plan' | 'destruction';
  readonly epoch: number;
}

function presentKey(database: ReadDatabase): PresentKey {
  const key = database.get<PresentKey>(
    `SELECT changed_at AS since, iif(changed_by IS NULL, 'plan', 'maintenance') AS by, epoch FROM database_key_changes
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
