import { ZodError } from 'zod';
import type { SimilarPerson } from '../../shared/contract/collection-capture.ts';
import type { ItemValue } from '../../shared/domain/collection/consent.ts';
import type { ConsentFormContent, ValueType } from '../../shared/domain/collection/consent-form.ts';
import {
  readPeopleQuery,
  telephoneDigits,
  telephoneDigitsNeeded,
} from '../../shared/domain/collection/searchable-name.ts';
import {
  type Comparable,
  isLikelySame,
  type Similarity,
  similaritiesOf,
} from '../../shared/domain/collection/similar-person.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler, ReadContext } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';
import { readFormVersion } from './consent-form.ts';
import type { PeopleSearch } from './people-search.ts';
import { personSecrets, placeOfPerson, placeOfUnit, unitSecrets } from './sealed-records.ts';

/** More of one name than this are not told apart by looking at a list. */
const peopleLookedAt = 50;
const peopleShown = 5;
/** Whole numbers are compared; the index is asked by their end, so that country codes do not matter. */
const digitsAskedBy = 8;

type Reader = { readonly database: ReadDatabase; readonly vault: DataKeys };
type Searcher = Reader & { readonly session: { readonly peopleSearch: PeopleSearch } };

export const findSimilarPeople: Handler<'collection.findSimilarPeople'> = (context, input) => {
  const found = similarPeople(context, input)
    .sort((one, other) => other.agrees.length - one.agrees.length || byName(one, other))
    .slice(0, peopleShown);
  const { progress } = context.session.peopleSearch;
  return {
    people: found.map((person) => shown(context, person)),
    ...(progress === null ? {} : { searchedPart: progress }),
  };
};

/** Ids of those whose name and contact agree with a capture's. */
export function likelySamePeople(
  searcher: Searcher,
  content: ConsentFormContent,
  captured: { readonly name: string; readonly values: readonly ItemValue[] },
): string[] {
  const wanted = {
    name: captured.name,
    telephones: valuesOfType(content, captured.values, 'telephone'),
    emails: valuesOfType(content, captured.values, 'email'),
  };
  return similarPeople(searcher, wanted)
    .filter(({ agrees }) => isLikelySame(agrees))
    .map(({ personId }) => personId);
}

interface Similar {
  readonly personId: string;
  readonly known: Comparable;
  readonly agrees: Similarity[];
}

function similarPeople(searcher: Searcher, wanted: Comparable): Similar[] {
  const { peopleSearch } = searcher.session;
  const page = { limit: peopleLookedAt, offset: 0 };
  const ids = new Set<string>();
  for (const search of [wanted.name, ...wanted.telephones.map(endOf)]) {
    const query = readPeopleQuery(search);
    if (query === null) continue;
    for (const id of peopleSearch.find(query, page).ids) ids.add(id);
  }
  return [...ids].flatMap((personId) => {
    const known = readOrNull(searcher, personId);
    const agrees = known === null ? [] : similaritiesOf(wanted, known);
    return known === null || agrees.length === 0 ? [] : [{ personId, known, agrees }];
  });
}

function endOf(telephone: string): string {
  const digits = telephoneDigits(telephone);
  return digits.length < telephoneDigitsNeeded ? '' : digits.slice(-digitsAskedBy);
}

/** One person's damaged record must not keep everybody else from being captured; opening it says what is wrong. */
function readOrNull(reader: Reader, personId: string): Comparable | null {
  try {
    return readComparable(reader, personId);
  } catch (error) {
    if (error instanceof Refusal || error instanceof ZodError) return null;
    throw error;
  }
}

/** What people are compared by. Null where somebody is gone. */
function readComparable({ database, vault }: Reader, personId: string): Comparable | null {
  const person = database.get<{ sealed: Uint8Array }>('SELECT sealed FROM people WHERE id = ?', [personId]);
  if (person === undefined) return null;
  const { name } = openJson(vault, placeOfPerson(personId), person.sealed, personSecrets);
  const units = database.all<{ id: string; sealed: Uint8Array; form_version_id: string }>(
    `SELECT u.id, u.sealed, c.form_version_id FROM record_units u JOIN consents c ON c.id = u.consent_id AND u.sealed IS NOT NULL
     WHERE u.person_id = ?`,
    [personId],
  );
  const telephones: string[] = [];
  const emails: string[] = [];
  for (const unit of units) {
    const { content } = readFormVersion(database, unit.form_version_id);
    const { values } = openJson(vault, placeOfUnit(unit.id), unit.sealed, unitSecrets);
    telephones.push(...valuesOfType(content, values, 'telephone'));
    emails.push(...valuesOfType(content, values, 'email'));
  }
  return { name, telephones, emails };
}

function valuesOfType(
  content: ConsentFormContent,
  values: readonly { readonly itemCode: string; readonly value: string }[],
  type: ValueType,
): string[] {
  const codes = new Set(
    content.purposes.flatMap(({ items }) =>
      items.filter((item) => item.valueType === type).map(({ code }) => code),
    ),
  );
  return values.filter(({ itemCode }) => codes.has(itemCode)).map(({ value }) => value);
}

function shown({ database }: ReadContext, { personId, known, agrees }: Similar): SimilarPerson {
  const row = database.get<{ consents: number; last_consent_on: string }>(
    'SELECT count(*) AS consents, max(given_on) AS last_consent_on FROM consents WHERE person_id = ?',
    [personId],
  );
  return {
    personId,
    name: known.name,
    agrees,
    isLikelySame: isLikelySame(agrees),
    telephoneEnding: telephoneDigits(known.telephones[0] ?? '').slice(-4),
    consents: row?.consents ?? 0,
    lastConsentOn: row?.last_consent_on ?? '',
  };
}

function byName(one: Similar, other: Similar): number {
  return Number(other.agrees.includes('name')) - Number(one.agrees.includes('name'));
}
