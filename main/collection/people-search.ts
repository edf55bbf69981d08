import {
  hasLoneInitials,
  initialsOf,
  isInitialsOnly,
  lettersOf,
  nameMatches,
  type PeopleQuery,
} from '../../shared/domain/collection/searchable-name.ts';
import { sha256, zero } from '../storage/cryptography.ts';
import { refusalFromSystemError } from '../storage/folder-refusal.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { SearchIndex, type SearchIndexEntry } from '../storage/search-index.ts';
import { SearchIndexFile } from '../storage/search-index-file.ts';
import {
  packChange,
  packIndex,
  type SearchChange,
  unpackChange,
  unpackIndex,
} from './people-search-change.ts';
import { PeopleSearchReader, searchColumns } from './people-search-reader.ts';

/** People read in one turn, so that a call never waits long for the index: some 20 milliseconds' worth. */
const peopleATurn = 100;
/** People read while the office is being opened: a small office is complete at once. */
const peopleAtOpening = 400;
/** The file is written anew when so much has been added to it, or when a third of its places are given up. */
const changedBytesAllowed = 1024 * 1024;

/**
 * Who is found by what, in memory while the office is open, and in `search.db` under the index key for the next time.
 *
 * Nothing tells it what changed: triggers enter every person of whom something changed in `search_changes`, in the transaction of
 * the change, and after each turn the index reads those people again. So it cannot forget a way in which data changes, and a crash
 * between the two is healed by the next opening. A new index key (each execution) makes the file noise; what is in memory,
 * without the destroyed, goes on being searched and is written under the new key in a quiet moment.
 */
export class PeopleSearch {
  readonly #storage: OfficeStorage;
  readonly #reader: PeopleSearchReader;
  #index: SearchIndex;
  #file: SearchIndexFile | null = null;
  /** Digest of the index key that the file is under. */
  #keyDigest: Buffer;
  /** Number of the last change taken in. */
  #through: number;
  /** A file that is being written, a piece a turn; what changed meanwhile goes behind it. */
  #writing: Writing | null = null;
  /** Who is still to be read, last ones first, where the index is being made anew. */
  #toRead: string[] = [];
  #isClosed = false;

