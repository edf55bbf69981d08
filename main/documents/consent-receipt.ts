import { periodInWords } from '../../shared/domain/collection/consent-notice.ts';
import type { ConsentReceipt } from '../../shared/domain/collection/consent-receipt.ts';
import { formatDate, formatInstant } from '../../shared/text/format.ts';
import { createText, type Text } from '../../shared/text/messages.ts';
import { colors, Paper } from './paper.ts';
import { type Fact, facts, paragraph, section, styles, table } from './paper-blocks.ts';
import { qrMatrix } from './qr-code.ts';
import { canBeSet } from './text-runs.ts';
import type { Phrase } from './wording.ts';

/**
 * The receipt of a consent, in the language in which the person was told. It prints the value and nothing else; the text that was
 * on the screen stands in it line by line. Equal input gives equal bytes.
 */
export function renderReceipt(receipt: ConsentReceipt): Promise<Uint8Array> {
  const { language } = receipt;
  const text = createText(language);
  const say = (value: string): Phrase => [{ language, text: value }];
  const paper = new Paper({
    title: text('documents.receipt.title'),
    author: receipt.office.name,
    subject: text('documents.receipt.title'),
    language,
    createdAt: new Date(receipt.recordedAt),
  });
  heading(paper, receipt, text, say);
  facts(paper, factsOf(receipt, text, say), { labelWidth: 122 });
  paper.y += 6;

  section(paper, say(text('documents.receipt.answers')), { keep: 120 }, () =>
    answers(paper, receipt, text, say),
  );
  const refused = receipt.purposes.filter(({ answer }) => answer === 'refused');
  if (refused.length > 0) {
    section(paper, say(text('documents.receipt.available')), {}, () =>
      paragraph(
        paper,
        say(
          text('documents.receipt.available_text', {
            purposes: refused.map(({ name }) => name[language]).join(', '),
          }),
        ),
      ),
    );
  }
  section(paper, say(text('documents.receipt.withdraw')), {}, () => {
    paragraph(paper, say(text('documents.receipt.withdraw_text', { office: receipt.office.name })));
    paragraph(paper, say(text('documents.receipt.code_text')), styles.cell);
  });
  recipients(paper, receipt, text, say);
  section(paper, say(text('documents.receipt.notice')), { keep: 120 }, () => {
    paragraph(paper, say(receipt.notice.office), styles.label, { after: 3 });
    for (const line of receipt.notice.lines) {
      const isHeading = line.role === 'title' || line.role === 'purpose';
      const style = isHeading ? styles.heading : line.emphasised ? styles.emphasis : styles.body;
      // A line of the notice may have line breaks of its own.
      for (const part of line.text.split('\n'))
        paragraph(paper, say(part), style, { after: isHeading ? 3 : 2, type: isHeading ? 'H3' : 'P' });
    }
    paragraph(paper, say(text('documents.receipt.digest', { digest: receipt.noticeDigest })), styles.code, {
      after: 0,
    });
  });
  if (receipt.signature !== null) signature(paper, receipt.signature, text, say);
  return paper.finish((page, pages) => {
    const { x, width } = paper.fullBox;
    const y = paper.bottom + 20;
    paper.rule(y - 6);
    paper.artifact(() => {
      paper.line(grouped(receipt.receiptCode), x, y, styles.fine);
      paper.line(text('documents.page', { page, pages }), x, y, styles.fine, 'right', width);
    });
  });
}

type Say = (value: string) => Phrase;

function heading(paper: Paper, receipt: ConsentReceipt, text: Text, say: Say): void {
  const { x, width } = paper.box;
  // The code alone: whoever scans it at the desk has it in the search field.
  const matrix = qrMatrix(receipt.receiptCode.toUpperCase());
  const side = 74;
  const top = paper.y;
  paper.fill(x, top, width, 2.4, colors.ink);
  paper.y = top + 16;
  paper.within({ x, width: width - side - 24 }, () => {
    paragraph(paper, say(receipt.office.name), styles.strong, { after: 5 });
    paragraph(paper, say(text('documents.receipt.title')), styles.title, { type: 'H1', after: 4 });
    paragraph(paper, say(text('documents.receipt.code')), styles.label, { after: 1 });
    paragraph(
      paper,
      say(grouped(receipt.receiptCode)),
      { ...styles.code, size: 11, leading: 15 },
      { after: 0 },
    );
  });
  paper.tagged(
    'Figure',
    () =>
      paper.grid(x + width - side, top + 18, side, matrix.size, (row, column) => matrix.dark(row, column)),
    { alt: text('documents.receipt.qr') },
  );
  paper.y = Math.max(paper.y, top + 18 + side) + 12;
}

