import { Refusal } from '../../shared/domain/refusal.ts';
import { ed25519PublicKey, randomUUID, signEd25519, zero } from './cryptography.ts';
import type { EncryptedDatabase } from './database.ts';
import { changeEpoch } from './epoch-change.ts';
import { isDamage, refusing } from './folder-refusal.ts';
import type { KeyId } from './key-slab.ts';
import {
  digestSignInName,
  type OfficeMarker,
  type OfficePreferences,
  officeLayout,
  writeMarker,
} from './office-folder.ts';
import type { OfficeLock } from './office-lock.ts';
import {
  findHolderByName,
  type HolderFile,
  type HolderLock,
  holderEntry,
  isWeaker,
  lockBelongsTo,
  makeLock,
  openLock,
  readHolderFile,
  removeHolderFile,
  type UnlockedHolder,
  unlockedHolder,
  writeHolderFile,
} from './password-holder.ts';
import type { Argon2Parameters } from './password-stretch.ts';
import { maximumHolders } from './root-slots.ts';
import type { DataKeys, Vault } from './vault.ts';
import type { HolderEntry, SecretName } from './vault-content.ts';

/** A person who may open the office. The name they sign in with is never written in clear. */
export interface NewHolder {
  /** Random id (version 4); one is made where absent. Meant to be the user's id too. */
  readonly holderId?: string;
  readonly signInName: string;
  readonly password: string;
}

/** Something that opening had to finish or tidy, for the audit log. */
export interface ResumedWork {
  readonly what:
    | 'root_slot_repaired'
    | 'marker_repaired'
    | 'superseded_vault_removed'
    | 'unfinished_vault_removed'
    | 'database_key_rotation_finished'
    | 'temporary_file_removed'
    | 'holder_leftover_removed'
    | 'migration_copy_removed'
    | 'journal_tail_cut';
  readonly count: number;
}

/** What an opened office is made of; put together by `createOffice` and `openOffice`. */
export interface OfficeParts {
  readonly folder: string;
  readonly marker: OfficeMarker;
  readonly lock: OfficeLock;
  readonly database: EncryptedDatabase;
  readonly vault: Vault;
  readonly rootSequence: number;
  readonly holder: UnlockedHolder;
  readonly argon2: Argon2Parameters;
}

/** An office that is open: its database, its keys and those who may open it. One a process. */
export class OpenedOffice {
  readonly folder: string;
  readonly layout: ReturnType<typeof officeLayout>;
  /** The holder who opened the office. */
  readonly holder: UnlockedHolder;
  /** Add, look up and use data keys: what `seal` and `open` of sealed-payload.ts take. */
  readonly vault: DataKeys;
  readonly resumed: ResumedWork[] = [];
  readonly #lock: OfficeLock;
  readonly #database: EncryptedDatabase;
  readonly #argon2: Argon2Parameters;
  #marker: OfficeMarker;
  #vault: Vault;
  #rootSequence: number;
  #state: 'open' | 'must_reopen' | 'closed' = 'open';