  constructor(storage: OfficeStorage) {
    this.#storage = storage;
    this.#reader = new PeopleSearchReader(storage);
    this.#keyDigest = indexKeyDigest(storage);
    this.#index = SearchIndex.empty(searchColumns.length);
    this.#through = 0;
    if (!this.#load()) this.#beginAnew();
    this.readSome(peopleAtOpening);
  }

  /** Whether there is something to be done between calls: people to read, a file to write. */
  get isBusy(): boolean {
    return !this.#isClosed && (this.#writing !== null || this.isBehind);
  }

  /** Whether somebody is still to be read. */
  get isBehind(): boolean {
    return !this.#isClosed && (this.#toRead.length > 0 || this.#through < this.#lastChange());
  }

  /** How many people are in the index, while not everybody is: it is being made anew, or many have just been imported. */
  get progress(): { people: number; of: number } | null {
    const changed = this.#through < this.#lastChange() ? this.#changesLeft() : 0;
    const missing = this.#toRead.length + (changed > peopleATurn ? changed : 0);
    return missing === 0 ? null : { people: this.#index.size, of: this.#index.size + missing };
  }

  /** Everybody in the index, with what tells people of one name apart. */
  *identities(): Generator<{ id: string; letters: string; telephones: readonly string[] }> {
    for (const slot of this.#index.taken()) {
      yield {
        id: this.#index.id(slot),
        letters: this.#index.values(columns.letters, slot)[0] ?? '',
        telephones: this.#index.values(columns.telephones, slot),
      };
    }
  }

  /** Reads some of those who are still to be read; changes first. */
  readSome(people: number = peopleATurn): void {
    if (this.#isClosed) return;
    this.#noticeNewKey();
    const left = people - this.#takeInChanges(people);
    for (const id of this.#toRead.splice(Math.max(0, this.#toRead.length - left)).reverse()) {
      const entry = this.#reader.read(id);
      if (entry !== undefined) this.#index.put(entry);
    }
  }

  /** How many are found, and a page of their ids, newest consent first. */
  find(query: PeopleQuery, page: { limit: number; offset: number }): { total: number; ids: string[] } {
    const index = this.#index;
    const marks = new Uint8Array(index.slots);
    const parts = query.parts.length;
    for (const [place, part] of query.parts.entries()) {
      // Only what all parts before have found goes on, so that a mark of `parts` means: every one of them.
      const mark = (slot: number) => {
        if (marks[slot] === place) marks[slot] = place + 1;
      };
      this.#findName(part.name, mark);
      if (part.telephone !== null) index.find(columns.telephones, `${part.telephone}\n`, mark);
    }
    const whole = (slot: number) => {
      marks[slot] = parts;
    };
    if (query.telephone !== null) index.find(columns.telephones, `${query.telephone}\n`, whole);
    if (query.receiptCode !== null) index.find(columns.receiptCodes, `\n${query.receiptCode}`, whole);
    const slots: number[] = [];
    for (let slot = 0; slot < marks.length; slot += 1) if (marks[slot] === parts) slots.push(slot);
    const shown = index.inOrder(slots).slice(page.offset, page.offset + page.limit);
    return { total: slots.length, ids: shown.map((slot) => index.id(slot)) };
  }

  /** One turn's work: reads people, or writes a piece of the file. */
  work(): void {
    if (this.#isClosed) return;
    this.readSome();
    if (!this.isBehind) this.#writeOn();
  }

  /** In a quiet moment: begins to write the file if there is none under the present key, or too much has been added to it. */
  maintain(): void {
    if (this.#isClosed || this.#writing !== null || this.isBehind) return;
    const isWorn = this.#index.removed > 1000 && this.#index.removed * 2 > this.#index.size;
    if (this.#file !== null && this.#file.changedBytes < changedBytesAllowed && !isWorn) return;
    if (isWorn) this.#forgetRemoved();
    const content = packIndex(this.#index, this.#through);
    const steps = SearchIndexFile.write(this.#storage, content);
    this.#writing = { content, steps, through: this.#through, meanwhile: [] };
  }

  /** Leaves no half-written file in the folder; it is begun again in a quiet moment. */
  stopWriting(): void {
    this.#abandonWriting();
  }

  /** Writes what has to be written, zeroes what is in memory. */
  close(): void {
    if (this.#isClosed) return;
    try {
      this.readSome();
      this.maintain();
      while (this.#writing !== null) this.#writeOn();
    } catch (error) {
      // The office may be closing because of the disk: the index is made anew next time.
      if (refusalFromSystemError(error) === undefined) throw error;
    } finally {
      this.#abandonWriting();
      this.#isClosed = true;
      this.#file?.close();
      this.#index.close();
      this.#toRead = [];
    }
  }

  #findName(name: string, found: (slot: number) => void): void {
    const index = this.#index;
    if (!hasLoneInitials(name)) {
      index.find(columns.letters, lettersOf(name), found);
      return;
    }
    const isEverything = isInitialsOnly(name);
    index.find(columns.initials, initialsOf(name), (slot) => {
      if (
        isEverything ||
        index.values(columns.letters, slot).some((own) => nameMatches(own.normalize('NFC'), name))
      )
        found(slot);
    });
  }

  /** Answers how many people were read. */
  #takeInChanges(people: number): number {
    const rows = this.#storage.database.all<{ number: number; person_id: string }>(
      'SELECT number, person_id FROM search_changes WHERE number > ? ORDER BY number LIMIT ?',
      [this.#through, people],
    );
    const last = rows.at(-1);
    if (last === undefined) {
      this.#through = this.#lastChange();
      return 0;
    }
    const put: SearchIndexEntry[] = [];
    const removed: string[] = [];
    for (const { person_id: personId } of rows) {
      const entry = this.#reader.read(personId);
      if (entry === undefined) removed.push(personId);
      else put.push(entry);
    }
    const change: SearchChange = { through: last.number, put, removed };
    this.#apply(change);
    this.#append(change);
    return rows.length;
  }

  #apply({ through, put, removed }: SearchChange): void {
    for (const id of removed) this.#index.remove(id);
    for (const entry of put) this.#index.put(entry);
    this.#through = through;
  }

  #append(change: SearchChange): void {
    this.#writing?.meanwhile.push(change);
    if (this.#file === null) return;
    const packed = packChange(change);
    try {
      this.#file.append(packed);
    } catch (error) {
      if (refusalFromSystemError(error) === undefined) throw error;
      this.#dropFile();
    } finally {
      zero(packed);
    }
  }

  #noticeNewKey(): void {
    const digest = indexKeyDigest(this.#storage);
    if (digest.equals(this.#keyDigest)) return;
    this.#keyDigest = digest;
    this.#abandonWriting();
    this.#dropFile();
  }

  #dropFile(): void {
    this.#file?.close();
    this.#file = null;
  }

  /** Answers whether there was a file that can be relied on. */
  #load(): boolean {
    const found = readFile(this.#storage);
    if (found === undefined) return false;
    const unpacked = unpackIndex(found.content, searchColumns.length);
    zero(found.content);
    const changes = found.changes.map(unpackChange);
    zero(...found.changes);
    const forgotten = this.#storage.database.value<number>('SELECT forgotten_through FROM search_state') ?? 0;
    const last = this.#lastChange();
    const through = changes.at(-1)?.through ?? unpacked?.through ?? 0;
    // Older than what the records still remember, or newer than they are: one of the two has been put back.
    if (unpacked === undefined || through < forgotten || through > last) {
      unpacked?.index.close();
      found.file.close();
      return false;
    }
    this.#index = unpacked.index;
    this.#through = unpacked.through;
    for (const change of changes) this.#apply(change);
    if (found.isWhole) this.#file = found.file;
    else found.file.close();
    return true;
  }

  #beginAnew(): void {
    this.#through = this.#lastChange();
    this.#toRead = this.#storage.database
      .all<{ person_id: string }>(
        'SELECT person_id FROM consents GROUP BY person_id ORDER BY max(captured_at)',
      )
      .map((row) => row.person_id);
  }

  #writeOn(): void {
    const writing = this.#writing;
    if (writing === null) return;
    try {
      const step = writing.steps.next();
      if (step.done !== true) return;
      this.#dropFile();
      this.#file = step.value;
      this.#writing = null;
      zero(writing.content);
      for (const change of writing.meanwhile) this.#append(change);
    } catch (error) {
      this.#abandonWriting();
      if (refusalFromSystemError(error) === undefined) throw error;
      return;
    }
    // Only now that the file is on the disk: until then the records must know what it lacks.
    const { database } = this.#storage;
    database.transaction(() => {
      database.run('DELETE FROM search_changes WHERE number <= ?', [writing.through]);
      database.run('UPDATE search_state SET forgotten_through = max(forgotten_through, ?)', [
        writing.through,
      ]);
    });
  }

  #abandonWriting(): void {
    if (this.#writing === null) return;
    const { content, steps } = this.#writing;
    this.#writing = null;
    zero(content);
    steps.return(null);
  }

  /** Gives up the places of those who were removed or replaced. */
  #forgetRemoved(): void {
    const content = packIndex(this.#index, this.#through);
    const unpacked = unpackIndex(content, searchColumns.length);
    zero(content);
    if (unpacked === undefined) return;
    this.#index.close();
    this.#index = unpacked.index;
  }

  #changesLeft(): number {
    const { database } = this.#storage;
    return (
      database.value<number>('SELECT count(*) FROM search_changes WHERE number > ?', [this.#through]) ?? 0
    );
  }

  #lastChange(): number {
    const { database } = this.#storage;
    return database.value<number>("SELECT seq FROM sqlite_sequence WHERE name = 'search_changes'") ?? 0;
  }
}

const columns = Object.fromEntries(searchColumns.map((name, place) => [name, place])) as Record<
  (typeof searchColumns)[number],
  number
>;

interface Writing {
  readonly content: Buffer;
  readonly steps: ReturnType<typeof SearchIndexFile.write>;
  /** Number of the last change that is in `content`. */
  readonly through: number;
  readonly meanwhile: SearchChange[];
}

/** A file that the disk does not give is as good as none. */
function readFile(storage: OfficeStorage) {
  try {
    return SearchIndexFile.read(storage);
  } catch (error) {
    if (refusalFromSystemError(error) === undefined) throw error;
    return undefined;
  }
}

function indexKeyDigest(storage: OfficeStorage): Buffer {
  return storage.withSecret('indexKey', (key) => sha256('ashbook search index key', key));
}
