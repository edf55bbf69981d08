import { bilingualLine } from '../../shared/contract/fields.ts';
import type { EntryExtent, EntryWords } from '../../shared/contract/paper.ts';
import { codeFor } from '../../shared/domain/paper/entry-code.ts';
import { checkFits, type EntryKind, isPlace } from '../../shared/domain/paper/entry-kind.ts';
import { labelText, largestLabelNumber } from '../../shared/domain/paper/label.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { retentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import { instantText } from '../clock.ts';
import type { Handler, Handlers, WriteContext } from '../context.ts';
import { endKey } from '../office/ended-keys.ts';
import { heldAmong } from '../retention/hold.ts';
import type { RuleReader } from '../retention/rule-reader.ts';
import { readHappenings, recordHappening } from '../retention/unit-dates.ts';
import type { Database } from '../storage/database.ts';
import type { KeyId } from '../storage/vault.ts';
import {
  type EntryRecord,
  nextLabelNumber,
  readEntry,
  sealWords,
  unitAround,
  unitOf,
} from './entry-record.ts';
import { checkMayLieIn, enterMovement } from './movement.ts';
import { checkUnitMayChange, holdUnitAround, makeUnit } from './paper-unit.ts';

export interface NewEntry {
  readonly kind: EntryKind;
  readonly parentId: string | null;
  /** Null: by the number of its label. */
  readonly code: string | null;
  readonly words: EntryWords;
  readonly extent: EntryExtent;
  readonly unit: { readonly ruleId: string; readonly collectedOn: string } | null;
}

export interface RegisteredEntry {
  entryId: string;
  code: string;
  label: string;
}

/**
 * Adds one entry to the registry. Must be called in a transaction; the audit entry is the caller's.
 * @param isPart of a record in which it therefore fits (part-handlers.ts)
 * @param keyId where a key of its own has been made already, as an import does for many at once
 * @throws Refusal paper_code_taken, paper_not_a_unit, paper_period_reversed, those of checkMayLieIn and makeUnit
 */
