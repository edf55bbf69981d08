import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeStep } from '../../../main/paper/movement.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { aShelf, notCounted, nothingSaid, register, ruleOf } from '../../fixtures/paper.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const open = (entryId: string) => clerk().call('paper.openEntry', { entryId });
const step = async (entryId: string, kind: Parameters<typeof takeStep>[2]) => {
  await clerk().call('office.home', {});
  const { database, vault } = office.storage;
  const actor = {
    id: database.value<string>('SELECT id FROM users ORDER BY staff_number LIMIT 1') ?? '',
    staffNumber: 1,
  };
  const facts = database.get<{ id: string; notes_key_id: string; time_zone: string }>('SELECT * FROM office');
  if (facts === undefined) throw new Error('no office');
  const context = {
    database,
    vault,
    clock: office.clock,
    today: '2026-05-04',
    office: { ...facts, notesKeyId: facts.notes_key_id, timeZone: facts.time_zone },
    actor,
    newId: () => crypto.randomUUID(),
  };
  return database.transaction(() => takeStep(context as never, entryId, kind));
};

describe('the tree', () => {
  it('says where a box is, gives codes and labels, and finds it by either', async () => {
    const { shelf } = await aShelf(office);
    const box = await register(office, {
      kind: 'box',
      parentId: shelf.entryId,
      words: {
        title: '2019 민원 서류',
        note: '',
        formerCode: '인사-17',
        formRanges: [{ from: 'A-000100', to: 'A-000199' }],
      },
    });
    expect(box).toMatchObject({ code: 'B-0004', label: expect.stringMatching(/^AB00000004\d\d$/) });
    const { entry } = await open(box.entryId);
    expect(entry.place.map(({ code }) => code)).toEqual(['HQ-1', 'R-1', 'S-1']);
    for (const text of [box.label, box.code.toLowerCase(), box.label.toLowerCase()]) {
      expect(await clerk().call('paper.findLabel', { text })).toMatchObject({ entryId: box.entryId });
    }
    expect(await clerk().refused('paper.findLabel', { text: `${box.label.slice(0, -1)}x` })).toMatchObject({
      code: 'label_unknown',
    });
    const damaged = box.label.slice(0, -1) + ((Number(box.label.at(-1)) + 1) % 10);
    expect(await clerk().refused('paper.findLabel', { text: damaged })).toMatchObject({
      code: 'label_damaged',
    });
    const found = async (search: string) =>
      (
        await clerk().call('paper.listEntries', {
          parentId: null,
          depth: 'below',
          search,
          limit: 50,
          offset: 0,
        })
      ).entries.map(({ code }) => code);
    for (const search of ['민원', '인사-17', 'a-000150', 'b-0004', box.label])
      expect(await found(search)).toEqual(['B-0004']);
    for (const search of ['a-000200', 'b-000150']) expect(await found(search)).toEqual([]);
  });

  it('registers 40 boxes alike at once, and refuses one code for several or a second time', async () => {
    const { shelf } = await aShelf(office);
    const wanted = {
      kind: 'box',
      parentId: shelf.entryId,
      code: null,
      words: nothingSaid,
      extent: notCounted,
      unit: null,
    } as const;
    const { entries } = await clerk().call('paper.registerEntries', { ...wanted, howMany: 40 });
    expect(new Set(entries.map(({ label }) => label)).size).toBe(40);
    const listed = await clerk().call('paper.listEntries', {
      parentId: shelf.entryId,
      depth: 'directly',
      limit: 50,
      offset: 0,
    });
    expect(listed.total).toBe(40);
    expect(
      (await clerk().refused('paper.registerEntries', { ...wanted, howMany: 2, code: 'X-1' })).code,
    ).toBe('paper_code_of_many');
    expect((await clerk().refused('paper.registerEntries', { ...wanted, code: 's-1' })).code).toBe(
      'paper_code_taken',
    );
    expect(
      (await clerk().refused('paper.registerEntries', { ...wanted, kind: 'shelf', parentId: null })).code,
    ).toBe('paper_place_needed');
    expect((await office.as('auditor').refused('paper.registerEntries', { ...wanted })).code).toBe(
      'forbidden',
    );
  });

  it('lets nothing lie in itself, and only what is empty go', async () => {
    const { room, shelf } = await aShelf(office);
    const box = await register(office, { kind: 'box', parentId: shelf.entryId });
    expect(
      (await clerk().refused('paper.move', { entryIds: [room.entryId], toId: shelf.entryId })).code,
    ).toBe('paper_does_not_fit');
    expect((await clerk().refused('paper.removeEntry', { entryId: shelf.entryId })).code).toBe(
      'paper_not_empty',
    );
    await clerk().call('paper.removeEntry', { entryId: box.entryId });
    await clerk().call('paper.removeEntry', { entryId: shelf.entryId });
    expect((await clerk().refused('paper.openEntry', { entryId: shelf.entryId })).code).toBe('not_found');
    // A number that was on a label is never given again.
    expect((await register(office, { kind: 'box' })).code).toBe('B-0005');
  });
});

