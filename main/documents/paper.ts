import PDFDocument from 'pdfkit';
import type { Language } from '../../shared/text/language.ts';
import { fileOfFont, fontBytes, fontNames } from './fonts.ts';
import { colors, type Design, type TextStyle, usualDesign } from './paper-design.ts';
import { leaveSignaturePlace } from './pdf-signature.ts';
import { drawRuns, widthOfRuns } from './set-line.ts';
import { isPlain, lettersOf } from './text-runs.ts';

export { colors, type TextStyle } from './paper-design.ts';

export interface Box {
  readonly x: number;
  readonly width: number;
}

/** A character as the file writes it, hexadecimal, and how far it moves the pen, in thousandths of the size. */
interface Glyph {
  readonly code: string;
  readonly advance: number;
}

type StructureElement = ReturnType<PDFKit.PDFDocument['struct']>;

export interface PaperOptions {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: Language;
  /** Stands in for the current time in the file, so that the same content always gives the same bytes. */
  readonly createdAt: Date;
  /** The machine-readable form of what is printed, carried inside the file. */
  readonly attachment?: { readonly name: string; readonly bytes: Uint8Array; readonly description: string };
  /** A4 upright unless told. */
  readonly layout?: 'portrait' | 'landscape';
  /** Leaves a place for a digital signature, which `signPdf` fills. */
  readonly isSigned?: boolean;
  /** The usual one unless said otherwise. */
  readonly design?: Design;
  /** Width and height in points; A4 where absent. */
  readonly size?: readonly [width: number, height: number];
}

/**
 * An A4 document being written from top to bottom: a cursor, line breaking, tags and page footers over pdfkit.
 *
 * Lines are broken here and not by pdfkit, because Korean reads better broken between words than between any two syllables,
 * and because a block must know its height before it is placed. Everything placed is tagged for screen readers, or marked as
 * an artifact (rules, repeated headers, footers).
 */
export class Paper {
  readonly design: Design;
  /** Where the next block starts, points from the top of the page. */
  y: number;
  /** The horizontal extent blocks are laid out in. */
  box: Box;
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Uint8Array[] = [];
  private readonly widths = new Map<string, number>();
  private readonly glyphs = new Map<string, Glyph>();
  private readonly elements: StructureElement[];

  constructor(options: PaperOptions) {
    this.design = options.design ?? usualDesign;
    this.document = new PDFDocument({
      layout: options.layout ?? 'portrait',
      size: options.size === undefined ? 'A4' : [...options.size],
      margin: 0,
      pdfVersion: '1.7',
      // ISO 19005-3: kept for decades, it still looks the same and can be read aloud.
      subset: 'PDF/A-3a',
      tagged: true,
      lang: options.language,
      displayTitle: true,
      bufferPages: true,
      info: {
        Title: options.title,
        Author: options.author,
        Subject: options.subject,
        Creator: 'Ashbook',
        Producer: 'Ashbook',
        CreationDate: options.createdAt,
      },
    });
    this.document.on('data', (chunk: Uint8Array) => this.chunks.push(chunk));
    for (const name of fontNames) this.document.registerFont(name, fontBytes(fileOfFont(name)));
    if (options.attachment) this.attach(options.attachment, options.createdAt);
    if (options.isSigned) leaveSignaturePlace(this.document);
    const root = this.document.struct('Document');
    this.document.addStructure(root);
    this.elements = [root];
    this.y = this.design.margin.top;
    this.box = this.fullBox;
  }

  private attach(
    { name, bytes, description }: NonNullable<PaperOptions['attachment']>,
    modifiedDate: Date,
  ): void {
    this.document.file(Buffer.from(bytes), {
      name,
      description,
      type: 'application/json',
      relationship: 'Data',
      creationDate: modifiedDate,
      modifiedDate,
    });
  }

  /** The whole width between the margins. */
  get fullBox(): Box {
    return {
      x: this.design.margin.left,
      width: this.document.page.width - this.design.margin.left - this.design.margin.right,
    };
  }

  get bottom(): number {
    return this.document.page.height - this.design.margin.bottom;
  }

  /** How many pages there are so far. */
  get pages(): number {
    return this.document.bufferedPageRange().count;
  }

  newPage(): void {
    this.document.addPage();
    this.y = this.design.margin.top;
  }

  /** Starts a new page unless `height` points are left on this one; says whether it did. */
  reserve(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.newPage();
    return true;
  }

