import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type ExecutionWindow,
  executionWindow,
  lastOpening,
  nextOpening,
  openingAt,
  type ScheduleTerms,
  turnOfSchedule,
} from '../../../shared/domain/destruction/execution-window.ts';

const nights: ExecutionWindow = {
  weekdays: [1, 2, 3, 4, 5],
  from: '22:00',
  to: '05:00',
  whenMissed: 'next_window',
  unattended: false,
};
const terms = (changes: Partial<ExecutionWindow> = {}, validThrough = '2026-05-31'): ScheduleTerms => ({
  window: { ...nights, ...changes },
  timeZone: 'Asia/Seoul',
  validThrough,
});
const seoul = (local: string) => Temporal.ZonedDateTime.from(`${local}[Asia/Seoul]`).toInstant();
const scheduledAt = seoul('2026-05-04T10:00');
const turn = (now: string, of = terms()) => {
  const found = turnOfSchedule(of, scheduledAt, seoul(now));
  const local = (instant: Temporal.Instant | null) =>
    instant?.toZonedDateTimeISO('Asia/Seoul').toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null;
  return [found.turn, local(found.opensAt), local(found.missed)];
};

describe('a window', () => {
  it.each([
    [{ from: '22:00', to: '22:00' }, 'window_empty'],
    [{ weekdays: [] }, undefined],
    [{ weekdays: [2, 1] }, 'format'],
    [{ weekdays: [1, 1] }, 'format'],
    [{ weekdays: [8] }, undefined],
    [{ from: '24:00' }, 'time'],
  ])('is refused with %o', (changes, message) => {
    const parsed = executionWindow.safeParse({ ...nights, ...changes });
    expect(parsed.success).toBe(false);
    if (message !== undefined) expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message);
  });

  it('is open exactly in its hours, which belong to the day on which it opens', () => {
    const time = fc.integer({ min: 0, max: 1439 });
    const text = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        time,
        time,
        fc.integer({ min: 0, max: 20_000 }),
        (days, from, to, minutes) => {
          fc.pre(from !== to);
          const weekdays = days.toSorted((one, other) => one - other);
          const by = {
            window: executionWindow.parse({ ...nights, weekdays, from: text(from), to: text(to) }),
            timeZone: 'Asia/Seoul',
          };
          const now = seoul('2026-01-01T00:00').add({ minutes });
          const local = now.toZonedDateTimeISO('Asia/Seoul');
          const minute = local.hour * 60 + local.minute;
          const day = local.dayOfWeek;
          const dayBefore = day === 1 ? 7 : day - 1;
          const isOpen =
            from < to
              ? weekdays.includes(day) && minute >= from && minute < to
              : (weekdays.includes(day) && minute >= from) || (weekdays.includes(dayBefore) && minute < to);
          const open = openingAt(by, now);
          expect(open !== null).toBe(isOpen);
          const [next, last] = [nextOpening(by, now), lastOpening(by, now)];
          expect(Temporal.Instant.compare(next.opensAt, now)).toBeGreaterThanOrEqual(0);
          expect(Temporal.Instant.compare(last.closesAt, now)).toBeLessThanOrEqual(0);
          // Neither misses one in between.
          expect(openingAt(by, next.opensAt)?.opensAt.equals(next.opensAt)).toBe(true);
          expect(nextOpening(by, last.closesAt).opensAt.equals(next.opensAt) || open !== null).toBe(true);
        },
      ),
    );
  });

  it.each([
    // Berlin leaves out 02:00 to 03:00 on 29 March 2026, and has it twice on 25 October.
    ['2026-03-29', '02:00', '03:00', 'Europe/Berlin'],
    ['2026-03-29', '02:15', '02:45', 'Europe/Berlin'],
    ['2026-03-28', '22:00', '02:30', 'Europe/Berlin'],
    ['2026-03-29', '02:45', '03:15', 'Europe/Berlin'],
    ['2026-10-25', '02:00', '03:00', 'Europe/Berlin'],
    ['2026-10-25', '02:30', '02:45', 'Europe/Berlin'],
    // Lord Howe moves its clocks by half an hour; Apia never saw 30 December 2011.
    ['2026-10-04', '02:00', '02:20', 'Australia/Lord_Howe'],
    ['2011-12-29', '22:00', '05:00', 'Pacific/Apia'],
  ])('on %s from %s to %s in %s has a beginning and an end', (date, from, to, timeZone) => {
    const every = { ...nights, weekdays: [1, 2, 3, 4, 5, 6, 7], from, to };
    const midnight = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant();
    const { opensAt, closesAt } = nextOpening({ window: every, timeZone }, midnight);
    expect(Temporal.Instant.compare(opensAt, closesAt)).toBe(-1);
    expect(opensAt.until(closesAt).total('hours')).toBeLessThanOrEqual(24);
    expect(openingAt({ window: every, timeZone }, opensAt)?.closesAt.equals(closesAt)).toBe(true);
    expect(opensAt.toZonedDateTimeISO(timeZone).toPlainDate().toString()).toBe(date);
  });

  it('is found through every night of a leap year and over its end', () => {
    for (const timeZone of ['Asia/Seoul', 'Europe/Berlin', 'America/New_York']) {
      let moment = Temporal.PlainDate.from('2028-01-01').toZonedDateTime(timeZone).toInstant();
      const opened: string[] = [];
      const every = { window: { ...nights, weekdays: [1, 2, 3, 4, 5, 6, 7] }, timeZone };
      while (opened.length < 366) {
        const { opensAt, closesAt } = nextOpening(every, moment);
        opened.push(opensAt.toZonedDateTimeISO(timeZone).toPlainDate().toString());
        moment = closesAt;
      }
      expect(new Set(opened).size).toBe(366);
      expect(opened.at(-1)).toBe('2028-12-31');
      expect(opened).toContain('2028-02-29');
    }
  });
});

