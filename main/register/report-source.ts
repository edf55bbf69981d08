import { Temporal } from 'temporal-polyfill';
import type { ReportCell, ReportChart, ReportFilter } from '../../shared/contract/register-reports.ts';
import type { Language } from '../../shared/text/language.ts';
import { createText, type MessageKey, type Text } from '../../shared/text/messages.ts';
import type { ReadContext } from '../context.ts';
import type { SqlValue } from '../storage/database.ts';

export type ReportContext = Pick<ReadContext, 'database' | 'vault' | 'office' | 'today'>;

export interface ReportRow {
  /** Of the row, the same as long as there is one. */
  readonly key: string;
  /** A cell a column, as `shared/domain/register/report.ts` describes them. */
  readonly cells: ReportCell[];
}

/** Where the rows of a report come from: the room that owns the tables. None opens a person's payload. */
export interface ReportSource {
  count(context: ReportContext, filter: ReportFilter): number;
  /** In the order of the report. `limit` -1: all of them. */
  keys(context: ReportContext, filter: ReportFilter, limit: number, offset: number): string[];
  /** @param first the place of the first of these rows in the whole report, from 0. What is gone meanwhile is left out. */
  rows(context: ReportContext, filter: ReportFilter, keys: readonly string[], first: number): ReportRow[];
  charts(context: ReportContext, filter: ReportFilter): ReportChart[];
}

const texts = new Map<Language, Text>();
function textIn(language: Language): Text {
  const known = texts.get(language) ?? createText(language);
  texts.set(language, known);
  return known;
}

/** In both languages: the reader may have either. */
export function inBoth(write: (text: Text, language: Language) => string): { en: string; ko: string } {
  return { en: write(textIn('en'), 'en'), ko: write(textIn('ko'), 'ko') };
}

export const saidAs = (key: MessageKey) => inBoth((text) => text(key));

/** `YYYY-MM` of the first of these to the last, each with its value; at most the last 36 of them. */
export function everyMonth(found: readonly { label: string; value: number }[]): ReportChart['bars'] {
  const months = found.filter(({ label }) => /^\d{4}-\d{2}$/u.test(label));
  const last = months.at(-1)?.label;
  if (last === undefined) return [];
  const values = new Map(months.map(({ label, value }) => [label, value]));
  const bars: ReportChart['bars'] = [];
  let month = Temporal.PlainYearMonth.from(last);
  while (bars.length < 36 && month.toString() >= (months[0]?.label ?? last)) {
    bars.unshift({ label: month.toString(), value: values.get(month.toString()) ?? 0 });
    month = month.subtract({ months: 1 });
  }
  return bars;
}

/** A report of rows that SQL finds, counts and adds up: however many there are, only those of a page are read. */
export interface SqlReport<Row extends { key: SqlValue }> {
  readonly from: string;
  /** The same tables, joined so that a row is found by its key at once; as `from` where nothing is said. */
  readonly fromByKey?: string;
  /** Expression that names a row. */
  readonly key: string;
  readonly columns: string;
  readonly order: string;
  readonly always?: string;
  /** Condition of each filter, with its value as `:name`. Days also come as instants: `:fromAt`, and the end of the last day, `:toAt`. */
  readonly where: Partial<Record<Exclude<keyof ReportFilter, 'state'>, string>>;
  readonly states?: Readonly<Record<string, string>>;
  cells(context: ReportContext): (row: Row, place: number) => ReportCell[];
  readonly charts: readonly {
    readonly key: ReportChart['key'];
    readonly kind: ReportChart['kind'];
    readonly label: string;
    /** What is added up; the number of rows where nothing is said. */
    readonly value?: string;
    /** The largest first where nothing is said. */
    readonly order?: string;
    readonly where?: string;
    name?(context: ReportContext): (label: string) => ReportCell;
  }[];
}

/** Bars beyond these are too many to be compared by eye; the table has them. */
const mostBars = 12;

