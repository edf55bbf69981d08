import { expect, it } from 'vitest';
import { anomaliesOf, manyPeople, type WatchedUse } from '../../../shared/domain/provision/use-anomaly.ts';

/** Monday, 10:00 in Seoul, and so many minutes later. */
const use = (minutes: number, personId: string, change: Partial<WatchedUse> = {}): WatchedUse => ({
  useId: `${minutes} ${personId}`,
  at: new Date(Date.UTC(2026, 4, 4, 1, minutes)).toISOString(),
  userId: 'u',
  personId,
  reason: 'serve_person',
  hasTask: true,
  ...change,
});
const found = (uses: WatchedUse[]) => [...anomaliesOf(uses, 'Asia/Seoul').values()].flat();
const crowd = (count: number, everyMinutes: number) =>
  Array.from({ length: count }, (_, index) => use(index * everyMinutes, `p${index}`));

it('sees many people in a short time, and not as many in a long one, nor one person often, nor two users together', () => {
  expect(found(crowd(manyPeople.people + 1, 0))).toHaveLength(manyPeople.people + 1);
  expect(found(crowd(manyPeople.people, 0))).toEqual([]);
  expect(found(crowd(40, 1))).toEqual([]);
  expect(found(Array.from({ length: 40 }, () => use(0, 'same')))).toEqual([]);
  const two = crowd(30, 0).map((one, index) => ({ ...one, userId: `u${index % 2}` }));
  expect(found(two)).toEqual([]);
});

it('sees evenings and weekends in the office’s own time', () => {
  expect(found([use(0, 'p', { at: '2026-05-04T11:00:00.000Z' })])).toEqual(['outside_hours']);
  expect(found([use(0, 'p', { at: '2026-05-04T10:59:00.000Z' })])).toEqual([]);
  expect(found([use(0, 'p', { at: '2026-05-03T21:59:00.000Z' })])).toEqual(['outside_hours']);
  expect(found([use(0, 'p', { at: '2026-05-03T22:00:00.000Z' })])).toEqual([]);
  expect(found([use(0, 'p', { at: '2026-05-02T01:00:00.000Z' })])).toEqual(['outside_hours']);
});

it('sees what was opened for a task that nothing came of', () => {
  expect(found([use(0, 'p', { hasTask: false })])).toEqual(['without_task']);
});
