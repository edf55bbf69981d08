import { z } from 'zod';
import { digest, instant } from '../../contract/fields.ts';
import { canonicalJson, canonicalJsonBytes } from './canonical-json.ts';
import { certificateNumber, signedByStaff, staff } from './certificate-fields.ts';

/**
 * A certificate is never edited. One that turns out to be wrong is superseded: a new certificate of the same kind says everything
 * again as it should have been, names the other by number and digest, and says why and what is different. Both stay.
 */
export const supersessionReasons = ['entered_wrongly', 'became_known', 'told_wrongly_by_system'] as const;
export type SupersessionReason = (typeof supersessionReasons)[number];

/** A member of the content by its path, `media.0.serialNumber`. */
const memberPath = z
  .string()
  .max(120)
  .regex(/^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*$/u);

const change = z.strictObject({
  member: memberPath,
  /** Canonical JSON of the value, null where the member is not there at all. */
  before: z.string().max(400).nullable(),
  after: z.string().max(400).nullable(),
});
export type SupersessionChange = z.infer<typeof change>;

const superseded = {
  number: certificateNumber,
  /** SHA-256 of that certificate's content. */
  digest,
  reason: z.enum(supersessionReasons),
  changes: z.array(change).min(1).max(100),
};

export const supersession = z.strictObject({
  ...superseded,
  issuedAt: instant,
  /** Who says so, signed with their own key over the canonical JSON of `supersessionStatement`. */
  by: signedByStaff,
});
export type Supersession = z.infer<typeof supersession>;

export const supersessionStatement = z.strictObject({
  format: z.literal('ashbook-supersession/1'),
  ...superseded,
  userId: staff.shape.id,
  staffNumber: staff.shape.staffNumber,
  roles: staff.shape.roles,
  at: instant,
});
export type SupersessionStatement = z.infer<typeof supersessionStatement>;

/** What the person signed, put together again from what the certificate says. */
export function statementOf({ number, digest: of, reason, changes, by }: Supersession): Uint8Array {
  const statement = supersessionStatement.parse({
    format: 'ashbook-supersession/1',
    number,
    digest: of,
    reason,
    changes,
    userId: by.user.id,
    staffNumber: by.user.staffNumber,
    roles: by.user.roles,
    at: by.at,
  });
  return canonicalJsonBytes(statement);
}

/** Of every certificate its own, so never a correction of another. */
const ownMembers = new Set(['number', 'issuedAt', 'audit', 'supersedes']);

/** What differs between two contents, member by member, in the order of their paths. */
export function changesBetween(before: object, after: object): SupersessionChange[] {
  const [old, now] = [membersOf(before), membersOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((member) => !ownMembers.has(member.split('.')[0] ?? '') && old.get(member) !== now.get(member))
    .sort()
    .map((member) => ({ member, before: old.get(member) ?? null, after: now.get(member) ?? null }));
}

/** Every value that has no members of its own, by its path. */
function membersOf(value: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    const own = path === '' ? name : `${path}.${name}`;
    if (typeof member === 'object' && member !== null && Object.keys(member).length > 0) {
      for (const [inner, text] of membersOf(member, own)) found.set(inner, text);
    } else found.set(own, canonicalJson(member));
  }
  return found;
}
