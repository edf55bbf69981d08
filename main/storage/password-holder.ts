import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  copySecret,
  deriveKey,
  ed25519PublicKey,
  keyBytes,
  openAead,
  randomBytes,
  sealAead,
  signEd25519,
  x25519PublicKey,
  zero,
} from './cryptography.ts';
import { overwriteAndUnlink, systemErrorCode, writeFileDurably } from './durable-file.ts';
import { damaged, refusing } from './folder-refusal.ts';
import { uuidPattern, uuidToBytes } from './identifier-bytes.ts';
import {
  digestSignInName,
  type OfficeMarker,
  officeLayout,
  parseChecked,
  withChecksum,
} from './office-folder.ts';
import { type Argon2Parameters, stretchPassword } from './password-stretch.ts';
import type { HolderEntry } from './vault-content.ts';

/** RFC 9106, section 4, second recommended option: 64 MiB, 3 passes; one lane, since the portable build has one. */
export const defaultArgon2: Argon2Parameters = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 };

/** A holder whose signing key is open in memory. `close` zeroes it. */
export interface UnlockedHolder {
  readonly holderId: string;
  /** Raw Ed25519, 32 bytes. */
  readonly signingPublicKey: Buffer;
  /** Ed25519 signature, 64 bytes. Throws after `close`. */
  sign(message: Uint8Array): Buffer;
  close(): void;
}

/** Whether a lock is easier to try passwords on than one made today would be: less memory, or less work in all. */
export function isWeaker(lock: Argon2Parameters, today: Argon2Parameters): boolean {
  const work = ({ memoryKibibytes, passes }: Argon2Parameters) => memoryKibibytes * passes;
  return lock.memoryKibibytes < today.memoryKibibytes || work(lock) < work(today);
}

/** One way to open one set of private keys. A file has two only while a password is being replaced. */
export interface HolderLock {
  readonly argon2: Argon2Parameters;
  readonly salt: Buffer;
  readonly sealingPublicKey: Buffer;
  readonly signingPublicKey: Buffer;
  /** X25519 secret and Ed25519 seed under the key derived from the password. */
  readonly wrapped: Buffer;
}

/** `holders/<id>.json`. Admits nobody by itself: the vault lists who may open the office (see vault-content.ts). */
export interface HolderFile {
  readonly holderId: string;
  readonly kind: 'password';
  readonly nameDigest: string;
  readonly locks: readonly HolderLock[];
}

/** Private keys in memory; zeroed by whoever asked for them. */
export interface HolderSecrets {
  readonly sealingSecret: Buffer;
  readonly signingSeed: Buffer;
}

/** New private keys behind a password. With `signingSeed` the signing key stays the same person's. */
export async function makeLock(
  holderId: string,
  password: string,
  argon2: Argon2Parameters,
  signingSeed?: Buffer,
): Promise<HolderLock> {
  const salt = randomBytes(16);
  const secrets: HolderSecrets = {
    sealingSecret: randomBytes(keyBytes),
    signingSeed: signingSeed === undefined ? randomBytes(keyBytes) : copySecret(signingSeed),
  };
  const sealingPublicKey = x25519PublicKey(secrets.sealingSecret);
  const signingPublicKey = ed25519PublicKey(secrets.signingSeed);
  const plaintext = Buffer.alloc(2 * keyBytes);
  plaintext.set(secrets.sealingSecret);
  plaintext.set(secrets.signingSeed, keyBytes);
  const key = await passwordKey(password, salt, argon2);
  const wrapped = sealAead(key, plaintext, lockContext(holderId, sealingPublicKey, signingPublicKey));
  zero(key, plaintext, secrets.sealingSecret, secrets.signingSeed);
  return { argon2, salt, sealingPublicKey, signingPublicKey, wrapped };
}

/** Tries a password against one lock. */
export async function openLock(
  holderId: string,
  lock: HolderLock,
  password: string,
): Promise<HolderSecrets | undefined> {
  const key = await passwordKey(password, lock.salt, lock.argon2);
  const context = lockContext(holderId, lock.sealingPublicKey, lock.signingPublicKey);
  const plaintext = openAead(key, lock.wrapped, context);
  zero(key);
  if (plaintext === undefined) return undefined;
  const secrets = {
    sealingSecret: copySecret(plaintext.subarray(0, keyBytes)),
    signingSeed: copySecret(plaintext.subarray(keyBytes)),
  };
  zero(plaintext);
  return secrets;
}

/** Takes over the seed. */
export function unlockedHolder(entry: HolderEntry, signingSeed: Buffer): UnlockedHolder {
  let open = true;
  return {
    holderId: entry.holderId,
    signingPublicKey: Buffer.from(entry.signingPublicKey),
    sign(message) {
      if (!open) throw new Error('this holder is locked');
      return signEd25519(signingSeed, message);
    },
    close() {
      open = false;
      zero(signingSeed);
    },
  };
}

export function holderEntry(file: Pick<HolderFile, 'holderId' | 'kind'>, lock: HolderLock): HolderEntry {
  const { sealingPublicKey, signingPublicKey } = lock;
  return { holderId: file.holderId, kind: file.kind, sealingPublicKey, signingPublicKey };
}

