import type { Paper } from './paper.ts';
import { colors, type TextStyle } from './paper-design.ts';
import type { Phrase } from './wording.ts';

/** A phrase broken into lines, each language with its place from the phrase's top left corner, in points. */
export interface SetPhrase {
  readonly pieces: readonly SetPiece[];
  readonly height: number;
}

interface SetPiece {
  readonly part: Phrase[number];
  readonly style: TextStyle;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** Space between two languages in one line. */
const between = 8;

/** The languages one below the other; or in one line, where the design wants it and both have room. */
export function setPhrase(
  paper: Paper,
  phrase: Phrase,
  style: TextStyle,
  width: number,
  align: Place['align'] = 'left',
): SetPhrase {
  const pieces: SetPiece[] = [];
  let y = 0;
  for (const [place, part] of phrase.entries()) {
    const own = place === 0 ? style : secondStyle(style, paper.design.second);
    const lines = paper.breakLines(part.text, own, width);
    pieces.push({ part, style: own, lines, x: 0, y });
    y += lines.length * own.leading;
  }
  const [first, second] = pieces;
  if (!paper.design.sharesLines || align !== 'left' || !first || !second || pieces.length > 2)
    return { pieces, height: y };
  const x = paper.widthOf(first.part.text, first.style) + between;
  const isOneLine = first.lines.length === 1 && second.lines.length === 1;
  if (!isOneLine || x + paper.widthOf(second.part.text, second.style) > width) return { pieces, height: y };
  // On one baseline (Paper.line).
  const drop =
    (first.style.leading - second.style.leading + 0.72 * (first.style.size - second.style.size)) / 2;
  return { pieces: [first, { ...second, x, y: drop }], height: first.style.leading };
}

function secondStyle(style: TextStyle, factor: number): TextStyle {
  return {
    ...style,
    font: style.font === 'strong' ? 'regular' : style.font,
    size: style.size * factor,
    leading: style.leading * factor,
    color: colors.faded,
  };
}

export function placePiece(paper: Paper, piece: SetPiece, { x, y, width, align }: Place): void {
  for (const [index, line] of piece.lines.entries()) {
    paper.line(line, x + piece.x, y + piece.y + index * piece.style.leading, piece.style, align, width);
  }
}

export function placePhrase(paper: Paper, { pieces }: SetPhrase, place: Place): void {
  for (const piece of pieces) placePiece(paper, piece, place);
}
