import type {
  CertificateDeed,
  ElectronicContent,
  EnvelopeOf,
} from '../../shared/domain/register/certificate.ts';
import { executionWindowInWords } from '../../shared/text/execution-window-in-words.ts';
import { formatDate, formatInstant, localDate } from '../../shared/text/format.ts';
import type { Block, CertificateLayout, Signatory } from './certificate-layout.ts';
import { mediumFacts } from './certificate-medium.ts';
import {
  amountFact,
  checkTable,
  conditionalNotice,
  evidence,
  issuedFact,
  keyCopies,
  reasons,
  recordCopies,
} from './certificate-parts.ts';
import { deedSignatory } from './certificate-signatures.ts';
import { unitAnnex, unitBlocks, unitsInPage } from './certificate-units.ts';
import type { Fact } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

/** What of the order was not destroyed, since a hold stopped it. */
function leftOut(wording: Wording, { leftOut: units = [] }: ElectronicContent): Block[] {
  if (units.length === 0) return [];
  return [
    { kind: 'paragraph', phrase: wording.say('documents.certificate.left_out', { count: units.length }) },
  ];
}

/** The certificate of an electronic destruction: done, verified, not verified, not covered, method, people, evidence. */
export function electronicLayout(
  wording: Wording,
  envelope: EnvelopeOf<ElectronicContent>,
): CertificateLayout {
  const { content } = envelope;
  const isLarge = content.units.length > unitsInPage;
  return {
    title: 'documents.certificate.title',
    notices: content.conditional ? [conditionalNotice(wording, content)] : [],
    statement: wording.say('documents.certificate.statement', (language, text) => ({
      units: text('documents.count.units', { count: content.counts.units }),
      people: text('documents.count.people', { count: content.counts.people }),
      order: content.order.number,
      date: formatDate(localDate(content.method.finishedAt, content.timeZone), language),
    })),
    facts: [issuedFact(wording, content), amountFact(wording, content)],
    sections: [
      {
        heading: wording.say('documents.certificate.done'),
        number: 1,
        keep: 150,
        blocks: [
          {
            kind: 'paragraph',
            phrase: wording.say('documents.certificate.done.text', {
              before: content.method.epochBefore,
              after: content.method.epochAfter,
            }),
          },
          ...unitBlocks(wording, content.units),
          ...leftOut(wording, content),
        ],
      },
      {
        heading: wording.say('documents.certificate.verified'),
        number: 2,
        keep: 120,
        blocks: [checkTable(wording, content.verification), ...keyCopies(wording, content)],
      },
      {
        heading: wording.say('documents.certificate.notVerified'),
        number: 3,
        blocks: [
          reasons(wording, content.notVerified, (code) => `documents.certificate.notVerified.${code}`),
          { kind: 'facts', rows: [storageFact(wording, content)] },
        ],
      },
      {
        heading: wording.say('documents.certificate.notCovered'),
        number: 4,
        blocks: [
          reasons(wording, content.notCovered, (code) => `documents.certificate.notCovered.${code}`),
          ...recordCopies(wording, content),
        ],
      },
      {
        heading: wording.say('documents.certificate.method'),
        blocks: [method(wording, content), mediumFacts(wording, content.media)],
      },
      {
        heading: wording.say('documents.certificate.people'),
        keep: 130,
        blocks: [people(wording, content)],
      },
      {
        heading: wording.say('documents.certificate.evidence'),
        keep: 160,
        blocks: [
          { kind: 'paragraph', phrase: wording.say('documents.certificate.evidence.text'), style: 'cell' },
          evidence(wording, envelope, [
            ['documents.certificate.orderDigest', content.order.digest],
            ['documents.certificate.unitsRoot', content.unitsRoot],
          ]),
        ],
      },
    ],
    annexes: isLarge ? [unitAnnex(wording, content.units)] : [],
  };
}

