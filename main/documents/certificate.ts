import type {
  CertificateEnvelope,
  ElectronicContent,
  EnvelopeOf,
} from '../../shared/domain/register/certificate.ts';
import { formatDate, formatInstant, localDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { certificatePaper, footer, heading } from './certificate-frame.ts';
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
import { renderCompletion } from './completion.ts';
import type { Paper } from './paper.ts';
import { facts, notice, paragraph, section, styles } from './paper-blocks.ts';
import { type SignDetached, signPdf } from './pdf-signature.ts';
import { createWording, type Wording } from './wording.ts';

/**
 * The certificate of destruction as a PDF, in one language or in both side by side (the first one leads). It prints the
 * envelope and nothing else: no current time, no name, nothing read from disk but the fonts. Equal input gives equal bytes, until
 * `sign` signs the finished file.
 *
 * Throws a RangeError if a language is missing or given twice.
 */
export function renderCertificate(
  envelope: CertificateEnvelope,
  options: { languages: readonly Language[]; sign?: SignDetached },
): Promise<Uint8Array> {
  const wording = createWording(options.languages);
  const { content } = envelope;
  const { sign } = options;
  const isSigned = sign !== undefined;
  const pdf =
    content.kind === 'completion'
      ? renderCompletion({ ...envelope, content }, wording, isSigned)
      : renderElectronic({ ...envelope, content }, wording, isSigned);
  return sign === undefined ? pdf : pdf.then((file) => signPdf(file, sign));
}

function renderElectronic(
  envelope: EnvelopeOf<ElectronicContent>,
  wording: Wording,
  isSigned: boolean,
): Promise<Uint8Array> {
  const { content } = envelope;
  const paper = certificatePaper(envelope, wording, 'documents.certificate.title', isSigned);
  heading(paper, wording, envelope, 'documents.certificate.title');
  if (content.conditional) {
    notice(
      paper,
      wording.say('documents.certificate.conditional'),
      wording.say('documents.certificate.conditional.text', {
        keys: content.keyCopies.outstanding.length,
        copies: content.knownCopies.filter(({ kind }) => kind !== 'backup').length,
      }),
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

function statement(paper: Paper, wording: Wording, envelope: EnvelopeOf<ElectronicContent>): void {
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
