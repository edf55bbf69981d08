import { bilingualLine } from '../../shared/contract/fields.ts';
import type { Twin } from '../../shared/contract/paper-twins.ts';
import { copyReference } from '../../shared/domain/office/known-copy.ts';
import { isPlace } from '../../shared/domain/paper/entry-kind.ts';
import { labelText } from '../../shared/domain/paper/label.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handlers, WriteContext } from '../context.ts';
import { registerKnownCopy } from '../office/known-copy.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { insertEntry } from './entry.ts';
import {
  contentsOf,
  type EntryRecord,
  noWords,
  placeOf,
  readEntry,
  unitAround,
  unitOf,
} from './entry-record.ts';
import { takeStep } from './movement.ts';
import { holdUnitAround } from './paper-unit.ts';

interface Original {
  entry_id: string;
  consent_id: string;
}

interface UnitFacts {
  id: string;
  record_class_id: string;
  state: string;
  due_on: string | null;
  is_held: number;
}

const unitFacts = `SELECT u.id, u.record_class_id, u.state, u.due_on,
  EXISTS (SELECT 1 FROM hold_units JOIN holds ON holds.id = hold_id WHERE unit_id = u.id AND released_at IS NULL) AS is_held
  FROM record_units u`;

function mayBeOrdered({ state, due_on: dueOn, is_held: isHeld }: UnitFacts, today: string): boolean {
  return state !== 'ordered' && isHeld === 0 && dueOn !== null && dueOn <= today;
}

/**
 * The other form of each of these record units. Of electronic units: where the signed original of their consent lies, once for an
 * entry. Of paper units: the electronic units of the consents whose originals are in them.
 *
 * @param unitIds electronic and paper units in any mixture; `isAsked` says of each twin whether it is among them itself
 */
export function twinsOf(database: ReadDatabase, unitIds: readonly string[], today: string): Twin[] {
  const asked = new Set(unitIds);
  return [...paperTwins(database, asked, today), ...electronicTwins(database, asked, today)];
}

function paperTwins(database: ReadDatabase, asked: ReadonlySet<string>, today: string): Twin[] {
  const rows = database.all<Original & { unit_id: string }>(
    `SELECT o.entry_id, o.consent_id, u.id AS unit_id FROM record_units u JOIN paper_originals o ON o.consent_id = u.consent_id
     WHERE u.carrier = 'electronic' AND u.id IN (SELECT value FROM json_each(?)) ORDER BY o.entry_id, u.id`,
    [JSON.stringify([...asked])],
  );
  const byEntry = new Map<string, typeof rows>();
  for (const row of rows) byEntry.set(row.entry_id, [...(byEntry.get(row.entry_id) ?? []), row]);
  return [...byEntry].flatMap(([entryId, originals]): Twin[] => {
    const entry = readEntry(database, entryId);
    if (entry.state === 'destroyed') return [];
    const around = unitAround(database, entry);
    const facts =
      around === undefined ? undefined : database.get<UnitFacts>(`${unitFacts} WHERE u.id = ?`, [around.id]);
    const consents = new Set(originals.map((row) => row.consent_id));
    return [
      {
        form: 'paper',
        unitIds: originals.map((row) => row.unit_id),
        entryId,
        code: entry.code,
        place: placeOf(database, entryId),
        state: entry.state,
        paperUnitId: around?.id ?? null,
        dueOn: facts?.due_on ?? null,
        canBeOrdered: facts !== undefined && mayBeOrdered(facts, today),
        others: originalsIn(database, around ?? entry).filter((one) => !consents.has(one.consent_id)).length,
        isAsked: around !== undefined && asked.has(around.id),
      },
    ];
  });
}

function electronicTwins(database: ReadDatabase, asked: ReadonlySet<string>, today: string): Twin[] {
  return [...asked].flatMap((paperUnitId) => {
    if (unitOf(database, paperUnitId) === undefined) return [];
    const consents = originalsIn(database, readEntry(database, paperUnitId)).map((one) => one.consent_id);
    return database
      .all<UnitFacts & { name: string }>(
        `SELECT f.*, k.name FROM (${unitFacts} WHERE u.carrier = 'electronic'
           AND u.consent_id IN (SELECT value FROM json_each(?))) f
         JOIN record_classes k ON k.id = f.record_class_id ORDER BY f.id`,
        [JSON.stringify(consents)],
      )
      .map(
        (facts): Twin => ({
          form: 'electronic',
          paperUnitId,
          unitId: facts.id,
          className: bilingualLine(120).parse(JSON.parse(facts.name)),
          dueOn: facts.due_on,
          canBeOrdered: mayBeOrdered(facts, today),
          isAsked: asked.has(facts.id),
        }),
      );
  });
}

