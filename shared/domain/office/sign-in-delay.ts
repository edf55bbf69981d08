/**
 * Seconds to wait after the n-th failed sign-in in a row: 1, 2, 4, 8 ... up to five minutes. Slow enough that guessing is
 * hopeless, short enough that a clerk who mistyped is not locked out (NIST SP 800-63B-4 section 3.2.2, rate limiting).
 */
export function secondsToWait(failures: number): number {
  if (failures < 1) return 0;
  return Math.min(300, 2 ** Math.min(failures - 1, 9));
}
