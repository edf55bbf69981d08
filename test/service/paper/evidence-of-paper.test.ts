import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvidence } from '../../../main/register/evidence-file.ts';
import {
  certificateEnvelopeSchema,
  destructionContentOf,
  paperFieldsOf,
} from '../../../shared/domain/register/certificate.ts';
import { checkEvidence } from '../../../shared/domain/register/evidence-check.ts';
import { removedEntry } from '../../../shared/domain/register/removed-entry.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, dueUnits, execute } from '../../fixtures/order.ts';
import { register } from '../../fixtures/paper.ts';
import {
  aMachine,
  dueBoxes,
  feed,
  idsOf,
  pull,
  sign,
  startBatch,
  stop,
  witnessOf,
} from '../../fixtures/paper-order.ts';
import { plainJpeg } from '../../fixtures/photograph.ts';

/** Files of a real office, checked with another implementation of SHA-256 and Ed25519 than the one that made them. */
const tools = {
  sha256: (bytes: Uint8Array) => sha256(bytes),
  verify: (message: Uint8Array, signature: Uint8Array, key: Uint8Array) =>
    ed25519.verify(signature, message, key),
};
const root = fileURLToPath(new URL('../../..', import.meta.url));

let office: TestOffice;
const files = new Map<string, Uint8Array>();

async function keep(name: string, channel: string, ask: object, format: string) {
  const answer = await office
    .as('auditor')
    .answer(channel, { ask, format, languages: ['ko', 'en'], to: { way: 'screen' } });
  if (!answer.ok) throw new Error(answer.error.code);
  files.set(`${name}.${format}`, Buffer.from((answer.value as { bytes: string }).bytes, 'base64'));
}

/** Two boxes, of which one goes in a batch that was interrupted, and three sheets of a folder that are masked. */
async function paperCertificate(): Promise<string> {
  const boxes = await dueBoxes(office, 2);
  const rule = await office.as('clerk').call('paper.openEntry', { entryId: boxes[0]?.entryId ?? '' });
  const folder = await register(office, {
    kind: 'folder',
    code: 'F-12',
    extent: { coversFrom: null, coversTo: null, records: null, sheets: 120, weightGrams: null },
    unit: { ruleId: rule.ruleId ?? '', collectedOn: '2026-04-01' },
  });
  const { partId } = await office.as('clerk').call('paper.registerPart', {
    wholeId: folder.entryId,
    way: 'mask',
    sheets: 3,
    where: 'Sheets 14 to 16',
    fieldCodes: [],
    reason: { kind: 'consent_withdrawn', on: '2026-05-04' },
    consentIds: [],
  });
  const order = await approvedOrder(office, [...idsOf(boxes), partId]);
  const { orderId, digest } = order;
  const machineId = await aMachine(office);
  const [first, second] = boxes;
  if (first === undefined || second === undefined) throw new Error('two boxes');
  await pull(office, order, [first, second, folder]);
  const one = await startBatch(office, order, machineId);
  await office.as('operator').call('destruction.addOrderFile', {
    orderId,
    batchId: one.batchId,
    kind: 'photo_before',
    fileName: 'before.jpg',
    content: Buffer.from(plainJpeg()).toString('base64'),
  });
  await feed(office, one.batchId, [first]);
  await stop(office, one.batchId, 100, 'machine_stopped');
  await sign(office, one.batchId);
  await pull(office, order, [second, folder]);
  const two = await startBatch(office, order, machineId);
  await feed(office, two.batchId, [second]);
  await stop(office, two.batchId, 100);
  await sign(office, two.batchId);
  const witnessId = await witnessOf(office, orderId);
  const { batchId } = await office.as('operator').call('destruction.startBatch', {
    orderId,
    digest,
    by: { kind: 'hand', method: 'mask' },
    witnessId,
  });
  await office.as('operator').call('destruction.feedUnit', { batchId, text: folder.label });
  await office.as('operator').call('destruction.stopBatch', {
    batchId,
    interruptedBy: null,
    amount: { kind: 'sheets', measured: 3, reason: null },
    residue: 'none',
  });
  return (await sign(office, batchId)).certificateNumber ?? '';
}

/** One box and the electronic records of one person, on one order. */
async function mixedCertificate(): Promise<string> {
  await capture(office, await publishMembership(office), { name: '다솜', givenOn: '2025-01-10' });
  const { ruleId } = await office
    .as('clerk')
    .call('paper.listRules', {})
    .then(({ rules }) => rules.find(({ period }) => period === 'P1Y') ?? { ruleId: '' });
  const box = await register(office, {
    kind: 'box',
    extent: { coversFrom: null, coversTo: null, records: null, sheets: 100, weightGrams: null },
    unit: { ruleId, collectedOn: '2025-01-10' },
  });
  const order = await approvedOrder(office, await dueUnits(office));
  await execute(office, order);
  await pull(office, order, [box]);
  const { machines } = await office.as('operator').call('destruction.listMachines', {});
  const { batchId } = await startBatch(office, order, machines[0]?.machineId ?? '');
  await feed(office, batchId, [box]);
  await stop(office, batchId, 100);
  return (await sign(office, batchId)).certificateNumber ?? '';
}

