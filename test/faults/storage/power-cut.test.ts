import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { armFault } from '../../../main/storage/fault-point.ts';
import { inspectFolder, listFolder, readMarker } from '../../../main/storage/office-folder.ts';
import type { OfficeStorage } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { probeKnownFiles, probeSupersededFiles } from '../../../main/storage/verification-probe.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import {
  copyFolder,
  makeOffice,
  password,
  people,
  readPerson,
  reopen,
  temporaryFolder,
} from '../../service/storage/office-fixture.ts';
import { sampled, timeFor } from '../sampled.ts';
import { runUntilKilled } from './killed.ts';
import { doomedKeys, pointsOf, prepareOffice, scenarios } from './scenario.ts';

const { parent, remove } = temporaryFolder();
const prepared = `${parent}/prepared`;
const folder = `${parent}/office`;
beforeAll(async () => await prepareOffice(prepared));
afterEach(() => armFault(undefined));
afterAll(remove);

/** Opens with whichever of two passwords works; exactly one may. */
async function openWithOneOf(
  passwords: readonly string[],
): Promise<{ office: OfficeStorage; password: string }> {
  const working: string[] = [];
  for (const secret of passwords) {
    try {
      (await reopen(folder, secret)).close();
      working.push(secret);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'wrong_password')) throw error;
    }
  }
  expect(working).toHaveLength(1);
  const [secret = ''] = working;
  return { office: await reopen(folder, secret), password: secret };
}

/** What must hold after any interruption, however far the work got. */
async function expectOneConsistentState(): Promise<void> {
  const first = await openWithOneOf([password, 'new password']);
  first.office.close();
  // Whatever there was to finish is finished now: another opening finds nothing.
  const { office } = await openWithOneOf([first.password]);
  expect(office.resumed).toEqual([]);
  expect(probeSupersededFiles(office)).toMatchObject({ result: 'pass' });
  expect(probeKnownFiles(office)).toMatchObject({ result: 'pass' });
  expect(office.currentVault.content.secrets.has('databaseKeyNext')).toBe(false);
  expect(office.database.integrityComplaints()).toEqual([]);
  for (const row of people(office)) {
    if (row.id === 'doomed' && !office.vault.hasDataKey(row.key_id)) continue;
    // No row without its key.
    expect(readPerson(office, row)).toContain(row.id === 'new' ? 'MARKER' : row.id);
  }
  expect(people(office).length).toBeGreaterThanOrEqual(3);
  // A holder either signs in or is gone, file and all.
  const files = listFolder(folder).filter((file) => file.role === 'holder').length;
  expect(files).toBe(office.holders().length);
  office.close();
}

describe.each(['addPerson', 'dropKey', 'rotateDatabaseKey', 'addHolder', 'removeHolder', 'replacePassword'])(
  '%s',
  (name) => {
    it('leaves exactly one consistent state, killed at any fault point', {
      timeout: timeFor(240_000),
    }, async () => {
      copyFolder(prepared, folder);
      const points = await pointsOf(name, folder);
      expect(points.length).toBeGreaterThan(3);
      for (const point of sampled(points)) {
        for (const action of ['kill', 'torn'] as const) {
          // Only writes can be torn; elsewhere `torn` is `kill` again.
          if (action === 'torn' && !/\.(write|append|overwrite)$/.test(point.name)) continue;
          copyFolder(prepared, folder);
          runUntilKilled(name, folder, point, action);
          try {
            await expectOneConsistentState();
          } catch (error) {
            throw new Error(`after ${action} at ${point.name} (${point.occurrence})`, { cause: error });
          }
        }
      }
    });

    it('leaves exactly one consistent state where the disk fails at any fault point', {
      timeout: timeFor(120_000),
    }, async () => {
      copyFolder(prepared, folder);
      for (const point of sampled(await pointsOf(name, folder))) {
        for (const action of ['EIO', 'ENOSPC'] as const) {
          copyFolder(prepared, folder);
          armFault({ ...point, action });
          try {
            await scenarios[name]?.(folder);
            // Removing superseded files may fail without failing the whole.
            expect(point.name).toMatch(/\.remove_/);
          } catch (error) {
            const raw = !(error instanceof Refusal);
            if (raw && !(error instanceof Error && error.message.includes('injected'))) throw error;
          } finally {
            armFault(undefined);
          }
          try {
            await expectOneConsistentState();
          } catch (error) {
            throw new Error(`after ${action} at ${point.name} (${point.occurrence})`, { cause: error });
          }
        }
      }
    });
  },
);

