import type { OrderedPaper } from '../../shared/domain/destruction/order.ts';
import { differenceOf } from '../../shared/domain/destruction/paper-amount.ts';
import type { BatchFacts } from '../../shared/domain/destruction/paper-batch.ts';
import { isByHand, largestParticle } from '../../shared/domain/destruction/paper-security.ts';
import type { MixedContent, PaperContent } from '../../shared/domain/register/certificate.ts';
import { sheetsThatStay } from '../../shared/domain/register/paper-certificate.ts';
import { formatInstant, formatList, formatNumber } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import type { Text } from '../../shared/text/messages.ts';
import type { Annex, Block, Signatory } from './certificate-layout.ts';
import { staffInWords } from './certificate-signatures.ts';
import { unitBlocks } from './certificate-units.ts';
import { type Fact, plain } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

type Content = PaperContent | MixedContent;

/** Orders up to this size list their paper in the page; larger ones in an annex. */
const paperInPage = 12;

/** Every unit: what its label said, why it was due, how much it was, and in which batch it went. */
export function paperUnitBlocks(wording: Wording, content: Content): Block[] {
  const { leftOut } = content.paper;
  const isLarge = content.paperUnits.length > paperInPage;
  const without: Block[] =
    leftOut.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            phrase: wording.say('documents.paper.left_out', (language, text) => ({
              count: leftOut.length,
              reasons: formatList(
                [...Map.groupBy(leftOut, ({ reason }) => reason)].map(([reason, units]) =>
                  text(`documents.paper.left_out.${reason}`, { count: units.length }),
                ),
                language,
              ),
            })),
          },
        ];
  const overview = unitBlocks(wording, content.paperUnits).slice(0, 1);
  if (isLarge)
    return [
      ...overview,
      { kind: 'paragraph', phrase: wording.say('documents.certificate.seeAnnex') },
      ...without,
    ];
  const batches = batchesByUnit(content);
  return [
    ...overview,
    {
      kind: 'table',
      columns: [
        { header: wording.say('documents.paper.unit'), share: 0.2 },
        { header: wording.say('documents.certificate.unit'), share: 0.42 },
        { header: wording.say('documents.certificate.dueOn'), share: 0.13 },
        { header: wording.say('documents.paper.sheets'), share: 0.1, align: 'right' },
        { header: wording.say('documents.paper.batch'), share: 0.15 },
      ],
      rows: content.paperUnits.map((unit) => [
        {
          phrase: wording.each((_, text) => paperInWords(text, unit.paper)),
          style: 'cellStrong',
        },
        { ...plain(unit.unitId), style: 'code' },
        plain(unit.dueOn),
        unit.paper.sheets === null
          ? { phrase: wording.say('documents.paper.not_counted'), style: 'small' }
          : { phrase: wording.each((language, text) => sheetsInWords(language, text, unit.paper)) },
        plain(batches.get(unit.unitId) ?? ''),
      ]),
    },
    ...without,
  ];
}

/** `Box P-000001`, `Folder F-12, part masked`. */
export function paperInWords(text: Text, { kind, code, part }: OrderedPaper): string {
  const whole = `${text(`documents.paper.kind.${kind}`)} ${code}`;
  return part === undefined ? whole : `${whole}, ${text('documents.paper.part', { way: part.way })}`;
}

function sheetsInWords(language: Language, text: Text, { sheets, part }: OrderedPaper): string {
  const own = formatNumber(sheets ?? 0, language);
  const whole = part?.sheetsOfWhole ?? null;
  if (whole === null) return own;
  return text('documents.paper.part_sheets', { sheets: own, whole: formatNumber(whole, language) });
}

