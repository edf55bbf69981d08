import type { Cipher } from './database.ts';

export interface OfficePreferences {
  readonly language: string;
  readonly theme: string;
}

export interface OfficeMarker {
  readonly format: 'ashbook-office';
  readonly formatVersion: number;
  readonly officeId: string;
  readonly cipher: Cipher;
  readonly createdAt: string;
  /** Hex; salts the digests of sign-in names. */
  readonly nameSalt: string;
  readonly preferences: OfficePreferences;
}

export type FolderState = { readonly state: 'empty' } | { readonly state: 'office'; readonly marker: OfficeMarker };

/** Throws Refusal folder_not_ours, folder_newer_version, folder_read_only, folder_full, folder_in_use, folder_damaged, folder_unreachable. */
export declare function inspectFolder(folder: string): FolderState;
/** Id of the holder with this sign-in name, before anything is opened. */
export declare function findHolderByName(folder: string, signInName: string): string | undefined;
