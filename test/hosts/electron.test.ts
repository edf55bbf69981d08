import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMainInvokeEvent, USBDevice, WebContents } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readKeystoreSecret } from '../../main/hosts/electron/keystore.ts';
import { createPageFolder } from '../fixtures/page-folder.ts';
import * as electron from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));
vi.mock('../../main/bridge.ts', async (importOriginal) => {
  const actual = await importOriginal<typeof import('../../main/bridge.ts')>();
  const workerUrl = new URL('../fixtures/fake-records.ts', import.meta.url);
  return {
    ...actual,
    startBridge: (options: Parameters<typeof actual.startBridge>[0]) =>
      actual.startBridge({ ...options, workerUrl }),
  };
});

const { folder } = createPageFolder();
const profile = mkdtempSync(join(tmpdir(), 'ashbook-test-electron-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(profile, { recursive: true });
});

let window: electron.StandInWindow;

beforeAll(async () => {
  electron.surroundings.appPath = folder;
  electron.surroundings.folder = profile;
  electron.surroundings.switches.set('data', '/office');
  await import('../../main/hosts/electron/main.ts');
  window = await vi.waitFor(() => {
    const opened = electron.StandInWindow.opened[0];
    if (!opened || opened.loadURL.mock.calls.length === 0) throw new Error('No window yet.');
    return opened;
  });
});

describe('the window', () => {
  test('keeps the page in the sandbox, apart from Node, and in memory', () => {
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window.options.webPreferences?.partition).not.toMatch(/^persist:/);
    expect(electron.session.fromPartition).toHaveBeenCalledWith(window.options.webPreferences?.partition, {
      cache: false,
    });
    expect(electron.app.enableSandbox).toHaveBeenCalledOnce();
    expect(window.loadURL).toHaveBeenCalledWith('app://ashbook/');
  });

  test('its title never changes, and it is shown when there is something to see', () => {
    const event = { preventDefault: vi.fn() };
    window.emit('page-title-updated', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(window.show).toHaveBeenCalledOnce();
  });

  test('its size, and nothing else, is remembered', () => {
    window.emit('close');
    expect(JSON.parse(readFileSync(join(profile, 'window.json'), 'utf8'))).toEqual({
      size: { width: 1100, height: 700 },
    });
  });

  test('a second start brings it to the front', () => {
    electron.app.emit('second-instance');
    expect(window.restore).toHaveBeenCalledOnce();
    expect(window.focus).toHaveBeenCalledOnce();
  });

  test('there is no menu with keys for reloading or developer tools', () => {
    if (process.platform === 'darwin') return;
    expect(electron.Menu.setApplicationMenu).toHaveBeenCalledWith(null);
  });
});

