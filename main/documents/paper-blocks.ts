import { colors, type Paper, type TextStyle } from './paper.ts';
import { inOneLine, type Phrase } from './wording.ts';

/** The few ways in which every document is set. */
export const styles = {
  title: { font: 'heading', size: 25, leading: 32, color: colors.ink },
  heading: { font: 'heading', size: 11.5, leading: 15, color: colors.ink },
  body: { font: 'regular', size: 9, leading: 13.6, color: colors.ink },
  strong: { font: 'strong', size: 9, leading: 13.6, color: colors.ink },
  /** What the law wants to be noticed: larger and bold (PIPA Enforcement Decree art. 17(3)). */
  emphasis: { font: 'strong', size: 10.6, leading: 15.6, color: colors.ink },
  accent: { font: 'strong', size: 9, leading: 13.6, color: colors.ember },
  cell: { font: 'regular', size: 8, leading: 11.4, color: colors.ink },
  cellStrong: { font: 'strong', size: 8, leading: 11.4, color: colors.ink },
  label: { font: 'regular', size: 7.5, leading: 11.4, color: colors.faded },
  small: { font: 'regular', size: 7, leading: 10, color: colors.ink },
  code: { font: 'code', size: 7.4, leading: 10.6, color: colors.ink },
  fine: { font: 'regular', size: 7, leading: 10, color: colors.faded },
} as const satisfies Record<string, TextStyle>;

/** Width of the column that holds a section's heading, and of the gap beside it. */
const headingColumn = 106;
const headingGap = 16;

/** The second language of a bilingual document is smaller and paler, so that the eye can keep to one. */
function styleOf(style: TextStyle, place: number): TextStyle {
  if (place === 0) return style;
  return {
    ...style,
    font: style.font === 'strong' ? 'regular' : style.font,
    size: style.size * 0.88,
    leading: style.leading * 0.88,
    color: colors.faded,
  };
}

type SetPhrase = { part: Phrase[number]; style: TextStyle; lines: string[] }[];

function setPhrase(paper: Paper, phrase: Phrase, style: TextStyle, width: number): SetPhrase {
  return phrase.map((part, place) => {
    const own = styleOf(style, place);
    return { part, style: own, lines: paper.breakLines(part.text, own, width) };
  });
}

function heightOf(set: SetPhrase): number {
  return set.reduce((height, { lines, style }) => height + lines.length * style.leading, 0);
}

function placeSet(
  paper: Paper,
  set: SetPhrase,
  at: { x: number; y: number; width: number; align?: 'left' | 'right' | 'center' },
): void {
  let y = at.y;
  for (const { lines, style } of set) {
    for (const line of lines) {
      paper.line(line, at.x, y, style, at.align, at.width);
      y += style.leading;
    }
  }
}

/** A paragraph in the current box, one tagged element a language. */
export function paragraph(
  paper: Paper,
  phrase: Phrase,
  style: TextStyle = styles.body,
  options: { after?: number; type?: string; align?: 'left' | 'right' | 'center' } = {},
): void {
  for (const piece of setPhrase(paper, phrase, style, paper.box.width)) {
    const height = heightOf([piece]);
    paper.reserve(height);
    const at = {
      x: paper.box.x,
      y: paper.y,
      width: paper.box.width,
      ...(options.align && { align: options.align }),
    };
    paper.tagged(options.type ?? 'P', () => placeSet(paper, [piece], at), { language: piece.part.language });
    paper.y += height;
  }
  paper.y += options.after ?? 5;
}

