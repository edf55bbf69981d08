import type {
  CertifiedUnit,
  ElectronicContent,
  EnvelopeOf,
  VerificationFinding,
} from '../../shared/domain/register/certificate.ts';
import { formatDate, formatInstant, formatNumber } from '../../shared/text/format.ts';
import { isMessageKey, type Text } from '../../shared/text/messages.ts';
import type { Paper } from './paper.ts';
import {
  type Cell,
  type Column,
  facts,
  list,
  longTable,
  paragraph,
  plain,
  styles,
  table,
} from './paper-blocks.ts';
import type { Wording } from './wording.ts';

/** Orders up to this size list their units in the page; larger ones in an annex. */
export const unitsInPage = 6;

/** Units that share a rule version and a reason are one class, lettered in the order in which they first appear. */
export interface UnitClass {
  readonly letter: string;
  readonly example: CertifiedUnit;
  readonly count: number;
}

/** The classes of the units, and the letter of each unit. */
export function classesOf(units: readonly CertifiedUnit[]): { classes: UnitClass[]; letters: string[] } {
  const found = new Map<string, { letter: string; example: CertifiedUnit; count: number }>();
  const letters = units.map((unit) => {
    const key = `${unit.ruleVersionId} ${unit.cause}`;
    const known = found.get(key);
    if (known) {
      known.count += 1;
      return known.letter;
    }
    const letter = letterOf(found.size);
    found.set(key, { letter, example: unit, count: 1 });
    return letter;
  });
  return { classes: [...found.values()], letters };
}

