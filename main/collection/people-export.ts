import type { ExportAsk } from '../../shared/contract/collection-export.ts';
import type { Language } from '../../shared/contract/fields.ts';
import type { ConsentEventType } from '../../shared/domain/collection/consent.ts';
import {
  type ConsentFormContent,
  type FormItem,
  nameItemCode,
} from '../../shared/domain/collection/consent-form.ts';
import { readPeopleQuery } from '../../shared/domain/collection/searchable-name.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import type { TableCell, TableColumn } from '../../shared/domain/office/table-cell.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { createText, type Text } from '../../shared/text/messages.ts';
import type { Handlers, ReadContext, WorkContext } from '../context.ts';
import { documentHandler, type MadeDocument } from '../documents/document-handler.ts';
import { renderTableFile, type TableFormat } from '../documents/table-file.ts';
import { usePerson as askGate, type Use, usePersonRecord } from '../provision/gate.ts';
import { openUnit } from '../retention/separate-retention.ts';
import { openJson } from '../storage/sealed-json.ts';
import { consentStates } from './consent-event.ts';
import { readFormVersion } from './consent-form.ts';
import { personSecrets, placeOfPerson } from './sealed-records.ts';

/** What stands in place of sensitive data and unique identifiers. */
const mask = '●●●';
const rowsBetweenSafePoints = 100;

export const exportHandlers: Pick<
  Handlers<'collection'>,
  'collection.countExport' | 'collection.export' | 'collection.exportUnmasked'
> = {
  'collection.countExport': (context, { what, ...selection }) => ({
    rows:
      what === 'people'
        ? selectedPeople(context, selection).length
        : selectedConsents(context, selection).length,
  }),
  'collection.export': exporter('collection.export', true),
  'collection.exportUnmasked': exporter('collection.exportUnmasked', false),
};

function exporter(name: 'collection.export' | 'collection.exportUnmasked', isMasked: boolean) {
  return documentHandler<ExportAsk, TableFormat>(name, (context, ask, { format, languages, to }) => {
    // To see more of people than a clerk does takes the work of a clerk as well.
    if (!mayDo(context.actor.roles, 'collection.export')) throw new Refusal('forbidden');
    // What is shown is not entered as a copy, and a table that has left the records is one.
    context.requireNobodyAside();
    if (to !== 'file') throw new Refusal('export_to_file_only');
    return exported(context, ask, format, languages[0] ?? 'en', isMasked);
  });
}

async function exported(
  context: WorkContext,
  ask: ExportAsk,
  format: TableFormat,
  language: Language,
  isMasked: boolean,
): Promise<MadeDocument> {
  const text = createText(language);
  const use: Use = { kind: 'export', purpose: ask.reason, deedId: context.newId() };
  const table =
    ask.what === 'people'
      ? peopleTable(context, ask, text)
      : consentsTable(context, ask, use, text, language, isMasked);
  if (table.total === 0) throw new Refusal('export_nothing');
  const personIds = new Set<string>();
  async function* rows(): AsyncGenerator<TableCell[]> {
    let done = 0;
    for (const { personId, cells } of table.rows) {
      if (done % rowsBetweenSafePoints === 0) {
        context.progress('export', done, table.total);
        await context.safePoint();
      }
      personIds.add(personId);
      done += 1;
      yield cells();
    }
  }
  // The uses are entered as the rows are read: all of them, or, where it is cancelled, none.
  const bytes = await context.database.transactionInPieces(() =>
    renderTableFile(format, {
      sheetName: text(`collection.export.${ask.what}`),
      timeZone: context.office.timeZone,
      columns: table.columns,
      rows: rows(),
    }),
  );
  return {
    bytes,
    fileName: `ashbook-${ask.what}`,
    about: { rows: table.total, people: personIds.size, reason: ask.reason, masked: isMasked ? 'yes' : 'no' },
    copy: { scope: 'listed', personIds: [...personIds], use: 'asked' },
  };
}

interface ExportTable {
  readonly columns: TableColumn[];
  readonly total: number;
  readonly rows: readonly { personId: string; cells(): TableCell[] }[];
}

type Selection = Pick<ExportAsk, 'search' | 'formId'>;
type Asked = Selection & Pick<ExportAsk, 'reason'>;

/** Found people, newest consent first; of one form only those who consented on it. */
function selectedPeople(context: ReadContext | WorkContext, { search, formId }: Selection): string[] {
  const { database, session } = context;
  const all = database
    .all<{ person_id: string }>(
      `SELECT c.person_id FROM consents c JOIN consent_form_versions v ON v.id = c.form_version_id
       WHERE :formId IS NULL OR v.form_id = :formId GROUP BY c.person_id ORDER BY max(c.captured_at) DESC, c.person_id`,
      { formId },
    )
    .map((row) => row.person_id);
  const query = readPeopleQuery(search);
  if (query === null) return all;
  const found = new Set(session.peopleSearch.find(query, { limit: Number.POSITIVE_INFINITY, offset: 0 }).ids);
  return all.filter((personId) => found.has(personId));
}

