import { formatDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import type { ToldPerson } from '../provision/told-list.ts';
import { renderOfficeSheet } from './office-sheet.ts';
import { plain } from './paper-blocks.ts';
import type { TableFile } from './table-file.ts';
import { createWording, inOneLine } from './wording.ts';

interface ToldList {
  readonly office: string;
  readonly vendor: { readonly name: string; readonly task: string };
  readonly on: string;
  readonly people: readonly ToldPerson[];
}

const columns = [
  ['name', 0.26],
  ['telephone', 0.22],
  ['email', 0.32],
  ['since', 0.2],
] as const;

/** Who is to be told, how to reach them, and what they are to be told: the entrusted work and the vendor. */
export function renderToldList(
  { office, vendor, on, people }: ToldList,
  languages: readonly Language[],
  madeAt: string,
): Promise<Uint8Array> {
  const wording = createWording(languages);
  return renderOfficeSheet(
    {
      title: 'documents.told.title',
      office,
      madeAt,
      lead: wording.say('documents.told.lead', (language) => ({
        office,
        vendor: vendor.name,
        task: vendor.task,
        date: formatDate(on, language),
        count: people.length,
      })),
      sections: [
        {
          table: {
            columns: columns.map(([name, share]) => ({
              header: wording.say(`documents.told.${name}`),
              share,
            })),
            rows: people.map(({ name, telephone, email, since }) => [
              plain(name),
              plain(telephone),
              plain(email),
              { phrase: wording.each((language) => formatDate(since, language)) },
            ]),
          },
        },
      ],
    },
    wording,
  );
}

export function toldTable(list: ToldList, languages: readonly Language[], timeZone: string): TableFile {
  const wording = createWording(languages);
  return {
    sheetName: inOneLine(wording.say('documents.told.title')),
    timeZone,
    columns: columns.map(([name]) => ({
      heading: inOneLine(wording.say(`documents.told.${name}`)),
      kind: name === 'since' ? 'date' : 'text',
    })),
    rows: list.people.map((person) => columns.map(([name]) => person[name])),
  };
}
