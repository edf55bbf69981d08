import { useEffect, useState } from 'react';

/**
 * Counts down the seconds that must pass before the next attempt, as the records thread named them. It enforces nothing: an
 * attempt made too early is refused there.
 */
export function useWaiting(): { seconds: number; wait(seconds: number): void } {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = window.setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => window.clearTimeout(timer);
  }, [seconds]);
  return { seconds, wait: (next) => setSeconds(Math.ceil(next)) };
}
