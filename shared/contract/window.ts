import type { Answer, RecordsEvent } from './answer.ts';

/** Everything a page has besides the web platform: `window.ashbook`. The same on every host that has a window. */
export interface AshbookWindow {
  /** One call to the records thread. Always answered, never rejected: a lost records thread is an answer too. */
  call(channel: string, input: unknown): Promise<Answer>;
  /** Hears what the records thread says without being asked. Returns the function that stops listening. */
  on(listener: (event: RecordsEvent) => void): () => void;
  /** Which shell the page runs in. Nothing but the help page should depend on it. */
  readonly host: { readonly name: 'electron' | 'chromium' };
}

declare global {
  interface Window {
    readonly ashbook: AshbookWindow;
  }
}

/**
 * The screens on which a host lets use the camera, and no other: where documents are photographed, where labels are scanned, and where
 * the paper of an order is destroyed.
 */
const cameraScreens = ['/collection/capture', '/paper'] as const;

/** Whether the address of our own page shows one of them. */
export function showsCameraScreen(address: string): boolean {
  const screen = new URL(address).hash.slice(1).split('?')[0] ?? '';
  if (/^\/destruction\/[^/]+\/paper$/.test(screen)) return true;
  return cameraScreens.some((each) => screen === each || screen.startsWith(`${each}/`));
}
