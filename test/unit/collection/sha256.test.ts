import { createHash } from 'node:crypto';
import { assert, array as fcArray, property, uint8Array } from 'fast-check';
import { expect, it } from 'vitest';
import { Sha256 } from '../../../renderer/collection/sha256.ts';

it('is SHA-256, however the bytes come', () => {
  assert(
    property(fcArray(uint8Array({ maxLength: 200 }), { maxLength: 8 }), (parts) => {
      const ours = new Sha256();
      const theirs = createHash('sha256');
      for (const part of parts) {
        ours.update(part);
        theirs.update(part);
      }
      expect(ours.digest()).toBe(theirs.digest('hex'));
    }),
    { numRuns: 1000 },
  );
});

it('also at the lengths at which its padding changes', () => {
  for (let length = 0; length <= 130; length += 1) {
    const bytes = new Uint8Array(length).fill(length);
    const ours = new Sha256();
    ours.update(bytes);
    expect(ours.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
