import {
  type CertificateEnvelope,
  certificateReference,
  electronicContentOf,
} from '../../shared/domain/register/certificate.ts';
import type { PersonProof } from '../../shared/domain/register/person-proof.ts';
import { formatDate, formatInstant, localDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { documentFoot, documentHead } from './document-frame.ts';
import { Paper } from './paper.ts';
import { facts, list, paragraph, plain, section, styles } from './paper-blocks.ts';
import { createWording, inOneLine } from './wording.ts';

/**
 * The letter to somebody who kept their receipt: their records are among the destroyed ones of this certificate. It is addressed to
 * the bearer of the code, because the office no longer knows anybody's name; the proof lies inside the file.
 */
export function renderPersonProof(
  proof: PersonProof,
  envelope: CertificateEnvelope,
  options: { languages: readonly Language[] },
): Promise<Uint8Array> {
  const wording = createWording(options.languages);
  const content = electronicContentOf(envelope);
  const { timeZone } = content;
  const reference = wording.say('documents.certificate.number', { number: content.number });
  const paper = new Paper({
    title: `${inOneLine(wording.say('documents.proof.title'))} ${content.number}`,
    author: content.office.name,
    subject: certificateReference(envelope),
    language: options.languages[0] ?? 'en',
    createdAt: new Date(content.issuedAt),
    attachment: {
      name: 'proof.json',
      bytes: new TextEncoder().encode(JSON.stringify(proof)),
      description: inOneLine(wording.say('documents.proof.attachment')),
    },
  });
  documentHead(paper, wording, {
    office: content.office.name,
    title: 'documents.proof.title',
    reference,
    qr: { text: certificateReference(envelope), alt: wording.say('documents.certificate.qr') },
  });
  paragraph(
    paper,
    wording.say('documents.proof.statement', (language) => ({
      units: proof.units.length,
      number: content.number,
      date: formatDate(localDate(content.method.finishedAt, timeZone), language),
    })),
    { ...styles.body, size: 10, leading: 15.6 },
    { after: 8 },
  );
  section(paper, wording.say('documents.proof.yours'), {}, () =>
    facts(
      paper,
      [
        { label: wording.say('documents.proof.receipt'), value: plain(proof.receiptCode).phrase },
        ...proof.units.map(({ unitId }) => ({
          label: wording.say('documents.proof.unit'),
          value: plain(unitId).phrase,
        })),
      ],
      { style: styles.code, labelWidth: 122 },
    ),
  );
  section(paper, wording.say('documents.proof.certificate'), {}, () =>
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
        { label: wording.say('documents.certificate.digest'), value: plain(envelope.digest).phrase },
        { label: wording.say('documents.certificate.unitsRoot'), value: plain(content.unitsRoot).phrase },
      ],
      { labelWidth: 122 },
    ),
  );
  section(paper, wording.say('documents.proof.check'), {}, () =>
    list(paper, [
      wording.say('documents.proof.check.knows'),
      wording.say('documents.proof.check.verifier'),
      wording.say('documents.proof.check.keep'),
    ]),
  );
  return paper.finish((page, pages) =>
    documentFoot(paper, wording, {
      left: reference,
      middle: `SHA-256 ${envelope.digest.slice(0, 16)}`,
      page,
      pages,
    }),
  );
}
