import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomBytes } from '../../../main/storage/cryptography.ts';
import { rotateDatabaseKey } from '../../../main/storage/database-rewrite.ts';
import { changeEpoch, rekeyDatabase } from '../../../main/storage/epoch-change.ts';
import { armFault } from '../../../main/storage/fault-point.ts';
import type { OfficeStorage } from '../../../main/storage/office-storage.ts';
import {
  probeCiphertexts,
  probeDatabaseResidue,
  probeDataKeysAbsent,
  probeKnownFiles,
  probeSupersededDatabaseKey,
  probeSupersededFiles,
} from '../../../main/storage/verification-probe.ts';
import { alone } from '../../../main/storage/work-aside.ts';
import { isRefused } from '../../unit/storage/refused.ts';
import {
  insertPerson,
  makeOffice,
  people,
  place,
  readPerson,
  reopen,
  temporaryFolder,
} from './office-fixture.ts';

let folder = '';
let remove = () => {};
let office: OfficeStorage;
beforeEach(async () => {
  const made = temporaryFolder();
  ({ folder, remove } = made);
  office = await makeOffice(folder);
});
afterEach(() => {
  armFault(undefined);
  office.close();
  remove();
});

it('passes after a whole destruction in the order of the design, and everybody else is still readable', () => {
  const keyIds = ['a', 'b', 'c'].map((id) => insertPerson(office, id, `person ${id}`));
  const [destroyed = ''] = keyIds;
  const samples = people(office)
    .filter((row) => row.id === 'a')
    .map((row) => ({ place: place(row.id), sealed: row.body }));

  const dropped = changeEpoch(office, { dropKeyIds: [destroyed], addDatabaseKey: true });
  expect(dropped).toMatchObject({ supersededEpoch: 1, epoch: 2, droppedKeys: 1, absentKeys: 0 });
  office.database.run('DELETE FROM person WHERE id = ?', ['a']);
  office.database.compact();
  rekeyDatabase(office);
  const { supersededDatabaseKey } = changeEpoch(office, {
    dropSupersededDatabaseKey: true,
    newIndexKey: true,
  });
  office.database.checkpoint();

  expect(probeSupersededDatabaseKey(office, supersededDatabaseKey ?? Buffer.alloc(32))).toEqual({
    result: 'pass',
    compared: { currentKey: 'opens', supersededKey: 'refused' },
  });
  expect(probeDataKeysAbsent(office, [destroyed])).toEqual({
    result: 'pass',
    compared: { asked: 1, foundInMemory: 0, keysInMemory: 2, foundOnDisk: 0, keysOnDisk: 2 },
  });
  expect(probeCiphertexts(office, samples)).toMatchObject({
    result: 'pass',
    compared: { samples: 1, openedWithKeysInMemory: 0, openedWithKeysOnDisk: 0 },
  });
  expect(probeSupersededFiles(office)).toEqual({
    result: 'pass',
    compared: { epoch: 3, otherVaults: 0, rootSlots: '3, 3' },
  });
  expect(probeDatabaseResidue(office)).toMatchObject({
    result: 'pass',
    compared: { freelistPages: 0, walBytes: 0 },
  });
  expect(probeKnownFiles(office)).toMatchObject({ result: 'pass', compared: { unknownFiles: 0 } });
  expect(people(office).map((row) => readPerson(office, row))).toEqual(['person b', 'person c']);
});

it('fails, each for its own reason, where nothing was destroyed', () => {
  const keyId = insertPerson(office, 'a');
  const samples = people(office).map((row) => ({ place: place(row.id), sealed: row.body }));
  expect(probeDataKeysAbsent(office, [keyId])).toMatchObject({
    result: 'fail',
    compared: { foundInMemory: 1, foundOnDisk: 1 },
  });
  expect(probeCiphertexts(office, samples)).toMatchObject({
    result: 'fail',
    compared: { openedWithKeysOnDisk: 1 },
  });
  const current = office.withSecret('databaseKey', (key) => Buffer.from(key));
  expect(probeSupersededDatabaseKey(office, current)).toMatchObject({ result: 'fail' });
  expect(probeDatabaseResidue(office)).toMatchObject({ result: 'fail' });
  writeFileSync(join(folder, 'vault.77'), 'left over');
  expect(probeSupersededFiles(office)).toMatchObject({ result: 'fail', compared: { otherVaults: 1 } });
  writeFileSync(join(folder, 'notes.txt'), 'somebody’s');
  expect(probeKnownFiles(office)).toMatchObject({ result: 'fail', compared: { unknownFiles: 1 } });
});

it('is unknown, never passed, where there was nothing to look at or the disk could not be read', () => {
  expect(probeDataKeysAbsent(office, [])).toMatchObject({ result: 'unknown' });
  expect(probeCiphertexts(office, [])).toMatchObject({ result: 'unknown' });
  const samples = [{ place: place('a'), sealed: randomBytes(100) }];
  rmSync(join(folder, 'vault.1'));
  expect(probeDataKeysAbsent(office, ['00'.repeat(16)])).toMatchObject({
    result: 'unknown',
    compared: { keysOnDisk: 'unknown' },
  });
  expect(probeCiphertexts(office, samples)).toMatchObject({ result: 'unknown' });
  rmSync(join(folder, 'root.slot'));
  expect(probeSupersededFiles(office)).toMatchObject({ result: 'unknown' });
});

it('reports files of the old epoch that would not go, and opening tries again', async () => {
  insertPerson(office, 'a');
  armFault({ name: 'vault.remove_unlink', occurrence: 1, action: 'EIO' });
  const { supersededFilesRemaining } = changeEpoch(office, {});
  expect(supersededFilesRemaining).toEqual(['vault.1']);
  expect(probeSupersededFiles(office)).toMatchObject({ result: 'fail' });
  office.close();
  office = await reopen(folder);
  expect(office.resumed).toEqual([{ what: 'superseded_vault_removed', count: 1 }]);
  expect(probeSupersededFiles(office)).toMatchObject({ result: 'pass' });
});

it('changes an epoch under full rotation again and again, counting keys that were gone already', async () => {
  const keyId = insertPerson(office, 'a', 'stays');
  for (let round = 0; round < 3; round += 1)
    (await rotateDatabaseKey(office, alone)).supersededDatabaseKey.fill(0);
  expect(office.epoch).toBe(7);
  expect(changeEpoch(office, { dropKeyIds: ['00'.repeat(16)] })).toMatchObject({
    droppedKeys: 0,
    absentKeys: 1,
  });
  expect(office.vault.hasDataKey(keyId)).toBe(true);
  expect(people(office).map((row) => readPerson(office, row))).toEqual(['stays']);
  expect(() => rekeyDatabase(office)).toThrow('no second database key');
  expect(() => changeEpoch(office, { dropSupersededDatabaseKey: true })).toThrow('no second database key');
  expect(() => office.database.transaction(() => changeEpoch(office, {}))).toThrow('transaction');
  isRefused(() => office.vault.withDataKey('00'.repeat(16), () => 0), 'data_key_destroyed');
});
