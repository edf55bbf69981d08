import type { OrderedPaper } from '../../shared/domain/destruction/order.ts';
import type { BatchFacts } from '../../shared/domain/destruction/paper-batch.ts';
import { isByHand } from '../../shared/domain/destruction/paper-security.ts';
import { formatInstant, formatNumber } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { documentFoot, documentHead } from './document-frame.ts';
import { Paper } from './paper.ts';
import { facts, paragraph, plain, section, styles, table } from './paper-blocks.ts';
import { batchFactRows, paperInWords } from './paper-certificate-sections.ts';
import { signatureLines } from './signature-lines.ts';
import { createWording, inOneLine } from './wording.ts';

export interface BatchSheet {
  readonly office: string;
  readonly timeZone: string;
  /** Of the order. */
  readonly order: string;
  readonly at: string;
  readonly facts: BatchFacts;
  /** SHA-256 of the facts' canonical JSON. */
  readonly digest: string;
  readonly units: readonly OrderedPaper[];
  readonly operatorStaffNumber: number;
  readonly witnessStaffNumber: number;
}

/** What operator and witness sign with a pen: the same facts that are signed on the screen. It is scanned and added to the batch. */
export function renderBatchSheet(
  sheet: BatchSheet,
  options: { languages: readonly Language[] },
): Promise<Uint8Array> {
  const wording = createWording(options.languages);
  const { number, method } = sheet.facts;
  const reference = wording.say('documents.paper.batch.title', { number });
  const paper = new Paper({
    title: `${inOneLine(wording.say('documents.batch_sheet.title'))} ${number}`,
    author: sheet.office,
    subject: `${number} ${sheet.digest}`,
    language: options.languages[0] ?? 'en',
    createdAt: new Date(sheet.at),
  });
  documentHead(paper, wording, {
    office: sheet.office,
    title: 'documents.batch_sheet.title',
    reference,
    qr: { text: `ashbook:batch:${number}:${sheet.digest}`, alt: wording.say('documents.batch_sheet.qr') },
  });
  paragraph(
    paper,
    wording.say(`documents.batch_sheet.statement.${isByHand(method) ? 'by_hand' : 'machine'}`, {
      order: sheet.order,
      count: sheet.units.length,
    }),
    styles.body,
    { after: 8 },
  );
  section(paper, wording.say('documents.batch_sheet.facts'), { keep: 120 }, () =>
    facts(paper, [
      ...batchFactRows(wording, sheet.facts, sheet.timeZone),
      {
        label: wording.say('documents.batch_sheet.digest'),
        value: plain(sheet.digest).phrase,
        style: styles.code,
      },
    ]),
  );
  section(paper, wording.say('documents.batch_sheet.units'), { keep: 60 }, () =>
    table(
      paper,
      [
        { header: wording.say('documents.paper.unit'), share: 0.7 },
        { header: wording.say('documents.paper.sheets'), share: 0.3, align: 'right' },
      ],
      sheet.units.map((unit) => [
        { phrase: wording.each((_, text) => paperInWords(text, unit)), style: styles.cellStrong },
        plain(unit.sheets === null ? '-' : formatNumber(unit.sheets, 'en')),
      ]),
    ),
  );
  const signatory = (duty: 'operator' | 'witness', staffNumber: number) =>
    section(
      paper,
      wording.say(duty === 'operator' ? 'documents.certificate.operator' : 'documents.paper.witnessed_by'),
      { keep: 90 },
      () => {
        paragraph(paper, wording.say('documents.batch_sheet.staff', { number: staffNumber }), styles.cell);
        signatureLines(paper, wording);
      },
    );
  signatory('operator', sheet.operatorStaffNumber);
  signatory('witness', sheet.witnessStaffNumber);
  return paper.finish((page, pages) =>
    documentFoot(paper, wording, {
      left: reference,
      middle: formatInstant(sheet.at, sheet.timeZone, options.languages[0] ?? 'en'),
      page,
      pages,
    }),
  );
}
