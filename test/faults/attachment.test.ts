import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordFaultPoints } from '../../main/storage/fault-point.ts';
import { attach, jpegOf, pdfOf, readBack } from '../fixtures/attachment.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { copyOfOffice, openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder } from '../fixtures/order.ts';
import { type AttachmentDeed, type AttachmentTargets, doDeed } from './attachment-deed.ts';
import { sampled, timeFor } from './sampled.ts';

interface Prepared extends AttachmentTargets {
  readonly office: TestOffice;
  readonly keptPersonId: string;
  readonly partlyPersonId: string;
  readonly partlyKeptId: string;
  readonly doomedIds: readonly string[];
}

const keptFile = pdfOf(3000, 'kept');
const partlyKeptFile = jpegOf(1024 * 1024 + 9, 'kept too');
let prepared: Prepared;
const compileCache = mkdtempSync(join(tmpdir(), 'ashbook-compiled-'));

beforeAll(async () => {
  const office = await openTestOffice();
  const form = await publishMembership(office);
  const [old, recent] = ['2025-01-10', '2026-04-01'];
  const unitOf = ({ units }: { units: { unitId: string }[] }) => units[0]?.unitId ?? '';
  const gone = await capture(office, form, { name: '사라질 사람', givenOn: old });
  const partly = await capture(office, form, { name: '반쪽 사람', givenOn: old });
  const rest = await capture(office, form, { name: '반쪽 사람', givenOn: recent, personId: partly.personId });
  const kept = await capture(office, form, { name: '남는 사람', givenOn: recent });
  const doomed = [
    await attach(office, unitOf(gone), pdfOf(900)),
    await attach(office, unitOf(gone), jpegOf(1024 * 1024 + 1)),
    await attach(office, unitOf(partly), pdfOf(901)),
  ];
  const partlyKept = await attach(office, unitOf(rest), partlyKeptFile);
  const keptOne = await attach(office, unitOf(kept), keptFile);
  await approvedOrder(office, [unitOf(gone), unitOf(partly)]);
  await office.restart();
  prepared = {
    office,
    openUnitId: unitOf(kept),
    keptId: keptOne.attachmentId,
    keptPersonId: kept.personId,
    partlyPersonId: partly.personId,
    partlyKeptId: partlyKept.attachmentId,
    doomedIds: doomed.map(({ attachmentId }) => attachmentId),
  };
});
afterAll(async () => {
  rmSync(compileCache, { recursive: true, force: true });
  await prepared.office.remove();
});

interface Point {
  readonly name: string;
  readonly occurrence: number;
}

/** Every point that a deed passes, from opening the office to closing it. */
async function pointsOf(deed: AttachmentDeed): Promise<Point[]> {
  const office = copyOfOffice(prepared.office.parent);
  const stop = recordFaultPoints();
  try {
    await doDeed(office, deed, prepared);
  } finally {
    stop();
    await office.remove();
  }
  const seen = new Map<string, number>();
  return stop().map((name) => {
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    return { name, occurrence };
  });
}

