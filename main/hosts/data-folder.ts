import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where this computer keeps the data of applications, for the person at the desk: `%APPDATA%` on Windows,
 * `~/Library/Application Support` on macOS, `$XDG_DATA_HOME` or `~/.local/share` elsewhere (XDG base directory specification).
 */
export function applicationDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') return environment.APPDATA || join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment.XDG_DATA_HOME || join(homedir(), '.local', 'share');
}

/** The office's folder when nothing else is said. The same for every host, so that both open the same office. */
export function defaultDataFolder(): string {
  return join(applicationDataFolder(), 'Ashbook');
}
