import { readPeopleQuery } from '../../shared/domain/collection/searchable-name.ts';
import type { Handler, ReadContext } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson } from '../storage/sealed-json.ts';
import { personSecrets, placeOfPerson } from './sealed-records.ts';

interface PersonRecord {
  sealed: Uint8Array;
  consents: number;
  last_consent_on: string;
  withdrawn: number;
}

const select = `
  SELECT p.sealed, count(c.id) AS consents, max(c.given_on) AS last_consent_on,
    EXISTS (SELECT 1 FROM consent_events e JOIN consents w ON w.id = e.consent_id
            WHERE w.person_id = p.id AND e.type = 'withdrawn') AS withdrawn
  FROM people p JOIN consents c ON c.person_id = p.id WHERE p.id = ? GROUP BY p.id`;

/**
 * People newest consent first: those the search finds, or everybody. Whoever is found is so by the index; the names shown are
 * opened for the page asked for alone.
 */
export const listPeople: Handler<'collection.listPeople'> = (context, { search, limit, offset }) => {
  const query = readPeopleQuery(search);
  if (query === null) {
    const total = context.database.value<number>('SELECT count(*) FROM people') ?? 0;
    return { total, people: personRows(context, newestPeople(context.database, limit, offset)) };
  }
  const { peopleSearch } = context.session;
  const { total, ids } = peopleSearch.find(query, { limit, offset });
  const { progress } = peopleSearch;
  return {
    total,
    people: personRows(context, ids),
    ...(progress === null ? {} : { searchedPart: progress }),
  };
};

/** Walks the consents from the newest, so that a page costs what lies before it and not the whole office. */
function newestPeople(database: ReadDatabase, limit: number, offset: number): string[] {
  const seen = new Set<string>();
  const consents = database.iterate<{ person_id: string }>(
    'SELECT person_id FROM consents ORDER BY captured_at DESC, person_id',
  );
  for (const { person_id: personId } of consents) {
    seen.add(personId);
    if (seen.size === offset + limit) break;
  }
  return [...seen].slice(offset);
}

function personRows({ database, vault }: ReadContext, ids: readonly string[]) {
  return ids.flatMap((personId) => {
    const row = database.get<PersonRecord>(select, [personId]);
    if (row === undefined) return [];
    return {
      personId,
      name: openJson(vault, placeOfPerson(personId), row.sealed, personSecrets).name,
      consents: row.consents,
      lastConsentOn: row.last_consent_on,
      withdrawn: row.withdrawn === 1,
    };
  });
}
