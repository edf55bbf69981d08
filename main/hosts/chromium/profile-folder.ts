import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'ashbook-window-';

/**
 * A new, empty profile folder for one window, named after this process so that a later start can tell whether it is left over.
 *
 * The window is an off-the-record one, so nothing of the page is written here; what the browser keeps about itself is.
 */
export function createProfileFolder(): string {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(
    join(folder, 'Default', 'Preferences'),
    JSON.stringify({
      credentials_enable_service: false,
      autofill: { profile_enabled: false, credit_card_enabled: false },
      browser: { enable_spellchecking: false },
      translate: { enabled: false },
      search: { suggest_enabled: false },
      // Off the record the browser asks where to save an export; said here too, so that it never picks a folder by itself.
      download: { prompt_for_download: true },
    }),
  );
  return folder;
}

/** Removes a profile folder; a browser that is just exiting may still be writing into it, so a few attempts are made. */
export function removeProfileFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Removes the profile folders of processes that were killed before they could do it themselves. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number.parseInt(name.slice(prefix.length), 10);
    if (Number.isInteger(owner) && !isRunning(owner)) removeProfileFolder(join(tmpdir(), name));
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Not permitted means that it is there and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
