import { describe, expect, it } from 'vitest';
import { KeySlab } from '../../../main/storage/key-slab.ts';
import {
  keyIdOf,
  open,
  type PayloadPlace,
  seal,
  sealedPayloadOverhead,
} from '../../../main/storage/sealed-payload.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { isRefused } from './refused.ts';

const slab = new KeySlab();
const [keyId = '', otherId = ''] = slab.add(2);
const keys = {
  withDataKey<Result>(id: string, use: (key: Buffer) => Result): Result {
    const key = slab.key(id);
    if (key === undefined) throw new Refusal('data_key_destroyed');
    return use(key);
  },
};
const place: PayloadPlace = { table: 'person', column: 'body', rowId: 'a' };
const text = Buffer.from('홍길동, 010-1234-5678');

describe('a sealed payload', () => {
  it('opens in its place', () => {
    const sealed = seal(keys, keyId, place, text);
    expect(open(keys, place, sealed).equals(text)).toBe(true);
    expect(sealed.length).toBe(text.length + sealedPayloadOverhead);
    expect(keyIdOf(sealed)).toBe(keyId);
  });

  it('does not open in another place, not even one whose parts join to the same text', () => {
    const sealed = seal(keys, keyId, place, text);
    const others: Partial<PayloadPlace>[] = [
      { rowId: 'b' },
      { column: 'photo' },
      { table: 'guardian' },
      { table: 'personb', column: 'ody' },
    ];
    for (const other of others)
      isRefused(() => open(keys, { ...place, ...other }, sealed), 'payload_damaged');
  });

  it('names every flipped bit', () => {
    const sealed = seal(keys, keyId, place, text);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // A flip in the key id names a key that does not exist.
      const inKeyId = bit >= 8 && bit < 17 * 8;
      isRefused(() => open(keys, place, flipped), inKeyId ? 'data_key_destroyed' : 'payload_damaged');
    }
    for (let length = 0; length < sealedPayloadOverhead; length += 1) {
      isRefused(() => open(keys, place, sealed.subarray(0, length)), 'payload_damaged');
    }
  });

  it('cannot be passed off as sealed with another key, and is lost with its key', () => {
    const sealed = seal(keys, keyId, place, text);
    const renamed = Buffer.from(sealed);
    renamed.set(Buffer.from(otherId, 'hex'), 1);
    isRefused(() => open(keys, place, renamed), 'payload_damaged');
    const rest = slab.without(new Set([keyId]));
    const left = {
      withDataKey: <Result>(id: string, use: (key: Buffer) => Result) => {
        const key = rest.key(id);
        if (key === undefined) throw new Refusal('data_key_destroyed');
        return use(key);
      },
    };
    isRefused(() => open(left, place, sealed), 'data_key_destroyed');
  });
});
