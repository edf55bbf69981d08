import type { Answer } from '../../shared/contract/answer.ts';
import { type Bridge, malformedRequest } from '../bridge.ts';

/**
 * Answers what the page sent: `{"channel": "...", "input": ...}` as JSON text, the input passed on unread.
 *
 * `isOurs` is what the host found out about the sender. A message of anything but our own page is refused, and said aloud.
 */
export async function answerPageCall(bridge: Bridge, isOurs: boolean, message: unknown): Promise<Answer> {
  if (!isOurs) {
    console.error('A message that did not come from the page of Ashbook was refused.');
    return { ok: false, error: malformedRequest };
  }
  const call = typeof message === 'string' ? parseJson(message) : undefined;
  if (typeof call !== 'object' || call === null || !('channel' in call) || typeof call.channel !== 'string') {
    return { ok: false, error: malformedRequest };
  }
  return bridge.call(call.channel, 'input' in call ? call.input : undefined);
}

/** Undefined if it is not JSON: a thrown error would be sent to the page with the places it passed. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
