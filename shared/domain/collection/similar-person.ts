import { foldName, telephoneDigits } from './searchable-name.ts';

/**
 * Whether two people may be the same: who is about to be added is compared with who is here already. Names are compared as they
 * are searched (searchable-name.ts); contacts as the number or the mailbox they lead to.
 */
export interface Comparable {
  readonly name: string;
  readonly telephones: readonly string[];
  readonly emails: readonly string[];
}

export const similarities = ['name', 'telephone', 'email'] as const;
export type Similarity = (typeof similarities)[number];

/** What agrees, in the order of `similarities`. */
export function similaritiesOf(one: Comparable, other: Comparable): Similarity[] {
  const agrees: Readonly<Record<Similarity, boolean>> = {
    name: namesAgree(one.name, other.name),
    telephone: meet(one.telephones, other.telephones, telephoneDigits),
    email: meet(one.emails, other.emails, foldEmail),
  };
  return similarities.filter((similarity) => agrees[similarity]);
}

/** Name and contact agree: more likely the same person than not. */
export function isLikelySame(found: readonly Similarity[]): boolean {
  return found.includes('name') && found.length > 1;
}

/** The same letters, or the same words in another order: `홍 길동` and `홍길동`, `Kim, Cheol-su` and `Cheolsu Kim`. */
function namesAgree(one: string, other: string): boolean {
  const folded = foldName(one);
  if (folded === '') return false;
  return folded === foldName(other) || wordsOf(one) === wordsOf(other);
}

function wordsOf(name: string): string {
  return name
    .split(/[\s,]+/u)
    .map(foldName)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}

function meet(one: readonly string[], other: readonly string[], fold: (value: string) => string): boolean {
  const known = new Set(other.map(fold).filter((value) => value !== ''));
  return one.some((value) => known.has(fold(value)));
}

/** Mailboxes are compared without case: what little the standard allows beyond that, nobody uses (RFC 5321, 2.4). */
function foldEmail(value: string): string {
  return value.normalize('NFKC').trim().toLowerCase();
}
