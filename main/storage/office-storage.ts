import { join } from 'node:path';
import { Refusal } from '../../shared/domain/refusal.ts';
import { randomBytes, randomUUID, zero } from './cryptography.ts';
import { type Cipher, openDatabase } from './database.ts';
import { makeFolderDurably, unlinkDurably } from './durable-file.ts';
import { damaged, refusalFromSystemError, refusing } from './folder-refusal.ts';
import { type Migration, migrate, refuseFuture } from './migrate.ts';
import { migrations as releaseMigrations } from './migrations/index.ts';
import {
  digestSignInName,
  exists,
  inspectFolder,
  listFolder,
  type OfficeMarker,
  type OfficePreferences,
  officeFormatVersion,
  officeLayout,
  writeMarker,
} from './office-folder.ts';
import { acquireOfficeLock, type OfficeLock } from './office-lock.ts';
import { createVaultStateTable, type NewHolder, OpenedOffice, writeVaultState } from './opened-office.ts';
import {
  defaultArgon2,
  type HolderFile,
  type HolderSecrets,
  holderEntry,
  lockBelongsTo,
  makeLock,
  openLock,
  readHolderFile,
  type UnlockedHolder,
  unlockedHolder,
  writeHolderFile,
} from './password-holder.ts';
import type { Argon2Parameters } from './password-stretch.ts';
import { kitOf } from './recovery-card.ts';
import {
  createRootFile,
  makeRootSlot,
  maximumHolders,
  openRootSlot,
  type RootSlot,
  readRootSlots,
  slotHolderIds,
} from './root-slots.ts';
import { openSlotBySecret, secretBelongsTo, speechlessHolder } from './secret-holder.ts';
import { checkVaultState, finishInterruptedWork, openRecords } from './unfinished-work.ts';
import { newVaultContent, Vault } from './vault.ts';
import type { HolderEntry, SecretHolderKind } from './vault-content.ts';

export type { NewHolder, OpenedOffice as OfficeStorage, ResumedWork } from './opened-office.ts';

export interface CreateOfficeOptions {
  readonly cipher: Cipher;
  /** ISO instant, from the caller's clock. */
  readonly createdAt: string;
  /** At least one; the first is the one the new office is opened by. */
  readonly holders: readonly NewHolder[];
  readonly preferences: OfficePreferences;
  /** Those of this release where absent. */
  readonly migrations?: readonly Migration[];
  readonly argon2?: Argon2Parameters;
  /** First rows, in one transaction, before the office counts as created. */
  readonly populate?: (office: OpenedOffice) => void;
}

export interface OpenOfficeOptions {
  readonly migrations?: readonly Migration[];
  /** Cost for locks made from now on; those on disk carry their own. */
  readonly argon2?: Argon2Parameters;
}

/**
 * Makes an office in an empty folder (or one that does not exist yet, in a folder that does) and opens it. Interrupted,
 * it leaves a folder that still counts as empty.
 * @throws Refusal folder_has_office, sign_in_name_taken, too_many_holders, and those of `inspectFolder`.
 */
export async function createOffice(folder: string, options: CreateOfficeOptions): Promise<OpenedOffice> {
  if (inspectFolder(folder).state === 'office') throw new Refusal('folder_has_office');
  const marker: OfficeMarker = {
    format: 'ashbook-office',
    formatVersion: officeFormatVersion,
    officeId: randomUUID(),
    cipher: options.cipher,
    createdAt: options.createdAt,
    nameSalt: randomBytes(32).toString('hex'),
    preferences: options.preferences,
    complete: false,
  };
  const argon2 = options.argon2 ?? defaultArgon2;
  const { files, first } = await makeHolderFiles(marker, options.holders, argon2);
  let lock: OfficeLock | undefined;
  let office: OpenedOffice | undefined;
  try {
    makeFolderDurably(folder, 'office');
    lock = acquireOfficeLock(officeLayout(folder).lock);
    removeUnfinishedOffice(folder);
    writeMarker(folder, marker);
    makeFolderDurably(officeLayout(folder).holders, 'office');
    for (const file of files) writeHolderFile(folder, file);
    office = establish(folder, marker, files, first, lock, argon2);
    const created = office;
    created.database.transaction(() => {
      created.database.exec(createVaultStateTable);
      writeVaultState(created.database, created.currentVault);
    });
    created.withSecret('databaseKey', (key) => {
      migrate(created.database, key, options.migrations ?? releaseMigrations, created.layout.recordsCopy);
    });
    created.database.transaction(() => options.populate?.(created));
    created.markComplete();
    return created;
  } catch (error) {
    if (office === undefined) lock?.release();
    else office.close();
    zero(first.signingSeed);
    throw refusalFromSystemError(error) ?? error;
  } finally {
    zero(first.sealingSecret);
  }
}

