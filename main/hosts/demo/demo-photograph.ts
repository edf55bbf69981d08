import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

const [width, height] = [480, 320];
type Colour = readonly [red: number, green: number, blue: number];

/** Boxes on a shelf: what a photograph before a destruction shows. */
export function pictureOfBoxes(): Uint8Array {
  return png((x, y) => {
    if (y % 150 > 136) return [92, 88, 84];
    const [column, inBox] = [Math.floor(x / 96), x % 96];
    const top = 28 + (column % 2) * 10;
    if (y % 150 < top || inBox < 4) return [214, 209, 200];
    const isLabel = inBox > 30 && inBox < 70 && y % 150 > 70 && y % 150 < 95;
    return isLabel ? [246, 244, 238] : [186 - column * 4, 148 - column * 3, 102];
  });
}

/** Particles in a bag: what is left over. */
export function pictureOfParticles(): Uint8Array {
  return png((x, y) => {
    const shade = ((x * 7919 + Math.floor(y / 3) * 104_729) >> 3) % 56;
    const [red, green, blue] = y < 60 ? [120, 122, 126] : [238, 236, 230];
    return [red - shade, green - shade, blue - shade];
  });
}

/** Truecolour, eight bits a sample (ISO/IEC 15948). */
function png(colourAt: (x: number, y: number) => Colour): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (const [index, sample] of colourAt(x, y).entries())
        rows[y * (1 + width * 3) + 1 + x * 3 + index] = Math.max(0, Math.min(255, sample));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
