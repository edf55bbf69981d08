import { readFileSync } from 'node:fs';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  constantTimeEqual,
  deriveKey,
  hmacSha256,
  openFromMany,
  sealToMany,
  sha256,
  zero,
} from './cryptography.ts';
import { overwriteInPlace, systemErrorCode, writeFileDurably } from './durable-file.ts';
import { damaged } from './folder-refusal.ts';
import { bytesToUuid, uuidToBytes } from './identifier-bytes.ts';
import type { HolderEntry } from './vault-content.ts';

/*
 * The one small thing that must vanish: the epoch key, sealed to every holder. Two slots of one 4 KiB block each, so that
 * a block torn by a power cut leaves the other; both are written in place and hold the same image when at rest.
 *
 *     0  'ASHROOT1'           48  ephemeral X25519 public key (32)
 *     8  sequence (u64)       80  boxes of 64 bytes: holder id (16), sealed epoch key (32), tag (16)
 *    16  epoch (u64)        4032  HMAC-SHA-256 of all before, under a key derived from the epoch key
 *    24  office id (16)     4064  SHA-256 of all before
 *    40  number of boxes (u16), 6 bytes zero
 *
 * The checksum tells a torn slot from a whole one without any key; the HMAC shows whoever opened a slot that nobody
 * without the epoch key changed it.
 */
const slotMark = Buffer.from('ASHROOT1', 'latin1');
export const slotBytes = 4096;
const boxesAt = 80;
const boxBytes = 64;
const macAt = 4032;
const checksumAt = 4064;

/** How many holders one slot has room for: 61. */
export const maximumHolders = Math.floor((macAt - boxesAt) / boxBytes);

const sealPurpose = 'ashbook epoch key v1';

export interface RootSlot {
  readonly sequence: number;
  readonly epoch: number;
  readonly image: Buffer;
}

export interface RootSlots {
  /** The valid slot with the highest sequence number. */
  readonly best: RootSlot;
  /** Where the other slot is torn or older: its number. */
  readonly outdated: 0 | 1 | undefined;
  /** Epochs that can be read from the file now, for verification. */
  readonly epochs: readonly number[];
}

/** @throws Refusal folder_damaged where neither slot is valid. */
export function readRootSlots(path: string, officeId: string): RootSlots {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') throw damaged('root_slot', 'missing');
    throw error;
  }
  const first = parseSlot(file.subarray(0, slotBytes), officeId);
  const second = parseSlot(file.subarray(slotBytes, 2 * slotBytes), officeId);
  const epochs = [first, second].flatMap((slot) => slot?.epoch ?? []);
  if (first === undefined && second === undefined) throw damaged('root_slot', 'both_slots');
  if (first !== undefined && (second === undefined || first.sequence >= second.sequence)) {
    const same = second !== undefined && first.image.equals(second.image);
    return { best: first, outdated: same ? undefined : 1, epochs };
  }
  // The first is undefined or older here, so the second is there.
  if (second === undefined) throw damaged('root_slot', 'both_slots');
  return { best: second, outdated: 0, epochs };
}

/**
 * Seals an epoch key to the holders.
 * @throws Refusal too_many_holders
 */
export function makeRootSlot(
  officeId: string,
  sequence: number,
  epoch: number,
  epochKey: Buffer,
  holders: readonly HolderEntry[],
): RootSlot {
  if (holders.length > maximumHolders) throw new Refusal('too_many_holders', { maximum: maximumHolders });
  const image = Buffer.alloc(slotBytes);
  image.set(slotMark);
  image.writeBigUInt64BE(BigInt(sequence), 8);
  image.writeBigUInt64BE(BigInt(epoch), 16);
  image.set(uuidToBytes(officeId), 24);
  image.writeUInt16BE(holders.length, 40);
  const { ephemeralPublicKey, boxes } = sealToMany(
    holders.map((holder) => holder.sealingPublicKey),
    epochKey,
    sealPurpose,
    sealContext(image),
  );
  image.set(ephemeralPublicKey, 48);
  for (const [index, holder] of holders.entries()) {
    image.set(uuidToBytes(holder.holderId), boxesAt + index * boxBytes);
    const box = boxes[index];
    if (box !== undefined) image.set(box, boxesAt + index * boxBytes + 16);
  }
  image.set(slotMac(image, epochKey), macAt);
  image.set(sha256(image.subarray(0, checksumAt)), checksumAt);
  return { sequence, epoch, image };
}

