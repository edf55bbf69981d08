import type { Answer, RecordsEvent } from '../../../shared/contract/answer.ts';

/** Names of the two things the host and the page share before `window.ashbook` exists. */
export const bindingName = 'ashbookHostCall';
export const eventName = 'ashbook-records-event';

/**
 * Makes `window.ashbook`. Runs inside the page before its first script, so it may use nothing but its argument.
 *
 * It is read-only and frozen: a script that got into the page could call, as it could anyway, but not replace the door.
 */
export function installPageApi(names: { bindingName: string; eventName: string }): void {
  if (window.top !== window) return;
  const send: unknown = Reflect.get(window, names.bindingName);
  if (typeof send !== 'function') return;
  const api = {
    async call(channel: string, input: unknown): Promise<Answer> {
      const answer: Answer = JSON.parse(await send(JSON.stringify({ channel, input })));
      return answer;
    },
    on(listener: (event: RecordsEvent) => void): () => void {
      const hear = (event: Event) => {
        if (event instanceof CustomEvent) listener(event.detail);
      };
      window.addEventListener(names.eventName, hear);
      return () => window.removeEventListener(names.eventName, hear);
    },
    host: Object.freeze({ name: 'chromium' }),
  };
  Object.defineProperty(window, 'ashbook', { value: Object.freeze(api), enumerable: true });
}
