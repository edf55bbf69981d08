import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statfsSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { Sha256Stream } from './cryptography.ts';
import { systemErrorCode } from './durable-file.ts';
import { dieHere, faultPoint } from './fault-point.ts';

/**
 * Files on a disk that is not the office's own: a backup folder, a removable medium. Such a disk can be pulled out, be full or
 * write-protected at any moment, and then says so as a `medium_...` refusal, so that nobody looks for the fault in the office.
 */
const mediumRefusals: Readonly<Record<string, string>> = {
  ENOSPC: 'medium_full',
  EDQUOT: 'medium_full',
  EFBIG: 'medium_full',
  SQLITE_FULL: 'medium_full',
  EROFS: 'medium_read_only',
  EACCES: 'medium_read_only',
  EPERM: 'medium_read_only',
};
const unreachable = new Set([
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOENT',
  'ENOTDIR',
  'ENOTCONN',
  'ESTALE',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'ELOOP',
  'ENAMETOOLONG',
  'EINVAL',
  'EBUSY',
]);

/** Runs work on a medium; its failures leave as `medium_full`, `medium_read_only` or `medium_unreachable`. */
export function onMedium<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw mediumRefusal(error) ?? error;
  }
}

/** As `onMedium`, for work in pieces. */
export async function onMediumAsync<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw mediumRefusal(error) ?? error;
  }
}

function mediumRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const code = systemErrorCode(error);
  if (code === undefined) return undefined;
  const known = mediumRefusals[code];
  if (known !== undefined) return new Refusal(known);
  if (unreachable.has(code) || code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN'))
    return new Refusal('medium_unreachable');
  return undefined;
}

/**
 * The real path of a folder that copies may be written to.
 * @throws Refusal path_not_absolute, path_folder_missing, path_inside_office (the office's own folder, in it or around it),
 *   medium_unreachable; each names the field `folder`.
 */
export function requireMediumFolder(folder: string, officeFolder: string): string {
  const field = { field: 'folder' };
  if (!isAbsolute(folder)) throw new Refusal('path_not_absolute', field);
  let real: string;
  try {
    real = realpathSync(folder);
    if (!statSync(real).isDirectory()) throw new Refusal('path_folder_missing', field);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Refusal('path_folder_missing', field);
    throw mediumRefusal(error) ?? error;
  }
  const office = realpathSync(officeFolder);
  if (isWithin(real, office) || isWithin(office, real)) throw new Refusal('path_inside_office', field);
  return real;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** Whether a folder lies on the same disk as the office: then it is lost together with it. */
export function isOnSameDisk(folder: string, officeFolder: string): boolean {
  return statSync(folder).dev === statSync(officeFolder).dev;
}

/** Bytes that may still be written. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export interface FileDigest {
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

const chunkBytes = 1024 * 1024;

/** Reads a file once, chunk by chunk; `each` gets a view that is only good until it returns. */
export function* chunksOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (;;) {
      const read = readSync(file, buffer, 0, buffer.length, null);
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

export function digestFile(path: string): FileDigest {
  const hash = new Sha256Stream();
  let bytes = 0;
  for (const chunk of chunksOf(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest().toString('hex') };
}

/** As `digestFile`; `step` is called after each piece, so that others may have their turn, and ends it by rejecting. */
export async function digestFileInPieces(
  path: string,
  step: (done: number) => void | Promise<void>,
): Promise<FileDigest> {
  const hash = new Sha256Stream();
  let bytes = 0;
  for (const chunk of chunksOf(path)) {
    hash.update(chunk);
    bytes += chunk.length;
    await step(bytes);
  }
  return { bytes, sha256: hash.digest().toString('hex') };
}

export interface CopyOptions {
  /** Names the fault points passed. */
  readonly role: string;
  /** Called after each piece with the bytes done so far; a rejection ends the copy and removes what was written. */
  readonly step?: (done: number) => void | Promise<void>;
}

/**
 * Copies a file that must not be there yet and flushes it; memory stays flat whatever the size. What an error or a
 * cancellation leaves half written is removed again.
 * @returns the digest of what was read.
 */
export async function copyFileDurably(
  source: string,
  target: string,
  options: CopyOptions,
): Promise<FileDigest> {
  const { role } = options;
  const hash = new Sha256Stream();
  let bytes = 0;
  faultPoint(`${role}.create`);
  const file = openSync(target, 'wx', 0o600);
  try {
    try {
      for (const chunk of chunksOf(source)) {
        const torn = faultPoint(`${role}.write`) === 'torn';
        writeAll(file, torn ? chunk.subarray(0, chunk.length >> 1) : chunk);
        if (torn) dieHere();
        hash.update(chunk);
        bytes += chunk.length;
        await options.step?.(bytes);
      }
      faultPoint(`${role}.flush`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    faultPoint(`${role}.flush_folder`);
    flushFolder(dirname(target));
  } catch (error) {
    removeQuietly(target);
    throw error;
  }
  return { bytes, sha256: hash.digest().toString('hex') };
}

/** As `copyFileDurably`, to a medium. */
export function copyFileOnMedium(source: string, target: string, options: CopyOptions): Promise<FileDigest> {
  return onMediumAsync(() => copyFileDurably(source, target, options));
}

/** Gives a finished file or folder its name, on the same disk. */
export function renameDurably(from: string, to: string, role: string): void {
  faultPoint(`${role}.rename`);
  renameSync(from, to);
  faultPoint(`${role}.flush_folder`);
  flushFolder(dirname(to));
}

export function makeFolders(path: string, role: string): void {
  faultPoint(`${role}.make_folder`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  flushFolder(dirname(path));
}

/** Removes a folder and its files, `first` before the rest: the file that makes the folder count for something. */
export function removeFolder(path: string, first: string, role: string): void {
  const names = readdirSync(path).sort((one, other) => Number(other === first) - Number(one === first));
  for (const name of names) {
    const child = join(path, name);
    if (statSync(child).isDirectory()) removeFolder(child, first, role);
    else {
      faultPoint(`${role}.remove_unlink`);
      unlinkSync(child);
    }
  }
  faultPoint(`${role}.remove_folder`);
  rmdirSync(path);
  flushFolder(dirname(path));
}

function writeAll(file: number, content: Uint8Array): void {
  let written = 0;
  while (written < content.length) written += writeSync(file, content, written, content.length - written);
}

/** FAT and network folders may have no such call; what they can do has been done by then. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  } finally {
    closeSync(handle);
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The error that led here is the one to report; the next backup sweeps what is left.
  }
}