/**
 * The epoch key, or undefined where the slot is not sealed to this holder and key.
 * @throws Refusal folder_damaged where the slot was changed by somebody without the epoch key.
 */
export function openRootSlot(
  slot: RootSlot,
  holderId: string,
  sealingSecret: Uint8Array,
): Buffer | undefined {
  const { image } = slot;
  const count = image.readUInt16BE(40);
  for (let index = 0; index < count; index += 1) {
    const box = image.subarray(boxesAt + index * boxBytes, boxesAt + (index + 1) * boxBytes);
    if (bytesToUuid(box.subarray(0, 16)) !== holderId) continue;
    const ephemeral = image.subarray(48, boxesAt);
    const epochKey = openFromMany(
      sealingSecret,
      ephemeral,
      box.subarray(16),
      sealPurpose,
      sealContext(image),
    );
    if (epochKey === undefined) continue;
    if (constantTimeEqual(slotMac(image, epochKey), image.subarray(macAt, checksumAt))) return epochKey;
    zero(epochKey);
    throw damaged('root_slot', 'changed_by_another');
  }
  return undefined;
}

/** The first root file of an office. */
export function createRootFile(path: string, slot: RootSlot): void {
  writeFileDurably(path, Buffer.concat([slot.image, slot.image]), 'root_slot');
}

/**
 * Overwrites both slots, each flushed before the next. As long as the first is not on disk the old epoch counts, from
 * then on the new one; when both are, the old epoch key exists nowhere.
 */
export function overwriteRootSlots(path: string, slot: RootSlot): void {
  overwriteSlot(path, 1, slot);
  overwriteSlot(path, 0, slot);
}

/** Brings a torn or outdated slot up to the other. */
export function overwriteSlot(path: string, number: 0 | 1, slot: RootSlot): void {
  overwriteInPlace(path, slot.image, number * slotBytes, `root_slot.${number}`);
}

/** Ids of the holders that a slot is sealed to. They stand in clear: which of them are people is not told. */
export function slotHolderIds(slot: RootSlot): string[] {
  const count = slot.image.readUInt16BE(40);
  return Array.from({ length: count }, (_, index) =>
    bytesToUuid(slot.image.subarray(boxesAt + index * boxBytes, boxesAt + index * boxBytes + 16)),
  );
}

function parseSlot(bytes: Buffer, officeId: string): RootSlot | undefined {
  if (bytes.length !== slotBytes) return undefined;
  if (!sha256(bytes.subarray(0, checksumAt)).equals(bytes.subarray(checksumAt))) return undefined;
  if (!bytes.subarray(0, 8).equals(slotMark) || !bytes.subarray(24, 40).equals(uuidToBytes(officeId)))
    return undefined;
  if (bytes.readUInt16BE(40) > maximumHolders) return undefined;
  return {
    sequence: Number(bytes.readBigUInt64BE(8)),
    epoch: Number(bytes.readBigUInt64BE(16)),
    image: Buffer.from(bytes),
  };
}

/** Mark, sequence, epoch, office and number of boxes. */
function sealContext(image: Buffer): Buffer {
  return image.subarray(0, 48);
}

function slotMac(image: Buffer, epochKey: Buffer): Buffer {
  const key = deriveKey(epochKey, sealContext(image), 'ashbook root slot v1');
  try {
    return hmacSha256(key, image.subarray(0, macAt));
  } finally {
    zero(key);
  }
}
