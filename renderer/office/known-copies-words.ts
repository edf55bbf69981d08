import type { Text } from '../../shared/text/messages.ts';
import { notify } from '../components/index.ts';

/** Says which completions were issued because a copy was the last one a certificate waited for. */
export function sayCompletions(
  text: Text,
  list: (items: readonly string[]) => string,
  completions: readonly string[],
): void {
  if (completions.length > 0) notify(text('office.known_copies.completed', { numbers: list(completions) }));
}
