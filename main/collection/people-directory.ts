import type { Handler } from '../context.ts';
import { openJson } from '../storage/sealed-json.ts';
import { personSecrets, placeOfPerson } from './sealed-records.ts';

interface PersonRecord {
  id: string;
  sealed: Uint8Array;
  consents: number;
  last_consent_on: string;
  withdrawn: number;
}

const select = `
  SELECT p.id, p.sealed, count(c.id) AS consents, max(c.given_on) AS last_consent_on, max(c.captured_at) AS last_captured_at,
    EXISTS (SELECT 1 FROM consent_events e JOIN consents w ON w.id = e.consent_id
            WHERE w.person_id = p.id AND e.type = 'withdrawn') AS withdrawn
  FROM people p JOIN consents c ON c.person_id = p.id`;

/**
 * People by part of their name, newest consent first. Names are sealed one by one, so a search opens every name; without a
 * search only the page asked for is opened.
 */
export const listPeople: Handler<'collection.listPeople'> = (
  { database, vault },
  { search, limit, offset },
) => {
  const nameOf = (row: { id: string; sealed: Uint8Array }) =>
    openJson(vault, placeOfPerson(row.id), row.sealed, personSecrets).name;
  const wanted = searchable(search);
  if (wanted === '') {
    const total = database.value<number>('SELECT count(*) FROM people') ?? 0;
    const rows = database.all<PersonRecord>(
      `${select} GROUP BY p.id ORDER BY last_captured_at DESC, p.id LIMIT ? OFFSET ?`,
      [limit, offset],
    );
    return { total, people: rows.map(personRow) };
  }
  const found: string[] = [];
  for (const row of database.iterate<{ id: string; sealed: Uint8Array }>('SELECT id, sealed FROM people')) {
    if (searchable(nameOf(row)).includes(wanted)) found.push(row.id);
  }
  const total = found.length;
  const ids = found.slice(offset, offset + limit);
  const rows = database.all<PersonRecord>(
    `${select} WHERE p.id IN (SELECT value FROM json_each(?)) GROUP BY p.id ORDER BY last_captured_at DESC, p.id`,
    [JSON.stringify(ids)],
  );
  return { total, people: rows.map(personRow) };

  function personRow(row: PersonRecord) {
    return {
      personId: row.id,
      name: nameOf(row),
      consents: row.consents,
      lastConsentOn: row.last_consent_on,
      withdrawn: row.withdrawn === 1,
    };
  }
};

/** Case, width and spaces do not matter: Korean names are written with and without a space. */
function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}
