import { statSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/domain/refusal.ts';
import { attachmentPath } from './attachment-file.ts';
import { type AttachmentEntry, fileHas, type LongWork } from './backup-check.ts';
import { findBackups, manifestIsSigned } from './backup-manifest.ts';
import { chunksOf, copyFileOnMedium, digestFileInPieces, onMedium, renameDurably } from './copy-medium.ts';
import { Sha256Stream } from './cryptography.ts';
import { GrowingFile } from './durable-file.ts';
import { refusing, refusingAsync } from './folder-refusal.ts';
import { exists, listFolder } from './office-folder.ts';
import type { OpenedOffice } from './opened-office.ts';

/*
 * Attached files in a backup. All backups of an office share them, each under the digest of its ciphertext, so that one is written
 * once; and read again, because disks forget.
 */

/**
 * How many of the attachments that are on the medium already are read again: all of them, or a share of about a gibibyte, another
 * each day. Where they are less than that, the share is all.
 */
export type ReadBack = 'all' | 'share';

const shareBytes = 1024 * 1024 * 1024;
const millisecondsInDay = 24 * 60 * 60 * 1000;

/** The attachments that records name: each has a file, unless the disk lost it. */
export interface NamedAttachments {
  ids(): readonly string[];
  has(attachmentId: string): boolean;
}

export function attachmentNames(office: OpenedOffice): string[] {
  return listFolder(office.folder).flatMap((file) =>
    file.role === 'attachment' ? basename(file.relativePath) : [],
  );
}

/** The attachments with the digests of their ciphertext, read once. One that was removed meanwhile is in no later backup either. */
export async function digestAttachments(
  office: OpenedOffice,
  names: readonly string[],
  work: LongWork,
): Promise<AttachmentEntry[]> {
  const entries: AttachmentEntry[] = [];
  for (const [done, id] of names.entries()) {
    const path = join(office.layout.attachments, id);
    const digest = await refusingAsync(() =>
      unlessRemoved(
        path,
        digestFileInPieces(path, () => work.safePoint()),
      ),
    );
    if (digest !== undefined) entries.push({ id, ...digest });
    work.progress('read_attachments', done + 1, names.length);
    await work.safePoint();
  }
  return entries;
}

async function unlessRemoved<Result>(path: string, reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!exists(path)) return undefined;
    throw error;
  }
}

/**
 * Compares the office's own files with what earlier backups on this medium say of them. Nothing ever changes an attachment once it is
 * written, so one that differs now, or is gone while a record names it, was damaged on the office's disk: the intact copy takes its
 * place.
 * @returns the entries as they are then, how many were brought back, and how many are damaged or gone for which there is no copy here.
 */
export async function mendOffice(
  office: OpenedOffice,
  root: string,
  entries: readonly AttachmentEntry[],
  named: NamedAttachments,
  work: LongWork,
): Promise<{ entries: AttachmentEntry[]; broughtBack: number; lost: number }> {
  const former = formerEntries(root, office);
  const present = new Map(entries.map((entry) => [entry.id, entry]));
  let broughtBack = 0;
  let lost = 0;
  for (const id of named.ids()) {
    const entry = present.get(id);
    const known = former.get(id);
    if (entry !== undefined && (known === undefined || known.sha256 === entry.sha256)) continue;
    if (known !== undefined && (await bringBack(office, root, known, named, work))) {
      present.set(id, known);
      broughtBack += 1;
    } else if (named.has(id)) {
      lost += 1;
    }
  }
  return { entries: [...present.values()], broughtBack, lost };
}

/** By id of the attachment, from the oldest backup that has it: whatever a later one holds may have been damaged by then. */
function formerEntries(root: string, { marker, officePublicKey }: OpenedOffice) {
  const found = new Map<string, AttachmentEntry>();
  for (const { manifest } of onMedium(() => findBackups(root))) {
    if (manifest?.officeId !== marker.officeId || !manifestIsSigned(manifest, officePublicKey)) continue;
    for (const entry of manifest.attachments) found.set(entry.id, entry);
  }
  return found;
}