function factsOf(receipt: ConsentReceipt, text: Text, say: Say): Fact[] {
  const { language, telephone, guardian } = receipt;
  const fact = (label: Parameters<Text>[0], value: string): Fact => ({
    label: say(text(label)),
    value: say(value),
  });
  const name = (value: string) => (canBeSet(value) ? value : text('documents.receipt.other_script'));
  return [
    fact('documents.receipt.person', name(receipt.personName)),
    ...(guardian === null
      ? []
      : [
          fact('documents.receipt.guardian', name(guardian.name)),
          fact(
            'documents.receipt.guardian_verified',
            `${text(`collection.guardian.way.${guardian.verifiedBy}`)}, ${formatDate(guardian.verifiedOn, language)}`,
          ),
        ]),
    fact(
      'documents.receipt.form',
      text('documents.receipt.form_version', {
        title: receipt.formTitle[language],
        version: receipt.formVersion,
      }),
    ),
    fact('documents.receipt.given_on', formatDate(receipt.givenOn, language)),
    fact('documents.receipt.way', text(`documents.receipt.way.${receipt.way}`)),
    ...(telephone === null
      ? []
      : [
          fact(
            'documents.receipt.telephone',
            text('documents.receipt.telephone_text', {
              time: telephone.calledAt,
              number: telephone.readBy,
            }),
          ),
        ]),
    fact(
      'documents.receipt.recorded_at',
      formatInstant(receipt.recordedAt, receipt.office.timeZone, language),
    ),
  ];
}

function answers(paper: Paper, receipt: ConsentReceipt, text: Text, say: Say): void {
  const { language } = receipt;
  table(
    paper,
    [
      { header: say(text('documents.receipt.purpose')), share: 0.4 },
      { header: say(text('documents.receipt.answer')), share: 0.27 },
      { header: say(text('documents.receipt.kept')), share: 0.33 },
    ],
    receipt.purposes.map((purpose) => {
      const answer = text(`documents.receipt.answer.${purpose.answer ?? 'not_asked'}`);
      const since =
        purpose.since === null
          ? ''
          : ` · ${text(`collection.event.${purpose.since.type}`)} ${formatDate(purpose.since.on, language)}`;
      const kept =
        purpose.keptThrough === null
          ? text('documents.receipt.nothing_kept')
          : text('documents.receipt.kept_through', {
              period: periodInWords(purpose.period, language),
              date: formatDate(purpose.keptThrough, language),
            });
      return [
        { phrase: say(purpose.name[language]), style: styles.cellStrong },
        { phrase: say(`${answer}${since}`) },
        { phrase: say(kept) },
      ];
    }),
  );
}

function recipients(paper: Paper, receipt: ConsentReceipt, text: Text, say: Say): void {
  const named = receipt.purposes
    .filter(({ answer }) => answer === 'given')
    .flatMap((purpose) => purpose.recipients);
  if (named.length === 0) return;
  section(paper, say(text('documents.receipt.recipients')), {}, () =>
    table(
      paper,
      [
        { header: say(text('documents.receipt.recipient')), share: 0.34 },
        { header: say(text('documents.receipt.recipient_purpose')), share: 0.36 },
        { header: say(text('documents.receipt.recipient_period')), share: 0.3 },
      ],
      named.map((recipient) => [
        { phrase: say(recipient.name), style: styles.cellStrong },
        { phrase: say(recipient.purpose) },
        { phrase: say(recipient.period) },
      ]),
    ),
  );
}

function signature(
  paper: Paper,
  drawn: NonNullable<ConsentReceipt['signature']>,
  text: Text,
  say: Say,
): void {
  const width = 190;
  const height = (width * drawn.height) / drawn.width;
  section(paper, say(text('documents.receipt.signature')), { keep: height + 20 }, () => {
    const { x } = paper.box;
    paper.tagged('Figure', () => paper.drawing(drawn, x, paper.y, width / drawn.width), {
      alt: text('collection.signature.drawing'),
    });
    paper.y += height;
    paper.rule(paper.y, { from: x, to: x + width });
    paper.y += 4;
  });
}

/** In fours, as it is read aloud. */
function grouped(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join(' ');
}
