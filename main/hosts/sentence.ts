import type { CallError } from '../../shared/contract/answer.ts';
import { isMessageKey, type Text } from '../../shared/text/messages.ts';

/** What a refusal says in a terminal. Its code, if the catalogue has no such key (an older program, a newer thread). */
export function sentenceOf(error: CallError, text: Text): string {
  return isMessageKey(error.key) ? text(error.key, error.params) : error.code;
}
