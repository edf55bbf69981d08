import type { ListFinding, ListReport } from '../../shared/contract/paper-import.ts';
import type { ListPlan } from '../../shared/domain/paper/box-list.ts';
import { isEntryCode } from '../../shared/domain/paper/entry-code.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { ImportFile } from '../collection/import-desk.ts';
import { dataRows, rowsBetweenSafePoints } from '../collection/import-file.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { RuleReader } from '../retention/rule-reader.ts';
import { insertEntry } from './entry.ts';
import { type EntryRecord, entryColumns, noWords, openWords } from './entry-record.ts';
import { type ListedEntry, ListReader } from './list-reader.ts';

/** A list of more boxes than a large office has. */
const rowsAllowed = 5000;

const nothingCounted = { coversFrom: null, coversTo: null, records: null, sheets: null, weightGrams: null };

export const listImportHandlers: Pick<Handlers<'paper'>, 'paper.checkList' | 'paper.importList'> = {
  'paper.checkList': async (context, { importId, plan, limit, offset }) => {
    const { entries, findings } = await readList(context, context.session.importDesk.file(importId), plan);
    return {
      report: reportOf(context, plan, entries, findings),
      findings: findings.slice(offset, offset + limit),
    };
  },

  'paper.importList': async (context, { importId, plan }) => {
    const { database, vault, session } = context;
    const file = session.importDesk.file(importId);
    const { entries, findings } = await readList(context, file, plan);
    if (findings.length > 0) throw new Refusal('paper_list_has_faults', { faults: findings.length });
    await context.safePoint();
    const done = database.transaction(() => {
      const rules = new RuleReader(database);
      const places = new PlaceFinder(context, plan.parentId);
      const keys = vault.addDataKeys(entries.filter(hasWords).length);
      const keyId = () => {
        const key = keys.pop();
        if (key === undefined) throw new Error('more entries with words than keys');
        return key;
      };
      const entryIds = entries.map(
        ({ row: _, place, ...entry }) =>
          insertEntry(context, { ...entry, parentId: places.find(place) }, { rules, keyId }).entryId,
      );
      const units = entries.filter(({ unit }) => unit !== null).length;
      context.audit('paper.list_imported', { entries: entryIds.length, places: places.made, units });
      return { entries: entryIds.length, places: places.made, units, entryIds };
    });
    session.importDesk.close(importId);
    return done;
  },
};

function hasWords({ words }: ListedEntry): boolean {
  return words.title + words.note + words.formerCode !== '' || words.formRanges.length > 0;
}

async function readList(
  context: WorkContext,
  file: ImportFile,
  plan: ListPlan,
): Promise<{ entries: ListedEntry[]; findings: ListFinding[] }> {
  if (plan.columns.every((target) => target === null)) throw new Refusal('paper_list_without_columns');
  const { layout, table } = file.requireRead;
  if (table.rows > rowsAllowed) throw new Refusal('paper_list_too_long', { rows: rowsAllowed });
  const reader = new ListReader(
    context.database,
    plan,
    context.today,
    layout.kind === 'xlsx' ? layout.calendar : '1900',
  );
  const entries: ListedEntry[] = [];
  const findings: ListFinding[] = [];
  for await (const { row, cells } of dataRows(file)) {
    const { entry, faults } = reader.read(row, cells);
    entries.push(entry);
    findings.push(...faults);
    if (entries.length % rowsBetweenSafePoints !== 0) continue;
    context.progress('paper_list_read', entries.length, table.rows);
    await context.safePoint();
  }
  return { entries, findings };
}

function reportOf(
  context: WorkContext,
  plan: ListPlan,
  entries: readonly ListedEntry[],
  findings: readonly ListFinding[],
): ListReport {
  const places = new PlaceFinder(context, plan.parentId);
  const rules = new RuleReader(context.database);
  const dueAtOnce = entries.filter(({ unit }) => {
    if (unit === null || unit.collectedOn > context.today) return false;
    const version = context.database.value<string>(
      'SELECT applied_version_id FROM retention_rules WHERE id = ?',
      [unit.ruleId],
    );
    const due = version === undefined ? null : rules.dueWhenCollected(version, unit.collectedOn).dueOn;
    return due !== null && due <= context.today;
  }).length;
  return {
    rows: entries.length,
    entries: entries.length,
    places: places.countMissing(entries.map(({ place }) => place)),
    units: entries.filter(({ unit }) => unit !== null).length,
    dueAtOnce,
    faults: findings.length,
  };
}

type Way = ListedEntry['place'];

/** Finds the place a row names, by code or by title below what it lies in, and registers what is not there yet. */
class PlaceFinder {
  readonly #context: WorkContext;
  readonly #rootId: string | null;
  readonly #known = new Map<string, string>();
  made = 0;

  constructor(context: WorkContext, rootId: string | null) {
    this.#context = context;
    this.#rootId = rootId;
  }

  /** Must be called in a transaction. */
  find(way: Way): string | null {
    let holderId = this.#rootOf(way);
    for (const step of way) {
      const key = keyOf(holderId, step);
      const found = this.#known.get(key) ?? this.#lookUp(holderId, step) ?? this.#register(holderId, step);
      this.#known.set(key, found);
      holderId = found;
    }
    return holderId;
  }

  /** How many places would have to be registered. */
  countMissing(ways: readonly Way[]): number {
    const missing = new Set<string>();
    for (const way of ways) {
      let holder: string | null = this.#rootOf(way);
      for (const step of way) {
        const key: string = keyOf(holder, step);
        const found: string | null = missing.has(key) ? null : this.#lookUp(holder, step);
        if (found === null) missing.add(key);
        holder = found ?? key;
      }
    }
    return missing.size;
  }

  /** A site lies in nothing, wherever the rest goes. */
  #rootOf(way: Way): string | null {
    return way[0]?.kind === 'site' ? null : this.#rootId;
  }

  #lookUp(holderId: string | null, { kind, name }: Way[number]): string | null {
    const { database, vault } = this.#context;
    const candidates = database.all<EntryRecord>(
      `SELECT ${entryColumns} FROM paper_entries e WHERE e.kind = ? AND e.parent_id IS ?`,
      [kind, holderId],
    );
    const folded = name.toLowerCase();
    const found = candidates.find(
      (entry) =>
        entry.code.toLowerCase() === folded || openWords(vault, entry).title.toLowerCase() === folded,
    );
    return found?.id ?? null;
  }

  /** A name that cannot be a code, or is one already elsewhere, stands beside a code that is given. */
  #register(parentId: string | null, { kind, name }: Way[number]): string {
    const { database } = this.#context;
    const isFree =
      isEntryCode(name) && database.value('SELECT 1 FROM paper_entries WHERE code = ?', [name]) === undefined;
    const { entryId } = insertEntry(this.#context, {
      kind,
      parentId,
      code: isFree ? name : null,
      words: isFree ? noWords : { ...noWords, title: name },
      extent: nothingCounted,
      unit: null,
    });
    this.made += 1;
    return entryId;
  }
}

function keyOf(holder: string | null, { kind, name }: Way[number]): string {
  return `${holder ?? ''} ${kind} ${name.toLowerCase()}`;
}
