import { readFileSync } from 'node:fs';
import { Refusal } from '../../shared/domain/refusal.ts';
import { copySecret, deriveKey, keyBytes, openAead, randomBytes, sealAead, zero } from './cryptography.ts';
import { systemErrorCode, writeFileDurably } from './durable-file.ts';
import { damaged } from './folder-refusal.ts';
import { uuidToBytes } from './identifier-bytes.ts';
import { type KeyId, KeySlab } from './key-slab.ts';
import type { PayloadPlace } from './sealed-payload.ts';
import { parseVaultContent, serialiseVaultContent, type VaultContent } from './vault-content.ts';
import { VaultJournal } from './vault-journal.ts';

export type { KeyId } from './key-slab.ts';
export type { HolderEntry, SecretName } from './vault-content.ts';

/** What handlers may do with data keys. Removal happens only through a change of epoch. */
export interface DataKeys {
  /**
   * Makes a key for a person. It is on disk before the surrounding transaction commits; outside of a transaction, at
   * once. A transaction rolled back takes its new keys with it.
   */
  addDataKey(): KeyId;
  /** Many at once (import), with one write. */
  addDataKeys(count: number): KeyId[];
  hasDataKey(keyId: KeyId): boolean;
  /** The key is a view that must not outlive `use`. Throws Refusal `data_key_destroyed`. */
  withDataKey<Result>(keyId: KeyId, use: (key: Buffer) => Result): Result;
  /** Is told of every payload that opens, where what a call opens is watched (provision/gate-watch.ts). */
  readonly onOpened?: (place: PayloadPlace) => void;
}

const fileMark = Buffer.from('ASHVLT01', 'latin1');

/** File names in a data folder. */
export function vaultFileName(epoch: number): string {
  return `vault.${epoch}`;
}

/**
 * The keys of one epoch: a blob under the epoch key, and the journal of keys added since.
 *
 * File: 'ASHVLT01', epoch (u64), office id (16), nonce, AES-256-GCM ciphertext, tag; the first three are the associated
 * data. The epoch key never encrypts anything itself: vault, journal and root slots each use a key derived from it.
 */
export class Vault {
  readonly epoch: number;
  readonly #path: string;
  readonly #officeId: string;
  readonly #epochKey: Buffer;
  readonly #content: VaultContent;
  readonly #journal: VaultJournal;
  /** Keys of the slab that are in the vault file or flushed to the journal; those behind are staged. */
  #flushed: number;
  #inVaultFile: number;
  #journalBytesIgnored = 0;
  #closed = false;

  private constructor(
    path: string,
    officeId: string,
    epoch: number,
    epochKey: Buffer,
    content: VaultContent,
  ) {
    this.#path = path;
    this.#officeId = officeId;
    this.epoch = epoch;
    this.#epochKey = epochKey;
    this.#content = content;
    this.#journal = new VaultJournal(`${path}.journal`, epochKey, vaultContext(officeId, epoch));
    this.#flushed = content.dataKeys.count;
    this.#inVaultFile = content.dataKeys.count;
  }

  /** A vault in memory under a new epoch key; `write` puts it on disk. Takes over `content`. */
  static make(folder: string, officeId: string, epoch: number, content: VaultContent): Vault {
    const path = `${folder}/${vaultFileName(epoch)}`;
    return new Vault(path, officeId, epoch, randomBytes(keyBytes), content);
  }

  /** Reads vault and journal. Takes over `epochKey`. Throws Refusal folder_damaged. */
  static open(folder: string, officeId: string, epoch: number, epochKey: Buffer): Vault {
    const path = `${folder}/${vaultFileName(epoch)}`;
    const vault = new Vault(path, officeId, epoch, epochKey, readVaultFile(path, officeId, epoch, epochKey));
    try {
      vault.#journalBytesIgnored = vault.#journal.load(vault.#content.dataKeys);
    } catch (error) {
      vault.close();
      throw error;
    }
    vault.#flushed = vault.#content.dataKeys.count;
    return vault;
  }