  constructor(parts: OfficeParts) {
    this.folder = parts.folder;
    this.layout = officeLayout(parts.folder);
    this.holder = parts.holder;
    this.#lock = parts.lock;
    this.#marker = parts.marker;
    this.#database = parts.database;
    this.#vault = parts.vault;
    this.#rootSequence = parts.rootSequence;
    this.#argon2 = parts.argon2;
    this.vault = this.#dataKeys();
    this.#database.setTransactionHooks({
      beforeCommit: () => this.#flushKeys(),
      afterRollback: () => this.#vault.discardStaged(),
    });
  }

  get database(): EncryptedDatabase {
    this.#assertOpen();
    return this.#database;
  }

  get marker(): OfficeMarker {
    return this.#marker;
  }

  get epoch(): number {
    return this.currentVault.epoch;
  }

  /** For the storage itself; handlers use `vault`. Another object after each change of epoch. */
  get currentVault(): Vault {
    this.#assertOpen();
    return this.#vault;
  }

  /** False once it was closed, or must be opened again. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get rootSequence(): number {
    return this.#rootSequence;
  }

  /** Raw Ed25519 public key of the office, 32 bytes. */
  get officePublicKey(): Buffer {
    return this.withSecret('officeSigningSeed', ed25519PublicKey);
  }

  /** Ed25519 signature of the office itself (checkpoints of the audit log), 64 bytes. */
  signAsOffice(message: Uint8Array): Buffer {
    return this.withSecret('officeSigningSeed', (seed) => signEd25519(seed, message));
  }

  /** A key of the vault; a view that must not outlive `use`. */
  withSecret<Result>(name: SecretName, use: (secret: Buffer) => Result): Result {
    const secret = this.currentVault.content.secrets.get(name);
    if (secret === undefined) throw new Error(`the vault holds no ${name}`);
    return use(secret);
  }

  /** Who may open the office, from the list inside the vault. */
  holders(): readonly HolderEntry[] {
    return this.currentVault.content.holders;
  }

  findHolderByName(signInName: string): string | undefined {
    return findHolderByName(this.folder, this.#marker, signInName);
  }

  /** Another holder's signing key, while the office is open. Throws Refusal wrong_password, folder_damaged. */
  async unlockHolder(holderId: string, password: string): Promise<UnlockedHolder> {
    const { entry, signingSeed } = await this.#unlock(holderId, password);
    return unlockedHolder(entry, signingSeed);
  }

  /** Admits a holder, with a change of epoch. Throws Refusal sign_in_name_taken, too_many_holders. */
  async addHolder(holder: NewHolder): Promise<HolderEntry> {
    this.#assertNameFree(holder.signInName);
    if (this.holders().length >= maximumHolders)
      throw new Refusal('too_many_holders', { maximum: maximumHolders });
    const holderId = holder.holderId ?? randomUUID();
    if (this.#entry(holderId) !== undefined) throw new Error('there is a holder with this id');
    const lock = await makeLock(holderId, holder.password, this.#argon2);
    const nameDigest = digestSignInName(this.#marker, holder.signInName);
    const file: HolderFile = { holderId, kind: 'password', nameDigest, locks: [lock] };
    const entry = holderEntry(file, lock);
    // The file first: a file that is not admitted is a leftover, a holder without a file could never sign in.
    refusing(() => writeHolderFile(this.folder, file));
    changeEpoch(this, { holders: [...this.holders(), entry] });
    return entry;
  }

  /** A holder's own change of password. The signing key stays. Throws Refusal wrong_password. */
  async replacePassword(holderId: string, currentPassword: string, newPassword: string): Promise<void> {
    const { signingSeed } = await this.#unlock(holderId, currentPassword);
    try {
      await this.#replaceLock(holderId, await makeLock(holderId, newPassword, this.#argon2, signingSeed));
    } finally {
      zero(signingSeed);
    }
  }

  /**
   * A new password set by somebody else, for one who forgot theirs. Their signing key is lost with the password, so they
   * get a new one; signatures made before are checked against the old public key. Their file is made anew where it is gone or
   * damaged.
   */
  async resetPassword(holderId: string, signInName: string, newPassword: string): Promise<HolderEntry> {
    const lock = await makeLock(holderId, newPassword, this.#argon2);
    return this.#replaceLock(holderId, lock, signInName);
  }

  /** Throws Refusal sign_in_name_taken. */
  changeSignInName(holderId: string, signInName: string): void {
    if (this.findHolderByName(signInName) !== holderId) this.#assertNameFree(signInName);
    const file = readHolderFile(this.folder, holderId);
    refusing(() =>
      writeHolderFile(this.folder, { ...file, nameDigest: digestSignInName(this.#marker, signInName) }),
    );
  }

  /**
   * Locks the same person's keys anew where their lock is weaker than one made today. Not in place: the weak lock would
   * still be in old blocks of the disk, so what it opens must become useless as after a change of password.
   * @returns whether there was anything to do. Throws Refusal wrong_password.
   */
  async strengthenLock(holderId: string, password: string): Promise<boolean> {
    const entry = this.#entry(holderId);
    if (entry?.kind !== 'password') return false;
    const lock = this.#currentLock(entry);
    if (!isWeaker(lock.argon2, this.#argon2)) return false;
    await this.replacePassword(holderId, password, password);
    return true;
  }

  /** From now on this holder cannot open the office. Throws Refusal last_holder. */
  removeHolder(holderId: string): void {
    this.changeHolders({ drop: [holderId] });
  }

  /**
   * Admits a holder that is nobody (see secret-holder.ts) and drops others, in one change of epoch. Those to be dropped
   * that are not there are passed over.
   * @throws Refusal last_holder where no person would be left, too_many_holders.
   */
  changeHolders({ admit, drop = [] }: { admit?: HolderEntry; drop?: readonly string[] }): void {
    const dropped = this.holders().filter((entry) => drop.includes(entry.holderId));
    const remaining = this.holders().filter((entry) => !drop.includes(entry.holderId));
    if (!remaining.some((entry) => entry.kind === 'password')) throw new Refusal('last_holder');
    if (dropped.length === 0 && admit === undefined) return;
    changeEpoch(this, { holders: admit === undefined ? remaining : [...remaining, admit] });
    for (const entry of dropped) {
      if (entry.kind === 'password') refusing(() => removeHolderFile(this.folder, entry.holderId));
    }
  }

  setPreferences(preferences: OfficePreferences): void {
    const marker = { ...this.#marker, preferences };
    refusing(() => writeMarker(this.folder, marker));
    this.#marker = marker;
  }

  /** Zeroes the keys, closes the database, lets go of the folder. */
  close(): void {
    if (this.#state === 'closed') return;
    try {
      this.#shut();
    } finally {
      this.#state = 'closed';
    }
  }

  /** After a change of epoch reached the disk. The old vault's keys are zeroed. */
  adoptVault(next: Vault, rootSequence: number): void {
    this.#vault.close();
    this.#vault = next;
    this.#rootSequence = rootSequence;
  }

  /** Runs what must not be continued after an error, because nobody can tell how far the disk got. */
  guardAgainstHalfDone(work: () => void): void {
    try {
      refusing(work);
    } catch (error) {
      this.#shut();
      this.#state = 'must_reopen';
      throw error;
    }
  }

  /** Lets the database remember the newest epoch, so that an older vault put in its place is noticed. */
  noteEpoch(): void {
    if (this.database.value('SELECT epoch FROM vault_state') === this.#vault.epoch) return;
    this.database.transaction(() => writeVaultState(this.#database, this.#vault));
  }

  markComplete(): void {
    const marker = { ...this.#marker, complete: true };
    refusing(() => writeMarker(this.folder, marker));
    this.#marker = marker;
  }

  #dataKeys(): DataKeys {
    const stage = (count: number): KeyId[] => {
      const { database } = this;
      const add = () => this.#vault.stageDataKeys(count);
      return database.inTransaction ? add() : database.transaction(add);
    };
    return {
      addDataKey: () => {
        const [keyId] = stage(1);
        if (keyId === undefined) throw new Error('no key was made');
        return keyId;
      },
      addDataKeys: stage,
      hasDataKey: (keyId) => this.currentVault.hasDataKey(keyId),
      withDataKey: (keyId, use) => this.currentVault.withDataKey(keyId, use),
    };
  }

  /** The keys reach the disk before the rows that need them commit. */
  #flushKeys(): void {
    if (this.#vault.stagedKeyCount === 0) return;
    this.#vault.flushStaged();
    writeVaultState(this.#database, this.#vault);
  }

  async #unlock(holderId: string, password: string): Promise<{ entry: HolderEntry; signingSeed: Buffer }> {
    const entry = this.#entry(holderId);
    if (entry?.kind !== 'password') throw new Refusal('wrong_password');
    const lock = this.#currentLock(entry);
    const secrets = await openLock(holderId, lock, password);
    if (secrets === undefined) throw new Refusal('wrong_password');
    zero(secrets.sealingSecret);
    return { entry, signingSeed: secrets.signingSeed };
  }

  #currentLock(entry: HolderEntry): HolderLock {
    const { locks } = readHolderFile(this.folder, entry.holderId);
    const lock = locks.find((candidate) => lockBelongsTo(candidate, entry));
    if (lock === undefined) throw new Refusal('folder_damaged', { part: 'holder', why: 'not_admitted' });
    return lock;
  }

  /**
   * New key pair, new epoch: what the old password opens is a key that nothing is sealed to any more. In between the file
   * has both locks, so that a power cut leaves either the old password or the new one working.
   * @param signInName where the file may be made anew
   */
  async #replaceLock(holderId: string, lock: HolderLock, signInName?: string): Promise<HolderEntry> {
    const old = this.#entry(holderId);
    if (old?.kind !== 'password') throw new Refusal('wrong_password');
    const file = this.#holderFile(holderId, signInName);
    const current = file.locks.filter((candidate) => lockBelongsTo(candidate, old));
    const entry = holderEntry(file, lock);
    refusing(() => writeHolderFile(this.folder, { ...file, locks: [...current, lock] }));
    changeEpoch(this, {
      holders: this.holders().map((candidate) => (candidate.holderId === holderId ? entry : candidate)),
    });
    refusing(() => writeHolderFile(this.folder, { ...file, locks: [lock] }));
    return entry;
  }

  #holderFile(holderId: string, signInName: string | undefined): HolderFile {
    try {
      return readHolderFile(this.folder, holderId);
    } catch (error) {
      const isLost = error instanceof Refusal && (isDamage(error) || error.code === 'wrong_password');
      if (!isLost || signInName === undefined) throw error;
      const nameDigest = digestSignInName(this.#marker, signInName);
      return { holderId, kind: 'password', nameDigest, locks: [] };
    }
  }

  #entry(holderId: string): HolderEntry | undefined {
    return this.holders().find((entry) => entry.holderId === holderId);
  }

  #assertNameFree(signInName: string): void {
    if (this.findHolderByName(signInName) !== undefined) throw new Refusal('sign_in_name_taken');
  }

  #assertOpen(): void {
    if (this.#state === 'must_reopen') throw new Refusal('office_must_reopen');
    if (this.#state === 'closed') throw new Error('the office is closed');
  }

  #shut(): void {
    if (this.#state !== 'open') return;
    this.#vault.close();
    this.holder.close();
    try {
      this.#database.close();
    } finally {
      this.#lock.release();
    }
  }
}

/**
 * What the database remembers of the vault: its epoch and the number of keys in its journal. It changes in the same
 * transaction as the rows that need the keys; comparing on opening shows a vault or journal that was put back or cut.
 */
export const createVaultStateTable = `CREATE TABLE vault_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  epoch INTEGER NOT NULL,
  journal_keys INTEGER NOT NULL
) STRICT`;

export function writeVaultState(database: EncryptedDatabase, vault: Vault): void {
  database.run('INSERT OR REPLACE INTO vault_state (id, epoch, journal_keys) VALUES (1, ?, ?)', [
    vault.epoch,
    vault.journalKeyCount,
  ]);
}
