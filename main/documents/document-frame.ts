import type { MessageKey, MessageValues } from '../../shared/text/messages.ts';
import { colors, type Paper } from './paper.ts';
import { paragraph } from './paper-blocks.ts';
import { qrMatrix } from './qr-code.ts';
import { inOneLine, type Phrase, type Wording } from './wording.ts';

export interface DocumentHead {
  readonly office: string;
  readonly title: MessageKey;
  readonly titleValues?: MessageValues;
  /** The line under the title: the document's number, or what it is of. */
  readonly reference: Phrase;
  /** What the QR code holds and how it is read aloud; without it there is none. */
  readonly qr?: { readonly text: string; readonly alt: Phrase };
  /** What the document says in one sentence, where it is to stand beside the QR code. */
  readonly lead?: Phrase;
}

/** The head of a document of the office: who it is from, what it is, its number, and a QR code that holds it. */
export function documentHead(paper: Paper, wording: Wording, head: DocumentHead): void {
  const { x, width } = paper.box;
  const { styles, qrSide: side, space } = paper.design;
  const top = paper.y;
  paper.fill(x, top, 34, 3.2, colors.ember);
  paper.rule(top + 3.2, { width: 0.8, color: colors.ink });
  paper.y = top + 16 * Math.min(1, space + 0.2);
  paper.within({ x, width: width - (head.qr ? side + 24 : 0) }, () => {
    paragraph(paper, [{ language: 'ko', text: head.office }], styles.strong, { after: 5 });
    const [leading, ...others] = wording.say(head.title, head.titleValues);
    if (leading) paragraph(paper, [leading], styles.title, { type: 'H1', after: 0 });
    paragraph(paper, others, { ...styles.heading, color: colors.faded }, { after: 0 });
    paper.y += 4;
    const reference = inOneLine(head.reference);
    paragraph(paper, [{ language: wording.languages[0] ?? 'en', text: reference }], styles.accent, {
      after: head.lead ? 6 : 0,
    });
    if (head.lead) {
      const { body } = styles;
      const lead = { ...body, size: body.size * 1.08, leading: body.leading * 1.1 };
      paragraph(paper, head.lead, lead, { after: 0 });
    }
  });
  if (head.qr) {
    const matrix = qrMatrix(head.qr.text);
    const qrTop = top + 4 + 14 * space;
    paper.tagged(
      'Figure',
      () => paper.grid(x + width - side, qrTop, side, matrix.size, (row, column) => matrix.dark(row, column)),
      { alt: inOneLine(head.qr.alt) },
    );
    paper.y = Math.max(paper.y, qrTop + side);
  }
  paper.y += 12 * space;
}

/** The foot of every page: what it belongs to, and which page of how many. */
export function documentFoot(
  paper: Paper,
  wording: Wording,
  foot: { left: Phrase; middle?: string; page: number; pages: number },
): void {
  const { x, width } = paper.fullBox;
  const { styles } = paper.design;
  // In the middle of the usual margin, higher in a smaller one.
  const y = paper.bottom + Math.min(20, paper.design.margin.bottom / 3);
  const { page, pages } = foot;
  paper.rule(y - 6);
  paper.artifact(() => {
    paper.line(inOneLine(foot.left), x, y, styles.fine);
    if (foot.middle) paper.line(foot.middle, x, y, styles.fine, 'center', width);
    paper.line(inOneLine(wording.say('documents.page', { page, pages })), x, y, styles.fine, 'right', width);
  });
}