/** A to Z, then AA, AB and so on. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

export function done(paper: Paper, wording: Wording, content: ElectronicContent): void {
  const { classes, letters } = classesOf(content.units);
  paragraph(
    paper,
    wording.say('documents.certificate.done.text', {
      before: content.method.epochBefore,
      after: content.method.epochAfter,
    }),
    styles.body,
    { after: 4 },
  );
  table(
    paper,
    [
      { header: wording.say('documents.certificate.class'), share: 0.09 },
      { header: wording.say('documents.certificate.category'), share: 0.27 },
      { header: wording.say('documents.certificate.basis'), share: 0.31 },
      { header: wording.say('documents.certificate.cause'), share: 0.23 },
      { header: wording.say('documents.certificate.units'), share: 0.1, align: 'right' },
    ],
    classes.map(({ letter, example, count }) => [
      { ...plain(letter), style: styles.cellStrong },
      { phrase: wording.stored(example.category) },
      { phrase: wording.stored(example.basis) },
      { phrase: wording.say(`documents.certificate.cause.${example.cause}`) },
      { phrase: wording.each((language) => formatNumber(count, language)) },
    ]),
  );
  if (content.units.length <= unitsInPage) {
    table(
      paper,
      unitColumns(wording, { unit: 0.46, class: 0.09, dates: 0.15 }),
      content.units.map((unit, index) => [
        { ...plain(unit.unitId), style: styles.code },
        plain(letters[index] ?? ''),
        plain(unit.triggeredOn),
        plain(unit.keptThrough),
        plain(unit.dueOn),
      ]),
    );
  } else {
    paragraph(paper, wording.say('documents.certificate.seeAnnex'), styles.body, { after: 0 });
  }
}

export function annex(paper: Paper, wording: Wording, content: ElectronicContent): void {
  const { letters } = classesOf(content.units);
  const columns: Column[] = [
    { header: wording.say('documents.certificate.entry'), share: 0.09, align: 'right' },
    ...unitColumns(wording, { unit: 0.42, class: 0.1, dates: 0.13 }),
  ];
  longTable(
    paper,
    columns,
    content.units.map((unit, index) => [
      String(index + 1),
      unit.unitId,
      letters[index] ?? '',
      unit.triggeredOn,
      unit.keptThrough,
      unit.dueOn,
    ]),
  );
}

function unitColumns(wording: Wording, shares: { unit: number; class: number; dates: number }): Column[] {
  return [
    { header: wording.say('documents.certificate.unit'), share: shares.unit },
    { header: wording.say('documents.certificate.class'), share: shares.class },
    { header: wording.say('documents.certificate.triggeredOn'), share: shares.dates },
    { header: wording.say('documents.certificate.keptThrough'), share: shares.dates },
    { header: wording.say('documents.certificate.dueOn'), share: shares.dates },
  ];
}

export function verified(paper: Paper, wording: Wording, content: ElectronicContent): void {
  table(
    paper,
    [
      { header: wording.say('documents.certificate.check'), share: 0.53 },
      { header: wording.say('documents.certificate.compared'), share: 0.33 },
      { header: wording.say('documents.certificate.result'), share: 0.14 },
    ],
    content.verification.map((finding) => [
      { phrase: wording.say(`documents.certificate.check.${finding.check}`) },
      compared(wording, finding),
      {
        phrase: wording.say(`documents.certificate.result.${finding.result}`),
        mark: finding.result,
        style: styles.cellStrong,
      },
    ]),
  );
  const { allRotated, outstanding } = content.keyCopies;
  paragraph(paper, wording.say('documents.certificate.keyCopies'), styles.strong, { after: 0, type: 'H3' });
  paragraph(
    paper,
    wording.say(
      allRotated
        ? 'documents.certificate.keyCopies.allRotated'
        : 'documents.certificate.keyCopies.outstanding',
    ),
    styles.body,
    { after: 2 },
  );
  if (outstanding.length === 0) return;
  table(
    paper,
    [
      { header: wording.say('documents.certificate.copy.kind'), share: 0.45 },
      { header: wording.say('documents.certificate.copy.reference'), share: 0.3 },
      { header: wording.say('documents.certificate.copy.sinceEpoch'), share: 0.25 },
    ],
    outstanding.map((copy) => [
      { phrase: wording.say(`documents.certificate.copy.${copy.kind}`) },
      plain(copy.reference),
      plain(String(copy.sinceEpoch)),
    ]),
  );
}

/** Names and values without a text of their own are shown as the codes they are. */
function compared(wording: Wording, finding: VerificationFinding): Cell {
  const worded = (text: Text, key: string, otherwise: string, values?: { value: string }): string =>
    isMessageKey(key) ? text(key, values) : otherwise;
  return {
    style: styles.small,
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

export function notVerified(paper: Paper, wording: Wording, content: ElectronicContent): void {
  if (content.notVerified.length === 0)
    paragraph(paper, wording.say('documents.certificate.notVerified.none'));
  else {
    list(
      paper,
      content.notVerified.map((code) => wording.say(`documents.certificate.notVerified.${code}`)),
    );
  }
  const { storageFacts } = content;
  facts(paper, [
    {
      label: wording.say('documents.certificate.storage'),
      value: wording.say('documents.certificate.storage.text', {
        fileSystem: storageFacts.fileSystem,
        encrypted: storageFacts.encryptedVolume,
        solidState: storageFacts.solidState,
        swap: storageFacts.swap,
      }),
    },
  ]);
}

export function notCovered(paper: Paper, wording: Wording, content: ElectronicContent): void {
  if (content.notCovered.length === 0)
    paragraph(paper, wording.say('documents.certificate.notVerified.none'));
  else {
    list(
      paper,
      content.notCovered.map((code) => wording.say(`documents.certificate.notCovered.${code}`)),
    );
  }
  if (content.knownCopies.length === 0) {
    paragraph(paper, wording.say('documents.certificate.knownCopies.none'), styles.body, { after: 0 });
    return;
  }
  paragraph(paper, wording.say('documents.certificate.knownCopies.outstanding'), styles.strong, { after: 2 });
  table(
    paper,
    [
      { header: wording.say('documents.certificate.copy.kind'), share: 0.45 },
      { header: wording.say('documents.certificate.copy.reference'), share: 0.3 },
      { header: wording.say('documents.certificate.copy.since'), share: 0.25 },
    ],
    content.knownCopies.map((copy) => [
      { phrase: wording.say(`documents.certificate.copy.${copy.kind}`) },
      plain(copy.reference),
      { phrase: wording.each((language) => formatDate(copy.since, language)) },
    ]),
  );
}

export function method(paper: Paper, wording: Wording, content: ElectronicContent): void {
  const { cipher, tool, keyStrengthBits, startedAt, finishedAt } = content.method;
  facts(paper, [
    {
      label: wording.say('documents.certificate.technique'),
      value: wording.say('documents.certificate.technique.text'),
    },
    {
      label: wording.say('documents.certificate.cipher'),
      value: wording.say('documents.certificate.cipher.text', { pages: cipher.pages, bits: keyStrengthBits }),
    },
    { label: wording.say('documents.certificate.tool'), value: plain(`${tool.name} ${tool.version}`).phrase },
    {
      label: wording.say('documents.certificate.verification'),
      value: wording.say('documents.certificate.verification.text'),
    },
    {
      label: wording.say('documents.certificate.carriedOut'),
      value: wording.say('documents.certificate.carriedOut.text', (language) => ({
        start: formatInstant(startedAt, content.timeZone, language, { seconds: true }),
        finish: formatInstant(finishedAt, content.timeZone, language, { seconds: true }),
        timeZone: content.timeZone,
      })),
    },
    {
      label: wording.say('documents.certificate.standard'),
      value: wording.say('documents.certificate.standard.text'),
    },
  ]);
}

export function evidence(paper: Paper, wording: Wording, envelope: EnvelopeOf<ElectronicContent>): void {
  const { audit, order, unitsRoot } = envelope.content;
  paragraph(paper, wording.say('documents.certificate.evidence.text'), styles.cell);
  const rows = [
    {
      label: wording.say('documents.certificate.audit'),
      value: wording.say('documents.certificate.audit.text', { origin: audit.origin, size: audit.size }),
    },
    { label: wording.say('documents.certificate.audit.root'), value: plain(audit.root).phrase },
    { label: wording.say('documents.certificate.audit.signature'), value: plain(audit.signature).phrase },
    { label: wording.say('documents.certificate.orderDigest'), value: plain(order.digest).phrase },
    { label: wording.say('documents.certificate.unitsRoot'), value: plain(unitsRoot).phrase },
    { label: wording.say('documents.certificate.digest'), value: plain(envelope.digest).phrase },
    { label: wording.say('documents.certificate.signature'), value: plain(envelope.signature).phrase },
    { label: wording.say('documents.certificate.publicKey'), value: plain(envelope.publicKey).phrase },
  ];
  facts(paper, rows, { style: styles.code, labelWidth: 104 });
}
