import { Refusal } from '../refusal.ts';

/**
 * Takes out of a photograph everything but the picture: where it was taken, when, with which camera of whose, a thumbnail of what
 * was cut off. Only how the camera was held stays, since the picture would lie on its side without it. The picture itself is not
 * compressed anew: its bytes are the same.
 */
export interface StrippedPhotograph {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  /** Whether there was anything to take out. */
  readonly hadMore: boolean;
}

/** Throws Refusal `photograph_unreadable` where it is neither a JPEG nor a PNG from its first byte to its last. */
export function stripPhotograph(bytes: Uint8Array): StrippedPhotograph {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return stripJpeg(bytes);
  if (startsWith(bytes, 0, pngMark)) return stripPng(bytes);
  throw new Refusal('photograph_unreadable');
}

const marker = {
  app0: 0xe0,
  app1: 0xe1,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
  scan: 0xda,
  end: 0xd9,
} as const;

/**
 * ITU-T T.81, annex B. Kept are the segments the picture is decoded with, the JFIF header (APP0) and Adobe's colour transform
 * (APP14); every other application segment and every comment goes, and whatever lies behind the end of the image, where cameras
 * put second pictures with the same location once more.
 */
function stripJpeg(bytes: Uint8Array): StrippedPhotograph {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let hadMore = false;
  let at = 2;
  const appKept: Uint8Array[] = [];
  for (;;) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) throw new Refusal('photograph_unreadable');
    const kind = bytes[at + 1] ?? 0;
    const length = view.getUint16(at + 2);
    const segment = bytes.subarray(at, at + 2 + length);
    if (length < 2 || segment.length !== 2 + length) throw new Refusal('photograph_unreadable');
    if (kind === marker.scan) break;
    if (kind === marker.app1) {
      orientation = orientationOf(segment) ?? orientation;
      hadMore = true;
    } else if (kind === marker.app0) appKept.push(jfifAlone(segment));
    else if (kind === marker.app14) appKept.push(segment);
    else if ((kind > marker.app0 && kind <= marker.app15) || kind === marker.comment) hadMore = true;
    else kept.push(segment);
    at += 2 + length;
  }
  const end = endOfImage(bytes, at);
  if (end < bytes.length) hadMore = true;
  const [start, ...segments] = kept as [Uint8Array, ...Uint8Array[]];
  const held = orientation === 1 ? [] : [orientationSegment(orientation)];
  return {
    type: 'image/jpeg',
    bytes: joined([
      start,
      ...appKept.filter(({ length }) => length > 0),
      ...held,
      ...segments,
      bytes.subarray(at, end),
    ]),
    hadMore,
  };
}

/** The JFIF header without a thumbnail; any other APP0 (a JFXX extension is one) goes. */
function jfifAlone(segment: Uint8Array): Uint8Array {
  if (!startsWith(segment, 4, [0x4a, 0x46, 0x49, 0x46, 0x00]) || segment.length < 18)
    return new Uint8Array(0);
  const header = segment.slice(0, 18);
  header[2] = 0;
  header[3] = 16;
  header[16] = 0;
  header[17] = 0;
  return header;
}

/** Where the image ends: behind its end marker. A progressive picture has further segments and scans before it. */
function endOfImage(bytes: Uint8Array, firstScan: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = firstScan;
  while (at + 3 < bytes.length || bytes[at + 1] === marker.end) {
    const kind = bytes[at + 1] ?? 0;
    if (kind === marker.end) return at + 2;
    // Another application segment here is no part of any picture.
    if (bytes[at] !== 0xff || (kind >= marker.app0 && kind <= marker.app15)) break;
    at += 2 + view.getUint16(at + 2);
    if (kind === marker.scan) at = nextMarker(bytes, at);
  }
  throw new Refusal('photograph_unreadable');
}

/** In the coded data of a scan 0xff is followed by 0 or by a restart marker; anything else is the next segment. */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const after = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && after !== 0 && after !== 0xff && !(after >= 0xd0 && after <= 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}

const exifMark = [0x45, 0x78, 0x69, 0x66, 0x00, 0x00];
const orientationTag = 0x0112;

/** Exif 2.32, 4.6.2: the first directory of the TIFF that an APP1 segment holds. Null where it says nothing sensible. */
function orientationOf(segment: Uint8Array): number | null {
  if (!startsWith(segment, 4, exifMark)) return null;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  if (tiff.byteLength < 8) return null;
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return null;
  const entries = tiff.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(at, isLittle) !== orientationTag) continue;
    const value = tiff.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An APP1 segment that says how the camera was held, and nothing else. */
function orientationSegment(orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return Uint8Array.from([0xff, marker.app1, 0, 2 + exifMark.length + tiff.length, ...exifMark, ...tiff]);
}

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What a picture is decoded and coloured with (PNG specification, 11.2 and 11.3); texts, times and Exif are not among it. */
const pngKept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'sBIT',
  'sRGB',
  'cICP',
  'pHYs',
]);

function stripPng(bytes: Uint8Array): StrippedPhotograph {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let hadMore = false;
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw new Refusal('photograph_unreadable');
    const length = view.getUint32(at);
    const chunk = bytes.subarray(at, at + 12 + length);
    if (chunk.length !== 12 + length) throw new Refusal('photograph_unreadable');
    const kind = String.fromCharCode(...chunk.subarray(4, 8));
    if (pngKept.has(kind)) kept.push(chunk);
    else hadMore = true;
    at += 12 + length;
    if (kind === 'IEND')
      return { type: 'image/png', bytes: joined(kept), hadMore: hadMore || at < bytes.length };
  }
}

function startsWith(bytes: Uint8Array, at: number, mark: readonly number[]): boolean {
  return mark.every((byte, place) => bytes[at + place] === byte);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
