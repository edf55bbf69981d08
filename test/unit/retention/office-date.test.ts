import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { dateIn } from '../../../shared/domain/retention/due-date.ts';

it.each([
  // Seoul is nine hours ahead, without daylight saving.
  ['Asia/Seoul', '2026-05-04T14:59:59.999Z', '2026-05-04'],
  ['Asia/Seoul', '2026-05-04T15:00:00Z', '2026-05-05'],
  ['Asia/Seoul', '2025-12-31T15:00:00Z', '2026-01-01'],
  ['Asia/Seoul', '2028-02-28T15:00:00Z', '2028-02-29'],
  // Berlin changes on the last Sundays of March and October: midnight is 23:00 or 22:00 UTC.
  ['Europe/Berlin', '2026-03-28T22:59:59Z', '2026-03-28'],
  ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
  // Cairo's clocks jump at midnight itself: that day begins at one o'clock.
  ['Africa/Cairo', '2026-04-23T21:59:59Z', '2026-04-23'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
  // Quarter hours, and both ends of the earth.
  ['Asia/Kathmandu', '2026-05-04T18:14:59Z', '2026-05-04'],
  ['Asia/Kathmandu', '2026-05-04T18:15:00Z', '2026-05-05'],
  ['Pacific/Kiritimati', '2026-05-04T10:00:00Z', '2026-05-05'],
  ['Pacific/Pago_Pago', '2026-05-04T10:59:59Z', '2026-05-03'],
  ['UTC', '2026-05-04T23:59:59.999Z', '2026-05-04'],
  // Samoa left out 2011-12-30 altogether.
  ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
])('in %s at %s it is %s', (zone, instant, expected) => {
  expect(dateIn(zone, Temporal.Instant.from(instant))).toBe(expected);
});

it('the date never goes back while time goes on', () => {
  const zones = fc.constantFrom('Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Africa/Cairo', 'UTC');
  // 2000 to 2060 in seconds.
  const seconds = fc.integer({ min: 946_684_800, max: 2_840_140_800 });
  fc.assert(
    fc.property(zones, seconds, fc.nat({ max: 200_000 }), (zone, start, later) => {
      const first = dateIn(zone, Temporal.Instant.fromEpochMilliseconds(start * 1000));
      const second = dateIn(zone, Temporal.Instant.fromEpochMilliseconds((start + later) * 1000));
      expect(second >= first).toBe(true);
    }),
  );
});
