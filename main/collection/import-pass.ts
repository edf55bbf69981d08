import type { ImportFinding } from '../../shared/contract/collection-import.ts';
import { type CheckedCapture, checkCapture } from '../../shared/domain/collection/consent.ts';
import { needsGuardian } from '../../shared/domain/collection/guardian.ts';
import { checkPlan, type ImportPlan } from '../../shared/domain/collection/import-plan.ts';
import {
  type ImportedConsent,
  type RowProblem,
  type RowReading,
  readRow,
} from '../../shared/domain/collection/import-row.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { WorkContext } from '../context.ts';
import { readShownForm, type ShownForm } from './capture.ts';
import type { ImportFile } from './import-desk.ts';
import { dataRows, rowsBetweenSafePoints } from './import-file.ts';
import { completeIndex, identityOf, KnownPeople } from './import-people.ts';

/** Who a row is about: nobody known, somebody known, or who stands in an earlier row (by that row's key). */
export type RowPerson = { known: string } | { key: string } | null;

export type RowOutcome =
  | {
      taken: true;
      consent: ImportedConsent;
      checked: CheckedCapture;
      person: RowPerson;
      key: string;
      finding: ImportFinding | null;
    }
  | { taken: false; finding: ImportFinding };

export interface ImportPass {
  readonly form: ShownForm;
  readonly plan: ImportPlan;
  outcomes(): AsyncGenerator<RowOutcome>;
}

/**
 * Prepares to go through a file row by row. The check and the import itself are the same pass, so that nothing is imported that was
 * not checked.
 * @throws Refusal of the plan
 */
export async function openImportPass(
  context: WorkContext,
  file: ImportFile,
  plan: ImportPlan,
  step: string,
): Promise<ImportPass> {
  const { layout, table } = file.requireRead;
  if (plan.columns.length !== table.headings.length)
    throw new Refusal('import_target_unknown', { field: 'columns' });
  if (plan.givenOn !== null && plan.givenOn > context.today)
    throw new Refusal('date_in_future', { field: 'givenOn' });
  const form = readShownForm(context, plan.formVersionId, plan.language);
  const { content } = form.version;
  checkPlan(content, plan);
  await completeIndex(context);
  const known = new KnownPeople(context);
  const reading: RowReading = {
    content,
    plan,
    calendar: layout.kind === 'xlsx' ? layout.calendar : '1900',
    today: context.today,
    isStrict: layout.kind === 'csv',
    isUnderAge: (bornOn, on) => needsGuardian(context.office.jurisdiction, bornOn, on),
  };
  return { form, plan, outcomes: () => outcomes(context, file, reading, known, step) };
}

async function* outcomes(
  context: WorkContext,
  file: ImportFile,
  reading: RowReading,
  known: KnownPeople,
  step: string,
): AsyncGenerator<RowOutcome> {
  const { rows } = file.requireRead.table;
  const seen = new SeenInFile();
  let done = 0;
  for await (const { row, cells } of dataRows(file)) {
    done += 1;
    if (done % rowsBetweenSafePoints === 0) {
      context.progress(step, done, rows);
      await context.safePoint();
    }
    yield outcomeOf(context, reading, known, seen, row, cells);
  }
  context.progress(step, done, rows);
}

/** Who has stood in the file so far: by identity the first row, and the days on which they consented. */
class SeenInFile {
  /** Nearly everybody stands in a file once: only who comes again is given a map of days. */
  readonly #people = new Map<string, { row: number; givenOn: string; more: Map<string, number> | null }>();
  readonly #references = new Map<string, number>();

  /** Enters a row; answers the first row of the same person, and the one of the same day, that stood before it. */
  enter(key: string, row: number, givenOn: string): { row: number; sameDay: number | undefined } | null {
    const person = this.#people.get(key);
    if (person === undefined) {
      this.#people.set(key, { row, givenOn, more: null });
      return null;
    }
    if (person.givenOn === givenOn) return { row: person.row, sameDay: person.row };
    person.more ??= new Map();
    const sameDay = person.more.get(givenOn);
    if (sameDay === undefined) person.more.set(givenOn, row);
    return { row: person.row, sameDay };
  }