  /** Everything of it that is on disk now, read again, for verification; the caller closes it. */
  reread(): Vault {
    const folder = this.#path.slice(0, -vaultFileName(this.epoch).length - 1);
    return Vault.open(folder, this.#officeId, this.epoch, copySecret(this.#epochKey));
  }

  /** The blob as it is written. Keys of the journal are folded in. */
  seal(): Buffer {
    this.#assertOpen();
    const plaintext = serialiseVaultContent(this.#content);
    const header = vaultContext(this.#officeId, this.epoch);
    const key = vaultKey(this.#epochKey, header);
    try {
      return Buffer.concat([header, sealAead(key, plaintext, header)]);
    } finally {
      zero(plaintext, key);
    }
  }

  write(): void {
    writeFileDurably(this.#path, this.seal(), 'vault');
  }

  /** The contents for the next epoch, to be changed and given to `make`: copies without the keys named. */
  contentWithout(keyIds: ReadonlySet<KeyId>): VaultContent {
    this.#assertOpen();
    const secrets = new Map([...this.#content.secrets].map(([name, value]) => [name, copySecret(value)]));
    return { secrets, holders: [...this.#content.holders], dataKeys: this.#content.dataKeys.without(keyIds) };
  }

  get content(): VaultContent {
    this.#assertOpen();
    return this.#content;
  }

  /** Byte by byte: data keys with their ids, and the vault's own. */
  holdsSameKeysAs(other: Vault): boolean {
    const [mine, theirs] = [this.content, other.content];
    return (
      mine.dataKeys.view().equals(theirs.dataKeys.view()) &&
      mine.secrets.size === theirs.secrets.size &&
      [...mine.secrets].every(([name, secret]) => theirs.secrets.get(name)?.equals(secret) === true)
    );
  }

  get epochKey(): Buffer {
    this.#assertOpen();
    return this.#epochKey;
  }

  /** Cuts off what a power cut left of an append that was never acknowledged. Answers whether there was any. */
  cutJournalTail(): boolean {
    if (this.#journalBytesIgnored === 0) return false;
    this.#journal.cutTail();
    this.#journalBytesIgnored = 0;
    return true;
  }

  /** Keys that are in the journal, flushed. */
  get journalKeyCount(): number {
    return this.#flushed - this.#inVaultFile;
  }

  get stagedKeyCount(): number {
    return this.#content.dataKeys.count - this.#flushed;
  }

  /** Keys that are usable at once and on disk after `flushStaged`. */
  stageDataKeys(count: number): KeyId[] {
    this.#assertOpen();
    return this.#content.dataKeys.add(count);
  }

  flushStaged(): void {
    if (this.stagedKeyCount === 0) return;
    this.#journal.append(this.#content.dataKeys.view(this.#flushed));
    this.#flushed = this.#content.dataKeys.count;
  }

  discardStaged(): void {
    if (!this.#closed) this.#content.dataKeys.truncate(this.#flushed);
  }

  hasDataKey(keyId: KeyId): boolean {
    this.#assertOpen();
    return this.#content.dataKeys.has(keyId);
  }

  withDataKey<Result>(keyId: KeyId, use: (key: Buffer) => Result): Result {
    this.#assertOpen();
    const key = this.#content.dataKeys.key(keyId);
    if (key === undefined) throw new Refusal('data_key_destroyed');
    return use(key);
  }

  close(): void {
    this.#closed = true;
    zero(this.#epochKey, ...this.#content.secrets.values());
    this.#content.dataKeys.close();
    this.#journal.close();
  }

  #assertOpen(): void {
    if (this.#closed) throw new Error('the vault is closed');
  }
}

function readVaultFile(path: string, officeId: string, epoch: number, epochKey: Buffer): VaultContent {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') throw damaged('vault', 'missing');
    throw error;
  }
  const header = vaultContext(officeId, epoch);
  if (!file.subarray(0, header.length).equals(header)) throw damaged('vault', 'wrong_header');
  const key = vaultKey(epochKey, header);
  const plaintext = openAead(key, file.subarray(header.length), header);
  zero(key);
  if (plaintext === undefined) throw damaged('vault', 'does_not_open');
  const content = parseVaultContent(plaintext);
  zero(plaintext);
  if (content === undefined) throw damaged('vault', 'unknown_content');
  return content;
}

function vaultContext(officeId: string, epoch: number): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(epoch));
  return Buffer.concat([fileMark, number, uuidToBytes(officeId)]);
}

function vaultKey(epochKey: Uint8Array, context: Uint8Array): Buffer {
  return deriveKey(epochKey, context, 'ashbook vault v1');
}

/** The contents of the first vault of an office. */
export function newVaultContent(): VaultContent {
  return {
    secrets: new Map([
      ['databaseKey', randomBytes(keyBytes)],
      ['indexKey', randomBytes(keyBytes)],
      ['backupKey', randomBytes(keyBytes)],
      ['officeSigningSeed', randomBytes(keyBytes)],
    ]),
    holders: [],
    dataKeys: new KeySlab(),
  };
}
