import { Refusal } from '../../shared/domain/refusal.ts';
import { systemErrorCode } from './durable-file.ts';

/** Which kind of file is meant; stands in messages where a path may not. */
export type FileRole =
  | 'marker'
  | 'marker_copy'
  | 'lock'
  | 'root_slot'
  | 'holder'
  | 'vault'
  | 'journal'
  | 'records'
  | 'records_copy'
  | 'records_next'
  | 'search_index'
  | 'attachment'
  | 'sign_in_attempts'
  | 'log_anchor'
  | 'temporary';

export function damaged(part: FileRole, why: string): Refusal {
  return new Refusal('folder_damaged', { part, why });
}

export function isDamage(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'folder_damaged';
}

/** What is made anew, or concerns one person or one file alone: the office need not be restored for it. */
const partsOfLittle: ReadonlySet<unknown> = new Set<FileRole>([
  'holder',
  'attachment',
  'search_index',
  'sign_in_attempts',
  'log_anchor',
]);

/** Damage that nothing but a restore mends. */
export function callsForRestore(error: unknown): boolean {
  return isDamage(error) && error instanceof Refusal && !partsOfLittle.has(error.params.part);
}

const refusalCodes: Record<string, string> = {
  ENOSPC: 'folder_full',
  EDQUOT: 'folder_full',
  SQLITE_FULL: 'folder_full',
  EROFS: 'folder_read_only',
  EACCES: 'folder_read_only',
  EPERM: 'folder_read_only',
  SQLITE_READONLY: 'folder_read_only',
  SQLITE_CANTOPEN: 'folder_unreachable',
  SQLITE_PERM: 'folder_read_only',
  SQLITE_BUSY: 'folder_in_use',
  SQLITE_LOCKED: 'folder_in_use',
  SQLITE_CORRUPT: 'folder_damaged',
  SQLITE_NOTADB: 'folder_damaged',
  SQLITE_IOERR: 'folder_unreachable',
  EIO: 'folder_unreachable',
  ENODEV: 'folder_unreachable',
  ENXIO: 'folder_unreachable',
  ENOENT: 'folder_unreachable',
  ENOTDIR: 'folder_unreachable',
  ENOTCONN: 'folder_unreachable',
  ESTALE: 'folder_unreachable',
  EHOSTDOWN: 'folder_unreachable',
  ELOOP: 'folder_unreachable',
  ENAMETOOLONG: 'folder_unreachable',
};

/**
 * What a failing disk means to a person, or undefined where the error is not one of the disk's.
 * Extended SQLite codes (`SQLITE_IOERR_WRITE`) count as their base code.
 */
export function refusalFromSystemError(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const code = systemErrorCode(error);
  if (code === undefined) return undefined;
  const refusalCode = refusalCodes[code] ?? refusalCodes[code.split('_').slice(0, 2).join('_')];
  if (refusalCode === undefined) return undefined;
  if (refusalCode === 'folder_damaged') return damaged('records', 'unreadable');
  return new Refusal(refusalCode);
}

/** As `refusing`, for work in pieces. */
export async function refusingAsync<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw refusalFromSystemError(error) ?? error;
  }
}

/** Runs disk work; failures of the disk leave as refusals, anything else as it is. */
export function refusing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw refusalFromSystemError(error) ?? error;
  }
}