  /** Lays blocks out in another horizontal extent meanwhile. */
  within(box: Box, write: () => void): void {
    const outer = this.box;
    this.box = box;
    write();
    this.box = outer;
  }

  /** A structure element (Sect, Table, TR, L ...) around whatever is placed meanwhile. */
  element(type: string, write: () => void, language?: Language): void {
    const element = this.document.struct(type, language ? { lang: language } : {});
    this.elements.at(-1)?.add(element);
    this.elements.push(element);
    write();
    this.elements.pop();
  }

  /** A structure element that holds text directly (P, H1, TD ...); must not cross a page. */
  tagged(type: string, place: () => void, options: { language?: Language; alt?: string } = {}): void {
    const content = this.document.markStructureContent(type);
    place();
    this.document.endMarkedContent();
    const element = this.document.struct(
      type,
      { ...(options.language && { lang: options.language }), ...(options.alt && { alt: options.alt }) },
      content,
    );
    this.elements.at(-1)?.add(element);
  }

  /** Decoration: not part of what the document says. */
  artifact(place: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    place();
    this.document.endMarkedContent();
  }

  widthOf(text: string, style: TextStyle): number {
    const key = `${style.font} ${style.size} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = isPlain(text)
        ? this.document.font(style.font).fontSize(style.size).widthOfString(text)
        : widthOfRuns(this.document, text, style);
      this.widths.set(key, width);
    }
    return width;
  }

  /** Breaks between words (never at a no-break space); a word wider than the line is broken where it must be. */
  breakLines(text: string, style: TextStyle, width: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(/[ \t\n]+/u).filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (this.widthOf(longer, style) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      while (this.widthOf(line, style) > width) {
        const letters = lettersOf(line);
        let fits = 1;
        while (fits < letters.length && this.widthOf(letters.slice(0, fits + 1).join(''), style) <= width)
          fits += 1;
        if (fits === letters.length) break;
        lines.push(letters.slice(0, fits).join(''));
        line = letters.slice(fits).join('');
      }
    }
    return line === '' ? lines : [...lines, line];
  }

  /** Draws one line with its top at `y`; returns nothing and moves nothing. */
  line(
    text: string,
    x: number,
    y: number,
    style: TextStyle,
    align: 'left' | 'right' | 'center' = 'left',
    width = 0,
  ): void {
    const slack = align === 'left' ? 0 : width - this.widthOf(text, style);
    const offset = align === 'center' ? slack / 2 : slack;
    // The baseline is placed by hand: the two typefaces have very different ascents.
    const baseline = y + (style.leading + style.size * 0.72) / 2;
    if (!isPlain(text)) {
      drawRuns(this.document, text, { x: x + offset, baseline }, style);
      return;
    }
    this.document
      .font(style.font)
      .fontSize(style.size)
      .fillColor(style.color)
      .text(text, x + offset, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }

  /**
   * Draws the short texts of one row at once, for tables of thousands of rows: every character by itself, without ligatures and
   * kerning, which codes, numbers and dates have no use for. What needs more than that is set as a line.
   */
  codes(
    cells: readonly { text: string; x: number; width: number; align?: 'left' | 'right' | 'center' }[],
    y: number,
    style: TextStyle,
  ): void {
    const { document } = this;
    document.font(style.font).fillColor(style.color);
    const font = document._font;
    document.page.fonts[font.id] ??= font.ref();
    const baseline = y + (style.leading + style.size * 0.72) / 2;
    const drawn = cells.flatMap(({ text, x, width, align }) => {
      if (!isPlain(text)) return [];
      let code = '';
      let advance = 0;
      for (const character of text) {
        const glyph = this.glyphOf(font, style.font, character);
        code += glyph.code;
        advance += glyph.advance;
      }
      const slack = align === 'right' ? width - (advance * style.size) / 1000 : 0;
      // The page's own matrix is upside down (pdfkit counts from the top): the text's turns it back.
      return `1 0 0 -1 ${(x + slack).toFixed(2)} ${baseline.toFixed(2)} Tm <${code}> Tj`;
    });
    document.addContent(`BT /${font.id} ${style.size} Tf ${drawn.join(' ')} ET`);
    for (const { text, x, width, align } of cells)
      if (!isPlain(text)) this.line(text, x, y, style, align, width);
  }

  private glyphOf(font: PDFKit.EmbeddedFont, name: string, character: string): Glyph {
    const key = `${name} ${character}`;
    let glyph = this.glyphs.get(key);
    if (glyph === undefined) {
      const [codes, positions] = font.encode(character);
      glyph = {
        code: codes.join(''),
        advance: positions.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
      };
      this.glyphs.set(key, glyph);
    }
    return glyph;
  }

  rule(y: number, options: { from?: number; to?: number; width?: number; color?: string } = {}): void {
    const from = options.from ?? this.box.x;
    const to = options.to ?? this.box.x + this.box.width;
    this.artifact(() => {
      this.document
        .moveTo(from, y)
        .lineTo(to, y)
        .lineWidth(options.width ?? 0.5)
        .strokeColor(options.color ?? colors.line)
        .stroke();
    });
  }

  /** A filled rectangle, behind what is placed afterwards. */
  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.artifact(() => this.rectangle(x, y, width, height, color));
  }

  /** The same as a part of a picture: only while a Figure is placed. */
  rectangle(x: number, y: number, width: number, height: number, color: string): void {
    this.document.rect(x, y, width, height).fill(color);
  }

  /** The border of a box. */
  frame(x: number, y: number, width: number, height: number): void {
    this.artifact(() => {
      this.document.rect(x, y, width, height).lineWidth(0.5).strokeColor(colors.faded).stroke();
    });
  }

  /** Filled squares of a grid, as vectors: `dark(row, column)` says which. */
  grid(
    x: number,
    y: number,
    side: number,
    cells: number,
    dark: (row: number, column: number) => boolean,
  ): void {
    const cell = side / cells;
    for (let row = 0; row < cells; row += 1) {
      for (let column = 0; column < cells; ) {
        let run = 0;
        while (column + run < cells && dark(row, column + run)) run += 1;
        if (run > 0) this.document.rect(x + column * cell, y + row * cell, run * cell, cell);
        column += Math.max(run, 1);
      }
    }
    this.document.fill(colors.ink);
  }

  /** Bars of a bar code: a bar first, then spaces and bars in turn, in modules. */
  bars(x: number, y: number, height: number, module: number, widths: readonly number[]): void {
    let left = x;
    widths.forEach((width, index) => {
      if (index % 2 === 0) this.document.rect(left, y, width * module, height);
      left += width * module;
    });
    this.document.fill(colors.ink);
  }

  /** Lines of an SVG path, drawn as a pen does, with its origin at (x, y); what goes beyond its own box is cut off, as on the screen. */
  drawing(drawn: { path: string; width: number; height: number }, x: number, y: number, scale: number): void {
    this.document
      .save()
      .translate(x, y)
      .scale(scale)
      .rect(0, 0, drawn.width, drawn.height)
      .clip()
      .path(drawn.path)
      .lineWidth(1.1 / scale)
      .lineCap('round')
      .lineJoin('round')
      .strokeColor(colors.ink)
      .stroke()
      .restore();
  }

  /** A tick (pass), cross (fail) or bar (unknown), drawn: fonts need not have such signs. */
  mark(kind: 'pass' | 'fail' | 'unknown', x: number, y: number, size: number): void {
    this.artifact(() => {
      const pen = this.document.lineWidth(1.1).strokeColor(kind === 'pass' ? colors.ink : colors.ember);
      if (kind === 'pass') {
        pen
          .moveTo(x, y + size * 0.55)
          .lineTo(x + size * 0.36, y + size * 0.9)
          .lineTo(x + size, y + size * 0.1);
      } else if (kind === 'fail') {
        pen
          .moveTo(x, y)
          .lineTo(x + size, y + size)
          .moveTo(x + size, y)
          .lineTo(x, y + size);
      } else {
        pen.moveTo(x, y + size / 2).lineTo(x + size, y + size / 2);
      }
      pen.stroke();
    });
  }

  /** Writes the footers and returns the finished file. `footer` draws one page's, given its number and how many there are. */
  finish(footer: (page: number, pages: number) => void): Promise<Uint8Array> {
    const { start, count } = this.document.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.document.switchToPage(start + index);
      footer(index + 1, count);
    }
    return new Promise((resolve, reject) => {
      this.document.on('end', () => resolve(new Uint8Array(Buffer.concat(this.chunks))));
      this.document.on('error', reject);
      this.document.end();
    });
  }
}