describe('a schedule', () => {
  it.each([
    ['2026-05-04T21:59', ['wait', '2026-05-04T22:00', null]],
    ['2026-05-04T22:00', ['in_window', '2026-05-04T22:00', null]],
    ['2026-05-05T04:59', ['in_window', '2026-05-04T22:00', null]],
    ['2026-05-05T05:00', ['wait', '2026-05-05T22:00', '2026-05-04T22:00']],
    ['2026-05-06T23:00', ['in_window', '2026-05-06T22:00', '2026-05-05T22:00']],
    // Over the weekend there is none.
    ['2026-05-09T12:00', ['wait', '2026-05-11T22:00', '2026-05-08T22:00']],
  ])('at %s: %o', (now, expected) => expect(turn(now)).toEqual(expected));

  it('is not for the window in which it was signed', () => {
    const late = seoul('2026-05-04T23:00');
    const found = turnOfSchedule(terms(), late, late);
    expect(found).toMatchObject({ turn: 'wait', missed: null });
    expect(found.opensAt?.equals(seoul('2026-05-05T22:00'))).toBe(true);
  });

  it('may begin in the window that opens on its last day, and in none after that', () => {
    const once = terms({}, '2026-05-04');
    expect(turn('2026-05-05T04:59', once)[0]).toBe('in_window');
    expect(turn('2026-05-05T05:00', once)).toEqual(['over', null, '2026-05-04T22:00']);
    expect(turn('2026-09-30T23:00', once)).toEqual(['over', null, '2026-05-04T22:00']);
  });

  it('makes up for what was missed at once where the office says so, on its last day at the latest', () => {
    const atOnce = terms({ whenMissed: 'at_start' }, '2026-05-06');
    expect(turn('2026-05-05T05:00', atOnce)).toEqual(['caught_up', '2026-05-04T22:00', '2026-05-04T22:00']);
    expect(turn('2026-05-05T22:30', atOnce)[0]).toBe('in_window');
    expect(turn('2026-05-06T21:00', atOnce)).toEqual(['caught_up', '2026-05-05T22:00', '2026-05-05T22:00']);
    expect(turn('2026-05-07T05:00', atOnce)).toEqual(['over', null, '2026-05-06T22:00']);
  });
});
