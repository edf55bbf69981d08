import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { capture, type PublishedForm, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { setByTwo } from '../fixtures/retention-setting.ts';

/** What runs by the clock while the office stays open: the timer itself, looked at once a minute. */
let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  office = await openTestOffice();
  form = await publishMembership(office);
  office.confirmsDates = false;
});
afterEach(async () => {
  await office.remove();
  vi.useRealTimers();
});

/** A minute later by the timer, at this moment by the clock; answers what the operating system is told. */
async function minuteAt(instant: string) {
  office.clock.set(instant);
  const before = office.events.length;
  vi.advanceTimersByTime(60_000);
  // In turn behind what the timer has asked for.
  for (const name of ['tended', 'attended', 'backed up']) await office.thread.whenIdle(name, () => undefined);
  return office.events.slice(before).filter(({ event }) => event === 'notice');
}

/** Given on this day, kept for a year. */
const given = (name: string, givenOn: string) => capture(office, form, { name, givenOn });
const fellDue = () =>
  office.storage.database.value<number>(
    `SELECT coalesce(sum(entry ->> '$.about.units'), 0) FROM audit_entries WHERE entry ->> '$.code' = 'retention.units_fell_due'`,
  );
const sweeps = () =>
  office.storage.database
    .all<{ entry: string }>(
      "SELECT entry FROM audit_entries WHERE entry LIKE '%units_fell_due%' ORDER BY sequence",
    )
    .map(({ entry }) => JSON.parse(entry).about);

