import { z } from 'zod';
import type { ReadDatabase } from '../storage/database.ts';

/** A certificate as the log says that it was issued. */
export interface IssuedCertificate {
  readonly sequence: number;
  readonly number: string;
  readonly digest: string;
}

const issuedEntry = z.object({
  sequence: z.int(),
  about: z.object({ number: z.string(), digest: z.string() }),
});

/** Of an entry `register.certificate_issued`. */
export function readIssued(entry: string): IssuedCertificate[] {
  const parsed = issuedEntry.safeParse(JSON.parse(entry));
  return parsed.success ? [{ sequence: parsed.data.sequence, ...parsed.data.about }] : [];
}

/**
 * The first number of a year that no certificate has, though a later one does. An office restored from a backup goes on behind
 * the last number it is known to have given: what lies in between is on paper somewhere and is no gap.
 */
export function findNumberGap(database: ReadDatabase): { year: number; serial: number } | null {
  const gaps = database.all<{ year: number; serial: number; before: number }>(
    `SELECT year, serial, coalesce(lag(serial) OVER (PARTITION BY year ORDER BY serial), 0) AS before FROM certificates`,
  );
  for (const { year, serial, before } of gaps) {
    if (serial === before + 1) continue;
    const known = database.value<number>('SELECT value FROM restored_counters WHERE name = ?', [
      `certificate.${year}`,
    ]);
    if ((known ?? 0) < serial - 1) return { year, serial: before + 1 };
  }
  return null;
}