describe('a box as a record unit', () => {
  it('falls due by the rule of its class, says why, and is in review, calendar and due queue', async () => {
    const { shelf } = await aShelf(office);
    const ruleId = await ruleOf(office, 'P3Y');
    const box = await register(office, {
      kind: 'box',
      parentId: shelf.entryId,
      unit: { ruleId, collectedOn: '2023-03-01' },
    });
    const later = await register(office, {
      kind: 'box',
      parentId: shelf.entryId,
      unit: { ruleId, collectedOn: '2025-03-01' },
    });
    const { due, entry } = await open(box.entryId);
    expect(due).toMatchObject({ dueOn: '2026-03-02', cause: 'period_ends' });
    expect(entry.unit).toMatchObject({ isDue: true, state: 'active' });
    const reviewer = office.as('reviewer');
    const listed = await reviewer.call('retention.listUnits', { show: 'due', limit: 50, offset: 0 });
    expect(listed.units).toHaveLength(1);
    expect(listed.units[0]).toMatchObject({
      unitId: box.entryId,
      paper: { code: box.code, kind: 'box', place: 'HQ-1 / R-1 / S-1' },
    });
    expect(await reviewer.call('retention.explainUnit', { unitId: box.entryId })).toMatchObject({
      collectedOn: '2023-03-01',
    });
    expect((await reviewer.call('retention.calendar', {})).dueAlready).toBe(1);
    const { holdId } = await reviewer.call('retention.placeHold', {
      unitIds: [later.entryId],
      authority: '법원',
      reason: '소송',
    });
    expect(holdId).toBeTruthy();
    expect((await clerk().refused('paper.classifyEntry', { entryId: later.entryId, unit: null })).code).toBe(
      'paper_unit_held',
    );
    expect((await clerk().refused('paper.classifyEntry', { entryId: box.entryId, unit: null })).code).toBe(
      'paper_unit_due',
    );
  });

  it('does not lie in another unit; what is taken out of one stays under its rule', async () => {
    const { shelf } = await aShelf(office);
    const ruleId = await ruleOf(office, 'P3Y');
    const unit = { ruleId, collectedOn: '2025-03-01' };
    const box = await register(office, { kind: 'box', parentId: shelf.entryId, unit });
    const folder = await register(office, { kind: 'folder', parentId: box.entryId });
    expect((await open(folder.entryId)).within).toMatchObject({ code: box.code });
    expect((await clerk().refused('paper.classifyEntry', { entryId: folder.entryId, unit })).code).toBe(
      'paper_within_unit',
    );
    const other = await register(office, { kind: 'folder', parentId: shelf.entryId, unit });
    expect((await clerk().refused('paper.move', { entryIds: [other.entryId], toId: box.entryId })).code).toBe(
      'paper_within_unit',
    );
    await clerk().call('paper.move', { entryIds: [folder.entryId], toId: shelf.entryId });
    expect(await open(folder.entryId)).toMatchObject({ collectedOn: '2025-03-01', ruleId, within: null });
    expect((await open(folder.entryId)).due?.dueOn).toBe('2028-03-02');
  });

  it('is held where a hold is on a person of whom something is known to be in it', async () => {
    const form: PublishedForm = await (async () => {
      const { obliged, consented } = await findRules(office);
      return publish(office, membershipForm(obliged, consented));
    })();
    const { personId } = await capture(office, form, { name: '표식하늘', telephone: '010-7391-8264' });
    const ruleId = await ruleOf(office, 'P3Y');
    const box = await register(office, { kind: 'box', unit: { ruleId, collectedOn: '2025-03-01' } });
    const folder = await register(office, { kind: 'folder', parentId: box.entryId });
    await office.as('reviewer').call('retention.placeHold', {
      unitIds: [],
      query: { personIds: [personId], recordClassIds: [], collectedFrom: null, collectedTo: null },
      authority: '법원',
      reason: '소송',
    });
    expect((await open(box.entryId)).entry.unit?.isHeld).toBe(false);
    await clerk().call('paper.linkPerson', { entryId: folder.entryId, personId });
    expect((await open(box.entryId)).entry.unit?.isHeld).toBe(true);
    expect((await clerk().refused('paper.unlinkPerson', { entryId: folder.entryId, personId })).code).toBe(
      'paper_unit_held',
    );
    expect((await clerk().refused('paper.move', { entryIds: [folder.entryId], toId: null })).code).toBe(
      'paper_unit_held',
    );
    expect((await open(folder.entryId)).people).toEqual([{ personId, name: '표식하늘' }]);
    expect((await office.as('auditor').call('paper.openEntry', { entryId: folder.entryId })).people).toEqual([
      { personId, name: null },
    ]);
  });
});

