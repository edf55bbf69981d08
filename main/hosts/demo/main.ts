import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBridge } from '../../bridge.ts';
import { callerOf } from './contract-caller.ts';
import { createDemoOffice, demoUsers } from './demo-office.ts';

/**
 * `npm run demo -- --out DIR [--people N] [--seed S]`: the main job of the application without a window, through the same contract
 * calls. Writes DIR/office, DIR/certificates, DIR/summary.json and DIR/markers.json.
 */
const usage = 'npm run demo -- --out DIR [--people N] [--seed S]';

function readArguments(): { out: string; people: number; seed: number } {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      people: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
    },
  });
  const people = Number(values.people);
  const seed = Number(values.seed);
  if (values.out === undefined) throw new RangeError('--out names the folder to write to');
  if (!Number.isInteger(people) || people < 1 || people > 100_000)
    throw new RangeError('--people takes 1 to 100000');
  if (!Number.isInteger(seed) || seed < 0) throw new RangeError('--seed takes a whole number from 0');
  const out = resolve(values.out);
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new RangeError('--out names a folder that is not empty');
  return { out, people, seed };
}

async function main(): Promise<number> {
  let given: ReturnType<typeof readArguments>;
  try {
    given = readArguments();
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'bad arguments');
    console.error(usage);
    return 2;
  }
  const { out, people, seed } = given;
  let lastStep = '';
  const office = await createDemoOffice(out, {
    people,
    seed,
    destroy: 'all',
    onProgress: (step, done, total) => {
      if (step === lastStep && done !== total && done % 200 !== 0) return;
      lastStep = step;
      console.log(`${step} ${done}/${total}`);
    },
  });
  await writeCertificates(
    out,
    office.officeFolder,
    office.orders.map((order) => order.certificateNumber),
  );
  const write = (name: string, value: unknown) =>
    writeFileSync(join(out, name), `${JSON.stringify(value, null, 2)}\n`);
  write('markers.json', office.markers);
  write('summary.json', {
    seed,
    counts: office.counts,
    users: demoUsers.map(({ signInName, password, roles }) => ({ signInName, password, roles })),
    orders: office.orders,
    certificates: office.orders.map((order) => order.certificateNumber),
    epoch: office.epoch,
  });
  console.log(`${office.counts.destroyedUnits} of the record units were destroyed; see ${out}`);
  return 0;
}

async function writeCertificates(
  out: string,
  officeFolder: string,
  numbers: readonly string[],
): Promise<void> {
  const folder = join(out, 'certificates');
  mkdirSync(folder);
  const auditor = demoUsers.find((user) => user.signInName === 'auditor');
  if (auditor === undefined) throw new Error('the demonstration has no auditor');
  const bridge = await startBridge({ dataFolder: officeFolder, demo: true });
  try {
    const call = callerOf(bridge);
    await call('office.signIn', { signInName: auditor.signInName, password: auditor.password });
    for (const number of numbers) {
      for (const format of ['pdf', 'json'] as const) {
        const { bytes } = await call('register.certificate', {
          ask: { number },
          format,
          languages: ['ko', 'en'],
          to: { way: 'screen' },
        });
        writeFileSync(join(folder, `${number}.${format}`), Buffer.from(bytes ?? '', 'base64'));
      }
    }
    const { result } = await call('register.verifyAuditLog', {}).catch(() => ({ result: 'fail' }));
    console.log(`audit log: ${result}`);
  } finally {
    await bridge.close();
  }
}

process.exitCode = await main();
