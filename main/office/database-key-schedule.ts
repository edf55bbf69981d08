import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { RecordsThread } from '../records-thread.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import { changeDatabaseKey, nextKeyChangeOn } from './database-key.ts';
import { copyKeeper } from './vault-medium.ts';

/** Nobody works who has asked nothing for so long. */
const quietMinutes = 15;
/** An office that is never left alone is not waited for longer: others are answered meanwhile, only more slowly. */
const patienceDays = 30;

/**
 * Changes the key of the records' pages where the plan says so: when the desk is locked, unattended or has been quiet, at the
 * latest a month after. Called by the scheduler between calls. What a disk refuses is tried again the next day; until it succeeds
 * the page about keys shows the date that has passed.
 */
export async function runDueKeyChange(thread: RecordsThread, triedOn: string | null): Promise<string | null> {
  const { session, clock, isSomebodyAside } = thread;
  const { storage } = session;
  if (storage === null || isSomebodyAside) return triedOn;
  const { database } = storage;
  const keeper = copyKeeper(storage, clock, () => thread.newId());
  const { timeZone } = keeper.office;
  const now = clock.now();
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const dueOn = nextKeyChangeOn(database, timeZone);
  if (dueOn === null || triedOn === today.toString()) return triedOn;
  // A wrong clock would change it for nothing, or never.
  if (Temporal.PlainDate.compare(dueOn, today) > 0 || clockIsTroubled(database, clock)) return triedOn;
  const mayDisturb = Temporal.PlainDate.compare(dueOn.add({ days: patienceDays }), today) <= 0;
  if (!mayDisturb && !thread.isQuietSince(now.subtract({ minutes: quietMinutes }))) return triedOn;
  try {
    await changeDatabaseKey(keeper, thread.deskContext('office.changeDatabaseKey'));
    thread.tellChanged('office.changeDatabaseKey');
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'office_must_reopen') throw error;
    thread.logger.error({ code: error.code }, 'the key of the records was not changed');
  }
  return today.toString();
}
