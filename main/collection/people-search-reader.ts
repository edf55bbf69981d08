import { z } from 'zod';
import {
  foldName,
  initialsOf,
  lettersOf,
  telephoneDigits,
} from '../../shared/domain/collection/searchable-name.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { openJson } from '../storage/sealed-json.ts';
import type { SearchIndexEntry } from '../storage/search-index.ts';
import { readFormVersion } from './consent-form.ts';
import { personSecrets, placeOfConsent, placeOfPerson, placeOfUnit, unitSecrets } from './sealed-records.ts';

/** What can be searched for, in the order of the index's columns. */
export const searchColumns = ['letters', 'initials', 'telephones', 'receiptCodes'] as const;

/** Of a consent only the code matters here: checking the drawing of every signature again would take longest of all. */
const receiptOnly = z.looseObject({ receiptCode: z.string() });

/** Opens what is sealed of a person and takes from it what people are searched by. */
export class PeopleSearchReader {
  readonly #storage: OfficeStorage;
  /** Item codes of telephone numbers, by form version; versions never change. */
  readonly #telephoneItems = new Map<string, ReadonlySet<string>>();

  constructor(storage: OfficeStorage) {
    this.#storage = storage;
  }

  /** Undefined where nothing is kept of such a person, or nothing of them opens any more. */
  read(personId: string): SearchIndexEntry | undefined {
    const { database, vault } = this.#storage;
    const person = database.get<{ sealed: Uint8Array }>('SELECT sealed FROM people WHERE id = ?', [personId]);
    const consents = database.all<{ id: string; sealed: Uint8Array; captured_at: string }>(
      'SELECT id, sealed, captured_at FROM consents WHERE person_id = ?',
      [personId],
    );
    if (person === undefined || consents.length === 0) return undefined;
    try {
      const name = foldName(openJson(vault, placeOfPerson(personId), person.sealed, personSecrets).name);
      const receiptCodes = consents.map(
        ({ id, sealed }) => openJson(vault, placeOfConsent(id), sealed, receiptOnly).receiptCode,
      );
      const initials = initialsOf(name);
      return {
        id: personId,
        rank: Math.max(...consents.map((consent) => Date.parse(consent.captured_at))),
        columns: [
          [lettersOf(name)],
          // Only Korean names have initials to be found by.
          initials === name && !/[\u1100-\u1112]/u.test(name) ? [] : [initials],
          this.#telephones(personId),
          receiptCodes,
        ],
      };
    } catch (error) {
      // One person's damaged record must not keep everybody else from being found; opening it says what is wrong.
      if (error instanceof Refusal || error instanceof z.ZodError) return undefined;
      throw error;
    }
  }

  #telephones(personId: string): string[] {
    const { database, vault } = this.#storage;
    const units = database.all<{ id: string; sealed: Uint8Array; form_version_id: string }>(
      `SELECT u.id, u.sealed, c.form_version_id FROM record_units u JOIN consents c ON c.id = u.consent_id
       WHERE u.person_id = ? AND u.sealed IS NOT NULL`,
      [personId],
    );
    const found = units.flatMap(({ id, sealed, form_version_id: formVersionId }) => {
      const codes = this.#itemsOf(formVersionId);
      if (codes.size === 0) return [];
      return openJson(vault, placeOfUnit(id), sealed, unitSecrets)
        .values.filter(({ itemCode }) => codes.has(itemCode))
        .map(({ value }) => telephoneDigits(value))
        .filter((digits) => digits !== '');
    });
    return [...new Set(found)];
  }

  #itemsOf(formVersionId: string): ReadonlySet<string> {
    const known = this.#telephoneItems.get(formVersionId);
    if (known !== undefined) return known;
    const { content } = readFormVersion(this.#storage.database, formVersionId);
    const codes = new Set(
      content.purposes
        .flatMap((purpose) => purpose.items)
        .filter((item) => item.valueType === 'telephone')
        .map((item) => item.code),
    );
    this.#telephoneItems.set(formVersionId, codes);
    return codes;
  }
}