export function sqlSource<Row extends { key: SqlValue }>(report: SqlReport<Row>): ReportSource {
  const conditionOf = (filter: ReportFilter, more?: string): string => {
    const { state, ...others } = filter;
    const conditions = [
      report.always,
      more,
      ...Object.entries(others).map(([name, value]) =>
        value === null ? undefined : report.where[name as keyof typeof report.where],
      ),
      state === null ? undefined : report.states?.[state],
    ].filter((one) => one !== undefined);
    return conditions.length === 0 ? '' : `WHERE ${conditions.map((one) => `(${one})`).join(' AND ')}`;
  };
  return {
    count: (context, filter) => {
      const sql = `SELECT count(*) FROM ${report.from} ${conditionOf(filter)}`;
      return context.database.value<number>(sql, paramsOf(sql, context, filter)) ?? 0;
    },
    keys: (context, filter, limit, offset) => {
      const sql = `SELECT ${report.key} AS key FROM ${report.from} ${conditionOf(filter)}
        ORDER BY ${report.order} LIMIT :limit OFFSET :offset`;
      return context.database
        .all<{ key: SqlValue }>(sql, paramsOf(sql, context, filter, { limit, offset }))
        .map(({ key }) => String(key));
    },
    rows: (context, _, keys, first) => {
      const sql = `SELECT ${report.key} AS key, ${report.columns} FROM ${report.fromByKey ?? report.from}
        WHERE ${report.key} IN (SELECT value FROM json_each(:keys))${report.always ? ` AND ${report.always}` : ''}`;
      const found = new Map(
        context.database
          .all<Row>(sql, paramsOf(sql, context, null, { keys: JSON.stringify(keys) }))
          .map((row) => [String(row.key), row]),
      );
      const write = report.cells(context);
      return keys.flatMap((key, index) => {
        const row = found.get(key);
        return row === undefined ? [] : [{ key, cells: write(row, first + index) }];
      });
    },
    charts: (context, filter) =>
      report.charts.map(({ key, kind, label, value, order, where, name }) => {
        const sql = `SELECT ${label} AS label, ${value ?? 'count(*)'} AS value FROM ${report.from}
          ${conditionOf(filter, where)} GROUP BY 1 ORDER BY ${kind === 'months' ? 'label' : (order ?? 'value DESC')}`;
        const found = context.database
          .all<{ label: SqlValue; value: number }>(sql, paramsOf(sql, context, filter))
          .map((row) => ({ label: String(row.label ?? ''), value: row.value }));
        if (kind === 'months') return { key, kind, bars: everyMonth(found) };
        const say = name?.(context) ?? ((one: string) => one);
        return {
          key,
          kind,
          bars: found.slice(0, mostBars).map((one) => ({ label: say(one.label), value: one.value })),
        };
      }),
  };
}

/** The values that a statement names. */
function paramsOf(
  sql: string,
  { office, today }: ReportContext,
  filter: ReportFilter | null,
  more: Record<string, SqlValue> = {},
): Record<string, SqlValue> {
  const startOf = (date: string, days: number) =>
    Temporal.PlainDate.from(date)
      .add({ days })
      .toZonedDateTime({ timeZone: office.timeZone })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
  const values: Record<string, SqlValue> = {
    ...filter,
    today,
    offset: offsetOf(office.timeZone, today),
    ...more,
    ...(filter?.from == null ? {} : { fromAt: startOf(filter.from, 0) }),
    ...(filter?.to == null ? {} : { toAt: startOf(filter.to, 1) }),
  };
  const named = new Set([...sql.matchAll(/:([a-zA-Z]+)/gu)].map(([, name]) => name ?? ''));
  return Object.fromEntries(Object.entries(values).filter(([name]) => named.has(name)));
}

/** How far the office's clocks are from UTC today: good enough to say in which month something was. */
function offsetOf(timeZone: string, today: string): string {
  const seconds = Temporal.PlainDate.from(today).toZonedDateTime({ timeZone }).offsetNanoseconds / 1e9;
  return `${seconds >= 0 ? '+' : ''}${seconds} seconds`;
}

/** The month, in the office's time zone, of an instant that SQL has. */
export const monthOf = (instant: string) => `strftime('%Y-%m', ${instant}, :offset)`;

/** A report of what an office has few of: read whole, counted and paged in memory. */
export function listSource(report: {
  read(context: ReportContext, filter: ReportFilter): ReportRow[];
  charts(context: ReportContext, filter: ReportFilter): ReportChart[];
}): ReportSource {
  return {
    count: (context, filter) => report.read(context, filter).length,
    keys: (context, filter, limit, offset) =>
      report
        .read(context, filter)
        .slice(offset, limit === -1 ? undefined : offset + limit)
        .map(({ key }) => key),
    rows: (context, filter, keys) => {
      const rows = new Map(report.read(context, filter).map((row) => [row.key, row]));
      return keys.flatMap((key) => rows.get(key) ?? []);
    },
    charts: report.charts,
  };
}

/** How often each label comes up, or how much under it, the largest first. */
export function barsOf(found: Iterable<readonly [label: string, value: number]>): ReportChart['bars'] {
  const sums = new Map<string, number>();
  for (const [label, value] of found) sums.set(label, (sums.get(label) ?? 0) + value);
  return [...sums]
    .map(([label, value]) => ({ label, value }))
    .sort((one, other) => other.value - one.value)
    .slice(0, mostBars);
}
