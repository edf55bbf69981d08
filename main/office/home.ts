import { Temporal } from 'temporal-polyfill';
import { daysOfNotice } from '../../shared/domain/collection/answer-due-date.ts';
import { dutiesCanBeSeparated } from '../../shared/domain/destruction/separation-of-duties.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { countPeopleToRenew } from '../collection/renewals-due.ts';
import type { Handler } from '../context.ts';
import { countNotCarriedOut } from '../destruction/tonight.ts';
import { countPaper } from '../paper/entry-record.ts';
import { countRecalls } from '../provision/recall.ts';
import { publicationState } from '../provision/vendor-list.ts';
import { isWhole } from '../register/audit-verification.ts';
import { weeklySheetIsDue } from '../register/weekly-sheet.ts';
import { latenessOf } from '../retention/lateness.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import { backupStateOf } from './backup-list.ts';
import { recoveryStateOf } from './holders.ts';
import { listDutyHolders } from './user.ts';

/** Counts for the home screen; from clear columns. None opens a person's payload; the names of vendors are the office's own. */
export const home: Handler<'office.home'> = (context) => {
  const { database, today, office, clock, session } = context;
  const count = (sql: string, params: readonly string[] = []) => database.value<number>(sql, params) ?? 0;
  const requestsDueBy = Temporal.PlainDate.from(today).add({ days: daysOfNotice }).toString();
  const startOfToday = Temporal.PlainDate.from(today)
    .toZonedDateTime({ timeZone: office.timeZone })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
  const { health } = session.auditWatch;
  const orders = (state: string) => count('SELECT count(*) FROM destruction_orders WHERE state = ?', [state]);
  const recalls = countRecalls(database, today);
  const lateness = latenessOf(database, today);
  const separatedUnits = count("SELECT count(*) FROM record_units WHERE state = 'separated'");
  return {
    people: count('SELECT count(*) FROM people'),
    consents: count('SELECT count(*) FROM consents'),
    forms: count('SELECT count(*) FROM consent_forms'),
    // Told from indexes: whatever is on no order and not kept apart is in use.
    activeUnits: count('SELECT count(*) FROM record_units WHERE order_id IS NULL') - separatedUnits,
    dueUnits: lateness.due,
    overdueUnits: lateness.overdue,
    lateSoonUnits: lateness.lateSoon,
    lateSoonOn: lateness.lateSoonOn,
    ordersLate: lateness.ordersLate,
    ordersLateSoon: lateness.ordersLateSoon,
    separatedUnits,
    heldUnits: count(
      'SELECT count(DISTINCT unit_id) FROM hold_units JOIN holds ON holds.id = hold_id WHERE released_at IS NULL',
    ),
    ordersProposed: orders('proposed'),
    ordersApproved: orders('approved'),
    ordersScheduled: count("SELECT count(*) FROM scheduled_executions WHERE state = 'open'"),
    ordersNotCarriedOut: countNotCarriedOut(database),
    ordersInterrupted: orders('executing') + orders('unverified'),
    vendorCertificatesOverdue: count(
      "SELECT count(*) FROM paper_batches WHERE state = 'with_vendor' AND certificate_due_on < ?",
      [today],
    ),
    certificates: count('SELECT count(*) FROM certificates'),
    importSources: count(
      "SELECT count(*) FROM imports i JOIN known_copies c ON c.id = i.source_copy_id WHERE c.how IS NULL OR c.how = 'lost'",
    ),
    vendors: count('SELECT count(*) FROM vendors'),
    requestsOpen: count("SELECT count(*) FROM person_requests WHERE state <> 'answered'"),
    requestsDue: count(
      "SELECT count(*) FROM person_requests WHERE state <> 'answered' AND due_on BETWEEN ? AND ?",
      [today, requestsDueBy],
    ),
    requestsOverdue: count("SELECT count(*) FROM person_requests WHERE state <> 'answered' AND due_on < ?", [
      today,
    ]),
    peopleToRenew: countPeopleToRenew(database, null),
    vendorChecksOverdue: count('SELECT count(*) FROM vendor_checks WHERE done_on IS NULL AND due_on < ?', [
      today,
    ]),
    handOversOverdue: count(
      `SELECT count(*) FROM hand_overs h JOIN known_copies c ON c.id = h.copy_id
       WHERE h.due_back_on < ? AND (c.how IS NULL OR c.how = 'lost')`,
      [today],
    ),
    recallsOpen: recalls.open,
    recallsOverdue: recalls.overdue,
    vendorPublication: publicationState(context),
    usesToday: count('SELECT count(*) FROM data_uses WHERE at >= ? AND people > 0', [startOfToday]),
    paper: countPaper(database, today),
    dutiesCanBeSeparated: dutiesCanBeSeparated(listDutyHolders(database), mayDo),
    clockTroubled: clockIsTroubled(database, clock),
    weeklySheetDue: weeklySheetIsDue(context),
    auditLogTroubled: health.state === 'checked' && !isWhole(health),
    recoveryKit: recoveryStateOf(database),
    backups: backupStateOf(database),
  };
};