/** A ruled section: its heading in a column at the left, its content beside it. */
export function section(
  paper: Paper,
  heading: Phrase,
  options: { number?: number; keep?: number },
  write: () => void,
): void {
  paper.reserve(options.keep ?? 90);
  const { x, width } = paper.box;
  paper.rule(paper.y, { width: 0.8, color: colors.ink });
  const top = paper.y + 9;
  paper.element('Sect', () => {
    let headingEnd = top;
    if (options.number !== undefined) {
      const mark = String(options.number);
      paper.artifact(() => paper.line(mark, x, top - 0.5, { ...styles.heading, color: colors.ember }));
    }
    const indent = options.number === undefined ? 0 : 15;
    for (const piece of setPhrase(paper, heading, styles.heading, headingColumn - indent)) {
      const at = { x: x + indent, y: headingEnd, width: headingColumn - indent };
      paper.tagged('H2', () => placeSet(paper, [piece], at), { language: piece.part.language });
      headingEnd += heightOf([piece]);
    }
    paper.y = top;
    const offset = headingColumn + headingGap;
    const page = paper.pages;
    paper.within({ x: x + offset, width: width - offset }, write);
    if (paper.pages === page) paper.y = Math.max(paper.y, headingEnd);
  });
  paper.y += 9;
}

/** A tinted block with an accent bar, for what must not be overlooked. */
export function notice(paper: Paper, title: Phrase, text: Phrase): void {
  const padding = { x: 14, y: 9 };
  const { x, width } = paper.box;
  const inner = { x: x + padding.x, width: width - 2 * padding.x };
  const height =
    heightOf(
      setPhrase(
        paper,
        [{ language: title[0]?.language ?? 'en', text: inOneLine(title) }],
        styles.accent,
        inner.width,
      ),
    ) +
    heightOf(setPhrase(paper, text, styles.body, inner.width)) +
    2 * padding.y;
  paper.reserve(height);
  paper.fill(x, paper.y, width, height, colors.emberTint);
  paper.fill(x, paper.y, 3, height, colors.ember);
  const end = paper.y + height;
  paper.y += padding.y;
  paper.within(inner, () => {
    paragraph(paper, [{ language: title[0]?.language ?? 'en', text: inOneLine(title) }], styles.accent, {
      after: 0,
    });
    paragraph(paper, text, styles.body, { after: 0 });
  });
  paper.y = end + 12;
}

/** A list with dashes. */
export function list(paper: Paper, items: readonly Phrase[]): void {
  const indent = 11;
  paper.element('L', () => {
    for (const item of items) {
      const set = setPhrase(paper, item, styles.body, paper.box.width - indent);
      paper.reserve(heightOf(set));
      paper.artifact(() => paper.line('–', paper.box.x, paper.y, { ...styles.body, color: colors.ember }));
      paper.element('LI', () => {
        let y = paper.y;
        for (const piece of set) {
          const at = { x: paper.box.x + indent, y, width: paper.box.width - indent };
          paper.tagged('LBody', () => placeSet(paper, [piece], at), { language: piece.part.language });
          y += heightOf([piece]);
        }
      });
      paper.y += heightOf(set) + 2.5;
    }
  });
  paper.y += 3;
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
  const labelWidth = options.labelWidth ?? 92;
  const { x, width } = paper.box;
  paper.element('Table', () => {
    for (const row of rows) {
      const label = setPhrase(paper, row.label, styles.label, labelWidth - 8);
      const value = setPhrase(
        paper,
        row.value,
        row.style ?? options.style ?? styles.cell,
        width - labelWidth,
      );
      const height = Math.max(heightOf(label), heightOf(value));
      paper.reserve(height);
      paper.element('TR', () => {
        paper.tagged('TH', () => placeSet(paper, label, { x, y: paper.y, width: labelWidth }));
        const at = { x: x + labelWidth, y: paper.y, width: width - labelWidth };
        paper.tagged('TD', () => placeSet(paper, value, at));
      });
      paper.y += height + 2;
    }
  });
  paper.y += 4;
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
  readonly style?: TextStyle;
}

/** Words that are the same in every language: codes, numbers, ISO dates. */
export function plain(text: string): Cell {
  return { phrase: [{ language: 'en', text }] };
}

const cellPadding = 2.8;
const cellGap = 8;
const markWidth = 12;

