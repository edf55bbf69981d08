import { type FontName, fontBytes } from './fonts.ts';
import type { TextStyle } from './paper-design.ts';
import { runsOf, type TextRun } from './text-runs.ts';
import { type ShapedRun, shapeRun } from './text-shaping.ts';

type Document = PDFKit.PDFDocument;

/** A run and how wide it is, in points. */
interface SetRun {
  readonly run: TextRun;
  readonly width: number;
  /** Of a further typeface. */
  readonly shaped: ShapedRun | null;
}

/** The width of a line whose letters are not all of its own font, in points. */
export function widthOfRuns(document: Document, text: string, style: TextStyle): number {
  return setRuns(document, text, style).reduce((sum, { width }) => sum + width, 0);
}

/** Draws such a line on its baseline. */
export function drawRuns(
  document: Document,
  text: string,
  place: { readonly x: number; readonly baseline: number },
  style: TextStyle,
): void {
  let { x } = place;
  const placed = setRuns(document, text, style).map((set) => {
    const at = { x, baseline: place.baseline };
    x += set.width;
    return { ...set, at };
  });
  // In the order in which it is read, whatever stands where: so it is copied, searched and read aloud.
  placed.sort((one, other) => one.run.place - other.run.place);
  for (const { run, shaped, at } of placed) {
    if (shaped === null && 'font' in run.face)
      document
        .font(run.face.font)
        .fontSize(style.size)
        .fillColor(style.color)
        .text(run.text, at.x, at.baseline, { lineBreak: false, baseline: 'alphabetic' });
    else if (shaped !== null && 'file' in run.face) drawGlyphs(document, run.face.file, shaped, at, style);
  }
}

function setRuns(document: Document, text: string, style: TextStyle): SetRun[] {
  return runsOf(text, style.font).map((run) => {
    if ('file' in run.face) {
      const shaped = shapeRun(run.face.file, run.text, run.isRightToLeft);
      return { run, width: (shaped.width * style.size) / 1000, shaped };
    }
    return { run, width: widthIn(document, run.face.font, run.text, style.size), shaped: null };
  });
}

function widthIn(document: Document, font: FontName, text: string, size: number): number {
  return document.font(font).fontSize(size).widthOfString(text);
}

/** Each glyph by itself where shaping has put it: pdfkit would shape the text again, in its own way. */
function drawGlyphs(
  document: Document,
  file: string,
  { glyphs }: ShapedRun,
  { x, baseline }: { x: number; baseline: number },
  { size, color }: TextStyle,
): void {
  document.registerFont(file, fontBytes(file)).font(file).fillColor(color);
  const font = document._font;
  document.page.fonts[font.id] ??= font.ref();
  const drawn = glyphs.map((glyph) => {
    const number = numberOf(font, glyph);
    const left = x + (glyph.x * size) / 1000;
    const up = baseline - (glyph.y * size) / 1000;
    return `1 0 0 -1 ${left.toFixed(2)} ${up.toFixed(2)} Tm <${number.toString(16).padStart(4, '0')}> Tj`;
  });
  document.addContent(`BT /${font.id} ${size} Tf ${drawn.join(' ')} ET`);
}

const numbers = new WeakMap<PDFKit.EmbeddedFont, Map<string, number>>();

/**
 * The number of a glyph in the embedded part. A glyph that stands for several things, such as the dots that Arabic letters share, has a
 * number for each: a number stands for one text.
 */
function numberOf(font: PDFKit.EmbeddedFont, { id, codePoints }: ShapedRun['glyphs'][number]): number {
  const known = numbers.get(font) ?? new Map<string, number>();
  numbers.set(font, known);
  const key = `${id} ${codePoints.join(' ')}`;
  let number = known.get(key);
  if (number === undefined) {
    number = font.subset.glyphs.push(id) - 1;
    font.widths[number] = font.font.getGlyph(id).advanceWidth * font.scale;
    font.unicode[number] = codePoints;
    known.set(key, number);
  }
  return number;
}
