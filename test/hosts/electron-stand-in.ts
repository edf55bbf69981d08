import { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  CommandLine,
  Dialog,
  IpcMain,
  Protocol,
  SafeStorage,
  Session,
  WebContents,
  WebRequest,
} from 'electron';
import { vi } from 'vitest';

// Electron as far as the host uses it, so that its entry can be run where the runtime is not. Every function is typed with the
// declaration Electron ships: a call with another signature, or a function that does not exist, fails the type check. Listeners
// are an EventEmitter's; that the host listens to events that exist is checked where it does, against the same declarations.

/** Lets a part stand for a whole that a handler is declared to get. The part's names are those of the whole. */
export function partOf<Whole extends object>(part: Partial<Record<keyof Whole, unknown>>): Whole {
  const object: object = part;
  return object as Whole;
}

type CommandLineUsed = Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>;
type AppUsed = Pick<
  App,
  | 'setPath'
  | 'getPath'
  | 'getAppPath'
  | 'getVersion'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'isPackaged'
> & { commandLine: CommandLineUsed };
type SessionUsed = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
> & { protocol: Pick<Protocol, 'handle'>; webRequest: Pick<WebRequest, 'onBeforeRequest'> };
type ContentsUsed = Pick<WebContents, 'id' | 'send' | 'getURL' | 'setWindowOpenHandler'>;
type WindowUsed = Pick<
  BrowserWindow,
  'loadURL' | 'show' | 'focus' | 'isMinimized' | 'restore' | 'getNormalBounds'
> & { webContents: ContentsUsed };

export class StandInContents extends EventEmitter implements ContentsUsed {
  readonly id = 7;
  readonly send = vi.fn<WebContents['send']>();
  readonly getURL = vi.fn<WebContents['getURL']>(() => 'app://ashbook/#/');
  readonly setWindowOpenHandler = vi.fn<WebContents['setWindowOpenHandler']>();
}

export class StandInWindow extends EventEmitter implements WindowUsed {
  static readonly opened: StandInWindow[] = [];
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new StandInContents();
  readonly loadURL = vi.fn<BrowserWindow['loadURL']>(() => Promise.resolve());
  readonly show = vi.fn<BrowserWindow['show']>();
  readonly focus = vi.fn<BrowserWindow['focus']>();
  readonly isMinimized = vi.fn<BrowserWindow['isMinimized']>(() => true);
  readonly restore = vi.fn<BrowserWindow['restore']>();
  readonly getNormalBounds = vi.fn<BrowserWindow['getNormalBounds']>(() => ({
    x: 5,
    y: 6,
    width: 1100,
    height: 700,
  }));

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    StandInWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
}

/** Set by a test before the host starts. */
export const surroundings = {
  appPath: '',
  folder: '',
  switches: new Map<string, string>(),
  isFirstInstance: true,
};

export const app: AppUsed & EventEmitter = Object.assign(new EventEmitter(), {
  isPackaged: true,
  setPath: vi.fn<App['setPath']>(),
  getPath: vi.fn<App['getPath']>(() => surroundings.folder),
  getAppPath: vi.fn<App['getAppPath']>(() => surroundings.appPath),
  getVersion: vi.fn<App['getVersion']>(() => '0.1.0'),
  enableSandbox: vi.fn<App['enableSandbox']>(),
  requestSingleInstanceLock: vi.fn<App['requestSingleInstanceLock']>(() => surroundings.isFirstInstance),
  whenReady: vi.fn<App['whenReady']>(() => Promise.resolve()),
  quit: vi.fn<App['quit']>(),
  exit: vi.fn<App['exit']>(),
  commandLine: {
    appendSwitch: vi.fn<CommandLine['appendSwitch']>(),
    hasSwitch: vi.fn<CommandLine['hasSwitch']>((name) => surroundings.switches.has(name)),
    getSwitchValue: vi.fn<CommandLine['getSwitchValue']>((name) => surroundings.switches.get(name) ?? ''),
  },
});

export const pageSession = {
  protocol: { handle: vi.fn<Protocol['handle']>() },
  webRequest: { onBeforeRequest: vi.fn<(listener: RequestListener) => void>() },
  setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
  setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
  setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
  setDisplayMediaRequestHandler: vi.fn<Session['setDisplayMediaRequestHandler']>(),
} satisfies Omit<SessionUsed, 'webRequest'> & { webRequest: object };

type RequestListener = (
  details: Pick<Electron.OnBeforeRequestListenerDetails, 'url'>,
  callback: (response: Electron.CallbackResponse) => void,
) => void;

export const session = { fromPartition: vi.fn(() => pageSession) };
export const protocol = {
  registerSchemesAsPrivileged: vi.fn<Protocol['registerSchemesAsPrivileged']>(),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged'>;
export const ipcMain: Pick<IpcMain, 'handle'> & EventEmitter = Object.assign(new EventEmitter(), {
  handle: vi.fn<IpcMain['handle']>(),
});
export const dialog = { showErrorBox: vi.fn<Dialog['showErrorBox']>() } satisfies Pick<
  Dialog,
  'showErrorBox'
>;
export const powerMonitor = new EventEmitter();
export const Menu = { setApplicationMenu: vi.fn(), buildFromTemplate: vi.fn() };
export const safeStorage = {
  isAsyncEncryptionAvailable: vi.fn<SafeStorage['isAsyncEncryptionAvailable']>(() => Promise.resolve(true)),
  getSelectedStorageBackend: vi.fn<SafeStorage['getSelectedStorageBackend']>(() => 'gnome_libsecret'),
  encryptStringAsync: vi.fn<SafeStorage['encryptStringAsync']>((text) =>
    Promise.resolve(Buffer.from(`sealed:${text}`)),
  ),
  decryptStringAsync: vi.fn<SafeStorage['decryptStringAsync']>((sealed) =>
    Promise.resolve({ result: sealed.toString().replace(/^sealed:/, ''), shouldReEncrypt: false }),
  ),
} satisfies Partial<SafeStorage>;

export { StandInWindow as BrowserWindow };
export default { app, ipcMain, shell: {} };