async function killAt(
  office: TestOffice,
  deed: AttachmentDeed,
  point: Point,
  action: 'kill' | 'torn',
): Promise<void> {
  const { openUnitId, keptId } = prepared;
  const program = join(import.meta.dirname, 'attachment-deed.ts');
  const child = spawn(
    process.execPath,
    [program, office.parent, deed, JSON.stringify({ openUnitId, keptId })],
    {
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: compileCache,
        ASHBOOK_FAULT_POINT: `${point.name}:${point.occurrence}:${action}`,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
  if (signal !== 'SIGKILL') throw new Error(`not killed at ${point.name} (${point.occurrence}): ${errors}`);
}

/** What is attached, by id. Fails where a file is without its record, a record without its file, or anything is left half-way. */
async function attachedIn(office: TestOffice): Promise<Set<string>> {
  await office.as('clerk').call('office.home', {});
  const rows = office.storage.database.all<{ id: string }>('SELECT id FROM attachments').map(({ id }) => id);
  expect(readdirSync(join(office.folder, 'attachments')).sort()).toEqual([...rows].sort());
  return new Set(rows);
}

async function everyPoint(
  deed: AttachmentDeed,
  check: (office: TestOffice, point: Point) => Promise<boolean>,
): Promise<boolean[]> {
  const points = await pointsOf(deed);
  const killings = sampled(points, 12).flatMap((point) =>
    /\.(write|append|overwrite)$/.test(point.name)
      ? [
          { point, action: 'kill' as const },
          { point, action: 'torn' as const },
        ]
      : [{ point, action: 'kill' as const }],
  );
  const done = new Map<number, boolean>();
  const queue = killings.entries();
  const worker = async () => {
    for (const [place, { point, action }] of queue) {
      const office = copyOfOffice(prepared.office.parent);
      try {
        await killAt(office, deed, point, action);
        done.set(place, await check(office, point));
      } catch (error) {
        throw new Error(`after ${action} at ${point.name} (${point.occurrence})`, { cause: error });
      } finally {
        await office.remove();
      }
    }
  };
  await Promise.all([worker(), worker()]);
  const outcomes = killings.map((_, place) => done.get(place) ?? false);
  // One moment divides not done from done.
  expect(outcomes).toEqual(outcomes.toSorted((one, other) => Number(one) - Number(other)));
  expect(outcomes).toContain(false);
  expect(points.filter(({ name }) => name.startsWith('attachment.')).length).toBeGreaterThan(2);
  return outcomes;
}

it('a file is added wholly or not at all, killed anywhere', { timeout: timeFor(240_000) }, async () => {
  await everyPoint('add', async (office) => {
    const attached = await attachedIn(office);
    const { attachments } = await office
      .as('clerk')
      .call('collection.openPerson', { personId: prepared.keptPersonId, reason: 'serve_person' });
    const added = attachments.find(({ fileName }) => fileName === 'added.jpg');
    expect(attached.size).toBe(added === undefined ? 5 : 6);
    if (added !== undefined) {
      expect((await readBack(office, added.attachmentId)).equals(jpegOf(2 * 1024 * 1024 + 77))).toBe(true);
    }
    expect((await readBack(office, prepared.keptId)).equals(keptFile)).toBe(true);
    return added !== undefined;
  });
});

it('a file is removed wholly or not at all, killed anywhere', { timeout: timeFor(240_000) }, async () => {
  const outcomes = await everyPoint('remove', async (office) => {
    const isRemoved = !(await attachedIn(office)).has(prepared.keptId);
    if (!isRemoved) expect((await readBack(office, prepared.keptId)).equals(keptFile)).toBe(true);
    expect((await readBack(office, prepared.partlyKeptId)).equals(partlyKeptFile)).toBe(true);
    return isRemoved;
  });
  expect(outcomes).toContain(true);
});

it('files are destroyed with their units or not at all, killed anywhere', {
  timeout: timeFor(400_000),
}, async () => {
  const outcomes = await everyPoint('destroy', async (office) => {
    const attached = await attachedIn(office);
    const remaining = prepared.doomedIds.filter((id) => attached.has(id)).length;
    expect([0, prepared.doomedIds.length]).toContain(remaining);
    for (const [id, content] of [
      [prepared.keptId, keptFile],
      [prepared.partlyKeptId, partlyKeptFile],
    ] as const) {
      expect((await readBack(office, id)).equals(content)).toBe(true);
    }
    const { certificates } = await office
      .as('auditor')
      .call('register.listCertificates', { limit: 10, offset: 0 });
    const isDestroyed = remaining === 0;
    expect(certificates).toHaveLength(isDestroyed ? 1 : 0);
    if (isDestroyed) {
      const { certificate } = await office.call('register.getCertificate', { number: '2026-0001' });
      expect(certificate.content).toMatchObject({ counts: { attachments: 3, units: 2 } });
    }
    const found = await office
      .as('clerk')
      .call('collection.listPeople', { search: '사람', limit: 10, offset: 0 });
    expect(found.people.map(({ name }) => name).sort()).toEqual(
      ['남는 사람', '반쪽 사람', ...(isDestroyed ? [] : ['사라질 사람'])].sort(),
    );
    return isDestroyed;
  });
  expect(outcomes).toContain(true);
});
