import type { FormItem } from '../../shared/domain/collection/consent-form.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { rowsOfPaper } from '../../shared/domain/register/report.ts';
import { instantText } from '../clock.ts';
import { readFormVersion } from '../collection/consent-form.ts';
import { personSecrets, placeOfPerson } from '../collection/sealed-records.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { documentHandler, useKindOf } from '../documents/document-handler.ts';
import { openUnit } from '../retention/separate-retention.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson } from '../storage/sealed-json.ts';
import { usePerson as askGate, type Use } from './gate.ts';
import { readToBeTold } from './marketing-notice.ts';
import { openVendor, readVendor } from './vendor-record.ts';

/** Somebody who is to be told, and how to reach them. */
export interface ToldPerson {
  readonly personId: string;
  readonly name: string;
  /** Empty where the office has none, or may not use it. */
  readonly telephone: string;
  readonly email: string;
  /** The day of the first hand-over, `YYYY-MM-DD`. */
  readonly since: string;
}

const peopleBetweenSafePoints = 100;

export const toldListHandlers: Pick<Handlers<'provision'>, 'provision.peopleToBeTold'> = {
  'provision.peopleToBeTold': documentHandler(
    'provision.peopleToBeTold',
    async (context, { vendorId }, { format, languages, to }) => {
      const { database, vault, office, clock } = context;
      context.requireNobodyAside();
      const vendor = openVendor(vault, readVendor(database, vendorId));
      const people = readToBeTold(database, vendorId, -1, 0);
      if (people.length === 0) throw new Refusal('nobody_to_be_told');
      if (format === 'pdf' && people.length > rowsOfPaper)
        throw new Refusal('report_too_long', { rows: people.length, limit: rowsOfPaper });
      // The law has the office tell them (PIPA art. 26(3)), whatever else their data may be used for.
      const use: Use = { kind: useKindOf[to], purpose: 'fulfil_legal_duty', deedId: context.newId() };
      const told = await database.transactionInPieces(() => readPeople(context, people, use));
      const list = { office: office.name, vendor, on: context.today, people: told };
      const { renderToldList, toldTable } = await import('../documents/told-list.ts');
      const made = {
        fileName: 'ashbook-to-be-told',
        about: { vendorId, people: told.length },
        copy: {
          scope: 'listed' as const,
          personIds: told.map(({ personId }) => personId),
          use: 'asked' as const,
        },
      };
      if (format === 'pdf')
        return { ...made, bytes: await renderToldList(list, languages, instantText(clock.now())) };
      const { renderTableFile } = await import('../documents/table-file.ts');
      return { ...made, bytes: await renderTableFile(format, toldTable(list, languages, office.timeZone)) };
    },
  ),
};

/** Each with their name and, of what the gate lets through, how to reach them. */
async function readPeople(
  context: WorkContext,
  people: readonly { personId: string; since: string }[],
  use: Use,
): Promise<ToldPerson[]> {
  const { database, vault } = context;
  const read: ToldPerson[] = [];
  const items = new ItemsOfForms(database);
  for (const { personId, since } of people) {
    if (read.length % peopleBetweenSafePoints === 0) {
      context.progress('read_people', read.length, people.length);
      await context.safePoint();
    }
    const verdicts = askGate(context, personId, use);
    const sealed = database.value<Uint8Array>('SELECT sealed FROM people WHERE id = ?', [personId]);
    if (sealed === undefined) throw new Error('somebody to be told who is not known');
    const { name } = openJson(vault, placeOfPerson(personId), sealed, personSecrets);
    read.push({ personId, since, name, ...contactsOf(context, personId, verdicts, items) });
  }
  return read;
}

/** The latest telephone number and e-mail address. */
function contactsOf(
  { database, vault }: WorkContext,
  personId: string,
  verdicts: ReturnType<typeof askGate>,
  itemsOfForms: ItemsOfForms,
): Pick<ToldPerson, 'telephone' | 'email'> {
  const found = { telephone: '', email: '' };
  const units = database.all<{ id: string; form_version_id: string }>(
    `SELECT u.id, c.form_version_id FROM record_units u JOIN consents c ON c.id = u.consent_id
     WHERE u.person_id = ? AND u.sealed IS NOT NULL ORDER BY c.given_on DESC, u.id`,
    [personId],
  );
  for (const { id, form_version_id: versionId } of units) {
    if (verdicts.get(id) !== null) continue;
    const items = itemsOfForms.of(versionId);
    for (const { itemCode, value } of openUnit({ database, vault }, id).values) {
      const item = items.get(itemCode);
      if (item?.sensitivity !== 'ordinary') continue;
      if (item.valueType === 'telephone') found.telephone ||= value;
      if (item.valueType === 'email') found.email ||= value;
    }
  }
  return found;
}

/** What a form calls its items, read once a form: thousands consent on few. */
class ItemsOfForms {
  readonly #database: ReadDatabase;
  readonly #known = new Map<string, ReadonlyMap<string, FormItem>>();

  constructor(database: ReadDatabase) {
    this.#database = database;
  }

  of(formVersionId: string): ReadonlyMap<string, FormItem> {
    const known = this.#known.get(formVersionId);
    if (known !== undefined) return known;
    const { content } = readFormVersion(this.#database, formVersionId);
    const items = new Map(
      content.purposes.flatMap((purpose) => purpose.items).map((item) => [item.code, item]),
    );
    this.#known.set(formVersionId, items);
    return items;
  }
}
