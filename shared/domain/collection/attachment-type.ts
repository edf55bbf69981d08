import { z } from 'zod';

/** The kinds of file that can be attached. */
export const paperTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'] as const;
/** Recordings of calls, as telephones and recorders write them. */
export const soundTypes = ['audio/wav', 'audio/mpeg', 'audio/mp4', 'audio/ogg'] as const;
export const attachmentTypes = [...paperTypes, ...soundTypes] as const;
export const attachmentType = z.enum(attachmentTypes);
export type AttachmentType = z.infer<typeof attachmentType>;

/** Whether it is something to be heard rather than seen. */
export function isSound(type: AttachmentType): boolean {
  return soundTypes.some((sound) => sound === type);
}

/** 50 MB, as an office scanner means it: 50 x 1024 x 1024 bytes. */
export const attachmentMaximumBytes = 50 * 1024 * 1024;

/** How much of a file's end `endsAs` looks at; the end-of-file mark of a PDF must be within it (ISO 32000-1, annex H.3.4.4). */
export const attachmentTailBytes = 1024;

/**
 * What a file is by its first bytes, whatever it is called; undefined where it is none of the kinds that can be attached.
 *
 * @param head the first bytes: at most 1 MiB of them are looked at
 * @param bytes length of the whole file
 */
export function attachmentTypeOf(head: Uint8Array, bytes: number): AttachmentType | undefined {
  if (isPdf(head)) return 'application/pdf';
  if (isPng(head)) return 'image/png';
  if (isJpeg(head, bytes)) return 'image/jpeg';
  if (isTiff(head, bytes)) return 'image/tiff';
  if (isWave(head)) return 'audio/wav';
  if (isOgg(head)) return 'audio/ogg';
  if (isMp4Sound(head, bytes)) return 'audio/mp4';
  if (isMpegSound(head, bytes)) return 'audio/mpeg';
  return undefined;
}

/** Whether a file that began as `type` also ends as one: what was cut off or wrapped around something else does not. */
export function endsAs(type: AttachmentType, tail: Uint8Array): boolean {
  switch (type) {
    case 'application/pdf':
      return indexOf(tail, latin('%%EOF')) !== -1;
    case 'image/png':
      return indexOf(tail, pngEnd) !== -1;
    // Cameras write their own things behind a picture, and a TIFF may end with anything.
    case 'image/jpeg':
    case 'image/tiff':
      return true;
    // Recorders that are switched off in the middle leave a sound without its last part, which is heard all the same.
    case 'audio/wav':
    case 'audio/mpeg':
    case 'audio/mp4':
    case 'audio/ogg':
      return true;
  }
}

/** ISO 32000-1, 7.5.2: `%PDF-1.4`. Only a byte order mark and white space are let pass before it. */
function isPdf(head: Uint8Array): boolean {
  let start = startsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (start < 32 && [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20].includes(head[start] ?? -1)) start += 1;
  return /^%PDF-[12]\.\d/.test(textOf(head.subarray(start, start + 8)));
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The last chunk: no bytes, 'IEND', its checksum. */
const pngEnd = Uint8Array.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82);

/** PNG specification, 5.2 and 11.2.2: the mark, then the header chunk of 13 bytes with a width and a height. */
function isPng(head: Uint8Array): boolean {
  if (!startsWith(head, [...pngStart, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]) || head.length < 33) return false;
  const view = viewOf(head);
  return view.getUint32(16) > 0 && view.getUint32(20) > 0;
}