/** Signed originals in an entry, at whatever depth. */
function originalsIn(database: ReadDatabase, entry: EntryRecord): Original[] {
  const ids = [entry.id, ...contentsOf(database, entry.id).map(({ id }) => id)];
  return database.all<Original>(
    'SELECT entry_id, consent_id FROM paper_originals WHERE entry_id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
}

interface ConsentFacts {
  id: string;
  way: string;
  given_on: string;
}

export const twinHandlers: Pick<
  Handlers<'paper'>,
  'paper.registerOriginal' | 'paper.originalsOfPerson' | 'paper.twinsOf'
> = {
  'paper.registerOriginal': (context, { consentId, holderId, asDocument }) => {
    const { database } = context;
    const consent = database.get<ConsentFacts>('SELECT id, way, given_on FROM consents WHERE id = ?', [
      consentId,
    ]);
    if (consent === undefined) throw new Refusal('not_found');
    if (consent.way !== 'paper' && consent.way !== 'imported') throw new Refusal('consent_not_on_paper');
    const holder = readEntry(database, holderId);
    if (isPlace(holder.kind) && !asDocument) throw new Refusal('paper_not_a_unit', { field: 'holderId' });
    if (holder.state === 'destroyed') throw new Refusal('paper_destroyed', { code: holder.code });
    const before = database.get<{ entry_id: string; copy_id: string; number: number; how: string | null }>(
      `SELECT o.entry_id, o.copy_id, k.number, k.how FROM paper_originals o JOIN known_copies k ON k.id = o.copy_id
       WHERE o.consent_id = ?`,
      [consentId],
    );
    if (before?.how === 'destroyed') throw new Refusal('original_destroyed');
    const entryId = asDocument ? documentOf(context, consent, holder, before?.entry_id ?? null) : holderId;
    const entry = readEntry(database, entryId);
    let reference: string;
    if (before === undefined) {
      const copyId = context.newId();
      reference = registerKnownCopy(context, {
        copyId,
        kind: 'paper_duplicate',
        scope: 'listed',
        unitIds: database
          .all<{ id: string }>('SELECT id FROM record_units WHERE consent_id = ?', [consentId])
          .map(({ id }) => id),
        where: entry.code,
        since: consent.given_on,
      });
      database.run('INSERT INTO paper_originals (entry_id, consent_id, copy_id) VALUES (?, ?, ?)', [
        entryId,
        consentId,
        copyId,
      ]);
    } else {
      reference = copyReference(before.number);
      database.run('UPDATE paper_originals SET entry_id = ? WHERE consent_id = ?', [entryId, consentId]);
    }
    holdUnitAround(database, entry);
    context.audit('paper.original_registered', { consentId, entryId, reference });
    return { entryId, code: entry.code, label: labelText(entry.label_number), copyReference: reference };
  },

  'paper.originalsOfPerson': ({ database }, { personId }) => ({
    originals: database
      .all<{ consent_id: string; entry_id: string; number: number }>(
        `SELECT o.consent_id, o.entry_id, k.number FROM consents c JOIN paper_originals o ON o.consent_id = c.id
         JOIN known_copies k ON k.id = o.copy_id WHERE c.person_id = ? ORDER BY k.number`,
        [personId],
      )
      .map((row) => {
        const { code, kind, state } = readEntry(database, row.entry_id);
        return {
          consentId: row.consent_id,
          entryId: row.entry_id,
          code,
          kind,
          state,
          place: placeOf(database, row.entry_id),
          copyReference: copyReference(row.number),
        };
      }),
    linked: database
      .all<{ entry_id: string }>('SELECT entry_id FROM paper_people WHERE person_id = ? ORDER BY entry_id', [
        personId,
      ])
      .map(({ entry_id: entryId }) => {
        const { code, kind } = readEntry(database, entryId);
        return { entryId, code, kind, place: placeOf(database, entryId) };
      }),
  }),

  'paper.twinsOf': ({ database, today }, { unitIds }) => ({
    twins: twinsOf(database, unitIds, today).slice(0, 1000),
    onPaper:
      database.value<number>(
        "SELECT count(*) FROM record_units WHERE carrier = 'paper' AND id IN (SELECT value FROM json_each(?))",
        [JSON.stringify(unitIds)],
      ) ?? 0,
  }),
};

/**
 * The document that is the original, in the holder: the one it is already, put there, or a new one. Outside of any unit it becomes
 * one of its own, kept under the rule of the consent that keeps it longest, from the day the consent was given.
 */
function documentOf(
  context: WriteContext,
  consent: ConsentFacts,
  holder: EntryRecord,
  presentId: string | null,
): string {
  const { database } = context;
  const present = presentId === null ? undefined : readEntry(database, presentId);
  if (present?.kind === 'document') {
    if (present.parent_id !== holder.id) takeStep(context, present.id, 'moved', { toId: holder.id });
    return present.id;
  }
  const rule = database.value<string>(
    `SELECT v.rule_id FROM record_units u JOIN retention_rule_versions v ON v.id = u.rule_version_id
     WHERE u.consent_id = ? ORDER BY u.due_on IS NULL DESC, u.due_on DESC LIMIT 1`,
    [consent.id],
  );
  const isKeptWithHolder = unitAround(database, holder) !== undefined;
  return insertEntry(context, {
    kind: 'document',
    parentId: holder.id,
    code: null,
    words: noWords,
    extent: { coversFrom: null, coversTo: null, records: 1, sheets: null, weightGrams: null },
    unit: isKeptWithHolder || rule === undefined ? null : { ruleId: rule, collectedOn: consent.given_on },
  }).entryId;
}
