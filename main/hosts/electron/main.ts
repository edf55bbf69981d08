import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  session,
} from 'electron';
import { type Bridge, RecordsRefused, startBridge } from '../../bridge.ts';
import { defaultDataFolder } from '../data-folder.ts';
import { hostText } from '../host-text.ts';
import { answerPageCall } from '../page-call.ts';
import { readPageFiles } from '../page-files.ts';
import { sentenceOf } from '../sentence.ts';
import { callChannel, eventChannel } from './ipc-channels.ts';
import { readKeystoreSecret } from './keystore.ts';
import { applicationMenu } from './menu.ts';
import { denyNavigation } from './navigation.ts';
import { pageOrigin } from './page-address.ts';
import { denyPermissions } from './permissions.ts';
import { openPreferences } from './preferences.ts';
import { pageSchemes, servePage } from './protocol.ts';
import { isFromOurPage } from './sender-check.ts';
import { pagePartition, windowOptions } from './window-options.ts';

const text = hostText();

// Everything up to `whenReady` has to be said before Electron is ready; awaiting readiness here would keep it from coming.
// Electron's own files stay apart from the office's; a test gives each window a folder of its own.
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', join(app.getPath('appData'), 'Ashbook Window'));
}
app.enableSandbox();
for (const name of [
  'disable-background-networking',
  'disable-breakpad',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-gpu-shader-disk-cache',
  'disable-http-cache',
  'no-pings',
]) {
  app.commandLine.appendSwitch(name);
}
protocol.registerSchemesAsPrivileged(pageSchemes);
denyNavigation(app);

// Two programs on one office would be two writers; the second one brings the first to the front instead.
if (app.requestSingleInstanceLock()) {
  app.whenReady().then(openOffice).catch(reportAndLeave);
} else {
  app.quit();
}

async function openOffice(): Promise<void> {
  Menu.setApplicationMenu(menuOf(process.platform));
  const pageSession = session.fromPartition(pagePartition, { cache: false });
  servePage(pageSession, readPageFiles(join(app.getAppPath(), 'dist', 'renderer')));
  denyPermissions(pageSession);

  const keystoreSecret = await readKeystoreSecret(safeStorage, join(app.getPath('userData'), 'keystore'));
  const bridge = await startBridge({
    dataFolder: app.commandLine.getSwitchValue('data') || defaultDataFolder(),
    demo: app.commandLine.hasSwitch('demo'),
    ...(keystoreSecret ? { keystoreSecret } : {}),
  });
  closeBeforeQuitting(bridge);
  openWindow(bridge);

  const lock = () => void bridge.call('office.lock', {});
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}

function openWindow(bridge: Bridge): void {
  const preferences = openPreferences();
  const window = new BrowserWindow(
    windowOptions({
      preload: join(import.meta.dirname, 'preload.cjs'),
      devTools: !app.isPackaged,
      size: preferences.size(),
    }),
  );
  const contents = window.webContents;

  ipcMain.handle(callChannel, (event, message: unknown) =>
    answerPageCall(bridge, isFromOurPage(event, contents), message),
  );
  const stopHearing = bridge.on((event) => contents.send(eventChannel, event));

  // The title of a window shows in task lists and recordings: it never says more than the application's name.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  window.on('close', () => preferences.rememberSize(window.getNormalBounds()));
  window.on('closed', stopHearing);
  contents.on('render-process-gone', () => app.quit());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.loadURL(`${pageOrigin}/`).catch(reportAndLeave);
}

/** Quitting waits until the records thread has closed its files. */
function closeBeforeQuitting(bridge: Bridge): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void bridge.close().then(() => {
      isClosed = true;
      app.quit();
    });
  });
}

function menuOf(platform: NodeJS.Platform): Menu | null {
  const template = applicationMenu(platform, text);
  return template === null ? null : Menu.buildFromTemplate(template);
}

function reportAndLeave(error: unknown): void {
  const sentence =
    error instanceof RecordsRefused ? sentenceOf(error.error, text) : text('host.start.window_failed');
  dialog.showErrorBox('Ashbook', sentence);
  app.exit(1);
}
