import type { Paper } from './paper.ts';
import { colors, type StyleName, type TextStyle } from './paper-design.ts';
import { type Place, placePhrase, placePiece, setPhrase } from './paper-phrase.ts';
import { inOneLine, type Phrase } from './wording.ts';

export { styles } from './paper-design.ts';

/** A paragraph in the current box, one tagged element a language. */
export function paragraph(
  paper: Paper,
  phrase: Phrase,
  style: TextStyle = paper.design.styles.body,
  options: { after?: number; type?: string; align?: 'left' | 'right' | 'center' } = {},
): void {
  const set = setPhrase(paper, phrase, style, paper.box.width, options.align);
  const [first, second] = set.pieces;
  const isShared = second !== undefined && first !== undefined && second.x > 0;
  for (const piece of set.pieces) {
    const height = isShared ? set.height : piece.lines.length * piece.style.leading;
    if (!isShared || piece === first) paper.reserve(height);
    const { x, width } = paper.box;
    // Where it is in the phrase says the cursor: a page may end between two languages.
    const own = isShared ? piece : { ...piece, y: 0 };
    const at: Place = { x, y: paper.y, width, ...(options.align && { align: options.align }) };
    paper.tagged(options.type ?? 'P', () => placePiece(paper, own, at), { language: piece.part.language });
    if (!isShared || piece === second) paper.y += height;
  }
  paper.y += (options.after ?? 5) * paper.design.space;
}

/** A ruled section: its heading in a column at the left, its content beside it. */
export function section(
  paper: Paper,
  heading: Phrase,
  options: { number?: number; keep?: number },
  write: () => void,
): void {
  const { design } = paper;
  const style = design.styles.heading;
  paper.reserve((options.keep ?? 90) * design.space);
  const { x, width } = paper.box;
  paper.rule(paper.y, { width: 0.8, color: colors.ink });
  const top = paper.y + 9 * design.space;
  paper.element('Sect', () => {
    if (options.number !== undefined) {
      const mark = String(options.number);
      paper.artifact(() => paper.line(mark, x, top - 0.5, { ...style, color: colors.ember }));
    }
    const indent = options.number === undefined ? 0 : style.size * 1.3;
    const at = { x: x + indent, y: top, width: design.headingColumn - indent };
    const set = setPhrase(paper, heading, style, at.width);
    for (const piece of set.pieces) {
      paper.tagged('H2', () => placePiece(paper, piece, at), { language: piece.part.language });
    }
    paper.y = top;
    const offset = design.headingColumn + design.headingGap;
    const page = paper.pages;
    paper.within({ x: x + offset, width: width - offset }, write);
    if (paper.pages === page) paper.y = Math.max(paper.y, top + set.height);
  });
  paper.y += 9 * design.space;
}

/** A tinted block with an accent bar, for what must not be overlooked. */
export function notice(paper: Paper, title: Phrase, text: Phrase): void {
  const { space, styles: design } = paper.design;
  const padding = { x: 14, y: 9 * space };
  const { x, width } = paper.box;
  const inner = { x: x + padding.x, width: width - 2 * padding.x };
  const head = [{ language: title[0]?.language ?? 'en', text: inOneLine(title) }] as const;
  const height =
    setPhrase(paper, head, design.accent, inner.width).height +
    setPhrase(paper, text, design.body, inner.width).height +
    2 * padding.y;
  paper.reserve(height);
  paper.fill(x, paper.y, width, height, colors.emberTint);
  paper.fill(x, paper.y, 3, height, colors.ember);
  const end = paper.y + height;
  paper.y += padding.y;
  paper.within(inner, () => {
    paragraph(paper, head, design.accent, { after: 0 });
    paragraph(paper, text, design.body, { after: 0 });
  });
  paper.y = end + 12 * space;
}

