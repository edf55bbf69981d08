import type { OfficeStatus, Preferences } from '../../shared/contract/office.ts';
import { preferences as preferencesSchema } from '../../shared/contract/office.ts';
import {
  delegatedPermissions,
  type Permission,
  permissionsOf,
  type Role,
} from '../../shared/domain/office/permission.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import type { Clock } from '../clock.ts';
import { AttachmentDesk } from '../collection/attachment-desk.ts';
import { ImportDesk } from '../collection/import-desk.ts';
import { PeopleSearch } from '../collection/people-search.ts';
import type { Actor, OfficeFacts } from '../context.ts';
import { standsInFor } from '../destruction/delegation.ts';
import { tonightOf } from '../destruction/tonight.ts';
import type { AuditWatch } from '../register/audit-watch.ts';
import { renameDurably } from '../storage/copy-medium.ts';
import { isDamage, refusing } from '../storage/folder-refusal.ts';
import {
  digestSignInName,
  exists,
  inspectFolder,
  type OfficeMarker,
  type OfficePreferences,
  officeLayout,
  readMarker,
  writeMarker,
} from '../storage/office-folder.ts';
import { acquireOfficeLock } from '../storage/office-lock.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { defaultArgon2, type UnlockedHolder } from '../storage/password-holder.ts';
import type { Argon2Parameters } from '../storage/password-stretch.ts';
import { demoUsersOf } from './demo-users.ts';
import { keystoreStateOf } from './keystore-state.ts';
import { readOfficeFacts } from './office-facts.ts';
import { SignInAttempts } from './sign-in-attempts.ts';
import { readUser } from './user.ts';

/** An office that is open, with somebody at the desk. */
export interface OpenSession {
  readonly storage: OfficeStorage;
  readonly office: OfficeFacts;
  readonly actor: Actor;
}

type State =
  | { name: 'closed' }
  /** Opened by the keystore of this computer: storage without a person. */
  | { name: 'unattended'; storage: OfficeStorage }
  | { name: 'open'; storage: OfficeStorage; office: OfficeFacts; user: SignedInUser }
  | { name: 'locked'; storage: OfficeStorage; office: OfficeFacts; user: SignedInUser };

interface SignedInUser {
  actor: Actor;
  displayName: string;
  holder: UnlockedHolder;
}

/**
 * Who is at the desk. One office, one person at a time: the desk of a single computer.
 *
 * Locking keeps the office open (the scheduler goes on) but zeroes the person's own private keys and answers nobody; signing
 * out closes the office and zeroes every key.
 */
export class Session {
  readonly folder: string;
  readonly attempts: SignInAttempts;
  /** Files that the person at the desk is adding or reading. */
  readonly attachmentDesk = new AttachmentDesk();
  readonly importDesk = new ImportDesk();
  /** What a new password costs to try. */
  readonly argon2: Argon2Parameters;
  /** What the keystore of this computer guards, where there is one worth the name. */
  readonly keystoreSecret: Uint8Array | null;
  readonly #clock: Clock;
  readonly #demo: boolean;
  readonly #tell: (state: 'open' | 'locked' | 'signed_out') => void;
  #peopleSearch: PeopleSearch | null = null;
  #auditWatch: AuditWatch | null = null;
  #state: State = { name: 'closed' };
  #isDamaged = false;
  #preferences: Preferences = { language: null, theme: 'system' };

  constructor(
    folder: string,
    demo: boolean,
    clock: Clock,
    tell: (state: 'open' | 'locked' | 'signed_out') => void,
    argon2: Argon2Parameters = defaultArgon2,
    keystoreSecret: Uint8Array | null = null,
  ) {
    this.folder = folder;
    this.argon2 = argon2;
    this.keystoreSecret = keystoreSecret;
    this.#demo = demo;
    this.#clock = clock;
    this.#tell = tell;
    // The marker alone is read: whether the folder is free is not asked again while an office is being opened.
    this.attempts = new SignInAttempts(folder, (signInName) =>
      digestSignInName(readMarker(folder), signInName),
    );
    // Refuses at once a folder that is not ours, too new or in use, before any window is shown.
    const marker = this.#readableMarker();
    if (marker !== null && marker !== 'damaged') {
      const { language, theme } = marker.preferences;
      this.#preferences = preferencesSchema.parse({ language: language === '' ? null : language, theme });
    }
  }

