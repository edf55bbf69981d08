import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { clockTroubleOf } from '../../../shared/domain/retention/clock-trouble.ts';

const moment = fc
  .integer({ min: 0, max: 2_000_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

it('believes exactly the hour before and the days after the latest moment seen', () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: -4_000_000, max: 4_000_000 }),
      (seenAt, limitDays, seconds) => {
        const trouble = clockTroubleOf(seenAt, seenAt.add({ seconds }), limitDays);
        const expected = seconds < -3600 ? 'back' : seconds > limitDays * 86_400 ? 'forward' : null;
        expect(trouble).toBe(expected);
      },
    ),
  );
});

it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'])(
  'the change of daylight saving time in %s is no trouble',
  (zone) => {
    for (let day = Temporal.PlainDate.from('2026-01-01'); day.year === 2026; day = day.add({ days: 1 })) {
      const from = day.toZonedDateTime(zone).toInstant();
      const to = day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
      expect(clockTroubleOf(from, to, 3)).toBeNull();
    }
  },
);