export function lockBelongsTo(lock: HolderLock, entry: HolderEntry): boolean {
  return (
    lock.sealingPublicKey.equals(entry.sealingPublicKey) &&
    lock.signingPublicKey.equals(entry.signingPublicKey)
  );
}

/** Id of the holder with this sign-in name, before anything is opened. Throws Refusal folder_damaged. */
export function findHolderByName(
  folder: string,
  marker: OfficeMarker,
  signInName: string,
): string | undefined {
  const digest = digestSignInName(marker, signInName);
  let unreadable: unknown;
  for (const holderId of holderIds(folder)) {
    try {
      if (readHolderFile(folder, holderId).nameDigest === digest) return holderId;
    } catch (error) {
      // One damaged file must not keep the others out.
      unreadable = error;
    }
  }
  if (unreadable !== undefined) throw unreadable;
  return undefined;
}

/** Ids that have a file, admitted or not. */
export function holderIds(folder: string): string[] {
  return refusing(() => readdirSync(officeLayout(folder).holders))
    .filter((name) => name.endsWith('.json') && uuidPattern.test(name.slice(0, -5)))
    .map((name) => name.slice(0, -5));
}

/** @throws Refusal wrong_password where there is no such holder, folder_damaged. */
export function readHolderFile(folder: string, holderId: string): HolderFile {
  if (!uuidPattern.test(holderId)) throw new Refusal('wrong_password');
  let text: string;
  try {
    text = readFileSync(holderPath(folder, holderId), 'utf8');
  } catch (error) {
    // The same answer as for a wrong password: who has an account is nobody's business.
    if (systemErrorCode(error) === 'ENOENT') throw new Refusal('wrong_password');
    throw error;
  }
  const content = parseChecked(text);
  const file = content && parseHolderFile(content);
  if (file === undefined || file.holderId !== holderId) throw damaged('holder', 'checksum');
  return file;
}

export function writeHolderFile(folder: string, file: HolderFile): void {
  const content = {
    format: 'ashbook-holder',
    formatVersion: 1,
    holderId: file.holderId,
    kind: file.kind,
    nameDigest: file.nameDigest,
    locks: file.locks.map((lock) => ({
      argon2: lock.argon2,
      salt: lock.salt.toString('hex'),
      sealingPublicKey: lock.sealingPublicKey.toString('hex'),
      signingPublicKey: lock.signingPublicKey.toString('hex'),
      wrapped: lock.wrapped.toString('hex'),
    })),
  };
  writeFileDurably(holderPath(folder, file.holderId), Buffer.from(withChecksum(content), 'utf8'), 'holder');
}

export function removeHolderFile(folder: string, holderId: string): void {
  overwriteAndUnlink(holderPath(folder, holderId), 'holder');
}

function holderPath(folder: string, holderId: string): string {
  return join(officeLayout(folder).holders, `${holderId}.json`);
}

function parseHolderFile(content: Record<string, unknown>): HolderFile | undefined {
  const { format, formatVersion, holderId, kind, nameDigest, locks } = content;
  if (format !== 'ashbook-holder' || formatVersion !== 1 || kind !== 'password') return undefined;
  if (typeof holderId !== 'string' || typeof nameDigest !== 'string' || !Array.isArray(locks))
    return undefined;
  const parsed = locks.map(parseLock);
  if (parsed.length === 0 || parsed.length > 2) return undefined;
  return { holderId, kind, nameDigest, locks: parsed.filter((lock) => lock !== undefined) };
}

function parseLock(value: unknown): HolderLock | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const lock = Object.fromEntries(Object.entries(value));
  const argon2 = parseArgon2(lock.argon2);
  const [salt, sealingPublicKey, signingPublicKey, wrapped] = [
    lock.salt,
    lock.sealingPublicKey,
    lock.signingPublicKey,
    lock.wrapped,
  ].map((text) => (typeof text === 'string' ? Buffer.from(text, 'hex') : undefined));
  if (argon2 === undefined || salt === undefined || wrapped === undefined) return undefined;
  if (sealingPublicKey?.length !== keyBytes || signingPublicKey?.length !== keyBytes) return undefined;
  return { argon2, salt, sealingPublicKey, signingPublicKey, wrapped };
}

/** Bounded, so that a changed file cannot make signing in take all memory or all day. */
function parseArgon2(value: unknown): Argon2Parameters | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { memoryKibibytes, passes, parallelism } = Object.fromEntries(Object.entries(value));
  if (
    !isWithin(memoryKibibytes, 8, 1024 * 1024) ||
    !isWithin(passes, 1, 64) ||
    !isWithin(parallelism, 1, 16)
  ) {
    return undefined;
  }
  return { memoryKibibytes, passes, parallelism };
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

async function passwordKey(password: string, salt: Buffer, argon2: Argon2Parameters): Promise<Buffer> {
  const stretched = await stretchPassword(password, salt, argon2);
  const key = deriveKey(stretched, salt, 'ashbook password holder v1');
  zero(stretched);
  return key;
}

function lockContext(holderId: string, sealingPublicKey: Buffer, signingPublicKey: Buffer): Buffer {
  return Buffer.concat([Buffer.from('password'), uuidToBytes(holderId), sealingPublicKey, signingPublicKey]);
}
