/**
 * Tells what a scanner types from what a person types. A keyboard-wedge scanner types a whole label within a fraction of a second
 * and ends it with Enter or Tab; nobody types twelve signs at 50 ms each. What is not a burst is none of our business.
 */

/** The longest pause between two keys of one burst, milliseconds: slow Bluetooth scanners take some 40. */
const longestPause = 60;
/** Longer than any label; what goes on beyond it is a key held down. */
const mostSigns = 40;

export interface Burst {
  readonly signs: string;
  /** When its last key came. */
  readonly at: number;
}

export const noBurst: Burst = { signs: '', at: Number.NEGATIVE_INFINITY };

/** The burst after one more sign. A pause, or a burst that has become too long, begins anew. */
export function grow(burst: Burst, sign: string, at: number): Burst {
  const goesOn = at - burst.at <= longestPause && burst.signs.length < mostSigns;
  return { signs: (goesOn ? burst.signs : '') + sign, at };
}

/** Whether the key that ends a scan still belongs to the burst. */
export function isEndedBy(burst: Burst, at: number): boolean {
  return burst.signs !== '' && at - burst.at <= longestPause;
}

/**
 * The sign a key stands for, by the key itself where an input method holds the letters back: with a Korean keyboard switched to
 * Hangul, a scanner's `AB` arrives as half a syllable. Null for keys that write nothing.
 */
export function signOf({ key, code }: { key: string; code: string }): string | null {
  if (/^[A-Za-z0-9._/-]$/.test(key)) return key;
  const physical = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code);
  if (physical !== null) return physical[1] ?? physical[2] ?? null;
  if (code === 'Minus' || code === 'NumpadSubtract') return '-';
  return null;
}
