import type { OrderUnit } from '../../shared/domain/destruction/order.ts';
import { formatNumber } from '../../shared/text/format.ts';
import type { Annex, Block } from './certificate-layout.ts';
import { type Column, plain } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

/** Orders up to this size list their units in the page; larger ones in an annex. */
export const unitsInPage = 4;

/** Units that share a rule version and a reason are one class, lettered in the order in which they first appear. */
interface UnitClass {
  readonly letter: string;
  readonly example: OrderUnit;
  readonly count: number;
}

/** The classes of the units, and the letter of each unit. */
function classesOf(units: readonly OrderUnit[]): { classes: UnitClass[]; letters: string[] } {
  const found = new Map<string, { letter: string; example: OrderUnit; count: number }>();
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

/** The classes with their legal basis and reason; and each unit, where they are few. */
export function unitBlocks(wording: Wording, units: readonly OrderUnit[]): Block[] {
  const { classes, letters } = classesOf(units);
  const overview: Block = {
    kind: 'table',
    columns: [
      { header: wording.say('documents.certificate.class'), share: 0.09 },
      { header: wording.say('documents.certificate.category'), share: 0.27 },
      { header: wording.say('documents.certificate.basis'), share: 0.31 },
      { header: wording.say('documents.certificate.cause'), share: 0.23 },
      { header: wording.say('documents.certificate.units'), share: 0.1, align: 'right' },
    ],
    rows: classes.map(({ letter, example, count }) => [
      { ...plain(letter), style: 'cellStrong' },
      { phrase: wording.stored(example.category) },
      { phrase: wording.stored(example.basis) },
      { phrase: wording.say(`documents.certificate.cause.${example.cause}`) },
      { phrase: wording.each((language) => formatNumber(count, language)) },
    ]),
  };
  if (units.length > unitsInPage)
    return [overview, { kind: 'paragraph', phrase: wording.say('documents.certificate.seeAnnex') }];
  return [
    overview,
    {
      kind: 'table',
      columns: unitColumns(wording, { unit: 0.46, class: 0.09, dates: 0.15 }),
      rows: units.map((unit, index) => [
        { ...plain(unit.unitId), style: 'code' },
        plain(letters[index] ?? ''),
        plain(unit.triggeredOn),
        plain(unit.keptThrough),
        plain(unit.dueOn),
      ]),
    },
  ];
}

/** Every unit, one to a line. */
export function unitAnnex(wording: Wording, units: readonly OrderUnit[]): Annex {
  const { letters } = classesOf(units);
  return {
    heading: wording.say('documents.certificate.annex'),
    lead: wording.say('documents.certificate.annex.text'),
    columns: [
      { header: wording.say('documents.certificate.entry'), share: 0.09, align: 'right' },
      ...unitColumns(wording, { unit: 0.42, class: 0.1, dates: 0.13 }),
    ],
    rows: units.map((unit, index) => [
      String(index + 1),
      unit.unitId,
      letters[index] ?? '',
      unit.triggeredOn,
      unit.keptThrough,
      unit.dueOn,
    ]),
  };
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
