import type { ReadDatabase } from '../storage/database.ts';

/** Series of numbers for people: a letter, the year and four or more digits, without gaps in a year. */
const series = {
  order: { letter: 'D', table: 'destruction_orders' },
  batch: { letter: 'B', table: 'paper_batches' },
} as const;

/** The next `D-2026-0001` or `B-2026-0001` of the year, also of numbers that were given before records were restored. */
export function nextYearlyNumber(database: ReadDatabase, name: keyof typeof series, today: string): string {
  const { letter, table } = series[name];
  const year = today.slice(0, 4);
  const latest = database.value<number | null>(
    `SELECT max(value) FROM (
       SELECT CAST(substr(number, 8) AS INTEGER) AS value FROM ${table} WHERE number LIKE ?
       UNION ALL SELECT value FROM restored_counters WHERE name = ?)`,
    [`${letter}-${year}-%`, `${name}.${year}`],
  );
  return `${letter}-${year}-${String((latest ?? 0) + 1).padStart(4, '0')}`;
}
