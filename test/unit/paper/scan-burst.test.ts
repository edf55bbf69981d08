import { describe, expect, it } from 'vitest';
import { grow, isEndedBy, noBurst, signOf } from '../../../shared/domain/paper/scan-burst.ts';

/** Types signs with the same pause between them; answers what is taken for a scan when Enter follows. */
function typed(text: string, pause: number): string | null {
  let at = 1000;
  let burst = noBurst;
  for (const sign of text) {
    burst = grow(burst, sign, at);
    at += pause;
  }
  return isEndedBy(burst, at) ? burst.signs : null;
}

describe('a burst', () => {
  it('is what a scanner types', () => {
    expect(typed('AB0000079444', 5)).toBe('AB0000079444');
    expect(typed('AB0000079444', 45)).toBe('AB0000079444');
  });
  it('is not what a person types, however fast', () => {
    expect(typed('AB0000079444', 80)).toBeNull();
  });
  it('leaves out what stood before it, and a key held down', () => {
    let burst = grow(noBurst, 'x', 0);
    for (const [index, sign] of [...'AB12'].entries()) burst = grow(burst, sign, 500 + index * 10);
    expect(burst.signs).toBe('AB12');
    expect(typed('a'.repeat(60), 30)?.length).toBeLessThan(40);
  });
  it('without a sign is none', () => {
    expect(isEndedBy(noBurst, 0)).toBe(false);
  });
});

describe('a key', () => {
  it.each([
    [{ key: 'A', code: 'KeyA' }, 'A'],
    [{ key: '7', code: 'Digit7' }, '7'],
    // While an input method holds it back.
    [{ key: 'Process', code: 'KeyB' }, 'B'],
    [{ key: 'ㅁ', code: 'KeyA' }, 'A'],
    [{ key: 'Process', code: 'Digit0' }, '0'],
    // A French keyboard types digits with Shift; the sign counts, not the key.
    [{ key: '1', code: 'Digit1' }, '1'],
    [{ key: 'Shift', code: 'ShiftLeft' }, null],
    [{ key: ' ', code: 'Space' }, null],
  ])('%j is %s', (key, sign) => {
    expect(signOf(key)).toBe(sign);
  });
});
