import { Blob, Buffer, ClusterLevel, Direction, Face, Font, shape } from 'harfbuzzjs';
import { fontBytes } from './fonts.ts';

/** One glyph of a shaped run. Lengths in thousandths of the size. */
export interface ShapedGlyph {
  /** Its number in the file. */
  readonly id: number;
  /** From the beginning of the run, and above the baseline. */
  readonly x: number;
  readonly y: number;
  /** What it stands for: U+200B, which nobody sees, where a glyph before it stands for all of it. */
  readonly codePoints: readonly number[];
}

export interface ShapedRun {
  /** As they are read: so a reader gets them, which may not know that a script is written from right to left. */
  readonly glyphs: readonly ShapedGlyph[];
  readonly width: number;
}

interface OpenFace {
  readonly font: Font;
  readonly unitsPerEm: number;
  readonly characters: ReadonlySet<number>;
}

const open = new Map<string, OpenFace>();

function faceOf(path: string): OpenFace {
  let face = open.get(path);
  if (face === undefined) {
    const read = new Face(new Blob(fontBytes(path)));
    face = { font: new Font(read), unitsPerEm: read.upem, characters: new Set(read.collectUnicodes()) };
    open.set(path, face);
  }
  return face;
}

/** The code points a font file has glyphs for. */
export function characterSet(path: string): ReadonlySet<number> {
  return faceOf(path).characters;
}

/**
 * Chooses and places the glyphs of a run as its script wants it: joined, reordered, with marks where they belong. It is done by
 * HarfBuzz, as in browsers; what pdfkit has for it fails with Khmer and misplaces marks in Thai.
 *
 * @param text letters of one script
 */
export function shapeRun(path: string, text: string, isRightToLeft: boolean): ShapedRun {
  const { font, unitsPerEm } = faceOf(path);
  const buffer = new Buffer();
  buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS);
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  shape(font, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const scale = 1000 / unitsPerEm;
  const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((one, other) => one - other);
  const told = new Set<number>();
  let pen = 0;
  const glyphs = infos.map(({ codepoint: id, cluster }, index) => {
    const position = positions[index];
    const x = (pen + (position?.xOffset ?? 0)) * scale;
    const y = (position?.yOffset ?? 0) * scale;
    pen += position?.xAdvance ?? 0;
    const end = starts[starts.indexOf(cluster) + 1] ?? text.length;
    const letters = told.has(cluster) ? '' : text.slice(cluster, end);
    told.add(cluster);
    const codePoints = [...letters].map((letter) => letter.codePointAt(0) ?? 0);
    return { id, x, y, cluster, codePoints: codePoints.length === 0 ? [0x200b] : codePoints };
  });
  glyphs.sort((one, other) => one.cluster - other.cluster);
  return { glyphs, width: pen * scale };
}
