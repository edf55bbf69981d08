import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * What the operating system tells about the disk that holds a data folder, for the certificate. Facts only: whatever the
 * system does not tell is 'unknown', never guessed.
 */
export interface DiskFacts {
  /** As the system names it, for example 'ext4'. */
  readonly fileSystem: string;
  /** Whether the volume lies on an encrypted device (dm-crypt) or is an encrypting file system. */
  readonly encryptedVolume: 'yes' | 'no' | 'unknown';
  readonly medium: 'solid_state' | 'rotating' | 'unknown';
  /** Swap in use, through which memory may reach a disk; 'encrypted' where every swap area is. */
  readonly swap: 'none' | 'encrypted' | 'unencrypted' | 'unknown';
}

const unknownFacts: DiskFacts = {
  fileSystem: 'unknown',
  encryptedVolume: 'unknown',
  medium: 'unknown',
  swap: 'unknown',
};

/** File systems whose data does not lie on a block device of this machine, so that nothing is known of the medium. */
const withoutDevice = new Set(['nfs', 'nfs4', 'cifs', 'smb3', 'fuse', '9p', 'overlay', 'virtiofs', 'tmpfs']);

/** Disks handed to a virtual machine or mapped from elsewhere: what is really below them is not told. */
const virtualDevice = /^(vd[a-z]|xvd[a-z]|nbd\d|loop\d|rbd\d)/;

/** @param systemRoot where `/proc` and `/sys` are; another one only in tests. */
export function readDiskFacts(folder: string, systemRoot = '/'): DiskFacts {
  if (process.platform !== 'linux' && systemRoot === '/') return unknownFacts;
  const mount = mountOf(folder, systemRoot);
  const swap = readSwap(systemRoot);
  if (mount === undefined) return { ...unknownFacts, swap };
  const { fileSystem, device } = mount;
  if (fileSystem === 'ecryptfs') return { fileSystem, encryptedVolume: 'yes', medium: 'unknown', swap };
  if (withoutDevice.has(fileSystem) || fileSystem.startsWith('fuse.')) {
    return { fileSystem, encryptedVolume: 'unknown', medium: 'unknown', swap };
  }
  return { fileSystem, ...deviceFacts(device, systemRoot), swap };
}

function mountOf(folder: string, systemRoot: string): { fileSystem: string; device: string } | undefined {
  const mounts = readText(join(systemRoot, 'proc/mounts'));
  if (mounts === undefined) return undefined;
  const path = attempt(() => realpathSync(folder)) ?? folder;
  let best: { fileSystem: string; device: string; length: number } | undefined;
  for (const line of mounts.split('\n')) {
    const [device, mountPoint, fileSystem] = line.split(' ').map(unescapeOctal);
    if (device === undefined || mountPoint === undefined || fileSystem === undefined) continue;
    const prefix = mountPoint.endsWith('/') ? mountPoint : `${mountPoint}/`;
    if (path !== mountPoint && !path.startsWith(prefix)) continue;
    // Of mounts on the same point the last one is the one seen.
    if (best === undefined || mountPoint.length >= best.length) {
      best = { fileSystem, device, length: mountPoint.length };
    }
  }
  return best;
}

function deviceFacts(device: string, systemRoot: string): Pick<DiskFacts, 'encryptedVolume' | 'medium'> {
  const name = blockName(device, systemRoot);
  if (name === undefined) return { encryptedVolume: 'unknown', medium: 'unknown' };
  const chain = [...devicesBelow(name, systemRoot)];
  if (chain.length === 0) return { encryptedVolume: 'unknown', medium: 'unknown' };
  const encrypted = chain.some((entry) => entry.mapper?.startsWith('CRYPT-') === true);
  if (chain.some((entry) => virtualDevice.test(entry.name))) {
    return { encryptedVolume: encrypted ? 'yes' : 'unknown', medium: 'unknown' };
  }
  const rotational = chain
    .filter((entry) => entry.bottom)
    .map((entry) => readText(join(entry.queueFolder, 'queue/rotational'))?.trim());
  return { encryptedVolume: encrypted ? 'yes' : 'no', medium: mediumOf(rotational) };
}

function mediumOf(rotational: readonly (string | undefined)[]): DiskFacts['medium'] {
  if (rotational.length === 0) return 'unknown';
  if (rotational.every((value) => value === '0')) return 'solid_state';
  return rotational.every((value) => value === '1') ? 'rotating' : 'unknown';
}

