import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secondsToWait } from '../../../shared/domain/office/sign-in-delay.ts';

it('doubles with each failure, up to five minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map(secondsToWait)).toEqual([
    0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300,
  ]);
});

it('never shrinks as failures are added', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), (failures) => {
      expect(secondsToWait(failures + 1)).toBeGreaterThanOrEqual(secondsToWait(failures));
    }),
  );
});
