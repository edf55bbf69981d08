import { useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import { CallFailure } from '../app/call.ts';
import { useWaiting } from './waiting.ts';

/**
 * One attempt after another with a password, at the door or at the lock: what is wrong goes next to the password, what has
 * nothing to do with it into `failure`, and `seconds` counts down until the next attempt is listened to.
 */
export function useAttempt(): {
  seconds: number;
  failure: CallError | null;
  /** What the password field has to say: that it was wrong, or that this attempt came too early. */
  refusal: 'wrong' | 'too_early' | null;
  attempt(send: () => Promise<unknown>): Promise<boolean>;
} {
  const { seconds, wait } = useWaiting();
  const [error, setError] = useState<CallError | null>(null);
  const refusal =
    error?.code === 'wrong_password'
      ? 'wrong'
      : error?.code === 'wait_before_next_attempt'
        ? 'too_early'
        : null;
  return {
    seconds,
    failure: refusal === null ? error : null,
    refusal,
    attempt: async (send) => {
      setError(null);
      try {
        await send();
        return true;
      } catch (thrown) {
        if (!(thrown instanceof CallFailure)) throw thrown;
        setError(thrown.error);
        const toWait = thrown.error.params.seconds;
        if (typeof toWait === 'number') wait(toWait);
        return false;
      }
    },
  };
}