describe('destroying a key', () => {
  it('is undone or done, and never done without the slots saying so', {
    timeout: timeFor(120_000),
  }, async () => {
    copyFolder(prepared, folder);
    const outcomes: string[] = [];
    for (const point of await pointsOf('dropKey', folder)) {
      copyFolder(prepared, folder);
      runUntilKilled('dropKey', folder, point);
      const office = await reopen(folder);
      const [doomed = ''] = doomedKeys(office);
      outcomes.push(`${office.epoch} ${office.vault.hasDataKey(doomed) ? 'there' : 'gone'}`);
      office.close();
    }
    const before = outcomes.filter((outcome) => outcome === '2 there').length;
    const after = outcomes.filter((outcome) => outcome === '3 gone').length;
    expect(before).toBeGreaterThan(3);
    expect(after).toBeGreaterThan(3);
    // One moment divides them: the flush of the first slot.
    expect(outcomes).toEqual([...Array(before).fill('2 there'), ...Array(after).fill('3 gone')]);
  });
});

describe('finishing after a power cut', () => {
  it.each(['dropKey', 'rotateDatabaseKey', 'replacePassword', 'addHolder'])(
    'may itself be cut short anywhere (%s)',
    { timeout: timeFor(240_000) },
    async (name) => {
      copyFolder(prepared, folder);
      const points = await pointsOf(name, folder);
      // The moments with most left to do: between the slots, before the old vault is gone, in the middle of re-keying.
      const mostLeftToDo = [
        'root_slot.0.overwrite',
        'vault.remove_overwrite',
        'records.rekeyed',
        'records.checkpoint',
      ];
      const chosen = points.filter((point) => point.occurrence === 1 && mostLeftToDo.includes(point.name));
      expect(chosen.length).toBeGreaterThan(0);
      const interrupted = `${parent}/interrupted`;
      for (const point of chosen) {
        copyFolder(prepared, interrupted);
        runUntilKilled(name, interrupted, point, 'kill');
        copyFolder(interrupted, folder);
        for (const second of sampled(await pointsOf('open', folder), 4)) {
          copyFolder(interrupted, folder);
          runUntilKilled('open', folder, second);
          try {
            await expectOneConsistentState();
          } catch (error) {
            throw new Error(`${name} at ${point.name}, then at ${second.name} (${second.occurrence})`, {
              cause: error,
            });
          }
        }
      }
    },
  );
});

it('creating an office leaves an empty folder or an office, killed at any fault point', {
  timeout: timeFor(120_000),
}, async () => {
  copyFolder(prepared, folder);
  const fresh = temporaryFolder();
  const points = await pointsOf('create', fresh.folder);
  fresh.remove();
  let complete = 0;
  for (const point of sampled(points)) {
    const { folder: created, remove: removeCreated } = temporaryFolder();
    runUntilKilled('create', created, point);
    try {
      if (inspectFolder(created).state === 'office') {
        complete += 1;
        (await reopen(created)).close();
      } else {
        (await makeOffice(created)).close();
      }
    } catch (error) {
      throw new Error(`after kill at ${point.name} (${point.occurrence})`, { cause: error });
    }
    removeCreated();
  }
  expect(complete).toBeGreaterThan(0);
  expect(complete).toBeLessThan(points.length / 4);
});

describe('migrating', { timeout: timeFor(240_000) }, () => {
  /** Whichever version was left: the next attempt ends with the new one, and with everything that was there. */
  const expectMigratable = async () => {
    await scenarios.migrate?.(folder);
    expect(listFolder(folder).some((file) => file.role === 'records_copy')).toBe(false);
    expect(findHolderByName(folder, readMarker(folder), 'kim.director')).toBeDefined();
  };

  it('leaves the old version or the new one, killed at any fault point', async () => {
    copyFolder(prepared, folder);
    for (const point of await pointsOf('migrate', folder)) {
      copyFolder(prepared, folder);
      runUntilKilled('migrate', folder, point);
      await expectMigratable();
    }
  });

  it('leaves the old version or the new one where the disk fails at any fault point', async () => {
    copyFolder(prepared, folder);
    const points = await pointsOf('migrate', folder);
    expect(points.length).toBeGreaterThan(5);
    let failed = 0;
    for (const point of sampled(points, 8)) {
      for (const action of ['EIO', 'ENOSPC'] as const) {
        copyFolder(prepared, folder);
        armFault({ ...point, action });
        try {
          await scenarios.migrate?.(folder);
        } catch (error) {
          failed += 1;
          const isSaid =
            error instanceof Refusal || (error instanceof Error && /injected/.test(error.message));
          if (!isSaid) throw error;
        } finally {
          armFault(undefined);
        }
        try {
          await expectMigratable();
        } catch (error) {
          throw new Error(`after ${action} at ${point.name} (${point.occurrence})`, { cause: error });
        }
      }
    }
    expect(failed).toBeGreaterThan(points.length / 2 > 8 ? 8 : 4);
  });
});
