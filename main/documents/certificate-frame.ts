import { type CertificateEnvelope, certificateReference } from '../../shared/domain/register/certificate.ts';
import type { MessageKey } from '../../shared/text/messages.ts';
import { colors, Paper } from './paper.ts';
import { paragraph, styles } from './paper-blocks.ts';
import { qrMatrix } from './qr-code.ts';
import { inOneLine, type Wording } from './wording.ts';

/** The sheet of any kind of certificate: a title in its properties, its reference as the subject, nothing else. */
export function certificatePaper(envelope: CertificateEnvelope, wording: Wording, title: MessageKey): Paper {
  const { content } = envelope;
  return new Paper({
    title: `${inOneLine(wording.say(title))} ${content.number}`,
    author: content.office.name,
    subject: certificateReference(envelope),
    language: wording.languages[0] ?? 'en',
    createdAt: new Date(content.issuedAt),
  });
}

export function heading(
  paper: Paper,
  wording: Wording,
  envelope: CertificateEnvelope,
  title: MessageKey,
): void {
  const { content } = envelope;
  const { x, width } = paper.box;
  const matrix = qrMatrix(certificateReference(envelope));
  const side = 74;
  const top = paper.y;
  paper.fill(x, top, 34, 3.2, colors.ember);
  paper.rule(top + 3.2, { width: 0.8, color: colors.ink });
  paper.y = top + 16;
  paper.within({ x, width: width - side - 24 }, () => {
    paragraph(paper, [{ language: 'ko', text: content.office.name }], styles.strong, { after: 5 });
    const [leading, ...others] = wording.say(title);
    if (leading) paragraph(paper, [leading], styles.title, { type: 'H1', after: 0 });
    paragraph(paper, others, { ...styles.heading, color: colors.faded }, { after: 0 });
    paper.y += 4;
    const number = inOneLine(wording.say('documents.certificate.number', { number: content.number }));
    paragraph(paper, [{ language: wording.languages[0] ?? 'en', text: number }], styles.accent, { after: 0 });
  });
  paper.tagged(
    'Figure',
    () =>
      paper.grid(x + width - side, top + 18, side, matrix.size, (row, column) => matrix.dark(row, column)),
    { alt: inOneLine(wording.say('documents.certificate.qr')) },
  );
  paper.y = Math.max(paper.y, top + 18 + side) + 12;
}

export function footer(
  paper: Paper,
  wording: Wording,
  envelope: CertificateEnvelope,
  page: number,
  pages: number,
): void {
  const { x, width } = paper.fullBox;
  const y = paper.bottom + 20;
  const number = inOneLine(wording.say('documents.certificate.number', { number: envelope.content.number }));
  paper.rule(y - 6);
  paper.artifact(() => {
    paper.line(number, x, y, styles.fine);
    paper.line(`SHA-256 ${envelope.digest.slice(0, 16)}`, x, y, styles.fine, 'center', width);
    paper.line(inOneLine(wording.say('documents.page', { page, pages })), x, y, styles.fine, 'right', width);
  });
}
