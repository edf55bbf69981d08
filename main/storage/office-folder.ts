import { accessSync, constants, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { hmacSha256, sha256 } from './cryptography.ts';
import type { Cipher } from './database.ts';
import { systemErrorCode, temporaryNamePattern, writeFileDurably } from './durable-file.ts';
import { damaged, type FileRole, isDamage, refusing } from './folder-refusal.ts';
import { uuidPattern } from './identifier-bytes.ts';
import { acquireOfficeLock } from './office-lock.ts';

/** Where things are in a data folder; every name but the numbers and ids in it is fixed. */
export function officeLayout(folder: string) {
  return {
    marker: join(folder, 'office.json'),
    /** The same once more: without it nothing in the folder could be read, however whole. */
    markerCopy: join(folder, 'office.copy.json'),
    lock: join(folder, 'office.lock'),
    rootSlot: join(folder, 'root.slot'),
    holders: join(folder, 'holders'),
    records: join(folder, 'records.db'),
    recordsCopy: join(folder, 'records.copy'),
    /** The records under their next key, until the file takes the place of `records`. */
    recordsNext: join(folder, 'records.next'),
    searchIndex: join(folder, 'search.db'),
    attachments: join(folder, 'attachments'),
    /** The newest signed checkpoint of the audit log, beside the records that hold the log. */
    logAnchor: join(folder, 'checkpoint.json'),
  };
}

const filePatterns: readonly [RegExp, FileRole][] = [
  [/^office\.json$/, 'marker'],
  [/^office\.copy\.json$/, 'marker_copy'],
  [/^office\.lock$/, 'lock'],
  [/^root\.slot$/, 'root_slot'],
  [/^holders\/[0-9a-f-]{36}\.json$/, 'holder'],
  [/^vault\.\d+$/, 'vault'],
  [/^vault\.\d+\.journal$/, 'journal'],
  [/^records\.db(-wal|-shm)?$/, 'records'],
  [/^records\.copy(-wal|-shm|-journal)?$/, 'records_copy'],
  [/^records\.next(-wal|-shm|-journal)?$/, 'records_next'],
  [/^search\.db(-wal|-shm)?$/, 'search_index'],
  [/^attachments\/[0-9a-f-]{36}$/, 'attachment'],
  [/^sign-in-attempts\.json$/, 'sign_in_attempts'],
  [/^checkpoint\.json$/, 'log_anchor'],
];

/** Files that operating systems put into folders by themselves. */
const systemFiles = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db', 'lost+found']);

export interface FolderFile {
  /** With '/' on every system. */
  readonly relativePath: string;
  /** Undefined where the application did not write it. */
  readonly role: FileRole | undefined;
}

/** Every file of a data folder, two levels deep, and whose it is. Files of the operating system are left out. */
export function listFolder(folder: string): FolderFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (systemFiles.has(entry.name)) return [];
    if (!entry.isDirectory()) return [{ relativePath: entry.name, role: roleOf(entry.name) }];
    if (entry.name !== 'holders' && entry.name !== 'attachments')
      return [{ relativePath: entry.name, role: undefined }];
    return readdirSync(join(folder, entry.name))
      .filter((name) => !systemFiles.has(name))
      .map((name) => ({ relativePath: `${entry.name}/${name}`, role: roleOf(`${entry.name}/${name}`) }));
  });
}

function roleOf(relativePath: string): FileRole | undefined {
  const name = relativePath.slice(relativePath.lastIndexOf('/') + 1);
  if (temporaryNamePattern.test(name)) return 'temporary';
  return filePatterns.find(([pattern]) => pattern.test(relativePath))?.[1];
}

/** What a window looks like before anybody has signed in; nothing personal. */
export interface OfficePreferences {
  readonly language: string;
  readonly theme: string;
}

