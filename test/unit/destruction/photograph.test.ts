import { describe, expect, it } from 'vitest';
import { stripPhotograph } from '../../../shared/domain/destruction/photograph.ts';
import { jpegWithLocation, plainJpeg, plainPng, pngWithLocation } from '../../fixtures/photograph.ts';
import { isRefused } from '../storage/refused.ts';

const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(Buffer.from(text, 'latin1'));

describe('a photograph is kept without where it was taken', () => {
  it('a JPEG loses its GPS position, its maker’s notes, its comment and what lies behind its end', () => {
    const taken = jpegWithLocation({ orientation: 1 });
    for (const told of ['Exif', 'GPS-37.5665N', 'http://ns.adobe.com/xap', 'a comment', 'behind the end'])
      expect(holds(taken, told), told).toBe(true);
    const { bytes, type, hadMore } = stripPhotograph(taken);
    expect({ type, hadMore }).toEqual({ type: 'image/jpeg', hadMore: true });
    for (const told of ['Exif', 'GPS', '37.5665', 'adobe', 'comment', 'behind'])
      expect(holds(bytes, told), told).toBe(false);
    // The picture is untouched: what is left is byte for byte the one that never had any of it.
    expect(Buffer.from(bytes).equals(Buffer.from(plainJpeg()))).toBe(true);
  });

  it('how the camera was held stays, alone', () => {
    const { bytes } = stripPhotograph(jpegWithLocation({ orientation: 6 }));
    expect(holds(bytes, '37.5665')).toBe(false);
    const exif = Buffer.from(bytes).indexOf(Buffer.from('Exif', 'latin1'));
    expect(exif).toBeGreaterThan(0);
    // 34 bytes: marker, length, "Exif", and a directory with the one entry.
    expect(bytes[exif - 1]).toBe(34);
    expect(Buffer.from(bytes.subarray(exif + 16, exif + 28)).toString('hex')).toBe(
      '011200030000000100060000',
    );
    expect(Buffer.from(stripPhotograph(bytes).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('a PNG loses texts, times and Exif', () => {
    const taken = pngWithLocation();
    expect(holds(taken, '37.5665')).toBe(true);
    const { bytes, type, hadMore } = stripPhotograph(taken);
    expect({ type, hadMore }).toEqual({ type: 'image/png', hadMore: true });
    expect(Buffer.from(bytes).equals(Buffer.from(plainPng()))).toBe(true);
  });

  it('what has nothing of it comes back as it was', () => {
    for (const picture of [plainJpeg(), plainPng()]) {
      const { bytes, hadMore } = stripPhotograph(picture);
      expect(hadMore).toBe(false);
      expect(Buffer.from(bytes).equals(Buffer.from(picture))).toBe(true);
    }
  });

  it('what is cut off anywhere is refused, never half stripped', () => {
    for (const whole of [jpegWithLocation({ orientation: 6 }).subarray(0, -14), pngWithLocation()]) {
      for (let length = 0; length < whole.length; length += 1)
        isRefused(() => stripPhotograph(whole.subarray(0, length)), 'photograph_unreadable');
    }
  });
});
