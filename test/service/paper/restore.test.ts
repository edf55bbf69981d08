import { afterEach, beforeEach, expect, it } from 'vitest';
import { destroyPaperAgain } from '../../../main/paper/paper-restore.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { nothingSaid, register, ruleOf } from '../../fixtures/paper.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

it('records from a backup: what was destroyed since is so again, with what lay in it and every word about it', async () => {
  const ruleId = await ruleOf(office, 'P3Y');
  const words = { ...nothingSaid, title: '표식하늘' };
  const box = await register(office, { kind: 'box', words, unit: { ruleId, collectedOn: '2020-01-01' } });
  const folder = await register(office, { kind: 'folder', parentId: box.entryId, words });
  const kept = await register(office, { kind: 'box', words });
  const open = (entryId: string) => office.as('clerk').call('paper.openEntry', { entryId });
  await open(kept.entryId);
  const { database, vault } = office.storage;
  const keyOf = (entryId: string) =>
    database.value<string>('SELECT data_key_id FROM paper_entries WHERE id = ?', [entryId]) ?? '';
  const keys = [keyOf(box.entryId), keyOf(folder.entryId)];
  const dropped = database.transaction(() => destroyPaperAgain(database, vault, new Set([box.entryId])));
  expect([...dropped].sort()).toEqual(keys.sort());
  for (const { entryId } of [box, folder]) {
    expect(await open(entryId)).toMatchObject({
      entry: { state: 'destroyed', title: '' },
      words: nothingSaid,
    });
  }
  expect((await open(kept.entryId)).words.title).toBe('표식하늘');

  // A key that is gone: the entry was removed, or its words were, after the backup was made.
  const without = { ...vault, hasDataKey: () => false };
  database.transaction(() => destroyPaperAgain(database, without, new Set()));
  expect((await open(kept.entryId)).words).toEqual(nothingSaid);
});