/** File system, disk encryption, kind of storage and swap, as the operating system told them. */
function storageFact(wording: Wording, { storageFacts }: ElectronicContent): Fact {
  return {
    label: wording.say('documents.certificate.storage'),
    value: wording.say('documents.certificate.storage.text', {
      fileSystem: storageFacts.fileSystem,
      encrypted: storageFacts.encryptedVolume,
      solidState: storageFacts.solidState,
      swap: storageFacts.swap,
    }),
  };
}

function method(wording: Wording, content: ElectronicContent): Block {
  const { cipher, tool, keyStrengthBits, startedAt, finishedAt } = content.method;
  const at = (instant: string, language: 'en' | 'ko') =>
    formatInstant(instant, content.timeZone, language, { seconds: true });
  return {
    kind: 'facts',
    rows: [
      {
        label: wording.say('documents.certificate.technique'),
        value: wording.say('documents.certificate.technique.text'),
      },
      {
        label: wording.say('documents.certificate.cipher'),
        value: wording.say('documents.certificate.cipher.text', {
          pages: cipher.pages,
          bits: keyStrengthBits,
        }),
      },
      {
        label: wording.say('documents.certificate.tool'),
        value: wording.say('documents.certificate.tool.text', { tool: `${tool.name} ${tool.version}` }),
      },
      {
        label: wording.say('documents.certificate.carriedOut'),
        value: wording.say('documents.certificate.carriedOut.text', (language) => ({
          start: at(startedAt, language),
          finish: at(finishedAt, language),
          timeZone: content.timeZone,
        })),
      },
      ...begunByApplication(wording, content),
    ],
  };
}

/** Where nobody carried it out by hand: that nobody attended, on whose order, and in which window. */
function begunByApplication(wording: Wording, { order, method: how, timeZone }: ElectronicContent) {
  const { operator } = order;
  const { byApplication } = how;
  if (operator.scheduled === undefined || byApplication === undefined) return [];
  const { window, validThrough } = operator.scheduled;
  return [
    {
      label: wording.say('documents.certificate.by_application'),
      value: wording.say('documents.certificate.by_application.text', (language, text) => ({
        start: formatInstant(how.startedAt, timeZone, language, { seconds: true }),
        operator: operator.user.staffNumber,
        signed: formatInstant(operator.at, timeZone, language, { seconds: true }),
        window: executionWindowInWords(window, text),
        through: formatDate(validThrough, language),
        occasion: byApplication.occasion,
        opened: formatInstant(byApplication.windowOpenedAt, timeZone, language),
        desk: byApplication.desk,
      })),
    },
  ];
}

/**
 * Who asked, who approved, who carried it out, and the privacy officer who confirms the result (PIPA Enforcement Decree art.
 * 16; the confirmation is the organisation's own, NIST's "validation"). People are numbers and roles; they sign by hand.
 */
export function people(
  wording: Wording,
  {
    order,
    timeZone,
  }: Pick<ElectronicContent, 'timeZone'> & {
    order: Omit<ElectronicContent['order'], 'operator'> & { operator?: CertificateDeed };
  },
  /** Those whose deed is none on the order: operators and witnesses of batches of paper. */
  others: readonly Signatory[] = [],
): Block {
  const duty = (name: 'requester' | 'approver' | 'operator' | 'operator_scheduled') =>
    wording.say(`documents.certificate.${name}`);
  return {
    kind: 'signatories',
    people: [
      deedSignatory(wording, duty('requester'), order.requester, timeZone),
      ...order.approvals.map((deed) => deedSignatory(wording, duty('approver'), deed, timeZone)),
      ...(order.operator === undefined
        ? []
        : [
            deedSignatory(
              wording,
              duty(order.operator.scheduled === undefined ? 'operator' : 'operator_scheduled'),
              order.operator,
              timeZone,
            ),
          ]),
      ...others,
      {
        duty: wording.say('documents.certificate.officer'),
        lines: [wording.say('documents.certificate.confirmByHand')],
      },
    ],
  };
}