/**
 * Opens an office for one person, first finishing whatever a power cut interrupted (see `resumed`).
 * @throws Refusal wrong_password, folder_has_no_office, and those of `inspectFolder`.
 */
export function openOffice(
  folder: string,
  holderId: string,
  password: string,
  options: OpenOfficeOptions = {},
): Promise<OpenedOffice> {
  return openBy(folder, options, async (slot) => {
    const file = readHolderFile(folder, holderId);
    const { lock, epochKey, signingSeed } = await unlockEpochKey(file, slot, password);
    return {
      holderId,
      epochKey,
      holderOf: (entry) => (lockBelongsTo(lock, entry) ? unlockedHolder(entry, signingSeed) : undefined),
      close: () => zero(signingSeed),
    };
  });
}

/**
 * Opens an office with nobody at the desk: `holder` of what is opened signs nothing. Works on a copy of the data folder
 * on any machine, and whatever became of the holders' files.
 *
 * @param kit the first digits of the holder's id where they are known (see `kitOf`); without, every holder is tried
 * @throws Refusal recovery_kit_unknown, recovery_kit_does_not_open or keystore_does_not_open, folder_has_no_office, and those of `inspectFolder`.
 */
export function openOfficeBySecret(
  folder: string,
  by: { readonly kind: SecretHolderKind; readonly secret: Uint8Array; readonly kit?: string },
  options: OpenOfficeOptions = {},
): Promise<OpenedOffice> {
  const { kind, secret, kit } = by;
  return openBy(folder, options, (slot) => {
    const holderIds = slotHolderIds(slot).filter((holderId) => kit === undefined || kitOf(holderId) === kit);
    const opened = openSlotBySecret(slot, holderIds, kind, secret);
    if (opened === undefined) throw secretRefused(by, holderIds.length);
    return {
      ...opened,
      holderOf: (entry) => (secretBelongsTo(entry, secret) ? speechlessHolder(entry) : undefined),
      close: () => {},
    };
  });
}

/** These bytes open nothing here: there is no such kit, or its cards do not fit each other. */
function secretRefused(by: { kind: SecretHolderKind; kit?: string }, candidates: number): Refusal {
  if (by.kind === 'keystore') return new Refusal('keystore_does_not_open');
  return new Refusal(candidates === 0 ? 'recovery_kit_unknown' : 'recovery_kit_does_not_open', {
    kit: by.kit ?? '',
  });
}

/** What opening the root slot yields. */
interface OpenedSlot {
  readonly holderId: string;
  readonly epochKey: Buffer;
  /** Undefined where the vault lists other keys for the holder. */
  holderOf(entry: HolderEntry): UnlockedHolder | undefined;
  /** Zeroes what was opened; only where the office is not opened after all. */
  close(): void;
}

async function openBy(
  folder: string,
  options: OpenOfficeOptions,
  openSlot: (slot: RootSlot) => OpenedSlot | Promise<OpenedSlot>,
): Promise<OpenedOffice> {
  const state = inspectFolder(folder);
  if (state.state !== 'office') throw new Refusal('folder_has_no_office');
  const { marker } = state;
  const layout = officeLayout(folder);
  const lock = refusing(() => acquireOfficeLock(layout.lock));
  let vault: Vault | undefined;
  let office: OpenedOffice | undefined;
  let unlocked: OpenedSlot | undefined;
  try {
    const slots = readRootSlots(layout.rootSlot, marker.officeId);
    unlocked = await openSlot(slots.best);
    const { holderId, epochKey } = unlocked;
    const opened = Vault.open(folder, marker.officeId, slots.best.epoch, epochKey);
    vault = opened;
    const entry = opened.content.holders.find((candidate) => candidate.holderId === holderId);
    const holder = entry && unlocked.holderOf(entry);
    if (holder === undefined) throw damaged('holder', 'not_admitted');
    const database = openRecords(folder, marker, opened);
    const argon2 = options.argon2 ?? defaultArgon2;
    const { sequence: rootSequence } = slots.best;
    office = new OpenedOffice({
      folder,
      marker,
      lock,
      database,
      vault: opened,
      rootSequence,
      holder,
      argon2,
    });
    // Nothing is repaired or removed before it is known that vault and records belong together and to this release.
    const migrations = options.migrations ?? releaseMigrations;
    refuseFuture(database, migrations);
    checkVaultState(database, opened);
    finishInterruptedWork(office, slots);
    migrateRecords(office, migrations);
    return office;
  } catch (error) {
    if (office === undefined) {
      vault?.close();
      unlocked?.close();
      lock.release();
    } else {
      office.close();
    }
    throw refusalFromSystemError(error) ?? error;
  }
}