/** Of records of which only a part went: what went, and what stays and is kept. Nothing where there are none. */
export function restBlocks(wording: Wording, content: Content): Block[] {
  const divided = content.paperUnits.filter(({ paper }) => paper.part !== undefined);
  if (divided.length === 0) return [];
  return [
    { kind: 'paragraph', phrase: wording.say('documents.paper.rest.text') },
    {
      kind: 'table',
      columns: [
        { header: wording.say('documents.paper.unit'), share: 0.2 },
        { header: wording.say('documents.paper.rest.gone'), share: 0.48 },
        { header: wording.say('documents.paper.rest.stays'), share: 0.32 },
      ],
      rows: divided.map((unit) => {
        const { paper } = unit;
        const { way, fields } = paper.part ?? { way: 'mask' as const, fields: [] };
        return [
          {
            phrase: wording.each((_, text) => `${text(`documents.paper.kind.${paper.kind}`)} ${paper.code}`),
            style: 'cellStrong',
          },
          {
            phrase: wording.say('documents.paper.rest.fields', (language, text) => ({
              way,
              sheets: paper.sheets ?? 0,
              fields:
                fields.length === 0
                  ? text('documents.paper.rest.everything')
                  : formatList(
                      fields.map((field) => field[language]),
                      language,
                    ),
            })),
          },
          { phrase: wording.say('documents.paper.rest.sheets', { way, left: sheetsThatStay(unit) ?? -1 }) },
        ];
      }),
    },
  ];
}

/** Very many units of paper, one to a line. */
export function paperAnnexes(wording: Wording, content: Content): Annex[] {
  if (content.paperUnits.length <= paperInPage) return [];
  const batches = batchesByUnit(content);
  return [
    {
      heading: wording.say('documents.certificate.annex'),
      lead: wording.say('documents.paper.annex.text'),
      columns: [
        { header: wording.say('documents.certificate.entry'), share: 0.07, align: 'right' },
        { header: wording.say('documents.paper.unit'), share: 0.18 },
        { header: wording.say('documents.certificate.unit'), share: 0.4 },
        { header: wording.say('documents.certificate.dueOn'), share: 0.12 },
        { header: wording.say('documents.paper.sheets'), share: 0.08, align: 'right' },
        { header: wording.say('documents.paper.batch'), share: 0.15 },
      ],
      rows: content.paperUnits.map((unit, index) => [
        String(index + 1),
        unit.paper.part === undefined ? unit.paper.code : `${unit.paper.code} *`,
        unit.unitId,
        unit.dueOn,
        unit.paper.sheets === null ? '-' : String(unit.paper.sheets),
        batches.get(unit.unitId) ?? '',
      ]),
    },
  ];
}

function batchesByUnit(content: Content): Map<string, string> {
  return new Map(
    content.paper.batches.flatMap(({ facts: { unitIds, number } }) =>
      unitIds.map((id) => [id, number] as const),
    ),
  );
}

/** Batch by batch what operator and witness signed. */
export function batchBlocks(wording: Wording, content: Content): Block[] {
  return [
    { kind: 'paragraph', phrase: wording.say('documents.paper.witnessed.text') },
    ...content.paper.batches.flatMap((batch): Block[] => [
      {
        kind: 'paragraph',
        phrase: wording.say('documents.paper.batch.title', { number: batch.facts.number }),
        style: 'strong',
      },
      { kind: 'facts', rows: batchFactRows(wording, batch.facts, content.timeZone) },
    ]),
  ];
}