/** ITU-T T.81, annex B: segments one after the other up to the first scan, with a frame header among them. */
function isJpeg(head: Uint8Array, bytes: number): boolean {
  if (!startsWith(head, [0xff, 0xd8, 0xff])) return false;
  const view = viewOf(head);
  let hasFrame = false;
  for (let at = 2; at + 4 <= head.length; ) {
    if (head[at] !== 0xff) return false;
    const marker = head[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return hasFrame;
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) return false;
    if (marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true;
    const length = view.getUint16(at + 2);
    if (length < 2) return false;
    at += 2 + length;
  }
  // Metadata longer than what was looked at; all of it had the right form.
  return head.length < bytes;
}

/** TIFF 6.0, section 2: byte order, 42, and where the first directory stands. */
function isTiff(head: Uint8Array, bytes: number): boolean {
  const isLittle = startsWith(head, [0x49, 0x49, 0x2a, 0x00]);
  if (!isLittle && !startsWith(head, [0x4d, 0x4d, 0x00, 0x2a])) return false;
  if (head.length < 8) return false;
  const view = viewOf(head);
  const directory = view.getUint32(4, isLittle);
  if (directory < 8 || directory + 2 + 12 > bytes) return false;
  if (directory + 2 > head.length) return true;
  const entries = view.getUint16(directory, isLittle);
  return entries > 0 && directory + 2 + entries * 12 <= bytes;
}

/** RIFF: 'RIFF', a length, 'WAVE', then the description of the samples. */
function isWave(head: Uint8Array): boolean {
  return (
    head.length >= 44 && textOf(head.subarray(0, 4)) === 'RIFF' && textOf(head.subarray(8, 16)) === 'WAVEfmt '
  );
}

/** RFC 3533, section 6: the first page; RFC 7845 and the Vorbis and Speex specifications: what it begins with. */
function isOgg(head: Uint8Array): boolean {
  if (head.length < 40 || textOf(head.subarray(0, 4)) !== 'OggS' || head[4] !== 0) return false;
  const start = 27 + (head[26] ?? 0);
  const codec = textOf(head.subarray(start, start + 8));
  return codec === 'OpusHead' || codec === 'Speex   ' || codec.startsWith('\u0001vorbis');
}

/** ISO/IEC 14496-12, 4.3: a file type box of a brand that recorders of calls write. */
const soundBrands = new Set(['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', '3gp4', '3gp5', '3gp6']);
function isMp4Sound(head: Uint8Array, bytes: number): boolean {
  if (head.length < 16 || textOf(head.subarray(4, 8)) !== 'ftyp') return false;
  const length = viewOf(head).getUint32(0);
  return length >= 16 && length <= bytes && soundBrands.has(textOf(head.subarray(8, 12)));
}

/** ID3v2, or ISO/IEC 11172-3, 2.4.2.3: the header of a layer III frame, and that of the next where it has to be. */
function isMpegSound(head: Uint8Array, bytes: number): boolean {
  let start = 0;
  if (textOf(head.subarray(0, 3)) === 'ID3') {
    const size = head.subarray(6, 10);
    if (size.length < 4 || size.some((byte) => byte > 0x7f)) return false;
    // Seven bits a byte.
    start = 10 + size.reduce((sum, byte) => sum * 128 + byte, 0);
    // A picture of the caller may be longer than what is looked at.
    if (start + 4 > head.length) return start < bytes;
  }
  const length = mpegFrameBytes(head, start);
  if (length === undefined) return false;
  const next = start + length;
  return next + 4 > head.length ? next <= bytes : mpegFrameBytes(head, next) !== undefined;
}

const kilobitsOfVersion1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const kilobitsOfVersion2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplesASecond = [44_100, 48_000, 32_000];

/** Undefined where no layer III frame begins there. */
function mpegFrameBytes(head: Uint8Array, start: number): number | undefined {
  const [first, second = 0, third = 0] = head.subarray(start, start + 4);
  const version = (second >> 3) & 3;
  if (first !== 0xff || (second & 0xe6) !== 0xe2 || version === 1) return undefined;
  const kilobits = (version === 3 ? kilobitsOfVersion1 : kilobitsOfVersion2)[third >> 4];
  const base = samplesASecond[(third >> 2) & 3];
  if (kilobits === undefined || kilobits === 0 || base === undefined) return undefined;
  const samples = version === 3 ? base : version === 2 ? base / 2 : base / 4;
  const padding = (third >> 1) & 1;
  return Math.floor(((version === 3 ? 144 : 72) * kilobits * 1000) / samples) + padding;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, place) => bytes[place] === byte);
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let start = bytes.length - wanted.length; start >= 0; start -= 1) {
    if (wanted.every((byte, place) => bytes[start + place] === byte)) return start;
  }
  return -1;
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
