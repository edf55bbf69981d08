import { formatDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import type { ProcessingPurpose, ProcessingRecord } from '../provision/processing.ts';
import { renderOfficeSheet } from './office-sheet.ts';
import { plain } from './paper-blocks.ts';
import type { TableFile } from './table-file.ts';
import { createWording, inOneLine, type Phrase, type Wording } from './wording.ts';

const columns = [
  ['purpose', 0.19],
  ['whose', 0.14],
  ['basis', 0.12],
  ['items', 0.2],
  ['recipients', 0.14],
  ['limit', 0.21],
] as const;

function cells(
  { name, formTitle, lawfulBasis, items, recipients, rule }: ProcessingPurpose,
  wording: Wording,
): Phrase[] {
  return [
    wording.stored(name),
    wording.stored(formTitle),
    wording.say(`documents.processing.basis.${lawfulBasis}`),
    wording.each((language) => items.map((item) => item[language]).join(', ')),
    recipients.length === 0
      ? wording.say('documents.none')
      : wording.each((language, text) =>
          recipients
            .map((recipient) =>
              recipient.country === null
                ? recipient.name
                : text('documents.processing.abroad', {
                    name: recipient.name,
                    country: recipient.country[language],
                  }),
            )
            .join(', '),
        ),
    rule === null
      ? wording.say('documents.none')
      : wording.each((language) => `${rule.name[language]} (${rule.basis[language]})`),
  ];
}

export function renderProcessing(
  record: ProcessingRecord,
  languages: readonly Language[],
  madeAt: string,
): Promise<Uint8Array> {
  const wording = createWording(languages);
  return renderOfficeSheet(
    {
      title: 'documents.processing.title',
      office: record.office,
      madeAt,
      lead: wording.say('documents.processing.lead', (language) => ({
        office: record.office,
        date: formatDate(record.on, language),
      })),
      facts: [
        { label: wording.say('documents.processing.controller'), value: plain(record.office).phrase },
        { label: wording.say('documents.processing.people'), value: plain(String(record.people)).phrase },
      ],
      sections: [
        record.purposes.length === 0
          ? { paragraphs: [wording.say('documents.processing.nothing')] }
          : {
              table: {
                columns: columns.map(([name, share]) => ({
                  header: wording.say(`documents.processing.${name}`),
                  share,
                })),
                rows: record.purposes.map((purpose) => cells(purpose, wording).map((phrase) => ({ phrase }))),
              },
            },
        {
          heading: wording.say('documents.processing.vendors'),
          paragraphs:
            record.vendors.length === 0
              ? [wording.say('documents.none')]
              : record.vendors.map(({ name, task }) => plain(`${name}: ${task}`).phrase),
        },
        {
          heading: wording.say('documents.processing.safeguards'),
          paragraphs: [wording.say('documents.processing.safeguards_text')],
        },
        // GDPR art. 30(1)(a): names and contacts of people in charge, which the application does not keep.
        {
          heading: wording.say('documents.processing.contacts'),
          writing: [
            wording.say('documents.processing.controller_contact'),
            wording.say('documents.processing.representative'),
            wording.say('documents.processing.privacy_officer'),
          ],
        },
      ],
    },
    wording,
  );
}

export function processingTable(
  record: ProcessingRecord,
  languages: readonly Language[],
  timeZone: string,
): TableFile {
  const wording = createWording(languages);
  return {
    sheetName: inOneLine(wording.say('documents.processing.title')).slice(0, 31),
    timeZone,
    columns: columns.map(([name]) => ({
      heading: inOneLine(wording.say(`documents.processing.${name}`)),
      kind: 'text' as const,
    })),
    rows: record.purposes.map((purpose) => cells(purpose, wording).map(inOneLine)),
  };
}