describe('at the office’s midnight', () => {
  it('what falls due is found once, behind the lock too, and said in numbers alone', async () => {
    // Due on 2026-05-05, which begins in Seoul at 15:00 UTC.
    const { personId } = await given('김하나', '2025-05-04');
    await office.call('office.lock', {});
    expect(await minuteAt('2026-05-04T14:59:00.000Z')).toEqual([]);
    expect(fellDue()).toBe(0);
    const said = await minuteAt('2026-05-04T15:00:00.000Z');
    expect(said).toEqual([{ event: 'notice', due: 1, late: 0, lateSoon: 0 }]);
    expect(JSON.stringify(office.events)).not.toMatch(new RegExp(`김하나|${personId}`));
    expect(await minuteAt('2026-05-04T15:01:00.000Z')).toEqual([]);
    expect(sweeps()).toEqual([{ units: 1, on: '2026-05-05' }]);
  });

  it('it says what is about to be late before it is, and what is, day by day', async () => {
    await given('김하나', '2025-05-04');
    const days = ['05', '06', '07', '08', '09', '10', '11'];
    const said = [];
    for (const day of days) said.push((await minuteAt(`2026-05-${day}T01:00:00.000Z`))[0]);
    // Five days from 2026-05-05 on: late from the 11th.
    expect(said).toEqual([
      { event: 'notice', due: 1, late: 0, lateSoon: 0 },
      undefined,
      undefined,
      undefined,
      { event: 'notice', due: 0, late: 0, lateSoon: 1 },
      { event: 'notice', due: 0, late: 0, lateSoon: 1 },
      { event: 'notice', due: 0, late: 1, lateSoon: 0 },
    ]);
  });

  it('nothing is said where the office wants no notices, and nothing to whoever opens it: they see the desk', async () => {
    await given('김하나', '2025-05-04');
    await office.as('reviewer').call('retention.setNotices', { notifies: false });
    expect(await minuteAt('2026-05-05T01:00:00.000Z')).toEqual([]);
    expect(fellDue()).toBe(1);
    await office.call('retention.setNotices', { notifies: true });
    await office.restart();
    office.clock.set('2026-05-06T01:00:00.000Z');
    await office.as('reviewer').call('office.home', {});
    expect(office.events.filter(({ event }) => event === 'notice')).toEqual([]);
  });

  it.each([
    // The night in which Berlin's clocks go forward: the 29th begins at 23:00 UTC and has 23 hours.
    ['Europe/Berlin', '2025-03-28', '2026-03-28T22:59:00.000Z', '2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['Europe/Berlin', '2025-03-29', '2026-03-29T21:59:00.000Z', '2026-03-29T22:00:00.000Z', '2026-03-30'],
    // Back again: the 25th of October has 25 hours.
    ['Europe/Berlin', '2025-10-24', '2026-10-24T21:59:00.000Z', '2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['Europe/Berlin', '2025-10-25', '2026-10-25T22:59:00.000Z', '2026-10-25T23:00:00.000Z', '2026-10-26'],
    // Collected on the last day of the year, and on the last day of February before and in a leap year.
    ['Asia/Seoul', '2026-12-30', '2027-12-30T14:59:00.000Z', '2027-12-30T15:00:00.000Z', '2027-12-31'],
    ['Asia/Seoul', '2026-12-31', '2027-12-31T14:59:00.000Z', '2027-12-31T15:00:00.000Z', '2028-01-01'],
    ['Asia/Seoul', '2027-02-28', '2028-02-28T14:59:00.000Z', '2028-02-28T15:00:00.000Z', '2028-02-29'],
    // The year after 29 February ends on the 28th.
    ['Asia/Seoul', '2028-02-29', '2029-02-28T14:59:00.000Z', '2029-02-28T15:00:00.000Z', '2029-03-01'],
  ])('in %s, collected on %s: not at %s, at %s it is %s', async (zone, givenOn, before, midnight, today) => {
    await office.remove();
    office = await openTestOffice(before);
    await office.as('reviewer').call('office.home', {});
    office.storage.database.run('UPDATE office SET time_zone = ?', [zone]);
    await office.restart();
    form = await publishMembership(office);
    await given('김하나', givenOn);
    await minuteAt(before);
    expect(fellDue()).toBe(0);
    expect(await minuteAt(midnight)).toEqual([{ event: 'notice', due: 1, late: 0, lateSoon: 0 }]);
    expect(sweeps()).toEqual([{ units: 1, on: today }]);
  });
});

it('after a sleep of days everything missed is found at the first look, once', async () => {
  await given('김하나', '2025-05-04');
  await given('김두리', '2025-05-05');
  await minuteAt('2026-05-04T02:00:00.000Z');
  // Within what the office allows: from Monday to Thursday.
  expect(await minuteAt('2026-05-07T01:30:00.000Z')).toEqual([
    { event: 'notice', due: 2, late: 0, lateSoon: 0 },
  ]);
  expect(sweeps()).toEqual([{ units: 2, on: '2026-05-07' }]);
  await minuteAt('2026-05-07T01:31:00.000Z');
  expect(sweeps()).toHaveLength(1);
});

it('a clock that jumps while the office is open is doubted: nothing falls due, nothing is said; set right it goes on', async () => {
  await given('김하나', '2025-05-04');
  await minuteAt('2026-05-04T02:00:00.000Z');
  for (const wrong of ['2026-06-04T02:00:00.000Z', '2026-05-03T23:00:00.000Z']) {
    expect(await minuteAt(wrong)).toEqual([]);
    expect(fellDue()).toBe(0);
    expect((await office.as('reviewer').call('retention.clockState', {})).trouble).not.toBeNull();
  }
  await minuteAt('2026-05-05T02:00:00.000Z');
  expect(sweeps()).toEqual([{ units: 1, on: '2026-05-05' }]);
});

it('two people may allow more days before a date is doubted, and a sleep that long is caught up with', async () => {
  await given('김하나', '2025-05-04');
  await setByTwo(office, { setting: 'clock_limit', days: 10 });
  await minuteAt('2026-05-04T02:00:00.000Z');
  await minuteAt('2026-05-12T02:00:00.000Z');
  expect(sweeps()).toEqual([{ units: 1, on: '2026-05-12' }]);
});
