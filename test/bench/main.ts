import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../main/hosts/browser.ts';
import { buildStale } from '../../main/hosts/build.ts';
import type { Seeded } from './bench-people.ts';
import { coldStartPlain, coldStartStdio } from './cold-start.ts';
import { runPhase } from './phase.ts';
import { median } from './stopwatch.ts';
import { type Figure, lineOf, tableOf } from './table.ts';

/**
 * `npm run bench [-- --people N] [-- --only NAME] [-- --quick]`: prints a table of times and peak memory, each beside the same
 * done by plain better-sqlite3 in the same run. Nothing is asserted: times belong to the machine, ratios travel better.
 */
const names = ['start', 'desk', 'one', 'many', 'provision', 'import', 'retention', 'log', 'reports'] as const;
type Name = (typeof names)[number];
const usage = `npm run bench -- [--people N] [--only ${names.join('|')}] [--quick]`;

interface Plan {
  readonly small: number;
  readonly large: number;
  /** How many units the large order has; half as many people. */
  readonly units: number;
  /** Of how many people the large provision is. */
  readonly provided: number;
  readonly times: number;
  /** How many records are swept, one office each. */
  readonly swept: readonly number[];
  /** How many due records are put on an order and approved. */
  readonly bulk: number;
  /** How long the audit log is that is verified. */
  readonly entries: number;
  readonly only: Name | undefined;
}

interface Bench {
  readonly people: number;
  readonly officeFolder: string;
  readonly plainPath: string;
  readonly seeded: Seeded;
}

