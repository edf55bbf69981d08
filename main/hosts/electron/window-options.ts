import type { BrowserWindowConstructorOptions } from 'electron';

/**
 * Without the `persist:` prefix a partition lives in memory: no cache, cookie or storage of the page reaches a disk.
 */
export const pagePartition = 'ashbook';

/** The main window. Every setting that keeps the page away from the computer is written out, defaults included. */
export function windowOptions(options: {
  preload: string;
  devTools: boolean;
  size: { width?: number; height?: number };
}): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 860,
    ...options.size,
    minWidth: 800,
    minHeight: 600,
    // Shown when there is something to see.
    show: false,
    title: 'Ashbook',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      partition: pagePartition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      // The spelling checker fetches dictionaries and keeps words a person added.
      spellcheck: false,
      devTools: options.devTools,
    },
  };
}