/** `office.json`: says that a folder is an office and how to read it. Nothing in it is secret or personal. */
export interface OfficeMarker {
  readonly format: 'ashbook-office';
  readonly formatVersion: number;
  readonly officeId: string;
  readonly cipher: Cipher;
  /** ISO instant. */
  readonly createdAt: string;
  /** Hex; salts the digests of sign-in names. */
  readonly nameSalt: string;
  readonly preferences: OfficePreferences;
  /** False while the office is being created; what such a folder holds is thrown away by the next attempt. */
  readonly complete: boolean;
}

const markerFormat = 'ashbook-office';
export const officeFormatVersion = 1;

export type FolderState =
  /** Nothing there (or only what an interrupted creation left): an office can be created. */
  { readonly state: 'empty' } | { readonly state: 'office'; readonly marker: OfficeMarker };

/** Room needed to create an office, and to open one: an epoch, a log and a re-keyed page each need some. */
const roomToCreate = 64 * 1024 * 1024;
const roomToOpen = 4 * 1024 * 1024;

/**
 * Looks at a folder without changing anything in it.
 * @throws Refusal folder_unreachable (no such parent, or it cannot be read), folder_not_ours, folder_newer_version,
 *   folder_damaged, folder_read_only, folder_full, folder_in_use.
 */
export function inspectFolder(folder: string): FolderState {
  const state = refusing(() => classify(folder));
  const existing = refusing(() => nearestExisting(folder));
  refusing(() => accessSync(existing, constants.W_OK | constants.R_OK | constants.X_OK));
  const { bavail, bsize } = refusing(() => statfsSync(existing));
  const free = bavail * bsize;
  const needed = state.state === 'empty' ? roomToCreate : roomToOpen;
  if (free < needed) {
    throw new Refusal('folder_full', { freeMegabytes: megabytes(free), neededMegabytes: megabytes(needed) });
  }
  const { lock } = officeLayout(folder);
  // Without a lock file nobody can have it open; making one would change the folder.
  if (exists(lock)) refusing(() => acquireOfficeLock(lock)).release();
  return state;
}

/**
 * What a folder says it is; from the second file where the first is damaged or gone.
 * @throws Refusal folder_damaged, folder_not_ours or folder_newer_version.
 */
export function readMarker(folder: string): OfficeMarker {
  const { marker, markerCopy } = officeLayout(folder);
  try {
    return readMarkerFile(folder, marker);
  } catch (error) {
    if (!isDamage(error) || !exists(markerCopy)) throw error;
    const copy = attemptCopy(folder, markerCopy);
    if (copy === undefined) throw error;
    return copy;
  }
}