function readPlan(): Plan {
  const { values } = parseArgs({
    options: {
      people: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const large = Number(values.people ?? (values.quick ? 5_000 : 100_000));
  if (!Number.isInteger(large) || large < 100 || large > 1_000_000)
    throw new RangeError('--people takes 100 to 1000000');
  const only = names.find((name) => name === values.only);
  if (values.only !== undefined && only === undefined)
    throw new RangeError(`--only takes ${names.join(', ')}`);
  const units = Math.min(values.quick ? 500 : 10_000, large);
  return {
    small: values.quick ? 200 : 1_000,
    large,
    units,
    provided: Math.min(20_000, Math.ceil(large / 5)),
    times: values.quick ? 30 : 200,
    swept: values.quick ? [1_000, 10_000] : [10_000, 100_000, 1_000_000],
    bulk: values.quick ? 500 : 5_000,
    entries: values.quick ? 50_000 : 1_000_000,
    only,
  };
}

function say(line: string): void {
  console.error(line);
}

async function makeBench(folder: string, people: number, units: number): Promise<Bench> {
  const officeFolder = join(folder, `office-${people}`);
  const plainPath = join(folder, `plain-${people}.db`);
  // One for the phase of one person, one for its turns, one beside a large order.
  const duePeople = Math.min(Math.ceil(units / 2) + 3, people);
  const seeded = await runPhase('seed', { officeFolder, plainPath, people, duePeople });
  const megabytes = Math.round(seeded.databaseBytes / 1e6);
  say(
    `an office of ${people} people in ${(seeded.seedMilliseconds / 1000).toFixed(1)} s, ${megabytes} MB of records`,
  );
  return { people, officeFolder, plainPath, seeded };
}

async function benchStart({ people, officeFolder, plainPath }: Bench): Promise<Figure[]> {
  const thrice = async (once: () => Promise<number>) => median([await once(), await once(), await once()]);
  const plain = await thrice(() => coldStartPlain(plainPath));
  const stdio = await thrice(() => coldStartStdio(officeFolder));
  const figures: Figure[] = [
    { name: 'cold start: stdio host says the state', people, value: stdio, unit: 'ms', plain },
  ];
  if (findBrowser() === undefined) {
    say('no Chromium here, so no window was opened');
    return figures;
  }
  await buildStale({ electron: false, onBuild: () => say('building the page first') });
  const moments = [];
  for (let time = 0; time < 3; time += 1) {
    const startedAt = Date.now();
    const { firstPaint, heading } = await runPhase('window', officeFolder);
    moments.push({ paint: firstPaint - startedAt, heading: heading - startedAt });
  }
  const paint = median(moments.map((moment) => moment.paint));
  const heading = median(moments.map((moment) => moment.heading));
  return [
    ...figures,
    { name: 'cold start: window, first contentful paint', people, value: paint, unit: 'ms', plain },
    { name: 'cold start: window, sign-in page ready', people, value: heading, unit: 'ms', plain },
  ];
}

async function benchDesk(bench: Bench, times: number): Promise<Figure[]> {
  const { people, officeFolder, plainPath, seeded } = bench;
  const ours = await runPhase('desk', officeFolder, seeded, times);
  const plain = await runPhase('plainDesk', plainPath, times);
  const row = (name: string, value: number, other?: number): Figure => ({
    name,
    people,
    value,
    unit: 'ms',
    ...(other === undefined ? {} : { plain: other }),
  });
  return [
    row('unlock (sign-in)', ours.unlock, plain.unlock),
    row('  of it the password hash (Argon2id)', ours.passwordHash),
    row('  until everybody can be found after it', ours.findable),
    row('one call through the bridge', ours.call, plain.call),
    row('consent saved', ours.capture, plain.capture),
  ];
}

async function benchDestruction(
  bench: Bench,
  name: string,
  unitIds: string[],
): Promise<{ figures: Figure[]; processor: number }> {
  const { people, officeFolder, plainPath } = bench;
  const ours = await runPhase('destruction', officeFolder, unitIds);
  const plain = await runPhase('plainDestruction', plainPath, unitIds);
  const figures: Figure[] = [
    { name, people, value: ours.total, unit: 'ms', plain: plain.deleted + plain.rewritten },
    {
      name: '  the same rows plainly deleted, without their bytes',
      people,
      value: plain.deleted,
      unit: 'ms',
    },
    { name: '  longest wait of another call meanwhile', people, value: ours.longestWait, unit: 'ms' },
    { name: '  all that other calls waited, added up', people, value: ours.waited, unit: 'ms' },
    ...Object.entries(ours.steps).map(
      ([step, value]): Figure => ({ name: `  step ${step}`, people, value, unit: 'ms' }),
    ),
    { name: '  processor time of it', people, value: ours.processor, unit: 'ms', plain: plain.processor },
    { name: '  peak memory of it', people, value: ours.peak, unit: 'MB', plain: plain.peak },
    { name: '  its certificate as PDF, in both languages', people, value: ours.document, unit: 'ms' },
    { name: '  bytes of that', people, value: ours.documentBytes, unit: 'MB' },
  ];
  return { figures, processor: ours.processor };
}

/**
 * A large order, and one person by the side of it: what of the work is there once, and what each further person costs. Done in an office of
 * a tenth of the size as well, with a tenth of the order, since that cost is not to grow with the amount kept: of two people whose rows
 * share a page the second costs less, so the same share of each office is destroyed.
 */
async function benchMany(
  bench: Bench,
  [single = [], ...others]: string[][],
  units: number,
): Promise<Figure[]> {
  const { people, officeFolder } = bench;
  const wanted = others.flat().slice(0, units);
  const alone = await runPhase('destruction', officeFolder, single);
  const name = `${wanted.length.toLocaleString('en')} units in one order`;
  const { figures, processor } = await benchDestruction(bench, name, wanted);
  const each = (processor - alone.processor) / (wanted.length / single.length - 1);
  return [
    ...figures,
    { name: '  processor time of one person beside it', people, value: alone.processor, unit: 'ms' },
    { name: '  processor time of each further person', people, value: each, unit: 'ms' },
  ];
}

async function benchTurns({ people, officeFolder }: Bench, unitIds: string[]): Promise<Figure[]> {
  const turns = await runPhase('turns', officeFolder, unitIds);
  const row = (name: string, value: number): Figure => ({ name: `  ${name}`, people, value, unit: 'ms' });
  return [
    row('longest turn of the records thread', turns.longest),
    row('  processor time of it', turns.longestProcessor),
    row('all its turns added up', turns.sum),
    row('  processor time of them', turns.sumProcessor),
  ];
}

async function benchParts({ people, officeFolder }: Bench): Promise<Figure[]> {
  const parts = await runPhase('parts', officeFolder);
  const row = (name: string, value: number): Figure => ({
    name: `  alone: ${name}`,
    people,
    value,
    unit: 'ms',
  });
  return [
    row('one change of epoch', parts.epoch),
    row('giving free pages back', parts.compact),
    row('new key for every page, in its own thread', parts.rekey),
    row('change of epoch and checkpoint', parts.checkpoint),
    row('probe: keys are absent', parts.keysAbsent),
    row('probe: every key on three payloads', parts.ciphertexts),
  ];
}

async function benchProvision({ people, officeFolder }: Bench, provided: number): Promise<Figure[]> {
  const found = await runPhase('provision', officeFolder, provided);
  const count = provided.toLocaleString('en');
  const row = (name: string, value: number, unit: Figure['unit'] = 'ms'): Figure => ({
    name,
    people,
    value,
    unit,
  });
  say(`progress was told ${found.progress} times`);
  return [
    row(`provision: ${count} people checked`, found.check),
    row(`provision: ${count} people checked and recorded`, found.record),
    row('  processor time of it', found.processor),
    row('one of them withdraws, and is called back', found.withdrawal),
    row('ledger of provisions as PDF', found.ledger),
    row('  peak memory of all', found.peak, 'MB'),
  ];
}

async function benchImport({ people, officeFolder, seeded }: Bench, rows: number): Promise<Figure[]> {
  const file = `${officeFolder}-people.csv`;
  await runPhase('importFile', officeFolder, seeded, file, rows);
  const found = await runPhase('import', officeFolder, seeded, file);
  const all = people + rows;
  const row = (name: string, value: number, unit: Figure['unit'] = 'ms', of = rows): Figure => ({
    name,
    people: of,
    value,
    unit,
  });
  return [
    row('import: file read and counted', found.read),
    row('import: every row checked', found.check),
    row('import: everything kept, one transaction', found.keep),
    row('  processor time of it', found.processor),
    row('  peak memory of all', found.peak, 'MB'),
    row('  until everybody of it can be found', found.index),
    row('search, all kinds together: median', found.search, 'ms', all),
    row('search, all kinds together: 95 of 100 within', found.searchWorst, 'ms', all),
  ];
}

/** Each size in an office of its own, on top of the seeded one. */
async function benchRetention(
  folder: string,
  { swept, bulk }: Plan,
  add: (found: readonly Figure[]) => void,
): Promise<void> {
  for (const records of swept) {
    const part = join(folder, `swept-${records}`);
    mkdirSync(part);
    const { people, officeFolder } = await makeBench(part, 100, 2);
    const found = await runPhase('sweep', officeFolder, records);
    const row = (name: string, value: number, unit: Figure['unit'] = 'ms'): Figure => ({
      name: `${name}, ${records.toLocaleString('en')} records`,
      people,
      value,
      unit,
    });
    add([
      row('sweep: everything fell due', found.full),
      row('  processor time of it', found.fullProcessor),
      row('sweep: nothing to do', found.idle),
      row('sweep: 1,000 fell due', found.incremental),
      row('  peak memory of all', found.peak, 'MB'),
    ]);
    rmSync(part, { recursive: true, force: true });
  }
  const part = join(folder, 'bulk');
  mkdirSync(part);
  const { people, officeFolder } = await makeBench(part, bulk, bulk);
  const found = await runPhase('bulk', officeFolder, bulk);
  add(
    Object.entries(found).map(
      ([name, value]): Figure => ({
        name: `${bulk.toLocaleString('en')} due records: ${name}`,
        people,
        value,
        unit: 'ms',
      }),
    ),
  );
}

async function benchReports({ people, officeFolder }: Bench): Promise<Figure[]> {
  const { reports, peak } = await runPhase('reports', officeFolder);
  const row = (name: string, value: number, unit: Figure['unit'] = 'ms'): Figure => ({
    name,
    people,
    value,
    unit,
  });
  return [
    ...Object.entries(reports).flatMap(([name, { lines, page, charts, csv, xlsx, bytes }]) => [
      row(`report ${name}, ${lines.toLocaleString('en')} lines: a page on screen`, page),
      row('  its charts', charts),
      row('  all of it as CSV', csv),
      row('  all of it as XLSX', xlsx),
      row('  bytes of that', bytes / 1e6, 'MB'),
    ]),
    row('  peak memory of all reports', peak, 'MB'),
  ];
}

async function benchLog({ people, officeFolder }: Bench, length: number): Promise<Figure[]> {
  const { entries, verify, processor, read } = await runPhase('log', officeFolder, length);
  const name = `audit log of ${entries.toLocaleString('en')} entries verified`;
  return [
    { name, people, value: verify, unit: 'ms', plain: read },
    { name: '  processor time of it', people, value: processor, unit: 'ms' },
  ];
}

async function measure(folder: string, plan: Plan): Promise<Figure[]> {
  const wanted = (name: Name) => plan.only === undefined || plan.only === name;
  const figures: Figure[] = [];
  const add = (found: readonly Figure[]) => {
    figures.push(...found);
    // Said at once: the large office takes minutes, and whoever breaks off keeps what there was.
    for (const figure of found) say(lineOf(figure));
  };
  if (plan.only === 'retention') {
    await benchRetention(folder, plan, add);
    return figures;
  }
  for (const people of [
    ...new Set(
      plan.only === 'log' || plan.only === 'import'
        ? [plan.small]
        : plan.only === 'many' || plan.only === 'provision' || plan.only === 'reports'
          ? [plan.large]
          : [plan.small, plan.large],
    ),
  ]) {
    const bench = await makeBench(folder, people, people === plan.large ? plan.units : 2);
    const [first = [], second = [], ...others] = bench.seeded.dueUnits;
    if (wanted('start') && people === plan.small) add(await benchStart(bench));
    if (wanted('desk')) add(await benchDesk(bench, plan.times));
    if (wanted('one')) {
      add((await benchDestruction(bench, 'one person destroyed', first)).figures);
      add(await benchTurns(bench, second));
      add(await benchParts(bench));
    }
    if (wanted('many') && people === plan.large) {
      const part = join(folder, 'tenth');
      mkdirSync(part);
      const units = Math.ceil(plan.units / 10);
      const tenth = await makeBench(part, Math.ceil(plan.large / 10), units);
      add(await benchMany(tenth, tenth.seeded.dueUnits, units));
      rmSync(part, { recursive: true, force: true });
      add(await benchMany(bench, others, plan.units));
    }
    if (wanted('provision') && people === plan.large) add(await benchProvision(bench, plan.provided));
    if (wanted('import') && people === plan.small) add(await benchImport(bench, plan.large));
    if (wanted('retention') && people === plan.small) await benchRetention(folder, plan, add);
    if (wanted('reports') && people === plan.large) add(await benchReports(bench));
    // Last: the office has no other work with a log that somebody else wrote.
    if (wanted('log') && people === plan.small) add(await benchLog(bench, plan.entries));
  }
  return figures;
}

async function main(): Promise<number> {
  let plan: Plan;
  try {
    plan = readPlan();
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'bad options');
    console.error(usage);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ashbook-bench-'));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    // A large office is hundreds of megabytes: whoever breaks off is not left with them.
    process.once(signal, () => {
      clear();
      process.exit(status);
    });
  }
  try {
    console.log(tableOf(await measure(folder, plan)));
    return 0;
  } finally {
    clear();
  }
}

process.exitCode = await main();
