import { describe, expect, it } from 'vitest';
import {
  canStillBeRead,
  copyReference,
  endingsOf,
  knownCopyKinds,
  plaintextKinds,
} from '../../../shared/domain/office/known-copy.ts';

describe('a copy', () => {
  it.each(plaintextKinds)('in plaintext (%s) can be read until it is destroyed or returned', (kind) => {
    const of = (how: 'destroyed' | 'returned' | 'lost' | null) =>
      canStillBeRead({ kind, how, epoch: null }, 7);
    expect([of(null), of('lost'), of('returned'), of('destroyed')]).toEqual([true, true, false, false]);
  });

  it('of the keys opens what was destroyed until it holds a later epoch, lost or not', () => {
    const of = (epoch: number, how: 'destroyed' | 'lost' | null = null) =>
      canStillBeRead({ kind: 'vault_copy', how, epoch }, 7);
    expect([of(6), of(7), of(8)]).toEqual([true, false, false]);
    expect([of(6, 'lost'), of(6, 'destroyed')]).toEqual([true, false]);
  });

  it('that is a backup opens nothing by itself', () => {
    expect(canStillBeRead({ kind: 'backup', how: null, epoch: 3 }, 7)).toBe(false);
  });

  it('of keys or a backup is not returned, anything else may be', () => {
    for (const kind of knownCopyKinds) {
      expect([kind, endingsOf(kind).includes('returned')]).toEqual([
        kind,
        kind !== 'backup' && kind !== 'vault_copy',
      ]);
      expect(endingsOf(kind)).toContain('lost');
    }
  });

  it('has a reference that sorts', () => {
    expect([copyReference(1), copyReference(12345)]).toEqual(['KC-0001', 'KC-12345']);
  });
});
