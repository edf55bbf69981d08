import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '../../shared/domain/refusal.ts';
import { ChangeNotes } from './change-notes.ts';
import { freeBytes, renameDurably } from './copy-medium.ts';
import { copySecret, zero } from './cryptography.ts';
import { keyOpens } from './database.ts';
import { rawKey } from './database-connection.ts';
import { DatabaseCopying } from './database-copying.ts';
import { flushFile, flushFileAside, flushNames, giveBackNameless, unlinkDurably } from './durable-file.ts';
import { changeEpoch, type EpochChangeOutcome, removeSupersededVaults } from './epoch-change.ts';
import { refusing, refusingAsync } from './folder-refusal.ts';
import type { KeyId } from './key-slab.ts';
import { exists } from './office-folder.ts';
import type { OpenedOffice } from './opened-office.ts';
import { letOthersIn, type WorkAside } from './work-aside.ts';

/** So many changed rows are brought over in a few milliseconds; more of them while others still work. */
const rowsAtOnce = 500;
const roomBesides = 64 * 1024 * 1024;

/** @throws Refusal folder_full where there is no room for the records a second time. */
export function requireRoomToRewrite(office: OpenedOffice): void {
  const { pages, pageSize } = office.database.fileFacts();
  const needed = pages * pageSize + roomBesides;
  const free = refusing(() => freeBytes(office.folder));
  if (free >= needed) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));
  throw new Refusal('folder_full', { freeMegabytes: megabytes(free), neededMegabytes: megabytes(needed) });
}

/**
 * Brings every page under the second database key, which the vault must hold: the records are written into `records.next` by a
 * thread of their own, what others change meanwhile is brought over at the end, and the new file takes the name of the old one.
 * O(database), of which other calls wait for the last step only.
 *
 * Interrupted before the new file has its name nothing has happened, and after that everything: opening the office tries both
 * keys, removes `records.next`, and goes on from what it finds (unfinished-work.ts).
 * @throws Refusal folder_full and those of a failing disk; where the exchange itself failed the office must be opened again.
 */
export async function rewriteDatabase(office: OpenedOffice, work: WorkAside): Promise<void> {
  const { recordsNext } = office.layout;
  // An earlier attempt came as far as that, and no further.
  if (keyOpens(office.layout.records, bothKeys(office).next, office.marker.cipher) === true) return;
  removeUnfinishedRewrite(office);
  const notes = new ChangeNotes(office.database);
  let key: Buffer | undefined;
  let old: FileHandle | undefined;
  try {
    await notes.begin(() => letOthersIn(work));
    // A copy: others may change the epoch meanwhile, which zeroes the vault that this is from.
    const next = copySecret(bothKeys(office).next);
    key = next;
    const copying = new DatabaseCopying(
      {
        source: office.layout.records,
        sourceKey: bothKeys(office).present,
        target: recordsNext,
        targetKey: next,
        cipher: office.marker.cipher,
      },
      'records_next',
    );
    await work.aside(async (goOn) => {
      try {
        await refusingAsync(() =>
          copying.run(async (done, of) => {
            goOn();
            work.progress('rekey_database', done, of);
          }),
        );
        goOn();
        await refusingAsync(() => copying.settleSource());
      } finally {
        // Whoever closes or opens the office next must find nobody reading it.
        await copying.end();
      }
      goOn();
      attach(office, next);
      do {
        notes.bringOver('next');
        bringOverSequences(office);
        await nextTurn();
        goOn();
      } while (notes.count > rowsAtOnce);
      await refusingAsync(() => flushFileAside(recordsNext, 'records_next'));
      goOn();
      old = await keptOpen(office.layout.records);
    });
    const late = [notes.bringOver('next'), bringOverSequences(office)];
    office.database.exec('DETACH DATABASE next');
    if (late.includes(true)) refusing(() => flushFile(recordsNext, 'records_next'));
    office.guardAgainstHalfDone(() =>
      office.database.exchangeFile(next, () => {
        // The log is gone for good before another file has the name it belonged to.
        flushNames(office.folder, 'records');
        renameDurably(recordsNext, office.layout.records, 'records_next');
      }),
    );
  } catch (error) {
    if (office.isOpen) abandon(office, notes);
    throw error;
  } finally {
    zero(key);
    if (old !== undefined) void giveBackNameless(old).catch(() => undefined);
  }
}

