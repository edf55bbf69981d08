import type { z } from 'zod';
import type { GivenOutReport, givenOut } from '../../shared/contract/provision.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { WorkContext } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { BlockedUse, judgeConsents, type PersonVerdict, type Use, type Verdict } from './gate.ts';

/** How many are looked at between two chances to cancel. */
const batch = 1000;
/** Of those left out, as many as a screen can show. */
const named = 500;

/** A use for a purpose agreed with the people: what leaves the office leaves for no other. */
export type PurposeUse = Use & { readonly purpose: { readonly purposeId: string } };

export interface Checked {
  /** One for each person: the first consent for which the gate says yes. */
  readonly passed: readonly Verdict[];
  /** People for none of whose consents it does, with the latest reason; those who were never asked among them. */
  readonly blocked: readonly PersonVerdict[];
  readonly report: GivenOutReport;
}

/**
 * Asks the gate about everybody to whom a purpose's data is to be given out for. Reads only; may be cancelled between batches.
 * Calls are answered one after another, so what it found holds until the call ends.
 *
 * @throws Refusal not_found where a named consent does not answer this purpose; cancelled
 */
export async function checkGivingOut(
  context: WorkContext,
  use: PurposeUse,
  to: z.output<typeof givenOut>,
): Promise<Checked> {
  const { database } = context;
  const { purposeId } = use.purpose;
  const consentIds = consentsOf(database, purposeId, to);
  const passed = new Map<string, Verdict>();
  const blocked = new Map<string, PersonVerdict>(neverAsked(database, to));
  let found = 0;
  for (let from = 0; from < consentIds.length; from += batch) {
    const verdicts = judgeConsents(context, consentIds.slice(from, from + batch), purposeId, use);
    found += verdicts.length;
    for (const verdict of verdicts) {
      if (verdict.reason !== null) blocked.set(verdict.personId, verdict);
      else if (!passed.has(verdict.personId)) passed.set(verdict.personId, verdict);
    }
    context.progress('check_people', Math.min(from + batch, consentIds.length), consentIds.length);
    await context.safePoint();
  }
  if (to.whose === 'named' && found < consentIds.length) throw new Refusal('not_found');
  const left = [...blocked.values()].filter(({ personId }) => !passed.has(personId));
  return { passed: [...passed.values()], blocked: left, report: reportOf(passed.size, left) };
}

function consentsOf(
  database: ReadDatabase,
  purposeId: string,
  to: z.output<typeof givenOut>,
): readonly string[] {
  if (to.whose === 'named') return [...new Set(to.consentIds)];
  const personIds = to.whose === 'people' ? JSON.stringify(to.personIds) : null;
  return database
    .all<{ id: string }>(
      `SELECT c.id FROM consents c WHERE
         c.id IN (SELECT consent_id FROM consent_events WHERE purpose_id = :purposeId
                  UNION SELECT consent_id FROM record_units WHERE purpose_id = :purposeId)
         AND (:personIds IS NULL OR c.person_id IN (SELECT value FROM json_each(:personIds))) ORDER BY c.id`,
      { purposeId, personIds },
    )
    .map(({ id }) => id);
}

/** What is said of chosen people until a consent of theirs is found. @throws Refusal not_found */
function* neverAsked(
  database: ReadDatabase,
  to: z.output<typeof givenOut>,
): Generator<[string, PersonVerdict]> {
  if (to.whose !== 'people') return;
  for (const personId of to.personIds) {
    if (database.value('SELECT 1 FROM people WHERE id = ?', [personId]) === undefined)
      throw new Refusal('not_found');
    yield [personId, { personId, unitId: null, reason: { code: 'consent_never_asked', on: null } }];
  }
}

function reportOf(people: number, left: readonly PersonVerdict[]): GivenOutReport {
  const withReason = left.flatMap(({ personId, reason }) => (reason === null ? [] : [{ personId, reason }]));
  const byCode = Map.groupBy(withReason, ({ reason }) => reason.code);
  return {
    people,
    leftOutCount: withReason.length,
    reasons: [...byCode].map(([code, of]) => ({ code, people: of.length })),
    leftOut: withReason.slice(0, named),
  };
}

/** @throws BlockedUse, which names the first reason, where nobody may be given out */
export function requireSomebody(checked: Checked, use: PurposeUse): void {
  if (checked.passed.length > 0) return;
  if (checked.blocked.length === 0) throw new Refusal('nobody_to_give_out');
  throw new BlockedUse(use, checked.blocked);
}

/** The units of what passed: something is kept for each, or it would not have. */
export function unitsOf(checked: Checked): string[] {
  return checked.passed.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
}

/** Before the day of the consent there was none (PIPA art. 18(1)). @throws Refusal hand_over_without_consent */
export function requireGivenBy(database: ReadDatabase, { passed }: Checked, on: string): void {
  const later = database.value(
    'SELECT 1 FROM json_each(?) j JOIN consents c ON c.id = j.value WHERE c.given_on > ? LIMIT 1',
    [JSON.stringify(passed.map(({ consentId }) => consentId)), on],
  );
  if (later !== undefined) throw new Refusal('hand_over_without_consent');
}
