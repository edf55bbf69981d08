import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentTypeOf, endsAs } from '../../../shared/domain/collection/attachment-type.ts';
import { jpegOf, m4aOf, mp3Of, oggOf, pdfOf, pngOf, tiffOf, waveOf } from '../../fixtures/attachment.ts';

const typeOf = (content: Uint8Array) => attachmentTypeOf(content, content.length);

it.each([
  ['application/pdf', pdfOf(400)],
  ['application/pdf', Buffer.concat([Buffer.from('\ufeff\n'), pdfOf(400)])],
  ['image/jpeg', jpegOf(400)],
  ['image/png', pngOf()],
  ['image/tiff', tiffOf('II')],
  ['image/tiff', tiffOf('MM')],
  ['audio/wav', waveOf(400)],
  ['audio/ogg', oggOf()],
  ['audio/ogg', oggOf('Speex   ')],
  ['audio/mp4', m4aOf()],
  ['audio/mp4', m4aOf('mp42')],
  ['audio/mpeg', mp3Of(3)],
  ['audio/mpeg', mp3Of(2, 300)],
] as const)('knows %s by its content, to its end', (type, content) => {
  expect(typeOf(content)).toBe(type);
  expect(endsAs(type, content.subarray(-1024))).toBe(true);
});

it('looks at the beginning alone of a picture whose description is longer than that', () => {
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0xff, 0xff]), Buffer.alloc(0xfffd)]);
  const content = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...Array(20).fill(segment),
    jpegOf(400).subarray(2),
  ]);
  expect(attachmentTypeOf(content.subarray(0, 1024 * 1024), content.length)).toBe('image/jpeg');
  expect(attachmentTypeOf(content.subarray(0, 1024 * 1024), 1024 * 1024)).toBeUndefined();
});

describe('what is not one of them', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a PDF of a version there never was', Buffer.from('%PDF-9.9\n%%EOF')],
    ['a PDF behind something else', Buffer.concat([Buffer.from('#!/bin/sh\n'), pdfOf(400)])],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0])],
    ['a JPEG cut off in its head', jpegOf(400).subarray(0, 30)],
    ['a PNG without a height', Buffer.from(pngOf()).fill(0, 20, 24)],
    [
      'a TIFF whose directory is outside',
      Buffer.concat([Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1'), Buffer.alloc(50)]),
    ],
    ['a TIFF without entries', Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), Buffer.alloc(50)])],
  ])('%s', (_, content) => {
    expect(typeOf(content)).toBeUndefined();
  });

  it('never fails, whatever the bytes', () => {
    const starts = [pdfOf(100), jpegOf(100), pngOf(), tiffOf()].map((content) => content.subarray(0, 12));
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        for (const start of [Buffer.alloc(0), ...starts]) typeOf(Buffer.concat([start, bytes]));
      }),
    );
  });
});