/** A list with dashes. */
export function list(paper: Paper, items: readonly Phrase[]): void {
  const indent = 11;
  const { body } = paper.design.styles;
  const { space } = paper.design;
  paper.element('L', () => {
    for (const item of items) {
      const set = setPhrase(paper, item, body, paper.box.width - indent);
      paper.reserve(set.height);
      paper.artifact(() => paper.line('–', paper.box.x, paper.y, { ...body, color: colors.ember }));
      paper.element('LI', () => {
        const at = { x: paper.box.x + indent, y: paper.y, width: paper.box.width - indent };
        for (const piece of set.pieces) {
          paper.tagged('LBody', () => placePiece(paper, piece, at), { language: piece.part.language });
        }
      });
      paper.y += set.height + 2.5 * space;
    }
  });
  paper.y += 3 * space;
}

export interface Fact {
  readonly label: Phrase;
  readonly value: Phrase;
  readonly style?: TextStyle;
}

/** Label and value, a line each. */
export function facts(
  paper: Paper,
  rows: readonly Fact[],
  options: { labelWidth?: number; style?: TextStyle } = {},
): void {
  const { space, styles: design } = paper.design;
  const labelWidth = options.labelWidth ?? 92;
  const { x, width } = paper.box;
  paper.element('Table', () => {
    for (const row of rows) {
      const label = setPhrase(paper, row.label, design.label, labelWidth - 8);
      const style = row.style ?? options.style ?? design.cell;
      const value = setPhrase(paper, row.value, style, width - labelWidth);
      const height = Math.max(label.height, value.height);
      paper.reserve(height);
      paper.element('TR', () => {
        paper.tagged('TH', () => placePhrase(paper, label, { x, y: paper.y, width: labelWidth }));
        const at = { x: x + labelWidth, y: paper.y, width: width - labelWidth };
        paper.tagged('TD', () => placePhrase(paper, value, at));
      });
      paper.y += height + 2 * space;
    }
  });
  paper.y += 4 * space;
}

