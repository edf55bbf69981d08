import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomFrom } from '../../../main/hosts/demo/invented-people.ts';
import {
  AttachmentWriter,
  attachmentChunkBytes,
  attachmentChunks,
  attachmentFileBytes,
  attachmentPath,
  readAttachmentChunk,
} from '../../../main/storage/attachment-file.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { jpegOf } from '../../fixtures/attachment.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ashbook-attachment-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Written {
  id: string;
  key: Buffer;
  bytes: number;
  path: string;
}

function write(content: Buffer): Written {
  const id = crypto.randomUUID();
  const writer = new AttachmentWriter(folder, id);
  const chunks = attachmentChunks(content.length);
  for (let index = 0; index < chunks; index += 1) {
    const start = index * attachmentChunkBytes;
    writer.append(content.subarray(start, start + attachmentChunkBytes), index === chunks - 1);
  }
  writer.keep();
  const key = Buffer.from(writer.key);
  writer.close();
  return { id, key, bytes: content.length, path: attachmentPath(folder, id) };
}

const read = ({ id, key, bytes }: Written, index: number) =>
  readAttachmentChunk(folder, id, key, bytes, index);
const readAll = (file: Written) =>
  Buffer.concat(Array.from({ length: attachmentChunks(file.bytes) }, (_, index) => read(file, index)));

/** The code of the refusal with which reading any chunk ends, or null where all of them are accepted. */
function refusalOf(file: Written): string | null {
  try {
    readAll(file);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

const chunk = attachmentChunkBytes;
it.each([0, 1, 15, chunk - 1, chunk, chunk + 1, 3 * chunk])(
  'brings back %i bytes, and no more on the disk than said',
  (bytes) => {
    const content = bytes < 200 ? Buffer.alloc(bytes, 7) : jpegOf(bytes);
    const file = write(content);
    expect(readAll(file).equals(content)).toBe(true);
    expect(statSync(file.path).size).toBe(attachmentFileBytes(bytes));
    expect(() => read(file, attachmentChunks(bytes))).toThrow('attachment_chunk_unknown');
  },
);

it('has nothing of the file in clear', () => {
  const file = write(jpegOf(chunk + 500, 'PLAINLYREADABLE'));
  expect(readFileSync(file.path).includes('PLAINLYREADABLE')).toBe(false);
  expect(readFileSync(file.path).includes('JFIF')).toBe(false);
});

it('does not open with another key, nor under another name', () => {
  const file = write(jpegOf(2000));
  const other = write(jpegOf(2000));
  expect(refusalOf({ ...file, key: other.key })).toBe('attachment_damaged');
  copyFileSync(file.path, other.path);
  expect(refusalOf({ ...other, key: file.key })).toBe('attachment_damaged');
  expect(refusalOf({ ...file, id: crypto.randomUUID() })).toBe('attachment_missing');
});

describe('what somebody does to the file', () => {
  const header = 24;
  const sealedChunk = chunk + 28;
  let file: Written;
  let stored: Buffer;
  beforeEach(() => {
    file = write(jpegOf(2 * chunk + 1000));
    stored = readFileSync(file.path);
  });
  const piece = (index: number) =>
    stored.subarray(header + index * sealedChunk, header + (index + 1) * sealedChunk);

  it.each<[string, () => Buffer, number]>([
    ['is cut off by one byte', () => stored.subarray(0, -1), 2 * chunk + 1000],
    ['is cut off at a chunk', () => stored.subarray(0, header + 2 * sealedChunk), 2 * chunk + 1000],
    [
      'is cut off at a chunk, and its length told otherwise',
      () => stored.subarray(0, header + 2 * sealedChunk),
      2 * chunk,
    ],
    ['is longer', () => Buffer.concat([stored, Buffer.of(0)]), 2 * chunk + 1000],
    [
      'has its chunks exchanged',
      () => Buffer.concat([stored.subarray(0, header), piece(1), piece(0), piece(2)]),
      2 * chunk + 1000,
    ],
    [
      'has a chunk twice',
      () => Buffer.concat([stored.subarray(0, header), piece(0), piece(0), piece(2)]),
      2 * chunk + 1000,
    ],
    ['is empty', () => Buffer.alloc(0), 2 * chunk + 1000],
  ])('%s: it is damaged', (_, altered, bytes) => {
    writeFileSync(file.path, altered());
    expect(refusalOf({ ...file, bytes })).toBe('attachment_damaged');
  });

  it('one bit anywhere: never accepted, always named', () => {
    const small = write(jpegOf(5000));
    const good = readFileSync(small.path);
    const random = randomFrom(20_261_123);
    // Every bit of what frames the ciphertext, and hundreds of it.
    const framing = [
      ...Array(header + 12).keys(),
      ...Array.from({ length: 16 }, (_, place) => good.length - 1 - place),
    ];
    const positions = [
      ...framing.flatMap((byte) => Array.from({ length: 8 }, (_, bit) => ({ byte, bit }))),
      ...Array.from({ length: 600 }, () => ({
        byte: Math.floor(random() * good.length),
        bit: Math.floor(random() * 8),
      })),
    ];
    const outcomes = new Set(
      positions.map(({ byte, bit }) => {
        const altered = Buffer.from(good);
        altered[byte] = (altered[byte] ?? 0) ^ (1 << bit);
        writeFileSync(small.path, altered);
        return refusalOf(small);
      }),
    );
    expect(positions.length).toBeGreaterThan(900);
    expect([...outcomes]).toEqual(['attachment_damaged']);
  });
});

it('50 MB go through with memory flat on the side of the records', { timeout: 60_000 }, () => {
  const id = crypto.randomUUID();
  const chunks = 50;
  const piece = jpegOf(chunk);
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  const before = process.memoryUsage();
  let most = 0;
  const look = () => {
    collectGarbage();
    const { external, heapUsed } = process.memoryUsage();
    most = Math.max(most, external + heapUsed - before.external - before.heapUsed);
  };
  const writer = new AttachmentWriter(folder, id);
  for (let index = 0; index < chunks; index += 1) {
    writer.append(piece, index === chunks - 1);
    look();
  }
  writer.keep();
  const file = { id, key: Buffer.from(writer.key), bytes: chunks * chunk, path: attachmentPath(folder, id) };
  writer.close();
  for (let index = 0; index < chunks; index += 1) {
    expect(read(file, index).equals(piece)).toBe(true);
    look();
  }
  // A chunk, its ciphertext and what is made on the way from one to the other.
  expect(most).toBeLessThan(8 * chunk);
});