export function insertEntry(
  context: WriteContext,
  entry: NewEntry,
  { rules, keyId, isPart = false }: { rules?: RuleReader; keyId?: () => KeyId; isPart?: boolean } = {},
): RegisteredEntry {
  const { database, vault, office, actor, clock } = context;
  if (entry.unit !== null && isPlace(entry.kind)) throw new Refusal('paper_not_a_unit', { field: 'unit' });
  if (!isPart)
    checkFits(entry.kind, entry.parentId === null ? null : readEntry(database, entry.parentId).kind);
  checkExtent(entry.extent);
  const entryId = context.newId();
  const number = nextLabelNumber(database, largestLabelNumber);
  const code = entry.code ?? freeCode(database, entry.kind, number);
  if (entry.code !== null && codeIsTaken(database, code))
    throw new Refusal('paper_code_taken', { field: 'code', code });
  const [dataKeyId, sealed] = sealWords(vault, keyFor(context, entry.kind, keyId), entryId, entry.words);
  const { coversFrom, coversTo, records, sheets, weightGrams } = entry.extent;
  database.run(
    `INSERT INTO paper_entries (id, office_id, kind, parent_id, label_number, code, covers_from, covers_to, records, sheets,
       weight_grams, data_key_id, sealed, registered_at, registered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      entryId,
      office.id,
      entry.kind,
      entry.parentId,
      number,
      code,
      coversFrom,
      coversTo,
      records,
      sheets,
      weightGrams,
      dataKeyId,
      sealed,
      instantText(clock.now()),
      actor.id,
    ],
  );
  if (entry.parentId !== null && !isPart)
    checkMayLieIn(database, readEntry(database, entryId), entry.parentId);
  if (entry.unit !== null) makeUnit(context, { id: entryId, code }, entry.unit, rules);
  enterMovement(context, { id: entryId, parent_id: null }, 'registered', { toId: entry.parentId });
  return { entryId, code, label: labelText(number) };
}

/** Places are the office's own; whatever holds records has a key that dies with it. */
function keyFor(context: WriteContext, kind: EntryKind, keyId?: () => KeyId): () => KeyId {
  return isPlace(kind) ? () => context.office.notesKeyId : (keyId ?? (() => context.vault.addDataKey()));
}

function codeIsTaken(database: Database, code: string): boolean {
  return database.value('SELECT 1 FROM paper_entries WHERE code = ?', [code]) !== undefined;
}

/** A list that was taken over may have given away the code of this number. */
function freeCode(database: Database, kind: EntryKind, number: number): string {
  const usual = codeFor(kind, number);
  for (let more = 1; ; more += 1) {
    const code = more === 1 ? usual : `${usual}.${more}`;
    if (!codeIsTaken(database, code)) return code;
  }
}

function checkExtent({ coversFrom, coversTo }: EntryExtent): void {
  if (coversFrom !== null && coversTo !== null && coversTo < coversFrom)
    throw new Refusal('paper_period_reversed', { field: 'extent.coversTo' });
}

const listRules: Handler<'paper.listRules'> = ({ database }) => ({
  rules: database
    .all<{ id: string; record_class_id: string; name: string; content: string }>(
      `SELECT r.id, r.record_class_id, k.name, v.content FROM retention_rules r
       JOIN record_classes k ON k.id = r.record_class_id
       JOIN retention_rule_versions v ON v.id = r.applied_version_id ORDER BY k.rowid, r.rowid`,
    )
    .map((row) => {
      const { name, period } = retentionRuleContent.parse(JSON.parse(row.content));
      return {
        ruleId: row.id,
        recordClassId: row.record_class_id,
        className: bilingualLine(120).parse(JSON.parse(row.name)),
        ruleName: name,
        period,
      };
    }),
});

/** Of what has not been destroyed and is no part of a record: a part is changed by taking it back. */
function readPresent(database: Database, entryId: string): EntryRecord {
  const entry = readEntry(database, entryId);
  if (entry.state === 'destroyed') throw new Refusal('paper_destroyed', { code: entry.code });
  if (entry.is_part === 1) throw new Refusal('paper_part_stays');
  return entry;
}

export const entryHandlers: Pick<
  Handlers<'paper'>,
  | 'paper.registerEntries'
  | 'paper.changeEntry'
  | 'paper.classifyEntry'
  | 'paper.removeEntry'
  | 'paper.listRules'
  | 'paper.linkPerson'
  | 'paper.unlinkPerson'
> = {
  'paper.registerEntries': (context, { howMany, ...entry }) => {
    if (howMany > 1 && entry.code !== null) throw new Refusal('paper_code_of_many', { field: 'code' });
    const entries = Array.from({ length: howMany }, () => insertEntry(context, entry));
    context.audit('paper.entries_registered', {
      entryKind: entry.kind,
      entries: howMany,
      ...(howMany === 1 ? { entryId: entries[0]?.entryId ?? '' } : {}),
      ...(entry.parentId === null ? {} : { placeId: entry.parentId }),
    });
    return { entries };
  },

  'paper.changeEntry': (context, { entryId, words, extent }) => {
    const { database, vault, clock } = context;
    const entry = readPresent(database, entryId);
    checkExtent(extent);
    const { data_key_id: present } = entry;
    const key = present === null ? keyFor(context, entry.kind) : () => present;
    const [dataKeyId, sealed] = sealWords(vault, key, entryId, words);
    if (dataKeyId === null && present !== null && !isPlace(entry.kind)) endKey(database, clock, present);
    database.run(
      `UPDATE paper_entries SET data_key_id = ?, sealed = ?, covers_from = ?, covers_to = ?, records = ?, sheets = ?,
         weight_grams = ? WHERE id = ?`,
      [
        dataKeyId,
        sealed,
        extent.coversFrom,
        extent.coversTo,
        extent.records,
        extent.sheets,
        extent.weightGrams,
        entryId,
      ],
    );
    context.audit('paper.entry_changed', { entryId });
    return {};
  },

  'paper.classifyEntry': (context, { entryId, unit }) => {
    const { database } = context;
    const entry = readPresent(database, entryId);
    if (isPlace(entry.kind)) throw new Refusal('paper_not_a_unit');
    checkUnitMayChange(context, entry);
    const before = unitOf(database, entryId);
    const happened = readHappenings(database, entryId);
    database.run("DELETE FROM record_units WHERE id = ? AND carrier = 'paper'", [entryId]);
    let due = unit === null ? null : makeUnit(context, entry, unit);
    // Under whatever rule: what has happened to it has happened.
    if (due !== null) for (const happening of happened) due = recordHappening(database, entryId, happening);
    context.audit('paper.entry_classified', {
      entryId,
      ...(before === undefined
        ? {}
        : { ruleVersionBefore: before.rule_version_id, collectedBefore: before.collected_on }),
      ...(due === null ? {} : { ruleVersionId: due.ruleVersionId }),
      ...(unit === null ? {} : { collectedOn: unit.collectedOn }),
    });
    return { dueOn: due?.dueOn ?? null };
  },

  'paper.removeEntry': (context, { entryId }) => {
    const { database, clock } = context;
    const entry = readPresent(database, entryId);
    if (unitOf(database, entryId) !== undefined) throw new Refusal('paper_is_unit', { code: entry.code });
    const inside = database.value('SELECT 1 FROM paper_entries WHERE parent_id = ? LIMIT 1', [entryId]);
    const originals = database.value('SELECT 1 FROM paper_originals WHERE entry_id = ? LIMIT 1', [entryId]);
    if (inside !== undefined || originals !== undefined)
      throw new Refusal('paper_not_empty', { code: entry.code });
    if (entry.data_key_id !== null && !isPlace(entry.kind)) endKey(database, clock, entry.data_key_id);
    database.run('DELETE FROM paper_entries WHERE id = ?', [entryId]);
    context.audit('paper.entry_removed', { entryId, entryKind: entry.kind });
    return {};
  },

  'paper.listRules': listRules,

  'paper.linkPerson': (context, { entryId, personId }) => {
    const { database } = context;
    const entry = readPresent(database, entryId);
    if (isPlace(entry.kind)) throw new Refusal('paper_not_a_unit');
    if (database.value('SELECT 1 FROM people WHERE id = ?', [personId]) === undefined)
      throw new Refusal('not_found');
    database.run('INSERT OR IGNORE INTO paper_people (entry_id, person_id) VALUES (?, ?)', [
      entryId,
      personId,
    ]);
    holdUnitAround(database, entry);
    context.audit('paper.person_linked', { entryId, personId });
    return {};
  },

  'paper.unlinkPerson': (context, { entryId, personId }) => {
    const { database } = context;
    const entry = readPresent(database, entryId);
    const around = unitAround(database, entry);
    if (around !== undefined && heldAmong(database, [around.id]).length > 0)
      throw new Refusal('paper_unit_held', { code: around.code });
    const { changes } = database.run('DELETE FROM paper_people WHERE entry_id = ? AND person_id = ?', [
      entryId,
      personId,
    ]);
    if (changes === 0) throw new Refusal('not_found');
    context.audit('paper.person_unlinked', { entryId, personId });
    return {};
  },
};
