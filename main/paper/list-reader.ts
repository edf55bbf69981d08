import type { z } from 'zod';
import { bilingualLine } from '../../shared/contract/fields.ts';
import type { ListFinding } from '../../shared/contract/paper-import.ts';
import { readImportedDate, type SheetCalendar } from '../../shared/domain/collection/import-date.ts';
import type { ListPlan, ListProblem, ListTarget } from '../../shared/domain/paper/box-list.ts';
import { isEntryCode } from '../../shared/domain/paper/entry-code.ts';
import { retentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import { createText } from '../../shared/text/messages.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { NewEntry } from './entry.ts';

export type ListedEntry = Omit<NewEntry, 'parentId' | 'kind'> & {
  readonly row: number;
  readonly kind: 'box' | 'folder' | 'document';
  /** Site, room and shelf as they are written, the largest first; empty where the row names none. */
  readonly place: readonly { readonly kind: 'site' | 'room' | 'shelf'; readonly name: string }[];
};

const limits: Partial<Record<ListTarget, number>> = {
  title: 120,
  note: 1000,
  form_from: 30,
  form_to: 30,
  site: 120,
  room: 120,
  shelf: 120,
};
const maximum = { records: 1_000_000, sheets: 1_000_000, weight: 10_000 } as const;
const kinds = ['box', 'folder', 'document'] as const;

/** Reads the rows of a box list by a plan, and says what is wrong with each. */
export class ListReader {
  readonly #database: ReadDatabase;
  readonly #plan: ListPlan;
  readonly #today: string;
  readonly #calendar: SheetCalendar;
  readonly #rules: Map<string, string>;
  /** Rows by their code, folded. */
  readonly #codes = new Map<string, number>();

  constructor(database: ReadDatabase, plan: ListPlan, today: string, calendar: SheetCalendar) {
    this.#database = database;
    this.#plan = plan;
    this.#today = today;
    this.#calendar = calendar;
    this.#rules = rulesByName(database);
  }

  /** The entry of a row, and its faults; without faults it can be registered. */
  read(row: number, cells: readonly string[]): { entry: ListedEntry; faults: ListFinding[] } {
    const faults: ListFinding[] = [];
    const columnOf = (target: ListTarget) => this.#plan.columns.indexOf(target);
    const textOf = (target: ListTarget) => {
      const column = columnOf(target);
      const value =
        column === -1
          ? ''
          : (cells[column] ?? '')
              .normalize('NFC')
              .replaceAll(/\p{Cc}+/gu, ' ')
              .trim();
      const limit = limits[target];
      if (limit !== undefined && value.length > limit) fault('too_long', target, value);
      return value;
    };
    const fault = (
      problem: ListProblem,
      target: ListTarget,
      value: string,
      otherRow: number | null = null,
    ) => {
      const column = columnOf(target);
      faults.push({
        row,
        column: column === -1 ? null : column,
        problem,
        value: value.slice(0, 60),
        otherRow,
      });
    };
    const numberOf = (target: 'records' | 'sheets' | 'weight') => {
      const written = textOf(target).replaceAll(/[,\s]|건|매|장|kg/giu, '');
      if (written === '') return null;
      const value = Number(written);
      if (
        Number.isFinite(value) &&
        value >= 0 &&
        value <= maximum[target] &&
        (target === 'weight' || Number.isInteger(value))
      )
        return value;
      fault('number_malformed', target, textOf(target));
      return null;
    };
    const dateOf = (target: 'collected_on' | 'covers_from' | 'covers_to') => {
      const written = textOf(target);
      if (written === '') return null;
      // A year alone is its first day, or its last where something ends.
      if (/^\d{4}$/.test(written)) return target === 'covers_from' ? `${written}-01-01` : `${written}-12-31`;
      const read = readImportedDate(written, this.#plan.dateOrder, this.#calendar);
      if ('date' in read) return read.date;
      fault(`date_${read.problem}`, target, written);
      return null;
    };

    const kind = this.#kindOf(textOf('kind'));
    if (kind === null) fault('kind_unknown', 'kind', textOf('kind'));
    const [coversFrom, coversTo] = [dateOf('covers_from'), dateOf('covers_to')];
    if (coversFrom !== null && coversTo !== null && coversTo < coversFrom)
      fault('period_reversed', 'covers_to', coversTo);
    const ruleId = this.#ruleOf(textOf('class'));
    if (ruleId === undefined) fault('class_unknown', 'class', textOf('class'));
    const collectedOn = dateOf('collected_on') ?? this.#plan.collectedOn ?? coversTo;
    if (typeof ruleId === 'string') {
      if (collectedOn === null) fault('collected_missing', 'collected_on', '');
      else if (collectedOn > this.#today) fault('date_in_future', 'collected_on', collectedOn);
    }
    const place = (['site', 'room', 'shelf'] as const).flatMap((each) => {
      const name = textOf(each);
      return name === '' ? [] : [{ kind: each, name }];
    });
    if (place.length > 0 && place[0]?.kind !== 'site' && this.#plan.parentId === null)
      fault('place_incomplete', place[0]?.kind ?? 'shelf', place[0]?.name ?? '');
    const written = textOf('code');
    const wrong = this.#plan.codes === 'take_over' ? this.#problemOfCode(row, written) : null;
    if (wrong !== null) fault(wrong.problem, 'code', written, wrong.otherRow);
    const weight = numberOf('weight');
    const [formFrom, formTo] = [textOf('form_from'), textOf('form_to')];
    return {
      entry: {
        row,
        kind: kind ?? this.#plan.kind,
        place,
        code: this.#plan.codes === 'take_over' ? written : null,
        words: {
          title: textOf('title'),
          note: textOf('note'),
          formerCode: this.#plan.codes === 'give' ? written.slice(0, 60) : '',
          formRanges:
            formFrom === '' && formTo === '' ? [] : [{ from: formFrom || formTo, to: formTo || formFrom }],
        },
        extent: {
          coversFrom,
          coversTo,
          records: numberOf('records'),
          sheets: numberOf('sheets'),
          weightGrams: weight === null ? null : Math.round(weight * 1000),
        },
        unit: typeof ruleId === 'string' && collectedOn !== null ? { ruleId, collectedOn } : null,
      },
      faults,
    };
  }

  /** What is wrong with a code that is taken over, and with which row before it that has to do. */
  #problemOfCode(row: number, code: string): { problem: ListProblem; otherRow: number | null } | null {
    if (code === '') return { problem: 'code_missing', otherRow: null };
    if (!isEntryCode(code)) return { problem: 'code_unfit', otherRow: null };
    const before = this.#codes.get(code.toUpperCase());
    if (before !== undefined) return { problem: 'code_repeated', otherRow: before };
    this.#codes.set(code.toUpperCase(), row);
    const isTaken = this.#database.value('SELECT 1 FROM paper_entries WHERE code = ?', [code]) !== undefined;
    return isTaken ? { problem: 'code_taken', otherRow: null } : null;
  }

  #kindOf(written: string): (typeof kinds)[number] | null {
    if (written === '') return this.#plan.kind;
    const folded = written.toLowerCase();
    const found = kinds.find((kind) =>
      [kind, createText('en')(`paper.kind.${kind}`), createText('ko')(`paper.kind.${kind}`)].some(
        (name) => name.toLowerCase() === folded,
      ),
    );
    return found ?? null;
  }

  /** Undefined where the name is none of a class or a rule; null where the row has none. */
  #ruleOf(written: string): string | null | undefined {
    return written === '' ? this.#plan.ruleId : this.#rules.get(foldName(written));
  }
}

function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

/** Rules by their names and by that of their class, in both languages; the first of a class stands for it. */
function rulesByName(database: ReadDatabase): Map<string, string> {
  const names = new Map<string, string>();
  const rows = database.all<{ id: string; name: string; content: string }>(
    `SELECT r.id, k.name, v.content FROM retention_rules r JOIN record_classes k ON k.id = r.record_class_id
     JOIN retention_rule_versions v ON v.id = r.applied_version_id ORDER BY r.rowid`,
  );
  const name = bilingualLine(120);
  for (const row of rows) {
    const rule = retentionRuleContent.parse(JSON.parse(row.content)).name;
    for (const each of Object.values(rule)) names.set(foldName(each), row.id);
  }
  for (const row of rows) {
    const text: z.infer<typeof name> = name.parse(JSON.parse(row.name));
    for (const each of Object.values(text)) if (!names.has(foldName(each))) names.set(foldName(each), row.id);
  }
  return names;
}