  /** Throws Refusal `office_missing`. */
  requireMarker(): OfficeMarker {
    const marker = this.#marker();
    if (marker === null) throw new Refusal('office_missing');
    return marker;
  }

  get hasOffice(): boolean {
    return this.#marker() !== null;
  }

  /** Null while there is no office. An open office is not looked at again: its folder is locked, by us. */
  #marker(): OfficeMarker | null {
    if (this.#state.name !== 'closed') return this.#state.storage.marker;
    const found = inspectFolder(this.folder);
    return found.state === 'office' ? found.marker : null;
  }

  /** As `#marker`, for what has to go on where it is damaged: somebody must be shown the way to a backup. */
  #readableMarker(): OfficeMarker | null | 'damaged' {
    try {
      return this.#marker();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.noteDamage();
      return 'damaged';
    }
  }

  get storage(): OfficeStorage | null {
    return this.#state.name === 'closed' ? null : this.#state.storage;
  }

  /** Null while the office is closed, and until what a crash interrupted has been finished. */
  get openPeopleSearch(): PeopleSearch | null {
    return this.#peopleSearch;
  }

  /** For handlers: whoever is signed in can search. */
  get peopleSearch(): PeopleSearch {
    if (this.#peopleSearch === null) throw new Error('the search index is not open');
    return this.#peopleSearch;
  }

  /** Once an office has been opened, and what was to be destroyed in it is. */
  beginSearching(): void {
    if (this.#state.name !== 'closed') this.#peopleSearch ??= new PeopleSearch(this.#state.storage);
  }

  /** Verifies the log in the background. */
  get auditWatch(): AuditWatch {
    if (this.#auditWatch === null) throw new Error('nobody watches the audit log');
    return this.#auditWatch;
  }

  watchAuditLog(watch: AuditWatch): void {
    this.#auditWatch = watch;
  }

  get preferences(): Preferences {
    return this.#preferences;
  }

  /** Who is signed in, at the desk or behind the lock. */
  get actor(): Actor | null {
    return this.#user?.actor ?? null;
  }

  get isLocked(): boolean {
    return this.#state.name === 'locked';
  }

  /** Throws Refusal `signed_out` or `locked`. */
  requireOpen(): OpenSession {
    if (this.#state.name === 'closed' || this.#state.name === 'unattended') throw new Refusal('signed_out');
    if (this.#state.name === 'locked') throw new Refusal('locked');
    return { storage: this.#state.storage, office: this.#state.office, actor: this.#state.user.actor };
  }

  /**
   * What the person at the desk may do today: by their roles, and for those they stand in for. Throws Refusal `signed_out` or
   * `locked`.
   */
  permissions(): Permission[] {
    const { storage, office, actor } = this.requireOpen();
    return permissionsNow(storage, office, actor, this.#clock);
  }

  status(): OfficeStatus {
    const state = this.#state;
    const common = {
      needsRestore: this.#isDamaged,
      preferences: this.#preferences,
      demoUsers: this.#demo ? demoUsersOf(this.folder) : null,
    };
    if (state.name === 'closed' || state.name === 'unattended') {
      const marker = this.#readableMarker();
      return {
        state: marker === null ? 'empty' : marker === 'damaged' ? marker : 'signed_out',
        user: null,
        office: null,
        today: null,
        epoch: null,
        tonight: null,
        ...common,
      };
    }
    const { actor, displayName } = state.user;
    const { id, name, timeZone, jurisdiction, cipher } = state.office;
    return {
      state: state.name,
      user: {
        id: actor.id,
        staffNumber: actor.staffNumber,
        displayName,
        roles: [...actor.roles],
        permissions: permissionsNow(state.storage, state.office, actor, this.#clock),
      },
      office: { id, name, timeZone, jurisdiction, cipher },
      today: dateIn(timeZone, this.#clock.now()),
      epoch: state.storage.epoch,
      tonight: tonightOf(state.storage.database.reader, this.#clock, timeZone),
      ...common,
    };
  }

  /** Seats the person whose keys have just been opened. Anyone who was signed in before leaves the desk. */
  seat(storage: OfficeStorage, holder: UnlockedHolder): void {
    this.clearDesk();
    if (this.#user !== null && this.#user.holder !== holder) this.#user.holder.close();
    const user = readUser(storage, holder.holderId);
    this.#state = {
      name: 'open',
      storage,
      office: readOfficeFacts(storage),
      user: {
        holder,
        displayName: user.displayName,
        actor: {
          id: user.id,
          staffNumber: user.staffNumber,
          roles: user.roles,
          sign: (message) => holder.sign(message),
        },
      },
    };
    this.#tell('open');
  }

  /** Puts away the files that are being added, looked at or taken over. */
  clearDesk(): void {
    this.attachmentDesk.clear();
    this.importDesk.clear();
  }

  lock(): void {
    if (this.#state.name !== 'open') throw new Refusal('signed_out');
    this.clearDesk();
    this.#state.user.holder.close();
    this.#state = { ...this.#state, name: 'locked' };
    this.#tell('locked');
  }

  /** The office was opened by the keystore: it is tended, but nobody is signed in. */
  attend(storage: OfficeStorage): void {
    this.#state = { name: 'unattended', storage };
  }

  /** Nobody is at the desk any more. The office is closed, unless this computer is to tend it by itself. */
  signOut(): void {
    const user = this.#user;
    const { storage } = this;
    if (user === null || storage === null) return;
    if (keystoreStateOf(storage.holders(), this.keystoreSecret) !== 'on') {
      this.close();
      return;
    }
    this.clearDesk();
    user.holder.close();
    this.#state = { name: 'unattended', storage };
    this.#tell('signed_out');
  }

  /** Roles count at once, also for whoever is at the desk. */
  rolesChanged(userId: string, roles: readonly Role[]): void {
    if (this.#state.name !== 'open' || this.#state.user.actor.id !== userId) return;
    const { user } = this.#state;
    this.#state = { ...this.#state, user: { ...user, actor: { ...user.actor, roles } } };
  }

  /** Damage was found that nothing but a restore mends: before a sign-in, by one, or at work. */
  noteDamage(): void {
    this.#isDamaged = true;
  }

  /**
   * Moves a damaged office's folder aside, for another to be restored in its place. Nothing in it is changed: what is intact
   * of it may still be needed.
   * @returns where it is, and whether keys can be taken from there. Throws Refusal `office_not_damaged`, `folder_in_use`, and those of a disk.
   */
  setAside(): { movedTo: string; holdsKeys: boolean } {
    if (this.actor !== null || !this.#isDamaged) throw new Refusal('office_not_damaged');
    // What this computer's keystore opened is tended by nobody any more.
    this.close();
    const { lock } = officeLayout(this.folder);
    if (exists(lock)) acquireOfficeLock(lock).release();
    const holdsKeys = this.#readableMarker() !== 'damaged';
    const stamp = this.#clock.now().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
    const movedTo = `${this.folder}-set-aside-${stamp}`;
    refusing(() => renameDurably(this.folder, movedTo, 'office'));
    this.#isDamaged = false;
    return { movedTo, holdsKeys };
  }

  /** Closes the office and forgets every key. */
  close(): void {
    if (this.#state.name === 'closed') return;
    this.clearDesk();
    this.#user?.holder.close();
    this.#peopleSearch?.close();
    this.#peopleSearch = null;
    const { storage } = this.#state;
    // Whatever a failing disk says to it: nobody is at the desk any more.
    this.#state = { name: 'closed' };
    this.#tell('signed_out');
    storage.close();
  }

  get #user(): SignedInUser | null {
    return this.#state.name === 'open' || this.#state.name === 'locked' ? this.#state.user : null;
  }

  /** Kept with the office's marker, so that the sign-in page has them too; before there is an office, in memory. */
  setPreferences(preferences: Preferences): void {
    this.#preferences = preferences;
    if (this.#state.name !== 'closed') {
      this.#state.storage.setPreferences(storedPreferences(preferences));
      return;
    }
    const marker = this.#readableMarker();
    if (marker !== null && marker !== 'damaged')
      writeMarker(this.folder, { ...marker, preferences: storedPreferences(preferences) });
  }
}

function permissionsNow(
  { database }: OfficeStorage,
  { timeZone }: OfficeFacts,
  { id, roles }: Actor,
  clock: Clock,
): Permission[] {
  const own = permissionsOf(roles);
  const isLent = standsInFor(database.reader, id, dateIn(timeZone, clock.now())).length > 0;
  return isLent ? [...new Set([...own, ...delegatedPermissions])] : own;
}

/** As the marker keeps them: a language not chosen yet is an empty text. */
export function storedPreferences({ language, theme }: Preferences): OfficePreferences {
  return { language: language ?? '', theme };
}
