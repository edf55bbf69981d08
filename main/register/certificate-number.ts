import type { ReadDatabase } from '../storage/database.ts';

/**
 * The next number of a year's certificates of every kind, without gaps. An office that was restored from a backup goes on
 * behind the last number it is known to have given: that certificate is on paper somewhere.
 */
export function nextCertificateNumber(
  database: ReadDatabase,
  year: number,
): { number: string; serial: number } {
  const last = database.value<number | null>(
    `SELECT max(serial) FROM (
       SELECT serial FROM certificates WHERE year = :year
       UNION ALL SELECT value FROM restored_counters WHERE name = :counter)`,
    { year, counter: `certificate.${year}` },
  );
  const serial = (last ?? 0) + 1;
  return { number: `${year}-${String(serial).padStart(4, '0')}`, serial };
}
