import type { EntryRow } from '../../shared/contract/paper.ts';
import { copyReference } from '../../shared/domain/office/known-copy.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { isEntryCode } from '../../shared/domain/paper/entry-code.ts';
import { labelText, readLabel } from '../../shared/domain/paper/label.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { personSecrets, placeOfPerson } from '../collection/sealed-records.ts';
import type { Handler, ReadContext } from '../context.ts';
import { UnitReader, type UnitRecord, unitColumns } from '../retention/record-unit.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson } from '../storage/sealed-json.ts';
import {
  contentsOf,
  type EntryRecord,
  entryColumns,
  openWords,
  placeOf,
  readEntry,
  unitAround,
  unitOf,
} from './entry-record.ts';
import { movementsOf } from './movement.ts';

/** Rows for a list: opens titles and works out dates, so it is for the page that is shown. */
export class EntryReader {
  readonly #context: Pick<ReadContext, 'database' | 'vault' | 'today'>;
  readonly #units: UnitReader;

  constructor(context: Pick<ReadContext, 'database' | 'vault' | 'today'>) {
    this.#context = context;
    this.#units = new UnitReader(context.database);
  }

  row(entry: EntryRecord): EntryRow {
    const { database, vault } = this.#context;
    return {
      entryId: entry.id,
      kind: entry.kind,
      code: entry.code,
      label: labelText(entry.label_number),
      title: openWords(vault, entry).title,
      state: entry.state,
      partlyDestroyedOn: entry.partly_destroyed_on,
      dueBackOn: entry.due_back_on,
      place: placeOf(database, entry.id),
      coversFrom: entry.covers_from,
      coversTo: entry.covers_to,
      records: entry.records,
      sheets: entry.sheets,
      weightGrams: entry.weight_grams,
      contents:
        database.value<number>(
          'SELECT count(*) FROM paper_entries WHERE parent_id = ? AND id NOT IN (SELECT entry_id FROM paper_parts)',
          [entry.id],
        ) ?? 0,
      unit: this.#unit(entry.id),
    };
  }

  /** Why it is kept until when; null where it is no unit of its own. */
  due(entryId: string) {
    const unit = this.#record(entryId);
    return unit === undefined ? null : this.#units.due(unit);
  }

  #record(entryId: string): UnitRecord | undefined {
    return this.#context.database.get<UnitRecord>(
      `SELECT ${unitColumns} FROM record_units u WHERE u.id = ? AND u.carrier = 'paper'`,
      [entryId],
    );
  }

  #unit(entryId: string): EntryRow['unit'] {
    const unit = this.#record(entryId);
    if (unit === undefined) return null;
    const { dueOn } = this.#units.due(unit);
    return {
      recordClassId: unit.record_class_id,
      className: this.#units.className(unit.record_class_id),
      state: unit.state,
      dueOn,
      isDue: dueOn !== null && dueOn <= this.#context.today,
      isHeld: unit.hold_id !== null,
      orderId: unit.order_id,
    };
  }
}

/**
 * What is in a place, or matches. What is written about entries is sealed, so a search opens the words of everything it looks
 * through; places and codes come first.
 */
export const listEntries: Handler<'paper.listEntries'> = (
  context,
  { parentId, depth, kinds, states, search, limit, offset },
) => {
  const { database, vault } = context;
  if (parentId !== null) readEntry(database, parentId);
  const conditions = [
    // Parts are no things that stand anywhere; they are listed with the record they are parts of.
    'e.id NOT IN (SELECT entry_id FROM paper_parts)',
    ...(kinds.length === 0 ? [] : ['e.kind IN (SELECT value FROM json_each(:kinds))']),
    ...(states.length === 0
      ? // What is gone is looked for by name only.
        ["e.state <> 'destroyed'"]
      : ['e.state IN (SELECT value FROM json_each(:states))']),
    ...(depth === 'directly'
      ? [parentId === null ? 'e.parent_id IS NULL' : 'e.parent_id = :parentId']
      : parentId === null
        ? []
        : [
            `e.id IN (WITH RECURSIVE inside (id) AS (SELECT id FROM paper_entries WHERE parent_id = :parentId
               UNION ALL SELECT c.id FROM inside JOIN paper_entries c ON c.parent_id = inside.id) SELECT id FROM inside)`,
          ]),
  ];
  const params: Record<string, string> = {
    ...(kinds.length === 0 ? {} : { kinds: JSON.stringify(kinds) }),
    ...(states.length === 0 ? {} : { states: JSON.stringify(states) }),
    ...(parentId === null ? {} : { parentId }),
  };
  const from = `FROM paper_entries e WHERE ${conditions.join(' AND ')}`;
  const order = `ORDER BY CASE e.kind WHEN 'site' THEN 0 WHEN 'room' THEN 1 WHEN 'shelf' THEN 2 WHEN 'box' THEN 3
    WHEN 'folder' THEN 4 ELSE 5 END, e.code COLLATE NOCASE`;
  const reader = new EntryReader(context);
  const wanted = search.trim();
  if (wanted === '') {
    return {
      total: database.value<number>(`SELECT count(*) ${from}`, params) ?? 0,
      entries: database
        .all<EntryRecord>(`SELECT ${entryColumns} ${from} ${order} LIMIT :limit OFFSET :offset`, {
          ...params,
          limit,
          offset,
        })
        .map((entry) => reader.row(entry)),
    };
  }
  const found = [...database.iterate<EntryRecord>(`SELECT ${entryColumns} ${from} ${order}`, params)].filter(
    (entry) => matches(vault, entry, wanted),
  );
  return {
    total: found.length,
    entries: found.slice(offset, offset + limit).map((entry) => reader.row(entry)),
  };
};

