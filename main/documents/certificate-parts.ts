import type {
  CertificateContent,
  CertificateEnvelope,
  ElectronicContent,
  VerificationFinding,
} from '../../shared/domain/register/certificate.ts';
import { formatDate, formatInstant, formatNumber } from '../../shared/text/format.ts';
import { isMessageKey, type MessageKey, type Text } from '../../shared/text/messages.ts';
import type { Block, CertificateLayout } from './certificate-layout.ts';
import { type Cell, type Fact, plain } from './paper-blocks.ts';
import type { Phrase, Wording } from './wording.ts';

/** What several kinds of certificate say alike. */

export function timeIn(wording: Wording, instant: string, timeZone: string): Phrase {
  return wording.say('documents.certificate.time', (language) => ({
    time: formatInstant(instant, timeZone, language, { seconds: true }),
    timeZone,
  }));
}

export function issuedFact(wording: Wording, { issuedAt, timeZone }: CertificateContent): Fact {
  return {
    label: wording.say('documents.certificate.issued'),
    value: timeIn(wording, issuedAt, timeZone),
  };
}

export function amountFact(wording: Wording, { counts }: Pick<ElectronicContent, 'counts'>): Fact {
  return {
    label: wording.say('documents.certificate.amount'),
    value: wording.each((_, text) =>
      [
        text('documents.count.units', { count: counts.units }),
        text('documents.count.people', { count: counts.people }),
        text('documents.count.payloads', { count: counts.payloads }),
        text('documents.count.attachments', { count: counts.attachments }),
      ].join(', '),
    ),
  };
}

export function conditionalNotice(
  wording: Wording,
  {
    keyCopies: keys,
    knownCopies,
  }: Partial<Pick<ElectronicContent, 'keyCopies'>> & Pick<ElectronicContent, 'knownCopies'>,
): CertificateLayout['notices'][number] {
  return {
    title: wording.say('documents.certificate.conditional'),
    text: wording.say('documents.certificate.conditional.text', {
      keys: keys?.outstanding.length ?? 0,
      copies: knownCopies.filter(({ kind }) => kind !== 'backup').length,
    }),
  };
}

/** The outcome of every check, with the numbers that were compared. */
export function checkTable(wording: Wording, findings: readonly VerificationFinding[]): Block {
  return {
    kind: 'table',
    columns: [
      { header: wording.say('documents.certificate.check'), share: 0.52 },
      { header: wording.say('documents.certificate.compared'), share: 0.36 },
      { header: wording.say('documents.certificate.result'), share: 0.12 },
    ],
    rows: findings.map((finding) => [
      { phrase: wording.say(`documents.certificate.check.${finding.check}`) },
      compared(wording, finding),
      {
        phrase: wording.say(`documents.certificate.result.${finding.result}`),
        mark: finding.result,
        style: 'cellStrong',
      },
    ]),
  };
}

/** Names and values without a text of their own are shown as the codes they are. */
function compared(wording: Wording, finding: VerificationFinding): Cell {
  const worded = (text: Text, key: string, otherwise: string, values?: { value: string }): string =>
    isMessageKey(key) ? text(key, values) : otherwise;
  return {
    style: 'small',
    phrase: wording.each((language, text) =>
      Object.entries(finding.compared)
        .map(([name, raw]) => {
          const value =
            typeof raw === 'number'
              ? formatNumber(raw, language)
              : worded(text, `documents.compared.value.${raw}`, raw);
          return worded(text, `documents.compared.${name}`, `${name}: ${value}`, { value });
        })
        .join(', '),
    ),
  };
}

/** A list of codes in words, or that there is nothing to say. */
export function reasons<Code extends string>(
  wording: Wording,
  codes: readonly Code[],
  keyOf: (code: Code) => MessageKey,
): Block {
  return codes.length === 0
    ? { kind: 'paragraph', phrase: wording.say('documents.certificate.notVerified.none') }
    : { kind: 'list', items: codes.map((code) => wording.say(keyOf(code))) };
}

/** Up to so many copies stand in a sentence; more are a table. */
const copiesInSentence = 6;

