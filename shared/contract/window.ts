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

/** The screen on which a guardian's or person's document is photographed: the only one a host lets use the camera. */
export const cameraScreen = '/collection/capture';

/** Whether the address of our own page shows that screen. */
export function showsCameraScreen(address: string): boolean {
  const screen = new URL(address).hash.slice(1).split('?')[0] ?? '';
  return screen === cameraScreen || screen.startsWith(`${cameraScreen}/`);
}
