import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { aShelf, notCounted, nothingSaid, register } from '../../fixtures/paper.ts';
import { readPdf } from '../../unit/documents/read-pdf.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const lines = async (inventoryId: string, show: 'all' | 'open' | 'differences' = 'all') =>
  (await clerk().call('paper.getInventory', { inventoryId, show, limit: 100, offset: 0 })).lines;

it('lists what is missing, what stands elsewhere and what was not expected, and enters it when it is closed', async () => {
  const { room, shelf } = await aShelf(office);
  const other = await register(office, { kind: 'shelf', parentId: room.entryId, code: 'S-2' });
  const { entries } = await clerk().call('paper.registerEntries', {
    kind: 'box',
    parentId: shelf.entryId,
    code: null,
    howMany: 6,
    words: nothingSaid,
    extent: notCounted,
    unit: null,
  });
  const [one, two, three, four, five, six] = entries;
  if (!one || !two || !three || !four || !five || !six) throw new Error('six boxes');
  // What lies in a box is not seen from outside; what is checked out is not expected.
  await register(office, { kind: 'folder', parentId: one.entryId });
  await clerk().call('paper.checkOut', { entryIds: [six.entryId], to: '홍', dueBackOn: null });
  const elsewhere = await register(office, {
    kind: 'box',
    parentId: (await register(office, { kind: 'site', code: 'HQ-2' })).entryId,
  });

  const { inventoryId } = await clerk().call('paper.beginInventory', { placeId: room.entryId });
  expect((await clerk().refused('paper.beginInventory', { placeId: room.entryId })).code).toBe(
    'inventory_open',
  );
  expect(await lines(inventoryId)).toHaveLength(5);
  const scan = (text: string, inId: string | null) =>
    clerk().call('paper.scanInventory', { inventoryId, text, inId });
  expect((await scan(shelf.label, null)).seen).toBe('place');
  expect((await scan(one.label, shelf.entryId)).seen).toBe('present');
  expect((await scan(one.code, shelf.entryId)).seen).toBe('again');
  // Without a shelf it is where it belongs.
  expect((await scan(two.label, null)).seen).toBe('present');
  expect((await scan(three.label, other.entryId)).seen).toBe('moved');
  expect((await scan(elsewhere.label, other.entryId)).seen).toBe('unexpected');
  expect((await scan(six.label, other.entryId)).seen).toBe('unexpected');
  expect(
    (await clerk().refused('paper.scanInventory', { inventoryId, text: 'AB0000000001', inId: null })).code,
  ).toBe('label_damaged');
  expect((await clerk().refused('paper.scanInventory', { inventoryId, text: 'HQ-2', inId: null })).code).toBe(
    'inventory_place_outside',
  );
  expect((await lines(inventoryId, 'open')).map(({ code }) => code)).toEqual([four.code, five.code]);

  expect(await clerk().call('paper.closeInventory', { inventoryId, enterPlaces: true })).toEqual({
    missing: 2,
    moved: 3,
  });
  expect((await lines(inventoryId, 'differences')).map(({ code, finding }) => [code, finding])).toEqual([
    [three.code, 'moved'],
    [four.code, 'missing'],
    [five.code, 'missing'],
    [six.code, 'unexpected'],
    [elsewhere.code, 'unexpected'],
  ]);
  const stateOf = async (entryId: string) => (await clerk().call('paper.openEntry', { entryId })).entry;
  expect((await stateOf(four.entryId)).state).toBe('missing');
  expect((await stateOf(six.entryId)).state).toBe('on_shelf');
  expect((await stateOf(elsewhere.entryId)).place.map(({ code }) => code)).toEqual(['HQ-1', 'R-1', 'S-2']);
  expect((await clerk().call('office.home', {})).paper).toEqual({
    boxes: 8,
    away: 0,
    missing: 2,
    overdueBack: 0,
  });
  expect(
    (await clerk().refused('paper.scanInventory', { inventoryId, text: one.label, inId: null })).code,
  ).toBe('inventory_closed');

  const report = async (format: 'pdf' | 'csv') =>
    Buffer.from(
      (
        await office.as('auditor').call('paper.inventoryReport', {
          ask: { inventoryId },
          format,
          languages: ['ko', 'en'],
          to: { way: 'screen' },
        })
      ).bytes ?? '',
      'base64',
    );
  const { text } = await readPdf(Uint8Array.from(await report('pdf')));
  for (const part of ['종이기록재고조사결과', four.code, five.code, '분실', 'Unexpected'])
    expect(text.join('')).toContain(part);
  const csv = (await report('csv')).toString('utf8');
  expect(csv.split('\n')[1]).toContain(`${four.code},분실`);

  // What was missing is found at the next inventory.
  const next = await clerk().call('paper.beginInventory', { placeId: shelf.entryId });
  const found = await clerk().call('paper.scanInventory', {
    inventoryId: next.inventoryId,
    text: four.label,
    inId: null,
  });
  expect(found).toMatchObject({ seen: 'unexpected', state: 'missing' });
  await clerk().call('paper.closeInventory', { inventoryId: next.inventoryId, enterPlaces: true });
  expect((await stateOf(four.entryId)).state).toBe('on_shelf');
});

it('is given up without a trace in the registry, and not taken by everybody', async () => {
  const { shelf } = await aShelf(office);
  await register(office, { kind: 'box', parentId: shelf.entryId });
  const { inventoryId } = await clerk().call('paper.beginInventory', { placeId: shelf.entryId });
  await clerk().call('paper.discardInventory', { inventoryId });
  expect((await clerk().call('office.home', {})).paper.missing).toBe(0);
  expect((await clerk().refused('paper.closeInventory', { inventoryId, enterPlaces: false })).code).toBe(
    'not_found',
  );
  expect((await office.as('operator').refused('paper.beginInventory', { placeId: shelf.entryId })).code).toBe(
    'forbidden',
  );
});
