import { z } from 'zod';
import type { EntryKind } from './entry-kind.ts';

/**
 * What the office calls a place or a box: it stands in clear on labels, lists and certificates and outlives what it names, so it
 * must not be able to name anybody. Latin letters, digits and `- . / _`, with at least one digit, at most 24 characters.
 * See docs/decisions/0171.
 */
export const entryCode = z
  .string()
  .max(24)
  .regex(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]*$/, { error: 'entry_code' });

export function isEntryCode(text: string): boolean {
  return entryCode.safeParse(text).success;
}

const letters: Readonly<Record<EntryKind, string>> = {
  site: 'S',
  room: 'R',
  shelf: 'H',
  box: 'B',
  folder: 'F',
  document: 'D',
};

/** What it is called where the office gives no code of its own: `B-0042`, by the number of its label. */
export function codeFor(kind: EntryKind, labelNumber: number): string {
  return `${letters[kind]}-${String(labelNumber).padStart(4, '0')}`;
}
