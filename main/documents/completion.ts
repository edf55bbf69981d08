import type { EnvelopeOf } from '../../shared/domain/register/certificate.ts';
import type { CompletionContent } from '../../shared/domain/register/completion.ts';
import { formatInstant } from '../../shared/text/format.ts';
import { certificatePaper, footer, heading } from './certificate-frame.ts';
import { facts, paragraph, plain, section, styles, table } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

const title = 'documents.completion.title';

/**
 * The completion of a conditional certificate as a PDF. One sheet in the family of the certificate it belongs to: which one it
 * completes, how each copy ended and who said so, and the evidence.
 */
export function renderCompletion(
  envelope: EnvelopeOf<CompletionContent>,
  wording: Wording,
  isSigned: boolean,
): Promise<Uint8Array> {
  const { content } = envelope;
  const { completes, copies, timeZone } = content;
  const at = (instant: string) =>
    wording.say('documents.certificate.time', (language) => ({
      time: formatInstant(instant, timeZone, language, { seconds: true }),
      timeZone,
    }));
  const paper = certificatePaper(envelope, wording, title, isSigned);
  heading(paper, wording, envelope, title);
  paragraph(
    paper,
    wording.say('documents.completion.statement', (_, text) => ({
      number: completes.number,
      order: completes.order.number,
      units: text('documents.count.units', { count: completes.units }),
      copies: copies.length,
    })),
    { ...styles.body, size: 10, leading: 15.6 },
    { after: 8 },
  );
  facts(
    paper,
    [
      { label: wording.say('documents.certificate.issued'), value: at(content.issuedAt) },
      { label: wording.say('documents.completion.completes'), value: plain(completes.number).phrase },
      { label: wording.say('documents.completion.completesIssued'), value: at(completes.issuedAt) },
    ],
    { labelWidth: 150 },
  );
  section(paper, wording.say('documents.completion.copies'), { number: 1, keep: 120 }, () => {
    table(
      paper,
      [
        { header: wording.say('documents.certificate.copy.reference'), share: 0.13 },
        { header: wording.say('documents.certificate.copy.kind'), share: 0.27 },
        { header: wording.say('documents.completion.ended'), share: 0.24 },
        { header: wording.say('documents.completion.endedAt'), share: 0.21 },
        { header: wording.say('documents.completion.reportedBy'), share: 0.15 },
      ],
      copies.map((copy) => [
        plain(copy.reference),
        { phrase: wording.say(`documents.certificate.copy.${copy.kind}`) },
        {
          phrase: wording.say(`documents.completion.ended.${copy.ended}`, { epoch: copy.epoch ?? 0 }),
        },
        { phrase: wording.each((language) => formatInstant(copy.endedAt, timeZone, language)) },
        {
          phrase:
            copy.reportedBy === null
              ? wording.say('documents.completion.byApplication')
              : wording.say('documents.certificate.staffNumber', { number: copy.reportedBy.staffNumber }),
        },
      ]),
    );
  });
  section(paper, wording.say('documents.certificate.notVerified'), { number: 2 }, () =>
    paragraph(paper, wording.say('documents.completion.notVerified')),
  );
  section(paper, wording.say('documents.certificate.notCovered'), { number: 3 }, () =>
    paragraph(paper, wording.say('documents.completion.notCovered')),
  );
  section(paper, wording.say('documents.certificate.evidence'), { keep: 140 }, () => {
    paragraph(paper, wording.say('documents.completion.evidence'), styles.cell);
    const { audit } = content;
    facts(
      paper,
      [
        {
          label: wording.say('documents.completion.completesDigest'),
          value: plain(completes.digest).phrase,
        },
        {
          label: wording.say('documents.certificate.audit'),
          value: wording.say('documents.certificate.audit.text', { origin: audit.origin, size: audit.size }),
        },
        { label: wording.say('documents.certificate.audit.root'), value: plain(audit.root).phrase },
        { label: wording.say('documents.certificate.audit.signature'), value: plain(audit.signature).phrase },
        { label: wording.say('documents.certificate.digest'), value: plain(envelope.digest).phrase },
        { label: wording.say('documents.certificate.signature'), value: plain(envelope.signature).phrase },
        { label: wording.say('documents.certificate.publicKey'), value: plain(envelope.publicKey).phrase },
      ],
      { style: styles.code, labelWidth: 104 },
    );
  });
  return paper.finish((page, pages) => footer(paper, wording, envelope, page, pages));
}