describe('the page’s files', () => {
  async function get(url: string): Promise<Response> {
    const call = electron.pageSession.protocol.handle.mock.calls[0];
    if (!call) throw new Error('No protocol handler.');
    expect(call[0]).toBe('app');
    return call[1](new Request(url));
  }

  test('the scheme is declared without a way round the policy and without a code cache', () => {
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false },
      },
    ]);
  });

  test('are answered from the built page with the policy as a header', async () => {
    const response = await get('app://ashbook/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Ashbook</title>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    'app://ashbook/../secret.js',
    'app://ashbook/..%2fsecret.js',
    'app://ashbook/%2e%2e/secret.js',
    'app://ashbook/assets/..%5c..%5csecret.js',
    'app://ashbook/assets/link.js',
    'app://elsewhere/index.html',
    'app://ashbook.elsewhere/index.html',
    'app://user@ashbook/index.html',
    'app://ashbook:81/index.html',
  ])('%s is not found', async (url) => {
    // A Request refuses an address with a name in it; a handler would still have to.
    const response = url.includes('@')
      ? await get(url).catch(() => new Response(null, { status: 404 }))
      : await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  test.each([
    ['app://ashbook/assets/page.js', false],
    ['data:image/png;base64,AA==', false],
    ['blob:app://ashbook/0-0', false],
    ['https://example.com/', true],
    ['http://127.0.0.1/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['app://elsewhere/', true],
    ['blob:https://example.com/0-0', true],
  ])('a request for %s is cancelled: %s', (url, cancel) => {
    const listener = electron.pageSession.webRequest.onBeforeRequest.mock.calls[0]?.[0];
    const callback = vi.fn();
    listener?.({ url }, callback);
    expect(callback).toHaveBeenCalledWith({ cancel });
  });
});

describe('permissions', () => {
  type RequestHandler = NonNullable<Parameters<typeof electron.pageSession.setPermissionRequestHandler>[0]>;
  type Permission = Parameters<RequestHandler>[1];

  function request(address: string, permission: Permission, kinds?: ('video' | 'audio')[]): boolean {
    const handler = electron.pageSession.setPermissionRequestHandler.mock.calls[0]?.[0];
    window.webContents.getURL.mockReturnValue(address);
    let allowed: boolean | undefined;
    handler?.(
      electron.partOf<WebContents>(window.webContents),
      permission,
      (answer) => {
        allowed = answer;
      },
      { isMainFrame: true, requestingUrl: address, ...(kinds ? { mediaTypes: kinds } : {}) },
    );
    if (allowed === undefined) throw new Error('The request was not answered.');
    return allowed;
  }

  test.each([
    'geolocation',
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'openExternal',
    'midi',
    'fileSystem',
    'unknown',
  ] as const)('%s is denied on every screen', (permission) => {
    expect(request('app://ashbook/#/', permission)).toBe(false);
    expect(request('app://ashbook/#/collection/capture', permission)).toBe(false);
  });

  test('our own page may have the operating system say what falls due, and no other page may', () => {
    expect(request('app://ashbook/#/', 'notifications')).toBe(true);
    expect(request('https://example.org/', 'notifications')).toBe(false);
  });

  test.each([
    ['app://ashbook/#/collection/capture', ['video'], true],
    ['app://ashbook/#/collection/capture?step=2', ['video'], true],
    ['app://ashbook/#/collection/capture', ['audio'], false],
    ['app://ashbook/#/collection/capture', ['video', 'audio'], false],
    ['app://ashbook/#/collection/capture', [], false],
    ['app://ashbook/#/collection/captured', ['video'], false],
    ['app://ashbook/#/', ['video'], false],
    ['https://example.com/#/collection/capture', ['video'], false],
  ] as const)('the camera at %s for %j: %s', (address, kinds, allowed) => {
    expect(request(address, 'media', [...kinds])).toBe(allowed);
  });

  test('a check is answered like a request', () => {
    const check = electron.pageSession.setPermissionCheckHandler.mock.calls[0]?.[0];
    window.webContents.getURL.mockReturnValue('app://ashbook/#/collection/capture');
    const details = { isMainFrame: true, mediaType: 'video' } as const;
    const contents = electron.partOf<WebContents>(window.webContents);
    expect(check?.(contents, 'media', 'app://ashbook', details)).toBe(true);
    expect(check?.(contents, 'geolocation', 'app://ashbook', details)).toBe(false);
    expect(check?.(null, 'media', 'app://ashbook', details)).toBe(false);
    expect(check?.(contents, 'media', 'app://ashbook', { ...details, isMainFrame: false })).toBe(false);
  });

  test('devices are denied', () => {
    const handler = electron.pageSession.setDevicePermissionHandler.mock.calls[0]?.[0];
    expect(
      handler?.({
        deviceType: 'usb',
        origin: 'app://ashbook',
        device: electron.partOf<USBDevice>({ deviceId: '1' }),
      }),
    ).toBe(false);
  });
});

describe('navigation', () => {
  function navigate(event: string, details: object): boolean {
    const preventDefault = vi.fn();
    window.webContents.emit(event, { preventDefault, ...details });
    return preventDefault.mock.calls.length > 0;
  }

  test.each([
    ['https://example.com/', true, true],
    ['file:///etc/passwd', true, true],
    ['app://elsewhere/', true, true],
    ['app://ashbook/', false, true],
    ['app://ashbook/', true, false],
  ])('to %s (main frame: %s) is denied: %s', (url, isMainFrame, denied) => {
    expect(navigate('will-frame-navigate', { url, isMainFrame })).toBe(denied);
  });

  test('redirects, webviews and new windows are denied', () => {
    expect(navigate('will-redirect', { url: 'app://ashbook/' })).toBe(true);
    expect(navigate('will-attach-webview', {})).toBe(true);
    const handler = window.webContents.setWindowOpenHandler.mock.calls[0]?.[0];
    expect(
      handler?.({
        url: 'app://ashbook/',
        frameName: '',
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      }),
    ).toEqual({ action: 'deny' });
  });
});

describe('messages', () => {
  const message = JSON.stringify({ channel: 'test.echo', input: { name: '값' } });

  async function send(sender: { id: number }, frame: object | null, text: unknown = message) {
    const call = vi.mocked(electron.ipcMain.handle).mock.calls[0];
    if (!call) throw new Error('No handler.');
    return call[1](electron.partOf<IpcMainInvokeEvent>({ sender, senderFrame: frame }), text);
  }

  test('of our own page are passed on unread', async () => {
    expect(await send({ id: 7 }, { parent: null, url: 'app://ashbook/#/' })).toEqual({
      ok: true,
      value: { channel: 'test.echo', input: { name: '값' }, demo: false },
    });
  });

  test.each([
    ['another window', { id: 8 }, { parent: null, url: 'app://ashbook/' }],
    ['a frame inside the page', { id: 7 }, { parent: {}, url: 'app://ashbook/' }],
    ['another page', { id: 7 }, { parent: null, url: 'https://example.com/' }],
    ['a page whose address begins like ours', { id: 7 }, { parent: null, url: 'app://ashbook.example/' }],
    ['a frame that is gone', { id: 7 }, null],
  ])('of %s are refused', async (_who, sender, frame) => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await send(sender, frame)).toMatchObject({
      ok: false,
      error: { code: 'malformed_request' },
    });
    expect(printed).toHaveBeenCalledOnce();
    printed.mockRestore();
  });

  test.each(['not json', 5, null, '{}'])('that are no calls (%j) are answered', async (text) => {
    expect(await send({ id: 7 }, { parent: null, url: 'app://ashbook/' }, text)).toMatchObject({ ok: false });
  });

  test('events of the records thread reach the page', async () => {
    await send({ id: 7 }, { parent: null, url: 'app://ashbook/' }, '{"channel":"test.progress"}');
    expect(window.webContents.send).toHaveBeenCalledWith(
      'ashbook:event',
      expect.objectContaining({ event: 'progress', done: 1 }),
    );
  });
});

