import Store from 'electron-store';

/** What this computer remembers of the window, in CSS pixels. Never anything of the office. */
interface WindowSize {
  width: number;
  height: number;
}

export interface WindowPreferences {
  /** Empty until the window was closed once. */
  size(): Partial<WindowSize>;
  rememberSize(size: WindowSize): void;
}

/** Opens the preferences file in Electron's user data folder; a file that cannot be read counts as empty. */
export function openPreferences(): WindowPreferences {
  const store = new Store<{ size?: WindowSize }>({
    name: 'window',
    clearInvalidConfig: true,
    schema: {
      size: {
        type: 'object',
        properties: { width: { type: 'integer', minimum: 1 }, height: { type: 'integer', minimum: 1 } },
        required: ['width', 'height'],
        additionalProperties: false,
      },
    },
  });
  return {
    size: () => store.get('size') ?? {},
    rememberSize: ({ width, height }) => store.set('size', { width, height }),
  };
}