beforeAll(async () => {
  office = await openTestOffice();
  for (const [name, number] of [
    ['paper-certificate', await paperCertificate()],
    ['mixed-certificate', await mixedCertificate()],
  ] as const) {
    await keep(name, 'register.certificate', { number }, 'json');
    await keep(name, 'register.certificate', { number }, 'pdf');
  }
  // Ten years and a day later the beginning of the log is removed by its rule; that it stood there can still be shown.
  office.clock.set('2036-05-05T01:00:00.000Z');
  const { removalId } = await office.as('reviewer').call('register.proposeRemoval', { kind: 'audit_log' });
  await office.as('approver').call('register.decideRemoval', { removalId, decision: 'approve' });
  await keep('removed-entry', 'register.entryProof', { sequence: 3 }, 'json');
  const examples = process.env.ASHBOOK_WRITE_EXAMPLES;
  // The examples of docs/formats are written by this test when they are asked for.
  if (examples !== undefined) for (const [name, bytes] of files) writeFileSync(join(examples, name), bytes);
});
afterAll(() => office.remove());

const json = (name: string) => JSON.parse(Buffer.from(files.get(name) ?? new Uint8Array()).toString('utf8'));
async function checked(given: readonly [string, Uint8Array][]) {
  const read = await Promise.all(given.map(([name, bytes]) => readEvidence(name, bytes)));
  return checkEvidence(read, tools).checks;
}

describe('evidence of paper', () => {
  it('says what went in which batch, what of a folder, and what stays', () => {
    const paper = paperFieldsOf(
      destructionContentOf(certificateEnvelopeSchema.parse(json('paper-certificate.json'))),
    );
    expect(paper?.paper.counts).toMatchObject({ units: 3, boxes: 2, folders: 0, parts: 1, sheets: 203 });
    expect(paper?.paper.batches.map(({ facts }) => [facts.method, facts.interruptedBy])).toEqual([
      ['shred', 'machine_stopped'],
      ['shred', null],
      ['mask', null],
    ]);
    const mixed = destructionContentOf(certificateEnvelopeSchema.parse(json('mixed-certificate.json')));
    expect(mixed.kind).toBe('mixed');
    expect(removedEntry.parse(json('removed-entry.json')).index).toBe(3);
  });

  it('passes every check with another implementation of its cryptography', async () => {
    const checks = await checked([...files]);
    expect(checks.filter(({ result }) => result === 'fail')).toEqual([]);
    expect(checks.filter(({ code }) => code === 'certificate_batches').map(({ result }) => result)).toEqual(
      Array.from({ length: 4 }, () => 'pass'),
    );
  });

  it.each<[string, (content: ReturnType<typeof json>['content']) => void]>([
    ['sheets of a part', (content) => (content.paperUnits[2].paper.sheets = 2)],
    ['what of a record was masked', (content) => (content.paperUnits[2].paper.part.way = 'punch')],
    ['who watched', (content) => (content.paper.batches[0].facts.witnessId = content.order.id)],
    ['how much came out', (content) => (content.paper.batches[0].facts.amount.measured = 99)],
  ])('fails where somebody changes %s', async (_, change) => {
    const envelope = json('paper-certificate.json');
    change(envelope.content);
    const checks = await checked([['changed.json', Buffer.from(JSON.stringify(envelope))]]);
    expect(checks.some(({ result }) => result === 'fail')).toBe(true);
  });

  const verify = (...paths: string[]) =>
    spawnSync(
      process.execPath,
      [join(root, 'main/hosts/launch.mjs'), 'main/hosts/verify/main.ts', '--language', 'ko', ...paths],
      { cwd: root, encoding: 'utf8' },
    );

  it('passes on the examples of the documentation, as they were written', () => {
    const folder = join(root, 'docs/formats/paper-examples');
    const names = readdirSync(folder);
    expect(names.sort()).toEqual([...files.keys()].sort());
    const { status, stdout } = verify(...names.map((name) => join(folder, name)));
    expect([status, stdout.match(/^FAIL/gmu)]).toEqual([0, null]);
  });

  it('is checked on the command line alike', () => {
    const folder = join(office.parent, 'evidence of paper');
    mkdirSync(folder);
    const paths = [...files].map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const { status, stdout } = verify(...paths);
    expect([status, stdout.match(/^FAIL/gmu)]).toEqual([0, null]);
    expect(stdout).toMatch(/종이 파기 회차 3건/u);
  });
});
