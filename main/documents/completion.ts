import type { EnvelopeOf } from '../../shared/domain/register/certificate.ts';
import type { CompletionContent } from '../../shared/domain/register/completion.ts';
import { formatInstant } from '../../shared/text/format.ts';
import type { CertificateLayout } from './certificate-layout.ts';
import { evidence, issuedFact, timeIn } from './certificate-parts.ts';
import { plain } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

/**
 * The completion of a conditional certificate. One sheet in the family of the certificate it belongs to: which one it
 * completes, how each copy ended and who said so, and the evidence.
 */
export function completionLayout(
  wording: Wording,
  envelope: EnvelopeOf<CompletionContent>,
): CertificateLayout {
  const { content } = envelope;
  const { completes, copies, timeZone } = content;
  return {
    title: 'documents.completion.title',
    notices: [],
    statement: wording.say('documents.completion.statement', (_, text) => ({
      number: completes.number,
      order: completes.order.number,
      units: text('documents.count.units', { count: completes.units }),
      copies: copies.length,
    })),
    facts: [
      issuedFact(wording, content),
      { label: wording.say('documents.completion.completes'), value: plain(completes.number).phrase },
      {
        label: wording.say('documents.completion.completesIssued'),
        value: timeIn(wording, completes.issuedAt, timeZone),
      },
    ],
    sections: [
      {
        heading: wording.say('documents.completion.copies'),
        number: 1,
        keep: 120,
        blocks: [
          {
            kind: 'table',
            columns: [
              { header: wording.say('documents.certificate.copy.reference'), share: 0.13 },
              { header: wording.say('documents.certificate.copy.kind'), share: 0.27 },
              { header: wording.say('documents.completion.ended'), share: 0.24 },
              { header: wording.say('documents.completion.endedAt'), share: 0.21 },
              { header: wording.say('documents.completion.reportedBy'), share: 0.15 },
            ],
            rows: copies.map((copy) => [
              plain(copy.reference),
              { phrase: wording.say(`documents.certificate.copy.${copy.kind}`) },
              { phrase: wording.say(`documents.completion.ended.${copy.ended}`, { epoch: copy.epoch ?? 0 }) },
              { phrase: wording.each((language) => formatInstant(copy.endedAt, timeZone, language)) },
              {
                phrase:
                  copy.reportedBy === null
                    ? wording.say('documents.completion.byApplication')
                    : wording.say('documents.certificate.staffNumber', {
                        number: copy.reportedBy.staffNumber,
                      }),
              },
            ]),
          },
        ],
      },
      {
        heading: wording.say('documents.certificate.notVerified'),
        number: 2,
        blocks: [{ kind: 'paragraph', phrase: wording.say('documents.completion.notVerified') }],
      },
      {
        heading: wording.say('documents.certificate.notCovered'),
        number: 3,
        blocks: [{ kind: 'paragraph', phrase: wording.say('documents.completion.notCovered') }],
      },
      {
        heading: wording.say('documents.certificate.evidence'),
        keep: 140,
        blocks: [
          { kind: 'paragraph', phrase: wording.say('documents.completion.evidence'), style: 'cell' },
          evidence(wording, envelope, [['documents.completion.completesDigest', completes.digest]]),
        ],
      },
    ],
    annexes: [],
  };
}
