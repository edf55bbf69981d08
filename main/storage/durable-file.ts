import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from './cryptography.ts';
import { dieHere, faultPoint } from './fault-point.ts';

/**
 * The only place that writes, flushes, renames or removes files of a data folder (SQLite writes its own).
 *
 * Each function takes a `role`, the kind of file ('vault', 'root_slot' ...): it names the fault points passed, such as
 * `vault.rename`, and it may appear in messages where a path may not.
 */

/** Bytes. */
const blocksAtOnce = 32 * 1024 * 1024;

/** Temporary names are recognisable, so that what a power cut left behind can be told and removed. */
export const temporaryNamePattern = /^\..+\.[0-9a-f]{16}\.tmp$/;

/** Writes a whole file so that after a power cut either the old content or the new one is there, never a mixture. */
export function writeFileDurably(path: string, content: Uint8Array, role: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`);
  faultPoint(`${role}.create`);
  const file = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeAll(file, content, 0, `${role}.write`);
      faultPoint(`${role}.flush`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    faultPoint(`${role}.rename`);
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
  faultPoint(`${role}.flush_folder`);
  flushFolder(dirname(path));
}

/**
 * A file that is written piece by piece under a temporary name and gets its own only when all of it is on disk, so that
 * memory stays flat and nobody ever finds half of it under its name.
 */
export class GrowingFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #role: string;
  readonly #file: number;
  #length = 0;
  #isOpen = true;

  constructor(path: string, role: string) {
    this.#path = path;
    this.#role = role;
    this.#temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`);
    faultPoint(`${role}.create`);
    this.#file = openSync(this.#temporary, 'wx', 0o600);
  }

  append(content: Uint8Array): void {
    writeAll(this.#file, content, this.#length, `${this.#role}.write`);
    this.#length += content.length;
  }

  /** Flushes and gives the file its name. After an error `drop` is still to be called. */
  keep(): void {
    faultPoint(`${this.#role}.flush`);
    fsyncSync(this.#file);
    this.#close();
    faultPoint(`${this.#role}.rename`);
    renameSync(this.#temporary, this.#path);
    faultPoint(`${this.#role}.flush_folder`);
    flushFolder(dirname(this.#path));
  }

  /** Throws away what was written; what cannot be removed now is removed when the office is opened next. */
  drop(): void {
    this.#close();
    removeQuietly(this.#temporary);
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }
}

/** Overwrites bytes where they lie (the file must exist), for what must not survive in an older copy of the file. */
export function overwriteInPlace(path: string, content: Uint8Array, position: number, role: string): void {
  const file = openSync(path, 'r+');
  try {
    writeAll(file, content, position, `${role}.overwrite`);
    faultPoint(`${role}.flush`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Adds bytes at `position`, which must be the end of what counts in the file, and flushes. Anything found behind it is
 * the torn tail of an append that was never acknowledged and is cut off first. Creates the file if there is none.
 */
export function appendDurably(path: string, content: Uint8Array, position: number, role: string): void {
  faultPoint(`${role}.open`);
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    const { size } = fstatSync(file);
    if (size < position) throw Object.assign(new Error(`${role} is shorter than expected`), { code: 'EIO' });
    if (size > position) ftruncateSync(file, position);
    writeAll(file, content, position, `${role}.append`);
    faultPoint(`${role}.flush`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (position === 0) {
    faultPoint(`${role}.flush_folder`);
    flushFolder(dirname(path));
  }
}

/**
 * Adds bytes at the end of what counts in a file, without waiting for the disk: for what can be made again and notices by itself
 * when it is not there. The file must exist.
 */
export function writeAtEnd(path: string, content: Uint8Array, position: number, role: string): void {
  faultPoint(`${role}.open`);
  const file = openSync(path, 'r+');
  try {
    writeAll(file, content, position, `${role}.append`);
  } finally {
    closeSync(file);
  }
}

/** Cuts off what lies behind `position`. */
export function truncateDurably(path: string, position: number, role: string): void {
  faultPoint(`${role}.truncate`);
  const file = openSync(path, 'r+');
  try {
    ftruncateSync(file, position);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Overwrites a file with random bytes, then removes its name. The overwriting is defence in depth only: journalling and
 * copy-on-write file systems and flash memory keep older blocks. Nothing may rely on it; keys are destroyed instead.
 */
export function overwriteAndUnlink(path: string, role: string): void {
  faultPoint(`${role}.remove_overwrite`);
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    const noise = randomBytes(Math.min(size, 64 * 1024));
    for (let position = 0; position < size; position += noise.length) {
      writeSync(file, noise, 0, Math.min(noise.length, size - position), position);
    }
    faultPoint(`${role}.remove_flush`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  unlinkDurably(path, role);
}

/** As `overwriteAndUnlink`, while other calls are answered. */
export async function overwriteAndUnlinkAside(path: string, role: string): Promise<void> {
  faultPoint(`${role}.remove_overwrite`);
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(randomBytes(size), 0, size, 0);
    faultPoint(`${role}.remove_flush`);
    await file.sync();
  } finally {
    await file.close();
  }
  await unlinkDurablyAside(path, role);
}

/** Removes a file that never held more than its own ciphertext, such as an empty lock or a SQLite side file. */
export function unlinkDurably(path: string, role: string): void {
  faultPoint(`${role}.remove_unlink`);
  unlinkSync(path);
  faultPoint(`${role}.remove_flush_folder`);
  flushFolder(dirname(path));
}

/** As `unlinkDurably`, while other calls are answered. */
export async function unlinkDurablyAside(path: string, role: string): Promise<void> {
  faultPoint(`${role}.remove_unlink`);
  await unlink(path);
  faultPoint(`${role}.remove_flush_folder`);
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Gives the blocks of a file back that has no name any more: some at a time, since whoever flushes anything meanwhile waits for them.
 * Nothing happens to a file that still has a name.
 */
export async function giveBackNameless(file: FileHandle): Promise<void> {
  try {
    const { nlink, size } = await file.stat();
    if (nlink > 0) return;
    for (let left = size - blocksAtOnce; left > 0; left -= blocksAtOnce) await file.truncate(left);
  } finally {
    await file.close();
  }
}

/** Makes a folder (the parent must exist); nothing happens if it is there. */
export function makeFolderDurably(path: string, role: string): void {
  faultPoint(`${role}.make_folder`);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return;
    throw error;
  }
  flushFolder(dirname(path));
}

/** Removes an empty folder. */
export function removeFolderDurably(path: string, role: string): void {
  faultPoint(`${role}.remove_folder`);
  rmdirSync(path);
  flushFolder(dirname(path));
}

/** The `code` of a system or SQLite error, such as 'ENOSPC' or 'SQLITE_FULL'. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function writeAll(file: number, content: Uint8Array, position: number, point: string): void {
  const torn = faultPoint(point) === 'torn';
  const length = torn ? Math.floor(content.length / 2) : content.length;
  let written = 0;
  // A disk that fills up in the middle may write less than asked without an error.
  while (written < length) {
    written += writeSync(file, content, written, length - written, position + written);
  }
  if (torn) dieHere();
}

/** Waits until what was written to a file by other means is on the disk. */
export function flushFile(path: string, role: string): void {
  faultPoint(`${role}.flush`);
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** As `flushFile`, while other calls are answered. */
export async function flushFileAside(path: string, role: string): Promise<void> {
  faultPoint(`${role}.flush`);
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until names that were given or taken away in a folder are so on the disk. */
export function flushNames(folder: string, role: string): void {
  faultPoint(`${role}.flush_folder`);
  flushFolder(folder);
}

/** A new or removed name is only safe once its folder is flushed; Windows has no such call and does it itself. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The error that led here is the one to report; opening the office removes leftovers.
  }
}