/** What the two signed of a batch, in words. */
export function batchFactRows(wording: Wording, batch: BatchFacts, timeZone: string): Fact[] {
  const { amount, machine, vendor, photographs } = batch;
  const difference = differenceOf(amount.kind, amount.registered, amount.measured);
  const particle = batch.level === null ? 0 : largestParticle[batch.level];
  const row = (key: Parameters<Wording['say']>[0], value: ReturnType<Wording['say']>) => ({
    label: wording.say(key),
    value,
  });
  return [
    row(
      'documents.paper.method',
      wording.say('documents.paper.method.text', {
        method: batch.method,
        place: batch.place,
        level: batch.level ?? '',
        particle,
        needed: batch.levelNeeded,
      }),
    ),
    ...(isByHand(batch.method)
      ? []
      : [
          row(
            'documents.paper.machine',
            machine === null
              ? wording.say('documents.paper.machine.vendor', {
                  name: vendor?.name ?? '',
                  certification: vendor?.certification ?? '',
                  until: vendor?.certifiedUntil ?? '',
                  serial: vendor?.deviceSerial ?? '',
                })
              : wording.say('documents.paper.machine.own', {
                  number: machine.number,
                  name: machine.name,
                  serial: machine.serial ?? '-',
                }),
          ),
        ]),
    ...(vendor?.certificate
      ? [
          row(
            'documents.paper.vendor_certificate',
            wording.say('documents.paper.vendor_certificate.text', {
              number: vendor.certificate.number,
              on: vendor.certificate.on,
              digest: vendor.certificate.fileDigest.slice(0, 16),
            }),
          ),
        ]
      : []),
    row(
      'documents.certificate.carriedOut',
      wording.say('documents.certificate.carriedOut.text', (language) => ({
        start: formatInstant(batch.startedAt, timeZone, language),
        finish: formatInstant(batch.endedAt, timeZone, language),
        timeZone,
      })),
    ),
    ...(batch.interruptedBy === null
      ? []
      : [
          row(
            'documents.paper.interrupted',
            wording.each((_, text) =>
              text('documents.paper.interrupted.text', {
                reason: text(`documents.paper.interruption.${batch.interruptedBy ?? 'end_of_day'}`),
              }),
            ),
          ),
        ]),
    row(
      'documents.paper.amount',
      wording.each((_, text) =>
        [
          text('documents.paper.amount.text', {
            units: batch.unitIds.length,
            kind: amount.kind,
            registered: amount.registered ?? -1,
            measured: amount.measured,
          }),
          difference === null || difference === 0
            ? text('documents.paper.difference.none', { compared: difference === null ? 'no' : 'yes' })
            : text('documents.paper.difference.some', {
                kind: amount.kind,
                difference,
                reason: text(`documents.paper.difference.${amount.reason ?? 'counting_error'}`),
              }),
        ].join(' '),
      ),
    ),
    row(
      'documents.paper.photographs',
      wording.say('documents.paper.photographs.text', {
        before: photographs.before.length,
        after: photographs.after.length,
      }),
    ),
    row('documents.paper.residue', wording.say(`documents.paper.residue.${batch.residue}`)),
    row(
      'documents.paper.witness',
      wording.say(
        `documents.paper.witness.${batch.witnessId === null ? 'none' : isByHand(batch.method) ? 'by_hand' : 'present'}`,
      ),
    ),
  ];
}

/** From whose hands into whose the sealed containers went. */
export function custodyBlocks(wording: Wording, content: Content): Block[] {
  const { timeZone } = content;
  if (content.paper.custody.length === 0)
    return [{ kind: 'paragraph', phrase: wording.say('documents.paper.custody.none') }];
  return [
    { kind: 'paragraph', phrase: wording.say('documents.paper.custody.text') },
    {
      kind: 'table',
      columns: (['at', 'place', 'seals', 'from', 'to'] as const).map((name) => ({
        header: wording.say(`documents.paper.custody.${name}`),
        share: 0.2,
      })),
      rows: content.paper.custody.map((handOver) => [
        { phrase: wording.each((language) => formatInstant(handOver.at, timeZone, language)) },
        plain(handOver.place),
        { ...plain(handOver.seals.join(', ')), style: 'small' },
        { phrase: staffInWords(wording, handOver.from) },
        handOver.to.kind === 'staff'
          ? { phrase: staffInWords(wording, handOver.to.user) }
          : plain(handOver.to.name),
      ]),
    },
  ];
}

/** Operators and witnesses, each once, with the batches they signed. */
export function signatoriesOf(wording: Wording, content: Content): Signatory[] {
  const signed = content.paper.batches.flatMap(({ facts: { number }, operator, witness }) => [
    { duty: 'operator' as const, number, ...operator },
    ...(witness === null ? [] : [{ duty: 'witness' as const, number, ...witness }]),
  ]);
  const people = Map.groupBy(signed, ({ duty, user }) => `${duty} ${user.id}`);
  return [...people.values()].flatMap((batches) => {
    const [first] = batches;
    if (first === undefined) return [];
    const last = batches.at(-1) ?? first;
    return [
      {
        duty: wording.say(
          first.duty === 'operator' ? 'documents.certificate.operator' : 'documents.paper.witnessed_by',
        ),
        lines: [
          staffInWords(wording, first.user),
          wording.each((language) =>
            formatInstant(last.signed.at, content.timeZone, language, { seconds: true }),
          ),
          wording.say('documents.paper.signed_batches', {
            count: batches.length,
            numbers: batches
              .slice(0, 6)
              .map(({ number }) => number)
              .join(', '),
            way: batches.every(({ signed: { way } }) => way === 'screen') ? 'screen' : 'paper',
          }),
        ],
      },
    ];
  });
}