export interface Column {
  readonly header: Phrase;
  /** Share of the table's width; the shares of all columns add up to 1. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

export interface Cell {
  readonly phrase: Phrase;
  readonly mark?: 'pass' | 'fail' | 'unknown';
  readonly style?: TextStyle | StyleName;
}

/** Words that are the same in every language: codes, numbers, ISO dates. */
export function plain(text: string): Cell {
  return { phrase: [{ language: 'en', text }] };
}

const cellGap = 8;
const markWidth = 12;

/** Where the columns stand, and their headers, which are placed again on every page. */
function placeColumns(paper: Paper, columns: readonly Column[], isBoxed = false) {
  const { styles: design, space } = paper.design;
  const padding = 2.8 * space;
  const inset = isBoxed ? cellGap / 2 : 0;
  let left = paper.box.x;
  const edges = [left];
  const places = columns.map((column, index) => {
    const full = column.share * paper.box.width;
    const place = {
      x: left + inset,
      width: full - (index === columns.length - 1 ? 2 * inset : cellGap),
      align: column.align ?? ('left' as const),
    };
    left += full;
    edges.push(left);
    return place;
  });
  const border = (height: number): void => {
    if (!isBoxed) return;
    for (const [index, from] of edges.slice(0, -1).entries())
      paper.frame(from, paper.y, (edges[index + 1] ?? from) - from, height);
  };
  const headers = columns.map((column, index) =>
    setPhrase(paper, column.header, design.label, places[index]?.width ?? 0, column.align),
  );
  const height = Math.max(...headers.map((header) => header.height)) + 2 * padding;
  const place = (around: (draw: () => void) => void): void => {
    const top = paper.y + padding;
    headers.forEach((header, index) => {
      const at = places[index];
      if (at) around(() => placePhrase(paper, header, { ...at, y: top }));
    });
    border(height);
    paper.y += height;
    paper.rule(paper.y, { color: colors.ink, width: 0.5 });
  };
  return { places, padding, headerHeight: height, placeHeader: place, border };
}

/**
 * A ruled table. Its header is repeated on every page, and no row is torn apart.
 *
 * @param options.isBoxed with a border around every cell, as official forms have it
 */
export function table(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  options: { isBoxed?: boolean } = {},
): void {
  const { places, padding, headerHeight, placeHeader, border } = placeColumns(
    paper,
    columns,
    options.isBoxed,
  );
  const prepared = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const room = (places[index]?.width ?? 0) - (cell.mark ? markWidth : 0);
      const { style: named = 'cell' } = cell;
      const style = typeof named === 'string' ? paper.design.styles[named] : named;
      return { cell, set: setPhrase(paper, cell.phrase, style, room, places[index]?.align) };
    });
    return { cells, height: Math.max(...cells.map(({ set }) => set.height)) + 2 * padding };
  });
  paper.element('Table', () => {
    prepared.forEach(({ cells, height }, rowIndex) => {
      // Neither the first nor the last row stands alone on a page.
      const nextHeight =
        rowIndex === 0 || rowIndex === rows.length - 2 ? (prepared[rowIndex + 1]?.height ?? 0) : 0;
      if (rowIndex === 0) {
        paper.reserve(headerHeight + height + nextHeight);
        paper.element('TR', () => placeHeader((draw) => paper.tagged('TH', draw)));
      } else if (paper.reserve(height + nextHeight)) {
        placeHeader((draw) => paper.artifact(draw));
      }
      paper.element('TR', () => {
        cells.forEach(({ cell, set }, index) => {
          const place = places[index];
          if (!place) return;
          const inset = cell.mark ? markWidth : 0;
          if (cell.mark) paper.mark(cell.mark, place.x + 1, paper.y + padding + 2.4, 6.5);
          const at = { ...place, x: place.x + inset, width: place.width - inset, y: paper.y + padding };
          paper.tagged('TD', () => placePhrase(paper, set, at));
        });
      });
      border(height);
      paper.y += height;
      if (!options.isBoxed) paper.rule(paper.y);
    });
  });
  paper.y += 8 * paper.design.space;
}

/** Lines side by side to write on by hand, what is to be written below each. */
export function writingLines(paper: Paper, labels: readonly Phrase[]): void {
  const { x, width } = paper.box;
  const gap = 24;
  const each = (width - (labels.length - 1) * gap) / labels.length;
  paper.reserve(70);
  paper.y += 40;
  const top = paper.y;
  let bottom = top;
  for (const [place, label] of labels.entries()) {
    const from = x + place * (each + gap);
    paper.rule(top, { from, to: from + each, width: 0.8, color: colors.ink });
    paper.y = top + 3;
    paper.within({ x: from, width: each }, () =>
      paragraph(paper, label, paper.design.styles.fine, { after: 0 }),
    );
    bottom = Math.max(bottom, paper.y);
  }
  paper.y = bottom + 8;
}

/**
 * A table of very many one-line rows of plain text. One tagged paragraph a row instead of a structure element a cell: with ten
 * thousand rows the structure would otherwise be several times larger than the text.
 */
export function longTable(paper: Paper, columns: readonly Column[], rows: Iterable<readonly string[]>): void {
  const { rowHeight, styles: design } = paper.design;
  const { places, headerHeight, placeHeader } = placeColumns(paper, columns);
  const placeHead = (): void => {
    placeHeader((draw) => paper.artifact(draw));
    paper.y += 2;
  };
  paper.reserve(headerHeight + 3 * rowHeight);
  placeHead();
  for (const row of rows) {
    if (paper.reserve(rowHeight)) placeHead();
    const cells = row.flatMap((text, index) => {
      const place = places[index];
      return place ? [{ text, ...place }] : [];
    });
    paper.tagged('P', () => paper.codes(cells, paper.y, design.code));
    paper.y += rowHeight;
  }
  paper.y += 8;
}