/** Puts an attachment back into the office. False where the copy is damaged too, or no record names it any more. */
async function bringBack(
  office: OpenedOffice,
  root: string,
  entry: AttachmentEntry,
  named: NamedAttachments,
  work: LongWork,
): Promise<boolean> {
  const source = join(root, 'attachments', entry.sha256);
  if (!(await isAsWritten(source, entry, work))) return false;
  const file = refusing(() => new GrowingFile(attachmentPath(office.folder, entry.id), 'attachment'));
  const hash = new Sha256Stream();
  try {
    for (const chunk of chunksOf(source)) {
      hash.update(chunk);
      refusing(() => file.append(chunk));
      await work.safePoint();
    }
    // It may have been removed, or destroyed, while it was being read.
    if (hash.digest().toString('hex') !== entry.sha256 || !named.has(entry.id)) return false;
    refusing(() => file.keep());
    return true;
  } finally {
    file.drop();
  }
}

/**
 * What has to be written: attachments that are not on the medium, and those of which it holds something else than was written, or
 * cannot read what it holds. A damaged one would stay for good otherwise: its name says that it is there.
 * @returns each once, and the digests of those that were damaged.
 */
export async function attachmentsToWrite(
  folder: string,
  entries: readonly AttachmentEntry[],
  work: LongWork & { readonly readBack: ReadBack; readonly madeAt: string },
): Promise<{ missing: AttachmentEntry[]; damaged: ReadonlySet<string> }> {
  // Two records may hold the same ciphertext only if they are the same file; still, each is written once.
  const each = [...new Map(entries.map((entry) => [entry.sha256, entry])).values()];
  const missing: AttachmentEntry[] = [];
  const there: AttachmentEntry[] = [];
  const damaged = new Set<string>();
  for (const entry of each) {
    const found = onMedium(() => sizeOf(join(folder, entry.sha256)));
    if (found === entry.bytes) {
      there.push(entry);
      continue;
    }
    missing.push(entry);
    if (found !== undefined) damaged.add(entry.sha256);
  }
  const read = work.readBack === 'all' ? there : shareOf(there, work.madeAt);
  for (const [done, entry] of read.entries()) {
    work.progress('check_attachments', done, read.length);
    if (await isAsWritten(join(folder, entry.sha256), entry, work)) continue;
    missing.push(entry);
    damaged.add(entry.sha256);
  }
  return { missing, damaged };
}

/** Every attachment has its day, on which it is read again. */
function shareOf(entries: readonly AttachmentEntry[], madeAt: string): readonly AttachmentEntry[] {
  const days = Math.ceil(sumOf(entries) / shareBytes);
  if (days <= 1) return entries;
  const day = Math.floor(Temporal.Instant.from(madeAt).epochMilliseconds / millisecondsInDay) % days;
  return entries.filter(({ sha256 }) => Number.parseInt(sha256.slice(0, 8), 16) % days === day);
}

/** A place that the medium cannot read is as good as damaged; where all of it is gone, the next thing written says so. */
async function isAsWritten(path: string, entry: AttachmentEntry, work: LongWork): Promise<boolean> {
  try {
    return await fileHas(path, entry, work);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'medium_unreachable') return false;
    throw error;
  }
}

/** Answers those that were written: one may have been removed from the office meanwhile. */
export async function copyAttachments(
  office: OpenedOffice,
  folder: string,
  entries: readonly AttachmentEntry[],
  work: LongWork,
): Promise<AttachmentEntry[]> {
  const copied: AttachmentEntry[] = [];
  for (const [done, entry] of entries.entries()) {
    const temporary = join(folder, `partial-${entry.sha256}`);
    onMedium(() => removeIfThere(temporary));
    const source = join(office.layout.attachments, entry.id);
    const written = await unlessRemoved(
      source,
      copyFileOnMedium(source, temporary, { role: 'backup_attachment', step: () => work.safePoint() }),
    );
    if (written !== undefined) {
      // Nothing changes an attachment between two readings; if something did, this backup is not what it says.
      if (written.sha256 !== entry.sha256) throw new Refusal('backup_not_verified');
      onMedium(() => renameDurably(temporary, join(folder, entry.sha256), 'backup_attachment'));
      copied.push(entry);
    }
    work.progress('copy_attachments', done + 1, entries.length);
  }
  return copied;
}

export function sumOf(entries: readonly { bytes: number }[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

function sizeOf(path: string): number | undefined {
  return exists(path) ? statSync(path).size : undefined;
}

function removeIfThere(path: string): void {
  if (exists(path)) unlinkSync(path);
}
