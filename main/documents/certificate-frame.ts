import {
  type CertificateEnvelope,
  certificateAttachmentName,
  certificateReference,
} from '../../shared/domain/register/certificate.ts';
import type { MessageKey } from '../../shared/text/messages.ts';
import { documentFoot, documentHead } from './document-frame.ts';
import { Paper } from './paper.ts';
import type { Design } from './paper-design.ts';
import { inOneLine, type Phrase, type Wording } from './wording.ts';

/** The sheet of any kind of certificate: a title in its properties, its reference as the subject, nothing else. */
export function certificatePaper(
  envelope: CertificateEnvelope,
  wording: Wording,
  title: MessageKey,
  isSigned: boolean,
  design: Design,
): Paper {
  const { content } = envelope;
  return new Paper({
    title: `${inOneLine(wording.say(title))} ${content.number}`,
    author: content.office.name,
    subject: certificateReference(envelope),
    language: wording.languages[0] ?? 'en',
    createdAt: new Date(content.issuedAt),
    attachment: {
      name: certificateAttachmentName,
      bytes: new TextEncoder().encode(JSON.stringify(envelope)),
      description: inOneLine(wording.say('documents.certificate.attachment')),
    },
    isSigned,
    design,
  });
}

export function heading(
  paper: Paper,
  wording: Wording,
  envelope: CertificateEnvelope,
  title: MessageKey,
  lead: Phrase,
  marks: readonly Phrase[],
): void {
  const { content } = envelope;
  documentHead(paper, wording, {
    office: content.office.name,
    title,
    reference: joined(wording.say('documents.certificate.number', { number: content.number }), marks),
    qr: { text: certificateReference(envelope), alt: wording.say('documents.certificate.qr') },
    lead,
  });
}

/** What must not be overlooked stands beside the number: before anything is claimed. */
function joined(number: Phrase, marks: readonly Phrase[]): Phrase {
  return number.map(({ language, text }) => ({
    language,
    text: [text, ...marks.map((mark) => mark.find((part) => part.language === language)?.text ?? '')].join(
      ' — ',
    ),
  }));
}

export function footer(
  paper: Paper,
  wording: Wording,
  envelope: CertificateEnvelope,
  page: number,
  pages: number,
): void {
  documentFoot(paper, wording, {
    left: wording.say('documents.certificate.number', { number: envelope.content.number }),
    middle: `SHA-256 ${envelope.digest.slice(0, 16)}`,
    page,
    pages,
  });
}
