import { type CertificateEnvelope, certificateReference } from '../../shared/domain/register/certificate.ts';
import { formatDate, formatInstant, localDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import {
  annex,
  done,
  evidence,
  method,
  notCovered,
  notVerified,
  unitsInPage,
  verified,
} from './certificate-sections.ts';
import { signatures } from './certificate-signatures.ts';
import { colors, Paper } from './paper.ts';
import { facts, notice, paragraph, section, styles } from './paper-blocks.ts';
import { qrMatrix } from './qr-code.ts';
import { createWording, inOneLine, type Wording } from './wording.ts';

/**
 * The certificate of destruction as a PDF, in one language or in both side by side (the first one leads). It prints the
 * envelope and nothing else: no current time, no name, nothing read from disk but the fonts. Equal input gives equal bytes.
 *
 * Throws a RangeError if a language is missing or given twice.
 */
export function renderCertificate(
  envelope: CertificateEnvelope,
  options: { languages: readonly Language[] },
): Promise<Uint8Array> {
  const { content } = envelope;
  const wording = createWording(options.languages);
  const paper = new Paper({
    title: `${inOneLine(wording.say('documents.certificate.title'))} ${content.number}`,
    author: content.office.name,
    subject: certificateReference(envelope),
    language: options.languages[0] ?? 'en',
    createdAt: new Date(content.issuedAt),
  });

  heading(paper, wording, envelope);
  if (content.conditional) {
    notice(
      paper,
      wording.say('documents.certificate.conditional'),
      wording.say('documents.certificate.conditional.text', { count: content.keyCopies.outstanding.length }),
    );
  }
  statement(paper, wording, envelope);

  section(paper, wording.say('documents.certificate.done'), { number: 1, keep: 150 }, () =>
    done(paper, wording, content),
  );
  section(paper, wording.say('documents.certificate.verified'), { number: 2, keep: 120 }, () =>
    verified(paper, wording, content),
  );
  section(paper, wording.say('documents.certificate.notVerified'), { number: 3 }, () =>
    notVerified(paper, wording, content),
  );
  section(paper, wording.say('documents.certificate.notCovered'), { number: 4 }, () =>
    notCovered(paper, wording, content),
  );
  section(paper, wording.say('documents.certificate.method'), {}, () => method(paper, wording, content));
  section(paper, wording.say('documents.certificate.people'), { keep: 130 }, () =>
    signatures(paper, wording, content),
  );
  section(paper, wording.say('documents.certificate.evidence'), { keep: 160 }, () =>
    evidence(paper, wording, envelope),
  );

  if (content.units.length > unitsInPage) {
    paper.newPage();
    paragraph(paper, wording.say('documents.certificate.annex'), styles.heading, { type: 'H2', after: 2 });
    paragraph(paper, wording.say('documents.certificate.annex.text'), styles.cell, { after: 8 });
    annex(paper, wording, content);
  }
  return paper.finish((page, pages) => footer(paper, wording, envelope, page, pages));
}

function heading(paper: Paper, wording: Wording, envelope: CertificateEnvelope): void {
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
    const [leading, ...others] = wording.say('documents.certificate.title');
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

function statement(paper: Paper, wording: Wording, envelope: CertificateEnvelope): void {
  const { content } = envelope;
  const { counts, order, method: way, timeZone } = content;
  paragraph(
    paper,
    wording.say('documents.certificate.statement', (language, text) => ({
      units: text('documents.count.units', { count: counts.units }),
      people: text('documents.count.people', { count: counts.people }),
      order: order.number,
      date: formatDate(localDate(way.finishedAt, timeZone), language),
    })),
    { ...styles.body, size: 10, leading: 15.6 },
    { after: 8 },
  );
  facts(
    paper,
    [
      {
        label: wording.say('documents.certificate.issued'),
        value: wording.say('documents.certificate.time', (language) => ({
          time: formatInstant(content.issuedAt, timeZone, language, { seconds: true }),
          timeZone,
        })),
      },
      {
        label: wording.say('documents.certificate.amount'),
        value: wording.each((_, text) =>
          [
            text('documents.count.units', { count: counts.units }),
            text('documents.count.people', { count: counts.people }),
            text('documents.count.payloads', { count: counts.payloads }),
            text('documents.count.attachments', { count: counts.attachments }),
          ].join(', '),
        ),
      },
    ],
    { labelWidth: 122 },
  );
  paper.y += 4;
}

function footer(
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
