import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSessionSend } from './session.ts';

/** Minutes without a key or a movement of the pointer after which the desk locks itself. */
export const idleMinutes = 10;

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * Locks the desk when nobody has touched it for `idleMinutes`. While long work runs the lock waits for its end: whoever started
 * a destruction is to see what came of it.
 */
export function useIdleLock(): void {
  const client = useQueryClient();
  const { mutate: lock } = useSessionSend('office.lock');
  useEffect(() => {
    let timer = 0;
    const rest = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (client.isMutating() > 0) rest();
        else lock({});
      }, idleMinutes * 60_000);
    };
    rest();
    for (const sign of signsOfLife) window.addEventListener(sign, rest, { capture: true, passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, rest, { capture: true });
    };
  }, [client, lock]);
}