function peopleTable(context: WorkContext, ask: Asked, text: Text): ExportTable {
  const { database, vault } = context;
  const people = selectedPeople(context, ask);
  return {
    total: people.length,
    columns: [
      { heading: text('collection.people.column.name'), kind: 'text' },
      { heading: text('collection.people.column.consents'), kind: 'number' },
      { heading: text('collection.people.column.last'), kind: 'date' },
      { heading: text('collection.people.column.state'), kind: 'text' },
    ],
    rows: people.map((personId) => ({
      personId,
      cells: () => {
        const row = database.get<{ sealed: Uint8Array; consents: number; last: string; withdrawn: number }>(
          `SELECT p.sealed, count(c.id) AS consents, max(c.given_on) AS last,
             EXISTS (SELECT 1 FROM consent_events e JOIN consents w ON w.id = e.consent_id
                     WHERE w.person_id = p.id AND e.type = 'withdrawn') AS withdrawn
           FROM people p JOIN consents c ON c.person_id = p.id WHERE p.id = ? GROUP BY p.id`,
          [personId],
        );
        if (row === undefined) throw new Error('a person without a row');
        usePersonRecord(context, personId, ask.reason, 'export');
        return [
          openJson(vault, placeOfPerson(personId), row.sealed, personSecrets).name,
          row.consents,
          row.last,
          text(row.withdrawn === 1 ? 'collection.people.withdrawn' : 'collection.people.standing'),
        ];
      },
    })),
  };
}

interface ConsentRecord {
  id: string;
  person_id: string;
  form_version_id: string;
  given_on: string;
}

function selectedConsents(
  context: ReadContext | WorkContext,
  { search, formId }: Selection,
): ConsentRecord[] {
  const people =
    readPeopleQuery(search) === null ? null : new Set(selectedPeople(context, { search, formId }));
  return context.database
    .all<ConsentRecord>(
      `SELECT c.id, c.person_id, c.form_version_id, c.given_on FROM consents c
       JOIN consent_form_versions v ON v.id = c.form_version_id
       WHERE v.form_id = ? ORDER BY c.given_on DESC, c.captured_at DESC, c.id`,
      [formId],
    )
    .filter((consent) => people === null || people.has(consent.person_id));
}

function consentsTable(
  context: WorkContext,
  ask: Selection,
  use: Use,
  text: Text,
  language: Language,
  isMasked: boolean,
): ExportTable {
  const { database, vault } = context;
  const consents = selectedConsents(context, ask);
  const versions = new Map<string, ReturnType<typeof readFormVersion>>();
  for (const { form_version_id: versionId } of consents) {
    if (!versions.has(versionId)) versions.set(versionId, readFormVersion(database, versionId));
  }
  /** What the gate says of a person's units, asked and entered once a person. */
  const verdicts = new Map<string, ReturnType<typeof askGate>>();
  const purposes = columnsOf(
    [...versions.values()].flatMap(({ content }) => content.purposes),
    ({ id }) => id,
  );
  const items = columnsOf(
    [...versions.values()].flatMap(({ content }) => itemsOf(content)),
    ({ code }) => code,
  );
  return {
    total: consents.length,
    columns: [
      { heading: text('collection.people.column.name'), kind: 'text' },
      { heading: text('collection.export.given_on'), kind: 'date' },
      { heading: text('collection.export.version'), kind: 'number' },
      ...purposes.map((purpose): TableColumn => ({ heading: purpose.name[language], kind: 'text' })),
      ...items.map(
        (item): TableColumn => ({
          heading: item.label[language],
          kind: item.valueType === 'date' && !isHidden(item, isMasked) ? 'date' : 'text',
        }),
      ),
    ],
    rows: consents.map((consent) => ({
      personId: consent.person_id,
      cells: () => {
        const version = versions.get(consent.form_version_id);
        const states = consentStates(database, consent.id);
        const verdict = verdicts.get(consent.person_id) ?? askGate(context, consent.person_id, use);
        verdicts.set(consent.person_id, verdict);
        const values = valuesOf(context, consent, verdict);
        return [
          nameOf({ database, vault }, consent.person_id),
          consent.given_on,
          version?.version ?? null,
          ...purposes.map(({ id }) => answerText(states.get(id), text)),
          ...items.map((item) => {
            const value = values.get(item.code);
            return value !== undefined && isHidden(item, isMasked) ? mask : (value ?? null);
          }),
        ];
      },
    })),
  };
}

/** Each once, as the newest version calls it. */
function columnsOf<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

function itemsOf(content: ConsentFormContent): FormItem[] {
  return content.purposes
    .flatMap((purpose) => purpose.items)
    .filter((item) => item.kind !== 'automatic' && item.code !== nameItemCode);
}

function isHidden(item: FormItem, isMasked: boolean): boolean {
  return isMasked && item.sensitivity !== 'ordinary';
}

function answerText(state: ConsentEventType | undefined, text: Text): string | null {
  return state === undefined ? null : text(`collection.state.${state}`);
}

function nameOf({ database, vault }: Pick<WorkContext, 'database' | 'vault'>, personId: string): string {
  const sealed = database.value<Uint8Array>('SELECT sealed FROM people WHERE id = ?', [personId]);
  if (sealed === undefined) throw new Error('a consent without its person');
  return openJson(vault, placeOfPerson(personId), sealed, personSecrets).name;
}

/** What is held, of the units that the gate lets through for this reason. */
function valuesOf(
  { database, vault }: WorkContext,
  consent: ConsentRecord,
  verdict: ReturnType<typeof askGate>,
): Map<string, string> {
  const units = database.all<{ id: string }>('SELECT id FROM record_units WHERE consent_id = ?', [
    consent.id,
  ]);
  return new Map(
    units
      .filter(({ id }) => verdict.get(id) === null)
      .flatMap(({ id }) => openUnit({ database, vault }, id).values)
      .map(({ itemCode, value }) => [itemCode, value]),
  );
}