  /** The row in which this reference stood before. */
  takeReference(reference: string, row: number): number | undefined {
    const before = this.#references.get(reference);
    if (before === undefined) this.#references.set(reference, row);
    return before;
  }
}

function outcomeOf(
  context: WorkContext,
  reading: RowReading,
  known: KnownPeople,
  seen: SeenInFile,
  row: number,
  cells: readonly string[],
): RowOutcome {
  const { plan, content } = reading;
  const read = readRow(reading, cells);
  const { problems = [] } = read;
  const bad = (found: readonly RowProblem[], otherRow: number | null = null): RowOutcome => ({
    taken: false,
    finding: {
      ...emptyFinding(row, 'bad'),
      otherRow,
      problems: found.map(({ code, column }) => ({
        code,
        column,
        value: column === null ? '' : (cells[column] ?? '').slice(0, 60),
      })),
    },
  });
  if (!('consent' in read)) return bad(problems);
  const { consent } = read;
  let checked: CheckedCapture;
  try {
    // What is taken over obeys the rules of the counter.
    checked = checkCapture(content, consent.answers, consent.values);
  } catch (error) {
    if (error instanceof Refusal) return bad([{ code: 'malformed', column: null }]);
    throw error;
  }
  if (consent.reference !== null) {
    const before = seen.takeReference(consent.reference, row);
    const column = plan.columns.findIndex((target) => target?.to === 'reference');
    if (before !== undefined) return bad([{ code: 'reference_repeated', column }], before);
  }

  const identity = identityOf(content, consent.name, consent.values);
  const key = `${identity.letters}\n${identity.contact}`;
  const byNameAlone = identity.kind === null;
  const before = seen.enter(key, row, consent.givenOn);
  const take = (person: RowPerson, finding: ImportFinding | null): RowOutcome => ({
    taken: true,
    consent,
    checked,
    person,
    // Of two people who cannot be told apart, the later one is found under no key.
    key: person === null && before !== null ? `${key}\n${row}` : key,
    finding: finding === null ? null : { ...finding, isTaken: true },
  });
  const leave = (finding: ImportFinding): RowOutcome => ({ taken: false, finding });

  if (before?.sameDay !== undefined && !byNameAlone)
    return leave({ ...emptyFinding(row, 'already'), otherRow: before.sameDay });
  const somebody = known.find(identity);
  if (somebody !== null && (before === null || plan.onKnown !== 'new_person')) {
    const { personId } = somebody;
    if (!somebody.byNameAlone && hasConsent(context, personId, plan.formVersionId, consent.givenOn))
      return leave({ ...emptyFinding(row, 'already'), personId });
    const finding = { ...emptyFinding(row, 'known'), personId, byNameAlone: somebody.byNameAlone };
    if (plan.onKnown === 'leave_out') return leave(finding);
    return take(plan.onKnown === 'add_consent' ? { known: personId } : null, finding);
  }
  if (before === null) return take(null, null);
  const finding = { ...emptyFinding(row, 'repeated'), otherRow: before.row, byNameAlone };
  if (plan.onRepeated === 'leave_out') return leave(finding);
  return take(plan.onRepeated === 'same_person' ? { key } : null, finding);
}

function hasConsent(
  { database }: WorkContext,
  personId: string,
  formVersionId: string,
  givenOn: string,
): boolean {
  const found = database.value(
    'SELECT 1 FROM consents WHERE person_id = ? AND form_version_id = ? AND given_on = ?',
    [personId, formVersionId, givenOn],
  );
  return found !== undefined;
}

function emptyFinding(row: number, kind: ImportFinding['kind']): ImportFinding {
  return { row, kind, problems: [], otherRow: null, personId: null, byNameAlone: false, isTaken: false };
}
