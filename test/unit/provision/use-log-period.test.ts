import { expect, it } from 'vitest';
import {
  accessRecordPeriod,
  accessRecordsKeptFrom,
} from '../../../shared/domain/provision/use-log-period.ts';

it.each([
  [49_999, false, 'P1Y'],
  [50_000, false, 'P2Y'],
  [1, true, 'P2Y'],
  [0, false, 'P1Y'],
] as const)('%i people, special items %s: %s', (people, hasSpecialItems, period) => {
  expect(accessRecordPeriod({ people, hasSpecialItems })).toBe(period);
});

it.each([
  ['P1Y', '2026-05-04', '2025-05-04'],
  ['P2Y', '2026-05-04', '2024-05-04'],
  // The year before has no such day: the month's last one.
  ['P1Y', '2028-02-29', '2027-02-28'],
] as const)('%s on %s: kept from %s', (period, today, from) => {
  expect(accessRecordsKeptFrom(period, today)).toBe(from);
});
