import type { Story } from './demo-office.ts';

const nothingCounted = { coversFrom: null, coversTo: null, records: null, sheets: null, weightGrams: null };
const words = (title: string) => ({ title, note: '', formerCode: '', formRanges: [] });

/** Two shelves of an archive room: boxes of three years, one of them due, one checked out, and an inventory that missed one. */
export async function fillArchive({ call, today }: Story): Promise<void> {
  const register = async (
    kind: 'site' | 'room' | 'shelf' | 'box',
    parentId: string | null,
    code: string,
    title = '',
    unit: { ruleId: string; collectedOn: string } | null = null,
  ) => {
    const { entries } = await call('paper.registerEntries', {
      kind,
      parentId,
      code,
      words: words(title),
      extent: unit === null ? nothingCounted : { ...nothingCounted, records: 240, sheets: 1150 },
      unit,
    });
    return entries[0]?.entryId ?? '';
  };
  const site = await register('site', null, 'SEOUL-1', '서울 본점');
  const room = await register('room', site, 'B1-ARCHIVE.1', '지하 1층 문서고');
  const [left, right] = [await register('shelf', room, 'A-1'), await register('shelf', room, 'A-2')];
  const { rules } = await call('paper.listRules', {});
  const ruleId = rules.find(({ period }) => period === 'P3Y')?.ruleId ?? rules[0]?.ruleId ?? '';
  const year = Number(today.slice(0, 4));
  const boxes: string[] = [];
  for (const [index, age] of [4, 4, 3, 3, 2, 2, 1, 1].entries()) {
    const collected = year - age;
    const code = `${collected}-${String(index + 1).padStart(2, '0')}`;
    const unit = { ruleId, collectedOn: `${collected}-12-31` };
    boxes.push(
      await register('box', index < 4 ? left : right, code, `${collected}년 고객 민원·분쟁 처리 서류`, unit),
    );
  }
  const [, , out, , missing] = boxes;
  if (out === undefined || missing === undefined) throw new Error('eight boxes were registered');
  await call('paper.checkOut', { entryIds: [out], to: '고객지원팀', dueBackOn: null });
  const { inventoryId } = await call('paper.beginInventory', { placeId: right });
  for (const entryId of boxes.slice(5)) {
    const { entry } = await call('paper.openEntry', { entryId });
    await call('paper.scanInventory', { inventoryId, text: entry.label, inId: null });
  }
  await call('paper.closeInventory', { inventoryId, enterPlaces: true });
}