/** There is no copy of an office that is not complete yet. */
function attemptCopy(folder: string, path: string): OfficeMarker | undefined {
  try {
    const copy = readMarkerFile(folder, path);
    return copy.complete ? copy : undefined;
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

function readMarkerFile(folder: string, path: string): OfficeMarker {
  const { rootSlot } = officeLayout(folder);
  if (refusing(() => !exists(path) && exists(rootSlot))) throw damaged('marker', 'missing');
  const text = refusing(() => readFileSync(path, 'utf8'));
  const content = parseChecked(text);
  if (content === undefined) {
    // Damaged or of somebody else? A file of ours beside it tells.
    if (exists(rootSlot)) throw damaged('marker', 'checksum');
    throw new Refusal('folder_not_ours');
  }
  if (content.format !== markerFormat) throw new Refusal('folder_not_ours');
  const version = content.formatVersion;
  if (typeof version !== 'number') throw damaged('marker', 'version');
  if (version > officeFormatVersion) {
    throw new Refusal('folder_newer_version', { found: version, known: officeFormatVersion });
  }
  const checked = checkMarker(content);
  if (checked === undefined) throw damaged('marker', 'content');
  return checked;
}

/** One after the other, so that a power cut leaves at least one whole. The copy says nothing before the office is complete. */
export function writeMarker(folder: string, marker: OfficeMarker): void {
  const layout = officeLayout(folder);
  const content = Buffer.from(withChecksum({ ...marker }), 'utf8');
  writeFileDurably(layout.marker, content, 'marker');
  if (marker.complete) writeFileDurably(layout.markerCopy, content, 'marker_copy');
}

/** Writes both files where either is not what it should be. Answers whether the first was damaged or gone. */
export function mendMarker(folder: string, marker: OfficeMarker): boolean {
  const layout = officeLayout(folder);
  const isAsWritten = (path: string) =>
    exists(path) && readFileSync(path, 'utf8') === withChecksum({ ...marker });
  const wasDamaged = !isAsWritten(layout.marker);
  if (wasDamaged || !isAsWritten(layout.markerCopy)) writeMarker(folder, marker);
  return wasDamaged;
}

/**
 * Stands for a sign-in name on disk. The salt is in the same folder, so a guessed name can be tried against it: this
 * keeps names from lying open, it does not keep them from somebody who has the folder and a list of names.
 */
export function digestSignInName(marker: OfficeMarker, signInName: string): string {
  const name = signInName.normalize('NFKC').trim().toLowerCase();
  return hmacSha256(Buffer.from(marker.nameSalt, 'hex'), name).toString('hex');
}

/** JSON text with a checksum as its last member, so that a flipped bit is noticed. */
export function withChecksum(content: Record<string, unknown>): string {
  const checksum = sha256(JSON.stringify(content)).toString('hex');
  return `${JSON.stringify({ ...content, checksum }, null, 2)}\n`;
}

/** The members of a text made by `withChecksum`, or undefined where a bit of it changed. */
export function parseChecked(text: string): Record<string, unknown> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || !('checksum' in parsed)) return undefined;
  const { checksum: _checksum, ...content } = parsed;
  return withChecksum(content) === text ? content : undefined;
}

export function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function classify(folder: string): FolderState {
  if (!exists(folder)) {
    const parent = dirname(folder);
    if (!exists(parent) || !statSync(parent).isDirectory()) throw new Refusal('folder_unreachable');
    return { state: 'empty' };
  }
  if (!statSync(folder).isDirectory()) throw new Refusal('folder_not_ours');
  const files = listFolder(folder);
  if (!files.some((file) => file.role === 'marker')) {
    const leftover = files.every((file) => file.role === 'lock' || file.role === 'temporary');
    if (leftover) return { state: 'empty' };
    // Vaults and slots without a marker are a damaged office, not somebody else's files.
    if (!files.some((file) => file.role === 'root_slot')) throw new Refusal('folder_not_ours');
  }
  const marker = readMarker(folder);
  if (marker.complete) return { state: 'office', marker };
  if (files.some((file) => file.role === undefined)) throw new Refusal('folder_not_ours');
  return { state: 'empty' };
}

function checkMarker(content: Record<string, unknown>): OfficeMarker | undefined {
  const { formatVersion, officeId, cipher, createdAt, nameSalt, preferences, complete } = content;
  if (typeof formatVersion !== 'number' || typeof createdAt !== 'string' || typeof complete !== 'boolean')
    return;
  if (typeof officeId !== 'string' || !uuidPattern.test(officeId)) return;
  if (cipher !== 'aegis' && cipher !== 'sqlcipher') return;
  if (typeof nameSalt !== 'string' || !/^[0-9a-f]{64}$/.test(nameSalt)) return;
  if (typeof preferences !== 'object' || preferences === null) return;
  if (!('language' in preferences) || !('theme' in preferences)) return;
  const { language, theme } = preferences;
  if (typeof language !== 'string' || typeof theme !== 'string') return;
  return {
    format: markerFormat,
    formatVersion,
    officeId,
    cipher,
    createdAt,
    nameSalt,
    preferences: { language, theme },
    complete,
  };
}

function nearestExisting(folder: string): string {
  return exists(folder) ? folder : dirname(folder);
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024));
}