/** A ruled table. Its header is repeated on every page, and no row is torn apart. */
export function table(paper: Paper, columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
  const { x, width } = paper.box;
  let left = x;
  const places = columns.map((column, index) => {
    const full = column.share * width;
    const place = {
      x: left,
      width: full - (index === columns.length - 1 ? 0 : cellGap),
      align: column.align ?? 'left',
    };
    left += full;
    return place;
  });
  const headers = columns.map((column, index) =>
    setPhrase(paper, column.header, styles.label, places[index]?.width ?? 0),
  );
  const headerHeight = Math.max(...headers.map(heightOf)) + 2 * cellPadding;

  const placeHeader = (tagged: boolean): void => {
    const top = paper.y + cellPadding;
    const place = (): void => {
      headers.forEach((header, index) => {
        const at = places[index];
        if (!at) return;
        const draw = (): void => placeSet(paper, header, { ...at, y: top });
        if (tagged) paper.tagged('TH', draw);
        else paper.artifact(draw);
      });
    };
    if (tagged) paper.element('TR', place);
    else place();
    paper.y += headerHeight;
    paper.rule(paper.y, { color: colors.ink, width: 0.5 });
  };

  const prepared = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const room = (places[index]?.width ?? 0) - (cell.mark ? markWidth : 0);
      return { cell, set: setPhrase(paper, cell.phrase, cell.style ?? styles.cell, room) };
    });
    return { cells, height: Math.max(...cells.map(({ set }) => heightOf(set))) + 2 * cellPadding };
  });
  paper.element('Table', () => {
    prepared.forEach(({ cells, height }, rowIndex) => {
      // Neither the first nor the last row stands alone on a page.
      const nextHeight =
        rowIndex === 0 || rowIndex === rows.length - 2 ? (prepared[rowIndex + 1]?.height ?? 0) : 0;
      if (rowIndex === 0) {
        paper.reserve(headerHeight + height + nextHeight);
        placeHeader(true);
      } else if (paper.reserve(height + nextHeight)) {
        placeHeader(false);
      }
      paper.element('TR', () => {
        cells.forEach(({ cell, set }, index) => {
          const place = places[index];
          if (!place) return;
          const inset = cell.mark ? markWidth : 0;
          if (cell.mark) paper.mark(cell.mark, place.x + 1, paper.y + cellPadding + 2.4, 6.5);
          const at = { ...place, x: place.x + inset, width: place.width - inset, y: paper.y + cellPadding };
          paper.tagged('TD', () => placeSet(paper, set, at));
        });
      });
      paper.y += height;
      paper.rule(paper.y);
    });
  });
  paper.y += 8;
}

/**
 * A table of very many one-line rows of plain text. One tagged paragraph a row instead of a structure element a cell: with ten
 * thousand rows the structure would otherwise be several times larger than the text.
 */
export function longTable(paper: Paper, columns: readonly Column[], rows: Iterable<readonly string[]>): void {
  const rowHeight = 11.6;
  let left = paper.box.x;
  const places = columns.map((column, index) => {
    const full = column.share * paper.box.width;
    const place = {
      x: left,
      width: full - (index === columns.length - 1 ? 0 : cellGap),
      align: column.align ?? 'left',
    };
    left += full;
    return place;
  });
  const headers = columns.map((column, index) =>
    setPhrase(paper, column.header, styles.label, places[index]?.width ?? 0),
  );
  const headerHeight = Math.max(...headers.map(heightOf)) + 2 * cellPadding;
  const placeHeader = (): void => {
    paper.artifact(() => {
      headers.forEach((header, index) => {
        const place = places[index];
        if (place) placeSet(paper, header, { ...place, y: paper.y + cellPadding });
      });
    });
    paper.y += headerHeight;
    paper.rule(paper.y, { color: colors.ink });
    paper.y += 2;
  };
  paper.reserve(headerHeight + 3 * rowHeight);
  placeHeader();
  for (const row of rows) {
    if (paper.reserve(rowHeight)) placeHeader();
    paper.tagged('P', () => {
      row.forEach((text, index) => {
        const place = places[index];
        if (place) paper.line(text, place.x, paper.y, styles.code, place.align, place.width);
      });
    });
    paper.y += rowHeight;
  }
  paper.y += 8;
}