function matches(vault: ReadContext['vault'], entry: EntryRecord, wanted: string): boolean {
  const label = readLabel(wanted);
  if (typeof label === 'object') return label.number === entry.label_number;
  const lower = wanted.toLowerCase();
  if (entry.code.toLowerCase().includes(lower)) return true;
  if (entry.sealed === null) return false;
  const { title, formerCode, formRanges } = openWords(vault, entry);
  return (
    title.toLowerCase().includes(lower) ||
    formerCode.toLowerCase().includes(lower) ||
    formRanges.some((range) => isWithin(range, wanted))
  );
}

/** Numbers of one form have the same letters around them and are as long, or are plain numbers. */
function isWithin({ from, to }: { from: string; to: string }, wanted: string): boolean {
  const [low, high, number] = [from, to, wanted].map((text) =>
    /^(.*?)(\d+)$/.exec(text.trim().toUpperCase()),
  );
  if (!low || !high || !number || low[1] !== number[1]) return false;
  const value = BigInt(number[2] ?? 0);
  return BigInt(low[2] ?? 0) <= value && value <= BigInt(high[2] ?? 0);
}

export const openEntry: Handler<'paper.openEntry'> = (context, { entryId }) => {
  const { database, vault, actor } = context;
  const entry = readEntry(database, entryId);
  const reader = new EntryReader(context);
  const row = reader.row(entry);
  const own = unitOf(database, entryId);
  const around = own === undefined ? unitAround(database, entry) : undefined;
  const mayReadPeople = mayDo(actor.roles, 'collection.read_people');
  return {
    entry: row,
    words: openWords(vault, entry),
    due: reader.due(entryId),
    ruleId:
      own === undefined
        ? null
        : (database.value<string>('SELECT rule_id FROM retention_rule_versions WHERE id = ?', [
            own.rule_version_id,
          ]) ?? null),
    collectedOn: own?.collected_on ?? null,
    within: around === undefined ? null : { entryId: around.id, kind: around.kind, code: around.code },
    registeredAt: entry.registered_at,
    staffNumber:
      database.value<number>(
        'SELECT staff_number FROM users WHERE id = (SELECT registered_by FROM paper_entries WHERE id = ?)',
        [entryId],
      ) ?? 0,
    people: database
      .all<{ id: string; sealed: Uint8Array }>(
        `SELECT p.id, p.sealed FROM paper_people l JOIN people p ON p.id = l.person_id WHERE l.entry_id = ? ORDER BY p.id`,
        [entryId],
      )
      .map(({ id, sealed }) => ({
        personId: id,
        name: mayReadPeople ? openJson(vault, placeOfPerson(id), sealed, personSecrets).name : null,
      })),
    originals: originalsIn(database, [entryId, ...contentsOf(database, entryId).map(({ id }) => id)]),
    movements: movementsOf(database, vault, entryId),
  };
};

function originalsIn(database: ReadDatabase, entryIds: readonly string[]) {
  return database
    .all<{ consent_id: string; person_id: string | null; given_on: string | null; number: number }>(
      `SELECT o.consent_id, c.person_id, c.given_on, k.number FROM paper_originals o
       JOIN known_copies k ON k.id = o.copy_id LEFT JOIN consents c ON c.id = o.consent_id
       WHERE o.entry_id IN (SELECT value FROM json_each(?)) ORDER BY k.number LIMIT 500`,
      [JSON.stringify(entryIds)],
    )
    .map((row) => ({
      consentId: row.consent_id,
      personId: row.person_id,
      givenOn: row.given_on,
      copyReference: copyReference(row.number),
    }));
}

/** Of a part the record it is a part of, which is what can be taken into a hand. @throws Refusal label_damaged, label_unknown */
export function findEntry(database: ReadDatabase, text: string): EntryRecord {
  const label = readLabel(text);
  if (label === 'damaged') throw new Refusal('label_damaged');
  const wanted = text.trim();
  const entry =
    label === 'not_a_label'
      ? isEntryCode(wanted)
        ? database.get<EntryRecord>(`SELECT ${entryColumns} FROM paper_entries e WHERE e.code = ?`, [wanted])
        : undefined
      : database.get<EntryRecord>(`SELECT ${entryColumns} FROM paper_entries e WHERE e.label_number = ?`, [
          label.number,
        ]);
  if (entry === undefined) throw new Refusal('label_unknown');
  return entry.is_part === 1 && entry.parent_id !== null ? readEntry(database, entry.parent_id) : entry;
}

export const findLabel: Handler<'paper.findLabel'> = ({ database }, { text }) => {
  const { id, kind, code, state } = findEntry(database, text);
  return { entryId: id, kind, code, state };
};