/** Registered copies of keys from before: all rotated, or those that are outstanding. */
export function keyCopies(
  wording: Wording,
  { keyCopies: keys }: Pick<ElectronicContent, 'keyCopies'>,
): Block[] {
  const { outstanding } = keys;
  const label = wording.say('documents.certificate.keyCopies');
  if (outstanding.length === 0)
    return [said(label, wording.say('documents.certificate.keyCopies.allRotated'))];
  if (outstanding.length <= copiesInSentence) {
    const value = wording.each((_, text) =>
      [
        text('documents.certificate.keyCopies.outstanding'),
        outstanding
          .map(({ kind, reference, sinceEpoch }) =>
            text('documents.certificate.copy.keysInWords', {
              copy: text(`documents.certificate.copy.${kind}`),
              reference,
              epoch: sinceEpoch,
            }),
          )
          .join(', '),
      ].join(' '),
    );
    return [said(label, value)];
  }
  return [
    said(label, wording.say('documents.certificate.keyCopies.outstanding')),
    {
      kind: 'table',
      columns: [
        { header: wording.say('documents.certificate.copy.kind'), share: 0.45 },
        { header: wording.say('documents.certificate.copy.reference'), share: 0.3 },
        { header: wording.say('documents.certificate.copy.sinceEpoch'), share: 0.25 },
      ],
      rows: outstanding.map((copy) => [
        { phrase: wording.say(`documents.certificate.copy.${copy.kind}`) },
        plain(copy.reference),
        plain(String(copy.sinceEpoch)),
      ]),
    },
  ];
}

function said(label: Phrase, value: Phrase): Block {
  return { kind: 'facts', rows: [{ label, value }] };
}

/** Registered copies of the records that are out. */
export function recordCopies(
  wording: Wording,
  { knownCopies }: Pick<ElectronicContent, 'knownCopies'>,
): Block[] {
  if (knownCopies.length === 0)
    return [{ kind: 'paragraph', phrase: wording.say('documents.certificate.knownCopies.none') }];
  const lead = wording.say('documents.certificate.knownCopies.outstanding');
  if (knownCopies.length <= copiesInSentence) {
    const phrase = wording.each((language, text) =>
      [
        text('documents.certificate.knownCopies.outstanding'),
        knownCopies
          .map(({ kind, reference, since }) =>
            text('documents.certificate.copy.inWords', {
              copy: text(`documents.certificate.copy.${kind}`),
              reference,
              date: formatDate(since, language),
            }),
          )
          .join(', '),
      ].join(' '),
    );
    return [{ kind: 'paragraph', phrase }];
  }
  return [
    { kind: 'paragraph', phrase: lead, style: 'strong' },
    {
      kind: 'table',
      columns: [
        { header: wording.say('documents.certificate.copy.kind'), share: 0.45 },
        { header: wording.say('documents.certificate.copy.reference'), share: 0.3 },
        { header: wording.say('documents.certificate.copy.since'), share: 0.25 },
      ],
      rows: knownCopies.map((copy) => [
        { phrase: wording.say(`documents.certificate.copy.${copy.kind}`) },
        plain(copy.reference),
        { phrase: wording.each((language) => formatDate(copy.since, language)) },
      ]),
    },
  ];
}

/**
 * Digests, signatures and the log's checkpoint, to be compared with the data inside the file. `own` come between, with the
 * label's message.
 */
export function evidence(
  wording: Wording,
  envelope: CertificateEnvelope,
  own: readonly (readonly [label: MessageKey, value: string])[],
): Block {
  const { audit } = envelope.content;
  const row = (label: MessageKey, value: string): Fact => ({
    label: wording.say(label),
    value: plain(value).phrase,
  });
  return {
    kind: 'facts',
    style: 'code',
    labelWidth: 104,
    rows: [
      {
        label: wording.say('documents.certificate.audit'),
        value: wording.say('documents.certificate.audit.text', { origin: audit.origin, size: audit.size }),
      },
      row('documents.certificate.audit.root', audit.root),
      row('documents.certificate.audit.signature', audit.signature),
      ...own.map(([label, value]) => row(label, value)),
      row('documents.certificate.digest', envelope.digest),
      row('documents.certificate.signature', envelope.signature),
      row('documents.certificate.publicKey', envelope.publicKey),
    ],
  };
}
