import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { countRowsOf } from '../../../main/storage/database.ts';
import { armFault } from '../../../main/storage/fault-point.ts';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { listFolder } from '../../../main/storage/office-folder.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { copyFolder, temporaryFolder } from '../../service/storage/office-fixture.ts';
import { sampled, timeFor } from '../sampled.ts';
import { runUntilKilled } from './killed.ts';
import { openWithRelease, pointsOf, prepareEarlyOffice, scenarios } from './scenario.ts';

/** Every migration of this release, over rows, interrupted anywhere: the next opening ends with all of them, and loses no row. */
const { parent, remove } = temporaryFolder();
const prepared = `${parent}/prepared`;
const folder = `${parent}/office`;
let points: { name: string; occurrence: number }[];
let whole: Awaited<ReturnType<typeof contentOf>>;
beforeAll(async () => {
  await prepareEarlyOffice(prepared);
  copyFolder(prepared, folder);
  points = await pointsOf('migrateRelease', folder);
  whole = await contentOf();
});
afterEach(() => armFault(undefined));
afterAll(remove);

async function contentOf() {
  const office = await openWithRelease(folder);
  const { database } = office;
  try {
    expect(database.integrityComplaints()).toEqual([]);
    expect(listFolder(folder).filter(({ role }) => role === 'records_copy')).toEqual([]);
    return {
      version: database.version,
      rows: [...countRowsOf((sql) => database.all(sql))],
      people: database.all('SELECT * FROM people'),
      consents: database.all('SELECT * FROM consents'),
      units: database.all('SELECT * FROM record_units'),
      orders: database.all('SELECT * FROM destruction_orders'),
    };
  } finally {
    office.close();
  }
}

it('passes each of them', () => {
  expect(whole.version).toBe(migrations.length);
  expect(whole.people).toHaveLength(1);
  for (const { number } of migrations.slice(3))
    expect(points).toContainEqual({ name: `records.migration.${number}`, occurrence: 1 });
});

it('leaves what the next opening ends with everything, killed at any fault point', {
  timeout: timeFor(240_000),
}, async () => {
  for (const point of sampled(points, 6)) {
    copyFolder(prepared, folder);
    runUntilKilled('migrateRelease', folder, point);
    expect([point, await contentOf()]).toEqual([point, whole]);
  }
});

it('leaves the same where the disk fails at any fault point', { timeout: timeFor(120_000) }, async () => {
  let failed = 0;
  for (const point of sampled(points, 6)) {
    for (const action of ['EIO', 'ENOSPC'] as const) {
      copyFolder(prepared, folder);
      armFault({ ...point, action });
      try {
        await scenarios.migrateRelease?.(folder);
      } catch (error) {
        failed += 1;
        expect(error).toBeInstanceOf(Refusal);
      } finally {
        armFault(undefined);
      }
      expect([point, action, await contentOf()]).toEqual([point, action, whole]);
    }
  }
  expect(failed).toBeGreaterThan(6);
});