/** Root slot, vault and database of a new office. */
function establish(
  folder: string,
  marker: OfficeMarker,
  files: readonly HolderFile[],
  first: HolderSecrets,
  lock: OfficeLock,
  argon2: Argon2Parameters,
): OpenedOffice {
  const holders = files.flatMap((file) => file.locks.map((holderLock) => holderEntry(file, holderLock)));
  const [entry] = holders;
  if (entry === undefined) throw new Error('an office needs a holder');
  const content = { ...newVaultContent(), holders };
  const vault = Vault.make(folder, marker.officeId, 1, content);
  try {
    const slot = makeRootSlot(marker.officeId, 1, vault.epoch, vault.epochKey, holders);
    vault.write();
    createRootFile(officeLayout(folder).rootSlot, slot);

    const key = content.secrets.get('databaseKey');
    if (key === undefined) throw new Error('a new vault has a database key');
    const database = openDatabase(officeLayout(folder).records, key, marker.cipher);
    const holder = unlockedHolder(entry, first.signingSeed);
    return new OpenedOffice({ folder, marker, lock, database, vault, rootSequence: 1, holder, argon2 });
  } catch (error) {
    vault.close();
    throw error;
  }
}

async function makeHolderFiles(
  marker: OfficeMarker,
  holders: readonly NewHolder[],
  argon2: Argon2Parameters,
): Promise<{ files: HolderFile[]; first: HolderSecrets }> {
  if (holders.length > maximumHolders) throw new Refusal('too_many_holders', { maximum: maximumHolders });
  const files: HolderFile[] = [];
  for (const { holderId = randomUUID(), signInName, password } of holders) {
    const nameDigest = digestSignInName(marker, signInName);
    if (files.some((file) => file.nameDigest === nameDigest)) throw new Refusal('sign_in_name_taken');
    files.push({
      holderId,
      kind: 'password',
      nameDigest,
      locks: [await makeLock(holderId, password, argon2)],
    });
  }
  const lock = files[0]?.locks[0];
  const [holder] = holders;
  if (files[0] === undefined || lock === undefined || holder === undefined)
    throw new Error('an office needs a holder');
  const first = await openLock(files[0].holderId, lock, holder.password);
  if (first === undefined) throw new Error('a new lock does not open');
  return { files, first };
}

async function unlockEpochKey(file: HolderFile, slot: RootSlot, password: string) {
  for (const lock of file.locks) {
    const secrets = await openLock(file.holderId, lock, password);
    if (secrets === undefined) continue;
    const epochKey = openRootSlot(slot, file.holderId, secrets.sealingSecret);
    zero(secrets.sealingSecret);
    if (epochKey !== undefined) return { lock, epochKey, signingSeed: secrets.signingSeed };
    // A password that was replaced, or a holder who was removed: the slot is not sealed to them any more.
    zero(secrets.signingSeed);
  }
  throw new Refusal('wrong_password');
}

function migrateRecords(office: OpenedOffice, migrations: readonly Migration[]): void {
  const { recordsCopy } = office.layout;
  const leftover = exists(recordsCopy);
  refusing(() =>
    office.withSecret('databaseKey', (key) => migrate(office.database, key, migrations, recordsCopy)),
  );
  if (leftover) office.resumed.push({ what: 'migration_copy_removed', count: 1 });
}

/** What an interrupted creation left; `inspectFolder` has made sure that nothing else is there. */
function removeUnfinishedOffice(folder: string): void {
  const files = listFolder(folder).filter((file) => file.role !== 'lock');
  // The marker last, as it is what tells the rest from somebody else's files.
  files.sort((one, other) => Number(one.role === 'marker') - Number(other.role === 'marker'));
  for (const file of files) unlinkDurably(join(folder, file.relativePath), file.role ?? 'temporary');
}
