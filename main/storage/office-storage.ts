import type { Cipher, Database } from './database.ts';
import type { UnlockedHolder } from './password-holder.ts';
import type { Migration } from './migrate.ts';
import type { OfficeMarker, OfficePreferences } from './office-folder.ts';
import type { DataKeys } from './vault.ts';
import type { Argon2Parameters } from './password-holder.ts';

/** A person who may open the office. `signInName` is never written in clear. */
export interface NewHolder {
  /** Random id (v4); one is made if absent. Use it as the user's id too. */
  readonly holderId?: string;
  readonly signInName: string;
  readonly password: string;
}

/** What is publicly known of a holder, from the authenticated registry inside the vault. */
export interface HolderRecord {
  readonly holderId: string;
  readonly kind: 'password';
  /** Raw Ed25519 public key, 32 bytes. */
  readonly signingPublicKey: Buffer;
}

export interface CreateOfficeOptions {
  readonly cipher: Cipher;
  readonly createdAt: string;
  readonly holders: readonly NewHolder[];
  readonly preferences: OfficePreferences;
  readonly migrations?: readonly Migration[];
  readonly argon2?: Argon2Parameters;
  /** First rows, run in one transaction before the office counts as created. */
  readonly populate?: (storage: OfficeStorage) => void;
}

export interface OpenOfficeOptions {
  readonly migrations?: readonly Migration[];
  readonly argon2?: Argon2Parameters;
}

/** What opening had to finish or tidy, for the audit log. */
export interface ResumedWork {
  readonly what:
    | 'root_slot_repaired'
    | 'superseded_vault_removed'
    | 'unfinished_vault_removed'
    | 'database_key_rotation_finished'
    | 'temporary_file_removed'
    | 'holder_leftover_removed'
    | 'migration_copy_removed'
    | 'journal_tail_ignored';
  readonly count: number;
}

export interface OfficeStorage {
  readonly folder: string;
  readonly marker: OfficeMarker;
  readonly database: Database;
  /** Add, look up and use data keys; what `seal` and `open` of sealed-payload.ts take. */
  readonly vault: DataKeys;
  readonly epoch: number;
  readonly resumed: readonly ResumedWork[];
  /** The holder that opened the office. */
  readonly holder: UnlockedHolder;
  readonly officePublicKey: Buffer;
  signAsOffice(message: Uint8Array): Buffer;
  holders(): HolderRecord[];
  findHolderByName(signInName: string): string | undefined;
  unlockHolder(holderId: string, password: string): Promise<UnlockedHolder>;
  addHolder(holder: NewHolder): Promise<HolderRecord>;
  replacePassword(holderId: string, currentPassword: string, newPassword: string): Promise<void>;
  resetPassword(holderId: string, newPassword: string): Promise<HolderRecord>;
  changeSignInName(holderId: string, signInName: string): void;
  removeHolder(holderId: string): void;
  setPreferences(preferences: OfficePreferences): void;
  close(): void;
}

export declare function createOffice(folder: string, options: CreateOfficeOptions): Promise<OfficeStorage>;
export declare function openOffice(
  folder: string,
  holderId: string,
  password: string,
  options?: OpenOfficeOptions,
): Promise<OfficeStorage>;