/**
 * A file system gives the blocks of a large file back when its last name and its last reader are gone, and whoever took the last one
 * waits for it: kept open, that is not the exchange, for which everybody waits. Windows replaces no open file.
 */
async function keptOpen(path: string): Promise<FileHandle | undefined> {
  return process.platform === 'win32' ? undefined : await refusingAsync(() => open(path, 'r+'));
}

/** Views, valid until the vault changes. */
function bothKeys(office: OpenedOffice): { present: Buffer; next: Buffer } {
  const { databaseKey: present, databaseKeyNext: next } = Object.fromEntries(
    office.currentVault.content.secrets,
  );
  if (present === undefined || next === undefined) throw new Error('the vault holds no second database key');
  return { present, next };
}

/**
 * A new database key, and the old one gone: both keys into the vault, every page under the new one, the old one out of the
 * vault. A second key that an interrupted rotation left is used.
 * @param drop data keys to be destroyed with the old database key
 * @returns the outcome of the last change; its `supersededDatabaseKey` is to be zeroed by the caller.
 */
export async function rotateDatabaseKey(
  office: OpenedOffice,
  work: WorkAside,
  drop: () => Iterable<KeyId> = () => [],
): Promise<EpochChangeOutcome & { readonly supersededDatabaseKey: Buffer }> {
  if (!office.currentVault.content.secrets.has('databaseKeyNext'))
    changeEpoch(office, { addDatabaseKey: true });
  await rewriteDatabase(office, work);
  // Both keys are in the vault, so nothing depends on what comes next.
  await letOthersIn(work);
  const outcome = changeEpoch(office, {
    dropKeyIds: drop(),
    dropSupersededDatabaseKey: true,
    leaveSupersededFiles: true,
  });
  const { supersededDatabaseKey } = outcome;
  if (supersededDatabaseKey === undefined) throw new Error('no database key was superseded');
  try {
    await removeSupersededVaults(office, work);
  } catch (error) {
    zero(supersededDatabaseKey);
    throw error;
  }
  return { ...outcome, supersededDatabaseKey };
}

/** What an interrupted rewriting left. It never counted, and everything in it stands in the records too. */
export function removeUnfinishedRewrite(office: OpenedOffice): boolean {
  const { recordsNext } = office.layout;
  if (!exists(recordsNext)) return false;
  refusing(() => unlinkDurably(recordsNext, 'records_next'));
  return true;
}

function attach(office: OpenedOffice, key: Uint8Array): void {
  const raw = rawKey(key);
  try {
    office.database.run('ATTACH DATABASE ? AS next KEY ?', [office.layout.recordsNext, raw]);
  } finally {
    zero(raw);
  }
  // As while it was copied: it is flushed once more when it is whole.
  office.database.exec('PRAGMA next.journal_mode = MEMORY; PRAGMA next.synchronous = OFF');
}

/**
 * The counters of tables whose numbers are never given twice: SQLite keeps them where no trigger hears of them. Answers whether any
 * had moved.
 */
function bringOverSequences(office: OpenedOffice): boolean {
  const { database } = office;
  const has = database.value("SELECT 1 FROM main.sqlite_master WHERE name = 'sqlite_sequence'");
  if (has === undefined) return false;
  const moved = database.value(
    `SELECT 1 FROM main.sqlite_sequence m LEFT JOIN next.sqlite_sequence n USING (name) WHERE n.seq IS NOT m.seq
     UNION ALL SELECT 1 FROM next.sqlite_sequence WHERE name NOT IN (SELECT name FROM main.sqlite_sequence) LIMIT 1`,
  );
  if (moved === undefined) return false;
  database.exec(
    'DELETE FROM next.sqlite_sequence; INSERT INTO next.sqlite_sequence SELECT * FROM main.sqlite_sequence',
  );
  return true;
}

function abandon(office: OpenedOffice, notes: ChangeNotes): void {
  const { database } = office;
  if (database.value("SELECT 1 FROM pragma_database_list WHERE name = 'next'") !== undefined)
    database.exec('DETACH DATABASE next');
  notes.end();
  removeUnfinishedRewrite(office);
}
