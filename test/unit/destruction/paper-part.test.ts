import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOutcome } from '../../../shared/domain/destruction/paper-batch.ts';
import { checkPart, goesInto, partWays, sheetsLeft } from '../../../shared/domain/destruction/paper-part.ts';
import { batchMethods, checkLevel } from '../../../shared/domain/destruction/paper-security.ts';

const way = fc.constantFrom(...partWays);
const count = fc.integer({ min: 1, max: 5000 });
const codeOf = (deed: () => void): string | undefined => {
  try {
    deed();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a part of a record', () => {
  it('is done by its own means, and whole records and cut-out sheets by a machine', () => {
    expect(batchMethods.filter((method) => goesInto(method, 'mask'))).toEqual(['mask']);
    expect(batchMethods.filter((method) => goesInto(method, 'punch'))).toEqual(['punch']);
    for (const each of ['cut_out', null] as const)
      expect(batchMethods.filter((method) => goesInto(method, each))).toEqual(['shred', 'incinerate']);
  });

  it('leaves what was not cut out, and never less than nothing', () => {
    fc.assert(
      fc.property(way, count, count, (how, whole, sheets) => {
        const left = sheetsLeft(whole, how, sheets);
        expect(left).toBe(how === 'cut_out' ? Math.max(0, whole - sheets) : whole);
        expect(sheetsLeft(null, how, sheets)).toBeNull();
      }),
    );
  });

  it('is smaller than the whole where sheets leave it, and never larger', () => {
    fc.assert(
      fc.property(way, count, count, (how, sheets, sheetsOfWhole) => {
        const expected =
          sheets > sheetsOfWhole
            ? 'part_larger_than_whole'
            : how === 'cut_out' && sheets === sheetsOfWhole
              ? 'part_is_whole'
              : undefined;
        expect(codeOf(() => checkPart({ way: how, sheets, sheetsOfWhole }))).toBe(expected);
        expect(codeOf(() => checkPart({ way: how, sheets, sheetsOfWhole: null }))).toBeUndefined();
      }),
    );
  });
});

describe('what comes of a batch by hand', () => {
  it('is counted, makes no particles, and leaves nothing over where it was only covered', () => {
    expect(codeOf(() => checkOutcome('mask', 'grams', 'none'))).toBe('hand_work_is_counted');
    expect(codeOf(() => checkOutcome('mask', 'sheets', 'recycled'))).toBe('residue_of_masking');
    expect(codeOf(() => checkOutcome('punch', 'sheets', 'none'))).toBe('residue_missing');
    expect(codeOf(() => checkOutcome('shred', 'grams', 'none'))).toBe('residue_missing');
    expect(codeOf(() => checkOutcome('mask', 'sheets', 'none'))).toBeUndefined();
    expect(codeOf(() => checkOutcome('punch', 'sheets', 'incinerated'))).toBeUndefined();
    expect(codeOf(() => checkLevel('mask', null, 'P-7'))).toBeUndefined();
  });
});
