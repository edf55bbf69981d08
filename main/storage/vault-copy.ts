import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digest, id, instant } from '../../shared/contract/fields.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { digestFile, makeFolders, onMedium, renameDurably, requireMediumFolder } from './copy-medium.ts';
import { overwriteAndUnlink, removeFolderDurably, writeFileDurably } from './durable-file.ts';
import { refusing } from './folder-refusal.ts';
import { exists, officeLayout, parseChecked, withChecksum } from './office-folder.ts';
import type { OpenedOffice } from './opened-office.ts';
import { type SignedRegister, signedRegister } from './restore-register.ts';
import { readRootSlots } from './root-slots.ts';
import { vaultFileName } from './vault.ts';

/**
 * A copy of the keys on a medium that was registered for it: marker, holders, root slots, vault and journal as they lie in the
 * office, and the register of what was destroyed. Below `ashbook-keys` on the medium:
 *
 *     medium.json   which office and which registered copy
 *     current/      the copy; `vault-copy.json`, written last, has the digest of each file
 *     next/         while it is refreshed: the new copy
 *     former/       while it is refreshed: the old copy, on its way out, its root slots overwritten first
 *
 * Killed at any moment, one of the three is whole.
 */
const folderName = 'ashbook-keys';
const mediumName = 'medium.json';
const summaryName = 'vault-copy.json';
const registerName = 'destroyed.json';

const mediumContent = z.strictObject({
  format: z.literal('ashbook-keys-medium/1'),
  officeId: id,
  copyId: id,
});

const summaryContent = z.strictObject({
  format: z.literal('ashbook-vault-copy/1'),
  officeId: id,
  copyId: id,
  epoch: z.int().nonnegative(),
  writtenAt: instant,
  files: z.record(z.string().max(80), z.strictObject({ bytes: z.int().nonnegative(), sha256: digest })),
});
export type VaultCopySummary = z.infer<typeof summaryContent>;

/** Which kind of file of a copy is damaged; stands in messages. */
type CopyPart = 'marker' | 'holder' | 'root_slot' | 'vault' | 'journal' | 'register' | 'summary';

function partOf(name: string): CopyPart {
  if (name.startsWith('holders/')) return 'holder';
  if (name === 'office.json') return 'marker';
  if (name === 'root.slot') return 'root_slot';
  if (name === registerName) return 'register';
  return name.endsWith('.journal') ? 'journal' : 'vault';
}

function damagedCopy(part: CopyPart): Refusal {
  return new Refusal('vault_copy_damaged', { part });
}

function layoutOf(folder: string) {
  const root = join(folder, folderName);
  return {
    root,
    medium: join(root, mediumName),
    current: join(root, 'current'),
    next: join(root, 'next'),
    former: join(root, 'former'),
  };
}

/** A whole copy as found on a medium. */
export interface FoundVaultCopy {
  /** Laid out like a data folder without records, so that holders, slots and vault are read from it as from an office. */
  readonly path: string;
  readonly summary: VaultCopySummary;
  readonly register: SignedRegister;
}

/**
 * Makes a folder on a medium the home of a copy, and writes the first.
 * @throws Refusal vault_medium_in_use where it holds a copy already, path_*, medium_*.
 */
export function createVaultCopy(
  office: OpenedOffice,
  request: { folder: string; copyId: string; writtenAt: string; register: SignedRegister },
): VaultCopySummary {
  const folder = requireMediumFolder(request.folder, office.folder);
  const { root, medium } = layoutOf(folder);
  onMedium(() => {
    if (exists(medium)) throw new Refusal('vault_medium_in_use', { field: 'folder' });
    makeFolders(root, 'vault_copy');
    const content = {
      format: 'ashbook-keys-medium/1',
      officeId: office.marker.officeId,
      copyId: request.copyId,
    };
    writeFileDurably(medium, Buffer.from(withChecksum(content)), 'vault_copy_medium');
  });
  return refreshVaultCopy(office, request);
}

/**
 * Brings the copy on a medium up to the keys as they are now. The former copy goes, its epoch key overwritten first.
 * @throws Refusal vault_medium_missing where this copy is not on the medium, medium_*.
 */
export function refreshVaultCopy(
  office: OpenedOffice,
  request: { folder: string; copyId: string; writtenAt: string; register: SignedRegister },
): VaultCopySummary {
  const folder = requireMediumFolder(request.folder, office.folder);
  const places = layoutOf(folder);
  const { copyId, writtenAt } = request;
  return onMedium(() => {
    if (!holdsCopy(folder, office.marker.officeId, copyId)) throw new Refusal('vault_medium_missing');
    tidy(folder);
    makeFolders(join(places.next, 'holders'), 'vault_copy');
    const files: VaultCopySummary['files'] = {};
    for (const { name, bytes } of keyFiles(office, request.register)) {
      const target = join(places.next, name);
      writeFileDurably(target, bytes, `vault_copy_${partOf(name)}`);
      files[name] = digestFile(target);
    }
    const summary: VaultCopySummary = {
      format: 'ashbook-vault-copy/1',
      officeId: office.marker.officeId,
      copyId,
      epoch: office.epoch,
      writtenAt,
      files,
    };
    writeFileDurably(
      join(places.next, summaryName),
      Buffer.from(withChecksum({ ...summary })),
      'vault_copy_summary',
    );
    // Read back before the former copy goes.
    readCopyIn(places.next);
    if (exists(places.current)) renameDurably(places.current, places.former, 'vault_copy_former');
    renameDurably(places.next, places.current, 'vault_copy_next');
    if (exists(places.former)) destroyCopy(places.former);
    return summary;
  });
}

