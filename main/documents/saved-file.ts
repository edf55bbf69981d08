import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../context.ts';

/**
 * Files that people ask for, outside the data folder. Every refusal names the field `path`.
 */
export interface FileTarget {
  /** Absolute; its folder must exist. */
  readonly path: string;
  /** Whether a file of this name may be replaced. */
  readonly replace: boolean;
}

/**
 * Nothing is written into the office's own folder, and only what looks like a document of this kind may be replaced: never a
 * key file or a backup on a medium.
 *
 * @param ending with its dot, lower case
 * @throws Refusal `path_not_absolute`, `path_folder_missing`, `path_inside_office`, `path_exists`, `path_ending`
 */
export function checkFileTarget({ path, replace }: FileTarget, ending: string, officeFolder: string): void {
  const field = { field: 'path' };
  if (!isAbsolute(path)) throw new Refusal('path_not_absolute', field);
  if (!isFolder(dirname(path))) throw new Refusal('path_folder_missing', field);
  // By real paths: a folder can be reached by a link, or be spelled in another case on a disk that does not mind.
  const target = realpathSync.native(existsSync(path) ? path : dirname(path));
  const way = relative(realpathSync.native(officeFolder), target);
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!isOutside) throw new Refusal('path_inside_office', field);
  if (existsSync(path) && (!replace || isFolder(path))) throw new Refusal('path_exists', field);
  if (!path.toLowerCase().endsWith(ending)) throw new Refusal('path_ending', { ...field, ending });
}

/**
 * Writes the whole file and waits for the disk, so that a medium can be taken out. After `checkFileTarget`. Answers its length.
 * @throws Refusal `path_not_writable`, and Refusals of whoever makes the pieces; what was begun under a new name is removed then
 */
export function writeTarget({ path, replace }: FileTarget, pieces: Iterable<Uint8Array>): number {
  const isNew = !existsSync(path);
  let size = 0;
  try {
    const file = openSync(path, replace ? 'w' : 'wx');
    try {
      for (const bytes of pieces) {
        for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
        size += bytes.length;
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return size;
  } catch (error) {
    const existed = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (isNew && !existed) rmSync(path, { force: true });
    if (error instanceof Refusal) throw error;
    throw new Refusal(existed ? 'path_exists' : 'path_not_writable', { field: 'path' });
  }
}

export const suggestFolders: Handler<'office.suggestFolders'> = () => {
  const home = homedir();
  const candidates = [
    { kind: 'documents' as const, path: join(home, 'Documents') },
    { kind: 'desktop' as const, path: join(home, 'Desktop') },
    { kind: 'downloads' as const, path: join(home, 'Downloads') },
    { kind: 'home' as const, path: home },
  ];
  return { folders: candidates.filter(({ path }) => isFolder(path)), separator: sep };
};

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
