import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digest, id, instant } from '../../shared/contract/fields.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import { onMedium } from './copy-medium.ts';
import { sha256, verifyEd25519 } from './cryptography.ts';
import { systemErrorCode } from './durable-file.ts';
import { parseChecked, withChecksum } from './office-folder.ts';
import { signedRegister } from './restore-register.ts';

/**
 * Where a backup folder keeps what. All of one office's backups stand below `ashbook-<office id>`, and share attachments: those
 * are named by the digest of their ciphertext, so that each is written once however many backups hold it.
 */
export function backupLayout(folder: string, officeId: string) {
  const root = join(folder, `ashbook-${officeId}`);
  return { root, attachments: join(root, 'attachments') };
}

const officeRootPattern = /^ashbook-[0-9a-f-]{36}$/;
const backupNamePattern = /^backup-\d{8}-\d{6}-[0-9a-f]{8}$/;
/** Not yet, or no longer, a backup. */
const partialNamePattern = /^(?:partial|removed)-/;

/** `backup-20260305-051244-1a2b3c4d`: sorts by time, says nothing of the office. UTC. */
export function backupName(madeAt: string, backupId: string): string {
  const [date = '', time = ''] = madeAt.slice(0, 19).replaceAll(/[-:]/g, '').split('T');
  return `backup-${date}-${time}-${backupId.slice(0, 8)}`;
}

export const manifestName = 'manifest.json';
export const recordsName = 'records.db';

const fileDigest = z.strictObject({ bytes: z.int().nonnegative(), sha256: digest });

/** `manifest.json`: what a backup holds, written last. Ids, counts and digests only. */
const backupManifest = z.strictObject({
  format: z.literal('ashbook-backup'),
  formatVersion: z.literal(1),
  backupId: id,
  officeId: id,
  madeAt: instant,
  cipher: z.enum(['aegis', 'sqlcipher']),
  /** Of the database: number of the last migration. */
  schemaVersion: z.int().nonnegative(),
  epoch: z.int().nonnegative(),
  /** Names the key in the vault; the key itself is nowhere near. */
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  records: fileDigest,
  rows: z.record(z.string(), z.int().nonnegative()),
  attachments: z.array(fileDigest.extend({ id })),
  register: signedRegister,
  /** Ed25519 of the office over all of the above, Base64: which key opens a backup, and what it holds, nobody else decides. */
  signature: z.string().max(100),
});
export type BackupManifest = z.infer<typeof backupManifest>;

function signedBytes({ signature: _, ...content }: BackupManifest): Uint8Array {
  return Buffer.concat([Buffer.from('ashbook-backup/1:'), sha256(canonicalJsonBytes(content))]);
}

export function signManifest(
  content: Omit<BackupManifest, 'signature'>,
  signAsOffice: (message: Uint8Array) => Uint8Array,
): BackupManifest {
  const signature = Buffer.from(signAsOffice(signedBytes({ ...content, signature: '' }))).toString('base64');
  return { ...content, signature };
}

/** Whether this office signed it. Whose key that is comes from the vault, never from the medium. */
export function manifestIsSigned(manifest: BackupManifest, officePublicKey: Uint8Array): boolean {
  return verifyEd25519(officePublicKey, signedBytes(manifest), Buffer.from(manifest.signature, 'base64'));
}

export function manifestText(manifest: BackupManifest): string {
  return withChecksum({ ...manifest });
}

/** A backup as found on a medium. */
export interface FoundBackup {
  readonly path: string;
  readonly name: string;
  /** Undefined where it is damaged. */
  readonly manifest: BackupManifest | undefined;
}

/** @throws Refusal backup_damaged (the manifest), backup_newer_version. */
export function readManifest(path: string): BackupManifest {
  const text = onMedium(() => readFileSync(join(path, manifestName), 'utf8'));
  const content = parseChecked(text);
  if (content === undefined) throw new Refusal('backup_damaged', { part: 'manifest' });
  if (typeof content.formatVersion === 'number' && content.formatVersion > 1)
    throw new Refusal('backup_newer_version');
  const parsed = backupManifest.safeParse(content);
  if (!parsed.success) throw new Refusal('backup_damaged', { part: 'manifest' });
  return parsed.data;
}

/**
 * The backups in a folder a person points at: the folder itself, the folder above `backup-...`, or any folder above
 * `ashbook-...`. Newest first; damaged ones are listed without a manifest, never left out.
 */
export function findBackups(folder: string): FoundBackup[] {
  const names = onMedium(() => readdirSync(folder));
  const roots = names.filter((name) => officeRootPattern.test(name)).map((name) => join(folder, name));
  const paths = names.includes(manifestName)
    ? [folder]
    : [folder, ...roots].flatMap((root) =>
        onMedium(() => readdirSync(root))
          .filter((name) => backupNamePattern.test(name))
          .map((name) => join(root, name)),
      );
  return paths
    .map((path) => ({ path, name: path.slice(path.search(/[^/\\]*$/)), manifest: manifestOrUndefined(path) }))
    .sort((one, other) => (one.name < other.name ? 1 : -1));
}

function manifestOrUndefined(path: string): BackupManifest | undefined {
  try {
    return readManifest(path);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** What interrupted work left in an office's part of a backup folder. */
export function unfinishedNames(root: string): string[] {
  return namesIn(root).filter((name) => partialNamePattern.test(name));
}

/** Digests that some backup still needs, or undefined where a manifest cannot be read: then nothing may be cleared away. */
export function digestsInUse(root: string): ReadonlySet<string> | undefined {
  const inUse = new Set<string>();
  for (const name of namesIn(root)) {
    if (!backupNamePattern.test(name)) continue;
    const manifest = manifestOrUndefined(join(root, name));
    if (manifest === undefined) return undefined;
    for (const attachment of manifest.attachments) inUse.add(attachment.sha256);
  }
  return inUse;
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Whether backups of any office stand in a folder. */
export function holdsBackups(folder: string): boolean {
  return namesIn(folder).some((name) => officeRootPattern.test(name) || backupNamePattern.test(name));
}
