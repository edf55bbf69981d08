import {
  type EnvelopeOf,
  electronicContentOf,
  type MixedContent,
  type PaperContent,
} from '../../shared/domain/register/certificate.ts';
import { formatDate, localDate } from '../../shared/text/format.ts';
import type { MessageKey } from '../../shared/text/messages.ts';
import { paperCountsInWords } from '../../shared/text/paper-counts.ts';
import type { Block, CertificateLayout, LayoutSection } from './certificate-layout.ts';
import { conditionalNotice, evidence, issuedFact, reasons, recordCopies } from './certificate-parts.ts';
import { electronicLayout, people } from './electronic-certificate.ts';
import { plain } from './paper-blocks.ts';
import {
  batchBlocks,
  custodyBlocks,
  paperAnnexes,
  paperUnitBlocks,
  restBlocks,
  signatoriesOf,
} from './paper-certificate-sections.ts';
import type { Wording } from './wording.ts';

/**
 * The certificate of a destruction of paper, and of one that held both, in the family of the electronic one: done, witnessed or
 * verified, not verified and not covered stand apart. Of paper nothing is "verified", because no program saw it: it was witnessed.
 */
export function paperLayout(
  wording: Wording,
  envelope: EnvelopeOf<PaperContent | MixedContent>,
): CertificateLayout {
  const { content } = envelope;
  const electronic =
    content.kind === 'mixed'
      ? electronicLayout(wording, { ...envelope, content: electronicContentOf({ ...envelope, content }) })
      : null;
  const [done, verified, notVerified, notCovered, method] = electronic?.sections ?? [];
  const paperNotVerified = reasons(
    wording,
    content.paperNotVerified,
    (code) => `documents.paper.notVerified.${code}`,
  );
  // What is said of copies beside it holds for both forms.
  const saidAlready = content.kind === 'mixed' ? content.notCovered : [];
  const paperNotCovered = reasons(
    wording,
    content.paperNotCovered.filter((code) => !saidAlready.some((said) => said === code)),
    (code) => `documents.paper.notCovered.${code}`,
  );
  const restOfParts = restBlocks(wording, content);
  const sections: LayoutSection[] = [
    { heading: wording.say('documents.paper.done'), keep: 150, blocks: paperUnitBlocks(wording, content) },
    ...(restOfParts.length === 0
      ? []
      : [{ heading: wording.say('documents.paper.rest'), keep: 110, blocks: restOfParts }]),
    { heading: wording.say('documents.paper.witnessed'), keep: 150, blocks: batchBlocks(wording, content) },
    { heading: wording.say('documents.paper.custody'), blocks: custodyBlocks(wording, content) },
    ...(done === undefined ? [] : [{ ...done, heading: wording.say('documents.paper.electronic_done') }]),
    ...(verified === undefined ? [] : [verified]),
    {
      heading: wording.say('documents.certificate.notVerified'),
      blocks: [paperNotVerified, ...(notVerified?.blocks ?? [])],
    },
    {
      heading: wording.say('documents.certificate.notCovered'),
      blocks: [paperNotCovered, ...(notCovered?.blocks ?? recordCopies(wording, content))],
    },
  ].map((part, index) => ({ ...part, number: index + 1 }));
  return {
    title: `documents.${content.kind}_certificate.title`,
    notices: content.conditional ? [conditionalNotice(wording, content)] : [],
    statement: statement(wording, content),
    facts: [
      issuedFact(wording, content),
      { label: wording.say('documents.certificate.order'), value: plain(content.order.number).phrase },
      ...(content.kind === 'paper'
        ? [
            {
              label: wording.say('documents.certificate.tool'),
              value: plain(`${content.tool.name} ${content.tool.version}`).phrase,
            },
          ]
        : []),
    ],
    sections: [
      ...sections,
      ...(method === undefined ? [] : [method]),
      {
        heading: wording.say('documents.certificate.people'),
        keep: 130,
        blocks: [people(wording, content, signatoriesOf(wording, content))],
      },
      {
        heading: wording.say('documents.certificate.evidence'),
        keep: 160,
        blocks: evidenceBlocks(wording, envelope),
      },
    ],
    annexes: [...paperAnnexes(wording, content), ...(electronic?.annexes ?? [])],
  };
}

function statement(wording: Wording, content: PaperContent | MixedContent) {
  const { paper, order, timeZone } = content;
  const last = paper.batches
    .map(({ facts: { endedAt } }) => endedAt)
    .sort()
    .at(-1);
  return wording.say(`documents.${content.kind}_certificate.statement`, (language, text) => ({
    paper: paperCountsInWords(text, paper.counts),
    order: order.number,
    date: formatDate(localDate(last ?? content.issuedAt, timeZone), language),
    ...(content.kind === 'mixed' && {
      units: text('documents.count.units', { count: content.counts.units }),
      people: text('documents.count.people', { count: content.counts.people }),
    }),
  }));
}

function evidenceBlocks(wording: Wording, envelope: EnvelopeOf<PaperContent | MixedContent>): Block[] {
  const { content } = envelope;
  const own: [MessageKey, string][] = [
    ['documents.certificate.orderDigest', content.order.digest],
    ['documents.certificate.unitsRoot', content.unitsRoot],
  ];
  return [
    { kind: 'paragraph', phrase: wording.say('documents.paper.evidence'), style: 'cell' },
    {
      kind: 'facts',
      style: 'code',
      labelWidth: 104,
      rows: content.paper.batches.map(({ facts, digest }) => ({
        label: wording.say('documents.paper.batchDigest', { number: facts.number }),
        value: plain(digest).phrase,
      })),
    },
    evidence(wording, envelope, own),
  ];
}
