import type { PartRow } from '../../shared/contract/paper-parts.ts';
import { catalogueItem } from '../../shared/domain/collection/catalogue.ts';
import { checkPart } from '../../shared/domain/destruction/paper-part.ts';
import { isPlace } from '../../shared/domain/paper/entry-kind.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handlers, WriteContext } from '../context.ts';
import { endKey } from '../office/ended-keys.ts';
import { heldAmong } from '../retention/hold.ts';
import { UnitReader, type UnitRecord, unitColumns } from '../retention/record-unit.ts';
import { recordHappening } from '../retention/unit-dates.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { insertEntry } from './entry.ts';
import {
  contentsOf,
  type EntryRecord,
  noWords,
  openWords,
  readEntry,
  unitAround,
  unitOf,
} from './entry-record.ts';
import { divideUnit } from './paper-unit.ts';
import { readPart, readParts, unitsConcerned } from './part.ts';

/** Items of the catalogue that are in use: names of fields that say nothing about anybody. */
function fieldsOf(database: ReadDatabase) {
  return database
    .all<{ content: string }>('SELECT content FROM catalogue_items WHERE retired_at IS NULL ORDER BY rowid')
    .map(({ content }) => {
      const { code, label } = catalogueItem.parse(JSON.parse(content));
      return { code, name: label };
    });
}

/** What can be divided: a box, folder or document that is there, is a record unit or lies in one, and is on no order. */
function readWhole(database: ReadDatabase, wholeId: string): { whole: EntryRecord; around: EntryRecord } {
  const whole = readEntry(database, wholeId);
  if (isPlace(whole.kind) || whole.is_part === 1) throw new Refusal('paper_not_a_unit');
  if (whole.state === 'destroyed') throw new Refusal('paper_destroyed', { code: whole.code });
  const around = unitAround(database, whole);
  if (around === undefined) throw new Refusal('part_without_rule', { code: whole.code });
  if (unitOf(database, around.id)?.state === 'ordered')
    throw new Refusal('paper_unit_ordered', { code: around.code });
  return { whole, around };
}

/** Originals that are destroyed with a part are in it from now on: their consents' other form is the part, not the whole. */
function moveOriginals(
  context: WriteContext,
  whole: EntryRecord,
  toId: string,
  consentIds: readonly string[],
): void {
  const { database } = context;
  const inside = JSON.stringify([whole.id, ...contentsOf(database, whole.id).map(({ id }) => id)]);
  for (const consentId of new Set(consentIds)) {
    const { changes } = database.run(
      `UPDATE paper_originals SET entry_id = ? WHERE consent_id = ? AND entry_id IN (SELECT value FROM json_each(?))`,
      [toId, consentId, inside],
    );
    if (changes === 0) throw new Refusal('part_without_original', { field: 'consentIds' });
  }
}

export const partHandlers: Pick<
  Handlers<'paper'>,
  'paper.registerPart' | 'paper.listParts' | 'paper.withdrawPart'
> = {
  'paper.registerPart': (context, { wholeId, way, sheets, where, fieldCodes, reason, consentIds }) => {
    const { database, today } = context;
    const { whole, around } = readWhole(database, wholeId);
    checkPart({ way, sheets, sheetsOfWhole: whole.sheets });
    if (reason.on > today) throw new Refusal('date_in_future', { field: 'reason.on' });
    if (fieldCodes.length > 0 && consentIds.length > 0)
      throw new Refusal('part_original_stays', { field: 'consentIds' });
    const known = new Map(fieldsOf(database).map(({ code, name }) => [code, name]));
    const fields = [...new Set(fieldCodes)].map((code) => {
      const name = known.get(code);
      if (name === undefined) throw new Refusal('part_field_unknown', { field: 'fieldCodes' });
      return name;
    });
    const { entryId: partId } = insertEntry(
      context,
      {
        kind: 'document',
        parentId: wholeId,
        code: null,
        words: { ...noWords, note: where },
        extent: { coversFrom: null, coversTo: null, records: null, sheets, weightGrams: null },
        unit: null,
      },
      { isPart: true },
    );
    database.run('INSERT INTO paper_parts (entry_id, whole_id, way, fields) VALUES (?, ?, ?, ?)', [
      partId,
      wholeId,
      way,
      JSON.stringify(fields),
    ]);
    moveOriginals(context, whole, partId, consentIds);
    divideUnit(context, around.id, partId);
    const due = recordHappening(database, partId, { kind: reason.kind, event: null, on: reason.on });
    context.audit('paper.part_registered', { entryId: wholeId, partId, way, sheets, fields: fields.length });
    return { partId, dueOn: due.dueOn };
  },

  'paper.listParts': ({ database, vault, today }, { wholeId }) => {
    const whole = readEntry(database, wholeId);
    const reader = new UnitReader(database);
    return {
      parts: readParts(database, wholeId).map((part): PartRow => {
        const entry = readEntry(database, part.entry_id);
        const unit = database.get<UnitRecord>(`SELECT ${unitColumns} FROM record_units u WHERE u.id = ?`, [
          part.entry_id,
        ]);
        const due = unit === undefined ? null : reader.due(unit);
        return {
          partId: part.entry_id,
          way: part.way,
          sheets: entry.sheets,
          fields: part.fields,
          where: openWords(vault, entry).note,
          state: entry.state,
          unit:
            unit === undefined || due === null
              ? null
              : {
                  state: unit.state,
                  due,
                  isDue: due.dueOn !== null && due.dueOn <= today,
                  isHeld: heldAmong(database, unitsConcerned(database, part.entry_id)).length > 0,
                  orderId: unit.order_id,
                },
        };
      }),
      isPossible:
        !isPlace(whole.kind) &&
        whole.is_part === 0 &&
        whole.state !== 'destroyed' &&
        unitAround(database, whole) !== undefined,
      fields: fieldsOf(database),
    };
  },

  'paper.withdrawPart': (context, { partId }) => {
    const { database, clock } = context;
    const part = readPart(database, partId);
    if (part === undefined) throw new Refusal('not_found');
    const entry = readEntry(database, partId);
    const whole = readEntry(database, part.whole_id);
    if (entry.state === 'destroyed') throw new Refusal('paper_destroyed', { code: whole.code });
    if (unitOf(database, partId)?.state === 'ordered')
      throw new Refusal('paper_unit_ordered', { code: whole.code });
    if (heldAmong(database, [partId]).length > 0) throw new Refusal('paper_unit_held', { code: whole.code });
    database.run('UPDATE paper_originals SET entry_id = ? WHERE entry_id = ?', [part.whole_id, partId]);
    if (entry.data_key_id !== null) endKey(database, clock, entry.data_key_id);
    database.run("DELETE FROM record_units WHERE id = ? AND carrier = 'paper'", [partId]);
    database.run('DELETE FROM paper_entries WHERE id = ?', [partId]);
    context.audit('paper.part_withdrawn', { entryId: part.whole_id, partId });
    return {};
  },
};