interface BlockDevice {
  readonly name: string;
  /** The device-mapper's own id, for example 'CRYPT-LUKS2-...'. */
  readonly mapper: string | undefined;
  readonly queueFolder: string;
  readonly bottom: boolean;
}

/** What a disk says of itself, where a folder lies on one disk alone. Fields that are not told are absent. */
export interface MediumFacts {
  readonly manufacturer?: string;
  readonly model?: string;
  readonly serialNumber?: string;
  readonly mediumType?: 'solid_state_drive' | 'hard_disk_drive' | 'virtual_disk';
}

/** @param systemRoot as for `readDiskFacts` */
export function readMediumFacts(folder: string, systemRoot = '/'): MediumFacts {
  if (process.platform !== 'linux' && systemRoot === '/') return {};
  const mount = mountOf(folder, systemRoot);
  const name = mount && blockName(mount.device, systemRoot);
  if (name === undefined) return {};
  const chain = [...devicesBelow(name, systemRoot)];
  const disks = new Set(chain.filter(({ bottom }) => bottom).map(({ queueFolder }) => queueFolder));
  const [disk] = disks;
  if (disk === undefined || disks.size > 1) return {};
  const told = (file: string) =>
    readText(join(disk, 'device', file))
      ?.trim()
      .replaceAll(/\s+/gu, ' ') || undefined;
  const [manufacturer, model, serialNumber] = [told('vendor'), told('model'), told('serial')];
  const medium = mediumOf([readText(join(disk, 'queue/rotational'))?.trim()]);
  const mediumType = chain.some((entry) => virtualDevice.test(entry.name))
    ? ('virtual_disk' as const)
    : ({ solid_state: 'solid_state_drive', rotating: 'hard_disk_drive', unknown: undefined } as const)[
        medium
      ];
  return {
    // ATA disks say "ATA" where others say who made them, and NVMe ones a number.
    ...(manufacturer && !/^(?:ATA|0x[0-9a-f]+)$/u.test(manufacturer) && { manufacturer }),
    ...(model && { model }),
    ...(serialNumber && { serialNumber }),
    ...(mediumType && { mediumType }),
  };
}

/** A device and those it lies on: a mapped volume, its partition's disk. */
function* devicesBelow(name: string, systemRoot: string): Generator<BlockDevice> {
  const block = join(systemRoot, 'sys/class/block', name);
  const folder = attempt(() => realpathSync(block));
  if (folder === undefined) return;
  const slaves = attempt(() => readdirSync(join(folder, 'slaves'))) ?? [];
  const isPartition = readText(join(folder, 'partition')) !== undefined;
  yield {
    name,
    mapper: readText(join(folder, 'dm/uuid'))?.trim(),
    // A partition has no queue of its own: its disk's folder is the one above.
    queueFolder: isPartition ? join(folder, '..') : folder,
    bottom: slaves.length === 0,
  };
  for (const slave of slaves) yield* devicesBelow(slave, systemRoot);
}

function blockName(device: string, systemRoot: string): string | undefined {
  if (!device.startsWith('/dev/')) return undefined;
  const real = attempt(() => realpathSync(join(systemRoot, device))) ?? device;
  const name = basename(real);
  return attempt(() => statSync(join(systemRoot, 'sys/class/block', name))) === undefined ? undefined : name;
}

function readSwap(systemRoot: string): DiskFacts['swap'] {
  const text = readText(join(systemRoot, 'proc/swaps'));
  if (text === undefined) return 'unknown';
  const areas = text
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/)[0] ?? '')
    .filter((area) => area !== '');
  if (areas.length === 0) return 'none';
  const encrypted = areas.map((area) => {
    // Compressed memory is not a disk (unless it has a backing device, which is rare and not told here).
    if (/^\/dev\/zram\d+$/.test(area)) return 'yes';
    if (area.startsWith('/dev/')) return deviceFacts(area, systemRoot).encryptedVolume;
    const mount = mountOf(area, systemRoot);
    return mount === undefined ? 'unknown' : deviceFacts(mount.device, systemRoot).encryptedVolume;
  });
  if (encrypted.includes('no')) return 'unencrypted';
  return encrypted.includes('unknown') ? 'unknown' : 'encrypted';
}

/** `/proc/mounts` writes a space as \040. */
function unescapeOctal(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

function readText(path: string): string | undefined {
  return attempt(() => readFileSync(path, 'utf8'));
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
