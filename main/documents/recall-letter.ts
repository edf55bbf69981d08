import type { RecallRow } from '../../shared/contract/provision-recalls.ts';
import { formatDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { renderOfficeSheet } from './office-sheet.ts';
import { plain, styles } from './paper-blocks.ts';
import { createWording } from './wording.ts';

export interface RecallLetter {
  readonly office: string;
  readonly on: string;
  readonly recall: RecallRow;
  readonly isReminder: boolean;
  /** The records by their opaque id; a name only where the letter is to say whose they are. */
  readonly records: readonly { readonly unitId: string; readonly name: string | null }[];
}

/** A letter to whoever holds data that has to come back or be destroyed: what, why, by when, and what to answer. */
export function renderRecallLetter(
  { office, on, recall, isReminder, records }: RecallLetter,
  languages: readonly Language[],
  madeAt: string,
): Promise<Uint8Array> {
  const wording = createWording(languages);
  const dated = (date: string) => wording.each((language) => formatDate(date, language));
  const hasNames = records.some(({ name }) => name !== null);
  return renderOfficeSheet(
    {
      title: isReminder ? 'documents.recall.reminder' : 'documents.recall.title',
      office,
      madeAt,
      facts: [
        { label: wording.say('documents.recall.to'), value: plain(recall.holderName).phrase },
        { label: wording.say('documents.recall.date'), value: dated(on) },
        { label: wording.say('documents.recall.reference'), value: plain(recall.reference).phrase },
      ],
      sections: [
        {
          paragraphs: [
            wording.say('documents.recall.what', (language) => ({
              date: formatDate(recall.givenOn, language),
              what: recall.what,
              count: recall.units,
            })),
            wording.say(`documents.recall.cause.${recall.cause}`),
            ...(isReminder
              ? [
                  wording.say('documents.recall.reminded', (language) => ({
                    date: formatDate(recall.letterOn ?? recall.askedOn, language),
                  })),
                ]
              : []),
            wording.say('documents.recall.demand', (language) => ({
              date: formatDate(recall.dueOn, language),
            })),
            wording.say('documents.recall.answer'),
            ...(hasNames ? [wording.say('documents.recall.names')] : []),
          ],
        },
        {
          heading: wording.say('documents.recall.records'),
          table: {
            columns: [
              { header: wording.say('documents.recall.record'), share: hasNames ? 0.6 : 1 },
              ...(hasNames ? [{ header: wording.say('documents.recall.name'), share: 0.4 }] : []),
            ],
            rows: records.map(({ unitId, name }) => [
              { ...plain(unitId), style: styles.code },
              ...(hasNames ? [plain(name ?? '')] : []),
            ]),
          },
        },
        {
          heading: wording.say('documents.recall.reply'),
          facts: [
            {
              label: wording.say('documents.recall.reply_how'),
              value: wording.say('documents.recall.reply_choice'),
            },
          ],
          writing: [wording.say('documents.recall.reply_date'), wording.say('documents.recall.reply_name')],
        },
      ],
    },
    wording,
  );
}