describe('the keystore', () => {
  const file = join(profile, 'keystore');

  test('guards a secret that was made at the first start and is the same afterwards', async () => {
    expect(existsSync(file)).toBe(true);
    const first = await readKeystoreSecret(electron.safeStorage, file, 'linux');
    expect(first).toHaveLength(32);
    expect(await readKeystoreSecret(electron.safeStorage, file, 'linux')).toEqual(first);
    expect(readFileSync(file, 'utf8')).toMatch(/^sealed:/);
  });

  test.each(['basic_text', 'unknown'] as const)(
    'on Linux, %s is refused and nothing is written',
    async (backend) => {
      electron.safeStorage.getSelectedStorageBackend.mockReturnValueOnce(backend);
      const other = join(profile, `keystore-${backend}`);
      expect(await readKeystoreSecret(electron.safeStorage, other, 'linux')).toBeUndefined();
      expect(existsSync(other)).toBe(false);
    },
  );

  test('without one there is no secret', async () => {
    electron.safeStorage.isAsyncEncryptionAvailable.mockResolvedValueOnce(false);
    expect(await readKeystoreSecret(electron.safeStorage, file, 'darwin')).toBeUndefined();
  });

  test('a file it does not open is left alone', async () => {
    const other = join(profile, 'keystore-of-another');
    writeFileSync(other, 'foreign');
    electron.safeStorage.decryptStringAsync.mockRejectedValueOnce(new Error('no'));
    expect(await readKeystoreSecret(electron.safeStorage, other, 'win32')).toBeUndefined();
    expect(readFileSync(other, 'utf8')).toBe('foreign');
  });

  test('a rotated key seals the secret again', async () => {
    electron.safeStorage.encryptStringAsync.mockClear();
    electron.safeStorage.decryptStringAsync.mockImplementationOnce((sealed) =>
      Promise.resolve({ result: sealed.toString().replace(/^sealed:/, ''), shouldReEncrypt: true }),
    );
    await readKeystoreSecret(electron.safeStorage, file, 'linux');
    expect(electron.safeStorage.encryptStringAsync).toHaveBeenCalledOnce();
  });
});

describe('leaving', () => {
  test('quitting waits for the records thread, then goes through', async () => {
    const event = { preventDefault: vi.fn() };
    electron.app.emit('before-quit', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledOnce());
    const second = { preventDefault: vi.fn() };
    electron.app.emit('before-quit', second);
    expect(second.preventDefault).not.toHaveBeenCalled();
  });

  test('a second instance opens nothing and leaves', async () => {
    vi.resetModules();
    electron.surroundings.isFirstInstance = false;
    vi.mocked(electron.app.quit).mockClear();
    const windows = electron.StandInWindow.opened.length;
    await import('../../main/hosts/electron/main.ts');
    await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledOnce());
    expect(electron.StandInWindow.opened).toHaveLength(windows);
    electron.surroundings.isFirstInstance = true;
  });

  test('a refused data folder is said in one sentence', async () => {
    vi.resetModules();
    electron.surroundings.switches.set('data', '/office/refused');
    await import('../../main/hosts/electron/main.ts');
    await vi.waitFor(() => expect(electron.app.exit).toHaveBeenCalledWith(1));
    expect(electron.dialog.showErrorBox).toHaveBeenCalledWith('Ashbook', expect.stringMatching(/\.$|다\.$/));
  });
});
