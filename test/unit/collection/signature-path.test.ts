import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxSize, signatureOfInk, signatureOfStrokes } from '../../../renderer/collection/signature-path.ts';
import { signature } from '../../../shared/domain/collection/consent.ts';

describe('a drawn signature', () => {
  it('is nothing where nothing was drawn', () => {
    expect(signatureOfStrokes([])).toBeNull();
    expect(signatureOfStrokes([[]])).toBeNull();
  });

  it('is a curve through its points, in whole numbers', () => {
    const drawn = signatureOfStrokes([
      [
        { x: 10, y: 20 },
        { x: 40, y: 50.3 },
      ],
      [{ x: 100, y: 80 }],
    ]);
    expect(drawn).toEqual({ ...boxSize, path: 'M40 80C60 100 140 181 160 201M400 320L400 320' });
  });

  it('is one the contract takes, whatever is drawn and however long', () => {
    const point = fc.record({
      x: fc.double({ min: -40, max: 560, noNaN: true }),
      y: fc.double({ min: -40, max: 240, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { maxLength: 200 }), { minLength: 1, maxLength: 8 }),
        (strokes) => {
          const drawn = signatureOfStrokes(strokes);
          if (drawn !== null) expect(signature.safeParse(drawn).success).toBe(true);
        },
      ),
    );
    const scribble = Array.from({ length: 30_000 }, (_, index) => ({ x: index % 480, y: (index * 7) % 160 }));
    const drawn = signatureOfStrokes([scribble]);
    expect(signature.safeParse(drawn).success).toBe(true);
    expect(drawn?.path).toMatch(/ 2?\d{1,3} \d{1,3}$/);
  });
});

describe('a typed signature', () => {
  it('is nothing without ink', () => {
    expect(signatureOfInk(() => false)).toBeNull();
  });

  it('is lines as long as the ink', () => {
    const bar = signatureOfInk((x, y) => y === 6 && x >= 100 && x <= 200);
    expect(bar).toEqual({ ...boxSize, path: 'M104 6L196 6' });
  });

  it('is one the contract takes, even from the densest ink', () => {
    const checkered = signatureOfInk((x, y) => (x + y) % 2 === 0);
    expect(signature.safeParse(checkered).success).toBe(true);
  });
});
