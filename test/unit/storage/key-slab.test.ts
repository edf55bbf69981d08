import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomBytes } from '../../../main/storage/cryptography.ts';
import { KeySlab, keyIdBytes, slabEntryBytes } from '../../../main/storage/key-slab.ts';

it('behaves like a map of ids to keys, whatever is added, cut off and dropped', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), count: fc.integer({ min: 0, max: 40 }) }),
    fc.record({ do: fc.constant('truncate' as const), keep: fc.integer({ min: 0, max: 60 }) }),
    fc.record({ do: fc.constant('drop' as const), every: fc.integer({ min: 1, max: 5 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let slab = new KeySlab(1);
      let expected: [string, string][] = [];
      for (const taken of steps) {
        if (taken.do === 'add') {
          for (const id of slab.add(taken.count))
            expected.push([id, slab.key(id)?.toString('hex') ?? 'none']);
        } else if (taken.do === 'truncate') {
          const keep = Math.min(taken.keep, expected.length);
          slab.truncate(keep);
          expected = expected.slice(0, keep);
        } else {
          const dropped = new Set(expected.filter((_, index) => index % taken.every === 0).map(([id]) => id));
          const rest = slab.without(dropped);
          for (const id of dropped) expect(rest.has(id)).toBe(false);
          slab.close();
          slab = rest;
          expected = expected.filter(([id]) => !dropped.has(id));
        }
        expect(slab.count).toBe(expected.length);
        for (const [id, key] of expected) expect(slab.key(id)?.toString('hex')).toBe(key);
        const again = KeySlab.from(slab.view());
        expect([...(again?.keys() ?? [])].map((key) => key.toString('hex'))).toEqual(
          expected.map(([, key]) => key),
        );
      }
    }),
    { numRuns: 60 },
  );
});

it('zeroes keys that are cut off, and all of them when closed', () => {
  const slab = new KeySlab(8);
  const ids = slab.add(3);
  const views = ids.map((id) => slab.key(id));
  slab.truncate(2);
  expect(views[2]?.every((byte) => byte === 0)).toBe(true);
  expect(views[1]?.every((byte) => byte === 0)).toBe(false);
  slab.close();
  for (const view of views) expect(view?.every((byte) => byte === 0)).toBe(true);
  expect(slab.has(ids[0] ?? '')).toBe(false);
});

it('refuses serialised entries of a wrong length or with an id twice', () => {
  expect(KeySlab.from(Buffer.alloc(slabEntryBytes + 1))).toBeUndefined();
  const entry = randomBytes(slabEntryBytes);
  const sameId = randomBytes(slabEntryBytes);
  entry.copy(sameId, 0, 0, keyIdBytes);
  expect(KeySlab.from(Buffer.concat([entry, sameId]))).toBeUndefined();
});

it('finds ids that share the bytes they are hashed by', () => {
  const entries = Array.from({ length: 50 }, () => {
    const entry = randomBytes(slabEntryBytes);
    entry.fill(7, 0, 4);
    return entry;
  });
  const slab = KeySlab.from(Buffer.concat(entries));
  for (const entry of entries) {
    expect(slab?.key(entry.toString('hex', 0, keyIdBytes))?.equals(entry.subarray(keyIdBytes))).toBe(true);
  }
});

it('without nothing is a slab of its own', () => {
  const slab = new KeySlab(2);
  const ids = slab.add(50);
  const rest = slab.without(new Set(['00'.repeat(16)]));
  const [more = ''] = rest.add(1);
  expect(rest.count).toBe(51);
  expect(slab.has(more)).toBe(false);
  const keys = ids.map((id) => slab.key(id)?.toString('hex'));
  slab.close();
  expect(ids.map((id) => rest.key(id)?.toString('hex'))).toEqual(keys);
});
