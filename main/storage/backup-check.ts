import { join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJson } from '../../shared/domain/register/canonical-json.ts';
import { type BackupManifest, manifestIsSigned, readManifest, recordsName } from './backup-manifest.ts';
import { digestFileInPieces, type FileDigest, onMedium, onMediumAsync } from './copy-medium.ts';
import { inspectCopyAside } from './database-copying.ts';
import { exists } from './office-folder.ts';
import type { DataKeys } from './vault.ts';

/** Long work as the caller sees it. */
export interface LongWork {
  progress(step: string, done: number, total: number): void;
  /** Where a cancellation may arrive: it rejects, and what was written is removed. */
  safePoint(): Promise<void>;
}

export type AttachmentEntry = BackupManifest['attachments'][number];

/** Reads back from the medium what was written. @throws Refusal backup_not_verified */
export async function verifyPartial(
  partial: string,
  attachments: string,
  manifest: BackupManifest,
  fresh: readonly AttachmentEntry[],
  keys: DataKeys,
  work: LongWork,
): Promise<void> {
  const read = onMedium(() => readManifest(partial));
  const findings = [
    canonicalJson(read) === canonicalJson(manifest),
    await checkRecords(partial, read, keys, work),
  ];
  for (const entry of fresh) findings.push(await fileHas(join(attachments, entry.sha256), entry, work));
  if (findings.includes(false)) throw new Refusal('backup_not_verified');
}

/** Digest, key, every page, every table's rows. */
async function checkRecords(
  path: string,
  manifest: BackupManifest,
  keys: DataKeys,
  work: LongWork,
): Promise<boolean> {
  const file = join(path, recordsName);
  if (!(await fileHas(file, manifest.records, work))) return false;
  const content = await keys.withDataKey(manifest.keyId, (key) =>
    onMediumAsync(() => inspectCopyAside(file, key, manifest.cipher)),
  );
  return content.complaints.length === 0 && sameRows(content.rows, manifest.rows);
}

export function sameRows(
  found: ReadonlyMap<string, number>,
  expected: Readonly<Record<string, number>>,
): boolean {
  const names = Object.keys(expected);
  return names.length === found.size && names.every((name) => found.get(name) === expected[name]);
}

/** Whether a file is there and is the one described. */
export async function fileHas(path: string, expected: FileDigest, work: LongWork): Promise<boolean> {
  return onMediumAsync(async () => {
    if (!exists(path)) return false;
    const { bytes, sha256 } = await digestFileInPieces(path, () => work.safePoint());
    return bytes === expected.bytes && sha256 === expected.sha256;
  });
}

/** What is wrong with a finished backup, read again from its medium; `undefined` where nothing is. */
export async function checkBackup(
  path: string,
  { vault: keys, officePublicKey }: { vault: DataKeys; officePublicKey: Uint8Array },
  work: LongWork,
): Promise<'manifest' | 'records' | 'attachment' | undefined> {
  let manifest: BackupManifest;
  try {
    manifest = readManifest(path);
    if (!manifestIsSigned(manifest, officePublicKey)) return 'manifest';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'backup_damaged') return 'manifest';
    throw error;
  }
  const attachments = join(path, '..', 'attachments');
  const total = manifest.attachments.length + 1;
  try {
    if (!(await checkRecords(path, manifest, keys, work))) return 'records';
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Pages that SQLite cannot read are damage, not an accident of ours.
    return 'records';
  }
  for (const [done, entry] of manifest.attachments.entries()) {
    work.progress('check_attachments', done + 1, total);
    await work.safePoint();
    if (!(await fileHas(join(attachments, entry.sha256), entry, work))) return 'attachment';
  }
  return undefined;
}
