import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'cp949'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** Enough to see how a file is written; all of it is looked at only to tell UTF-8 from CP949. */
const looked = 64 * 1024;

/**
 * How the characters of a file are encoded. A byte order mark says so; without one, UTF-16 has a zero in every other byte of what is
 * Latin or digits, text that is UTF-8 throughout is UTF-8 (chance does not make it so), and what Korean spreadsheets write by themselves is
 * CP949. Null where it is not text at all.
 */
export function detectEncoding(file: Uint8Array): TextEncoding | null {
  if (startsWith(file, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(file, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(file, [0xfe, 0xff])) return 'utf-16be';
  const start = file.subarray(0, looked);
  const zeros = [0, 0];
  for (const [place, byte] of start.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 0.1 * start.length && even < 0.1 * odd) return 'utf-16le';
  if (even > 0.1 * start.length && odd < 0.1 * even) return 'utf-16be';
  // A few may have slipped into a text; a file of them is something else.
  if (even + odd > 0.02 * start.length) return null;
  return isUtf8(file) ? 'utf-8' : 'cp949';
}

/** The text piece by piece, without the byte order mark. Bytes that are none of the encoding become U+FFFD. */
export function* decodedPieces(
  file: Uint8Array,
  encoding: TextEncoding,
  pieceBytes = 256 * 1024,
): Generator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for (let start = 0; start < file.length; start += pieceBytes) {
    yield decoder.write(Buffer.from(file.subarray(start, start + pieceBytes)));
  }
  yield decoder.end() ?? '';
}

function startsWith(file: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, place) => file[place] === byte);
}