/** Whether keys of any office lie in a folder. */
export function holdsKeys(folder: string): boolean {
  return exists(layoutOf(folder).root);
}

/** Whether the registered copy is on a medium that is there now. */
export function vaultCopyIsPresent(folder: string, officeId: string, copyId: string): boolean {
  try {
    return holdsCopy(folder, officeId, copyId);
  } catch {
    return false;
  }
}

/**
 * Whether the copy on a medium is as this office last wrote it. A restored office and the one it was restored from have the same
 * id and may both still be running: neither may take the other's copy away unasked.
 */
export function vaultCopyIsAsWritten(
  office: OpenedOffice,
  copy: { folder: string; copyId: string; writtenAt: string },
): boolean {
  if (!vaultCopyIsPresent(copy.folder, office.marker.officeId, copy.copyId)) return false;
  try {
    const { path, summary } = findVaultCopy(copy.folder);
    if (summary.writtenAt === copy.writtenAt) return true;
    // Written, but a power cut came before the register could say so.
    return readFileSync(join(path, 'root.slot')).equals(readFileSync(office.layout.rootSlot));
  } catch {
    return false;
  }
}

/** Overwrites and removes the copy on a medium. False where it is not there. */
export function removeVaultCopy(folder: string, officeId: string, copyId: string): boolean {
  if (!vaultCopyIsPresent(folder, officeId, copyId)) return false;
  const { root, medium, current, next, former } = layoutOf(folder);
  return onMedium(() => {
    for (const place of [current, next, former]) if (exists(place)) destroyCopy(place);
    overwriteAndUnlink(medium, 'vault_copy_medium');
    if (readdirSync(root).length === 0) removeFolderDurably(root, 'vault_copy');
    return true;
  });
}

/**
 * The newest whole copy in a folder that a person points at.
 * @throws Refusal vault_copy_missing, or vault_copy_damaged where the current one is damaged; an older one in its place would
 *   bring back what has been destroyed since.
 */
export function findVaultCopy(folder: string): FoundVaultCopy {
  const { root, current, next, former } = layoutOf(folder);
  return onMedium(() => {
    if (!exists(root)) throw new Refusal('vault_copy_missing', { field: 'keysFolder' });
    // Without `current`, a refresh was cut short between two renames, and `next` had been read back by then.
    const place = [current, next, former].find(exists);
    if (place === undefined) throw damagedCopy('summary');
    return readCopyIn(place);
  });
}

function readCopyIn(path: string): FoundVaultCopy {
  const text = exists(join(path, summaryName)) ? readFileSync(join(path, summaryName), 'utf8') : '';
  const summary = summaryContent.safeParse(parseChecked(text));
  if (!summary.success) throw damagedCopy('summary');
  for (const [name, expected] of Object.entries(summary.data.files)) {
    const file = join(path, name);
    if (!exists(file)) throw damagedCopy(partOf(name));
    const { bytes, sha256 } = digestFile(file);
    if (bytes !== expected.bytes || sha256 !== expected.sha256) throw damagedCopy(partOf(name));
  }
  const register = signedRegister.safeParse(parseJson(readFileSync(join(path, registerName), 'utf8')));
  if (!register.success) throw damagedCopy('register');
  return { path, summary: summary.data, register: register.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function holdsCopy(folder: string, officeId: string, copyId: string): boolean {
  const { medium } = layoutOf(folder);
  if (!exists(medium)) return false;
  const content = mediumContent.safeParse(parseChecked(readFileSync(medium, 'utf8')));
  if (!content.success) throw damagedCopy('summary');
  return content.data.officeId === officeId && content.data.copyId === copyId;
}

/** Brings the places in order after a refresh that was cut short. */
function tidy(folder: string): void {
  const { current, next, former } = layoutOf(folder);
  if (!exists(current) && exists(next)) renameDurably(next, current, 'vault_copy_next');
  if (!exists(current) && exists(former)) renameDurably(former, current, 'vault_copy_former');
  for (const place of [next, former]) if (exists(place)) destroyCopy(place);
}

/** The root slots first: without them everything else of the copy is noise. */
function destroyCopy(path: string): void {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const isSlot = (name: string) => name === 'root.slot';
  for (const name of names.sort((one, other) => Number(isSlot(other)) - Number(isSlot(one)))) {
    if (name !== 'holders') overwriteAndUnlink(join(path, name), 'vault_copy_removal');
  }
  for (const place of [join(path, 'holders'), path]) {
    if (exists(place)) removeFolderDurably(place, 'vault_copy_removal');
  }
}

/** What a copy consists of, read from the office's own folder: ciphertext and public facts only. */
function keyFiles(office: OpenedOffice, register: SignedRegister): { name: string; bytes: Buffer }[] {
  const { folder, layout, epoch, marker } = office;
  return refusing(() => {
    // Nothing is copied of slots that do not hold the epoch that is open.
    const { best, outdated } = readRootSlots(layout.rootSlot, marker.officeId);
    if (best.epoch !== epoch || outdated !== undefined) throw new Refusal('office_must_reopen');
    const holders = readdirSync(officeLayout(folder).holders)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .map((name) => `holders/${name}`);
    const journal = `${vaultFileName(epoch)}.journal`;
    const names = ['office.json', 'root.slot', vaultFileName(epoch), ...holders];
    if (exists(join(folder, journal))) names.push(journal);
    return [
      ...names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
      { name: registerName, bytes: Buffer.from(JSON.stringify(register)) },
    ];
  });
}