describe('moving', () => {
  it('checks out and in, reports missing and found, and remembers it all', async () => {
    const { shelf, room } = await aShelf(office);
    const box = await register(office, { kind: 'box', parentId: shelf.entryId });
    const folder = await register(office, { kind: 'folder', parentId: box.entryId });
    const entryIds = [box.entryId];
    await clerk().call('paper.checkOut', { entryIds, to: '감사팀 홍', dueBackOn: '2026-05-10' });
    expect((await open(box.entryId)).entry).toMatchObject({ state: 'checked_out', dueBackOn: '2026-05-10' });
    expect((await clerk().refused('paper.checkOut', { entryIds, to: 'x', dueBackOn: null })).code).toBe(
      'paper_checked_out',
    );
    expect(
      (await clerk().refused('paper.checkOut', { entryIds: [folder.entryId], to: 'x', dueBackOn: null }))
        .params,
    ).toEqual({
      code: folder.code,
      holder: box.code,
    });
    await clerk().call('paper.checkIn', { entryIds, toId: null });
    await clerk().call('paper.reportMissing', { entryIds, note: '' });
    await clerk().call('paper.reportFound', { entryIds, toId: room.entryId });
    const { movements, entry } = await open(box.entryId);
    expect(entry).toMatchObject({ state: 'on_shelf', dueBackOn: null });
    expect(entry.place.map(({ code }) => code)).toEqual(['HQ-1', 'R-1']);
    expect(movements.map(({ what, words }) => [what, words])).toEqual([
      ['found', ''],
      ['missing', ''],
      ['checked_in', ''],
      ['checked_out', '감사팀 홍'],
      ['registered', ''],
    ]);
    expect(
      (await clerk().refused('paper.checkOut', { entryIds: [shelf.entryId], to: 'x', dueBackOn: null })).code,
    ).toBe('paper_place_stays');
    // All or nothing.
    expect(
      (await clerk().refused('paper.move', { entryIds: [folder.entryId, room.entryId], toId: shelf.entryId }))
        .code,
    ).toBe('paper_does_not_fit');
    expect((await open(folder.entryId)).entry.place.at(-1)?.code).toBe(box.code);
  });

  it('destroys with a box what lies in it and every word about it, and keeps the codes', async () => {
    const box = await register(office, { kind: 'box', words: { ...nothingSaid, title: '표식하늘 계약' } });
    const folder = await register(office, {
      kind: 'folder',
      parentId: box.entryId,
      words: { ...nothingSaid, note: '초록' },
    });
    await clerk().call('paper.checkOut', { entryIds: [box.entryId], to: '홍', dueBackOn: null });
    await step(box.entryId, 'pulled');
    await step(box.entryId, 'in_custody');
    await step(box.entryId, 'destroyed');
    for (const { entryId, code } of [box, folder]) {
      const { entry, words, movements } = await open(entryId);
      expect(entry).toMatchObject({ code, state: 'destroyed', title: '', place: [] });
      expect(words).toEqual(nothingSaid);
      expect(movements.every((one) => one.words === '')).toBe(true);
    }
    expect(office.storage.database.value('SELECT count(*) FROM ended_keys')).toBe(2);
    expect((await clerk().refused('paper.move', { entryIds: [box.entryId], toId: null })).code).toBe(
      'paper_destroyed',
    );
    expect((await clerk().call('paper.findLabel', { text: box.label })).state).toBe('destroyed');
  });
});
