import { z } from 'zod';
import { digest, filledLine, id, instant } from '../../contract/fields.ts';
import { role, roles } from '../office/permission.ts';

/** What every kind of certificate is made of. There is no field for personal data, and every text is bounded. */
export const certificateFormat = 'ashbook-certificate/1';

export const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/u);
export const publicKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/u);
export const count = z.int().nonnegative();
/** Visible ASCII: enough for a copy's number, a file system, a version; not enough for a sentence about somebody. */
export const reference = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(/^[\x21-\x7e]+$/u);

/** `2026-0001`, without gaps in a year. */
export const certificateNumber = z.string().regex(/^\d{4}-\d{4,8}$/u);

/** Staff by number and role, never by name; the printed certificate leaves a line to sign by hand. */
export const staff = z.strictObject({
  id,
  staffNumber: z.int().positive(),
  roles: z.array(role).min(1).max(roles.length),
});
export type CertificateStaff = z.infer<typeof staff>;

/**
 * Something one person signed with a key of their own, over the canonical JSON of a statement that can be put together again from
 * what stands beside it, so that it can be checked without the office.
 */
export const signedByStaff = z.strictObject({
  user: staff,
  at: instant,
  /** Ed25519, 64 bytes, Base64. */
  signature,
  /** Ed25519, 32 raw bytes, Base64. */
  publicKey,
});
export type SignedByStaff = z.infer<typeof signedByStaff>;

export const certifyingOffice = z.strictObject({ id, name: filledLine(200) });

/** IANA name; the printed times are in this zone. */
export const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/u);

export const certifyingTool = z.strictObject({ name: z.literal('Ashbook'), version: reference(40) });

/** The audit log as it stood when the certificate was issued. */
export const auditCheckpoint = z.strictObject({
  origin: reference(120),
  size: z.int().positive(),
  root: digest,
  signature,
});

const known = z.enum(['yes', 'no', 'unknown']);

/** What the operating system told of the storage, or somebody who knows better. */
export const certifiedStorageFacts = z.strictObject({
  fileSystem: reference(40),
  encryptedVolume: known,
  solidState: known,
  swap: z.enum(['none', 'encrypted', 'plain', 'unknown']),
});

/** Copies that hold keys of an epoch before a destruction: each one makes its certificate conditional. */
export const keyCopyKinds = [
  'recovery_medium',
  'recovery_kit',
  'vault_copy',
  'operating_system_keystore',
] as const;

/** Registered copies of records: all but a backup, which is ciphertext without keys, can be read as they are. */
export const recordCopyKinds = [
  'export',
  'print',
  'backup',
  'provided_to_vendor',
  'provided_to_recipient',
  'paper_duplicate',
] as const;
