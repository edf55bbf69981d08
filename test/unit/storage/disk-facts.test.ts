import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readDiskFacts } from '../../../main/storage/disk-facts.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** A made-up `/proc` and `/sys`: file contents by path, and symbolic links by path. */
function system(files: Record<string, string>, links: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'ashbook-disk-'));
  roots.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(root, target), join(root, path));
  }
  return root;
}

const noSwap = { 'proc/swaps': 'Filename\tType\tSize\tUsed\tPriority\n' };

it('reads an encrypted solid-state disk: ext4 on LUKS on a partition', () => {
  const root = system(
    {
      'proc/mounts': '/dev/root / ext4 rw 0 0\n/dev/mapper/home /srv ext4 rw 0 0\n',
      'sys/devices/dm-0/dm/uuid': 'CRYPT-LUKS2-abc-home\n',
      'sys/devices/dm-0/slaves/nvme0n1p2/x': '',
      'sys/devices/nvme0n1/queue/rotational': '0\n',
      'sys/devices/nvme0n1/nvme0n1p2/partition': '2\n',
      'dev/dm-0': '',
      ...noSwap,
    },
    {
      'dev/mapper/home': 'dev/dm-0',
      'sys/class/block/dm-0': 'sys/devices/dm-0',
      'sys/class/block/nvme0n1p2': 'sys/devices/nvme0n1/nvme0n1p2',
    },
  );
  expect(readDiskFacts('/srv/office', root)).toEqual({
    fileSystem: 'ext4',
    encryptedVolume: 'yes',
    medium: 'solid_state',
    swap: 'none',
  });
});

it('reads a plain rotating disk with swap, under a mount point with a space', () => {
  const root = system(
    {
      'proc/mounts': '/dev/sda1 / xfs rw 0 0\n/dev/sdb1 /media/office\\040disk xfs rw 0 0\n',
      'proc/swaps': 'Filename\tType\n/dev/sdb1 partition 1 0 -2\n',
      'sys/devices/sdb/queue/rotational': '1\n',
      'sys/devices/sdb/sdb1/partition': '1\n',
    },
    { 'sys/class/block/sdb1': 'sys/devices/sdb/sdb1' },
  );
  expect(readDiskFacts('/media/office disk/data', root)).toEqual({
    fileSystem: 'xfs',
    encryptedVolume: 'no',
    medium: 'rotating',
    swap: 'unencrypted',
  });
});

it('claims nothing about a virtual disk, a network share, or a system that tells nothing', () => {
  const virtual = system(
    {
      'proc/mounts': '/dev/vda / ext4 rw 0 0\nserver:/x /net nfs4 rw 0 0\n',
      'sys/devices/vda/queue/rotational': '1\n',
      ...noSwap,
    },
    { 'sys/class/block/vda': 'sys/devices/vda' },
  );
  const unknown = { encryptedVolume: 'unknown', medium: 'unknown', swap: 'none' };
  expect(readDiskFacts('/office', virtual)).toEqual({ fileSystem: 'ext4', ...unknown });
  expect(readDiskFacts('/net/office', virtual)).toEqual({ fileSystem: 'nfs4', ...unknown });
  expect(readDiskFacts('/office', system({ nothing: '' }))).toEqual({
    fileSystem: 'unknown',
    ...unknown,
    swap: 'unknown',
  });
});

it('answers on this machine', () => {
  expect(readDiskFacts(tmpdir()).fileSystem).not.toBe('');
});
