import type { Bilingual } from '../../shared/contract/fields.ts';
import type { ProvisionRow } from '../../shared/contract/provision-provisions.ts';
import type { ConsentKind } from '../../shared/domain/collection/consent-form.ts';
import { formatDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { renderOfficeSheet } from './office-sheet.ts';
import { plain, styles } from './paper-blocks.ts';
import type { TableFile } from './table-file.ts';
import { createWording, inOneLine, type Phrase, type Wording } from './wording.ts';

export interface LedgerRow {
  readonly fileName: string;
  readonly restrictions: string;
  readonly recipientName: string;
  readonly kind: ProvisionRow['kind'];
  readonly recipientPurpose: Bilingual;
  readonly consentKind: ConsentKind;
  readonly items: readonly Bilingual[];
  readonly people: number;
  readonly providedOn: string;
  readonly cycle: ProvisionRow['cycle'];
  readonly keptUntil: string | null;
  readonly way: ProvisionRow['way'];
  readonly isEncrypted: boolean;
}

/** The columns of PIPA Decree art. 15, in its order. */
const columns = [
  ['file', 0.12],
  ['recipient', 0.13],
  ['purpose', 0.15],
  ['basis', 0.13],
  ['items', 0.14],
  ['when', 0.13],
  ['form', 0.1],
  ['restrictions', 0.1],
] as const;

function cells(row: LedgerRow, wording: Wording): Phrase[] {
  const same = (text: string): Phrase => plain(text).phrase;
  return [
    same(row.fileName),
    same(row.recipientName),
    wording.stored(row.recipientPurpose),
    wording.say(`documents.ledger.basis.${row.consentKind}`),
    wording.each((language) => row.items.map((item) => item[language]).join(', ')),
    wording.say('documents.ledger.when_text', (language, text) => ({
      date: formatDate(row.providedOn, language),
      cycle: text(`documents.ledger.cycle.${row.cycle}`),
      until: row.keptUntil === null ? text('documents.ledger.no_end') : formatDate(row.keptUntil, language),
      people: row.people,
    })),
    wording.say('documents.ledger.form_text', (_, text) => ({
      way: text(`provision.way.${row.way}`),
      encrypted: text(
        row.isEncrypted ? 'provision.hand_overs.encrypted' : 'provision.hand_overs.not_encrypted',
      ),
    })),
    row.restrictions === '' ? wording.say('documents.none') : same(row.restrictions),
  ];
}

export function renderLedger(
  ledger: {
    office: string;
    on: string;
    from: string | null;
    to: string | null;
    rows: readonly LedgerRow[];
  },
  languages: readonly Language[],
  madeAt: string,
): Promise<Uint8Array> {
  const wording = createWording(languages);
  return renderOfficeSheet(
    {
      title: 'documents.ledger.title',
      office: ledger.office,
      madeAt,
      lead: wording.say('documents.ledger.lead', (language, text) => ({
        from: ledger.from === null ? text('documents.ledger.beginning') : formatDate(ledger.from, language),
        to: formatDate(ledger.to ?? ledger.on, language),
        count: ledger.rows.length,
      })),
      sections: [
        ledger.rows.length === 0
          ? { paragraphs: [wording.say('documents.ledger.nothing')] }
          : {
              table: {
                columns: columns.map(([name, share]) => ({
                  header: wording.say(`documents.ledger.column.${name}`),
                  share,
                })),
                rows: ledger.rows.map((row) =>
                  cells(row, wording).map((phrase) => ({ phrase, style: styles.small })),
                ),
              },
            },
      ],
    },
    wording,
  );
}

/** The same as a table for a spreadsheet; a bilingual ledger has both languages in one cell. */
export function ledgerTable(
  rows: readonly LedgerRow[],
  languages: readonly Language[],
  timeZone: string,
): TableFile {
  const wording = createWording(languages);
  return {
    sheetName: inOneLine(wording.say('documents.ledger.title')).slice(0, 31),
    timeZone,
    columns: columns.map(([name]) => ({
      heading: inOneLine(wording.say(`documents.ledger.column.${name}`)),
      kind: 'text' as const,
    })),
    rows: rows.map((row) => cells(row, wording).map(inOneLine)),
  };
}
