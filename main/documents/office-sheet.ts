import type { MessageKey } from '../../shared/text/messages.ts';
import { type BarChart, barCharts } from './bar-chart.ts';
import { Paper } from './paper.ts';
import {
  type Cell,
  type Column,
  facts,
  paragraph,
  section,
  styles,
  table,
  writingLines,
} from './paper-blocks.ts';
import { colors } from './paper-design.ts';
import { inOneLine, type Phrase, type Wording } from './wording.ts';

/** A sheet the office itself writes: a list, a ledger or a letter. Not evidence, so it carries neither digest nor signature. */
export interface OfficeSheet {
  readonly title: MessageKey;
  readonly office: string;
  /** The day it stands for, `YYYY-MM-DD`, and the moment it was made, which stands in the file's properties. */
  readonly madeAt: string;
  /** Wide tables lie on their side. */
  readonly layout?: 'landscape';
  /** Above everything, what official form it is. */
  readonly mark?: Phrase;
  readonly lead?: Phrase;
  readonly charts?: readonly BarChart[];
  readonly facts?: readonly { readonly label: Phrase; readonly value: Phrase }[];
  readonly sections: readonly SheetSection[];
}

export interface SheetSection {
  /** Absent: the section fills the whole width and has no heading. */
  readonly heading?: Phrase;
  readonly paragraphs?: readonly Phrase[];
  readonly facts?: readonly { readonly label: Phrase; readonly value: Phrase }[];
  /** What is to be written by hand, each on a line of its own. */
  readonly writing?: readonly Phrase[];
  readonly table?: {
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly Cell[])[];
    readonly isBoxed?: boolean;
  };
}

/** Writes it as a PDF; equal content gives equal bytes. */
export function renderOfficeSheet(sheet: OfficeSheet, wording: Wording): Promise<Uint8Array> {
  const title = wording.say(sheet.title);
  const paper = new Paper({
    title: inOneLine(title),
    author: sheet.office,
    subject: inOneLine(title),
    language: wording.languages[0] ?? 'en',
    createdAt: new Date(sheet.madeAt),
    ...(sheet.layout === undefined ? {} : { layout: sheet.layout }),
  });
  if (sheet.mark !== undefined)
    paragraph(paper, [{ language: wording.languages[0] ?? 'en', text: inOneLine(sheet.mark) }], styles.fine);
  const top = paper.y;
  const { x } = paper.box;
  paper.fill(x, top, 34, 3.2, colors.ink);
  paper.rule(top + 3.2, { width: 0.8, color: colors.ink });
  paper.y = top + 16;
  paragraph(paper, [{ language: 'ko', text: sheet.office }], styles.strong, { after: 5 });
  const [leading, ...others] = title;
  if (leading)
    paragraph(paper, [leading], { ...styles.title, size: 20, leading: 27 }, { type: 'H1', after: 0 });
  paragraph(paper, others, { ...styles.heading, color: colors.faded }, { after: 0 });
  paper.y += 14;
  if (sheet.lead !== undefined) paragraph(paper, sheet.lead, styles.body, { after: 8 });
  if (sheet.facts !== undefined) {
    facts(paper, [...sheet.facts], { labelWidth: 130 });
    paper.y += 8;
  }
  barCharts(paper, sheet.charts ?? []);
  for (const part of sheet.sections) {
    const write = () => {
      for (const phrase of part.paragraphs ?? []) paragraph(paper, phrase, styles.body, { after: 6 });
      if (part.facts !== undefined) facts(paper, [...part.facts], { labelWidth: 120 });
      if (part.table !== undefined && part.table.rows.length > 0)
        table(paper, part.table.columns, part.table.rows, { isBoxed: part.table.isBoxed ?? false });
      if (part.writing !== undefined) writingLines(paper, part.writing);
    };
    if (part.heading === undefined) write();
    else section(paper, part.heading, {}, write);
  }
  return paper.finish((page, pages) => {
    const { x: left, width } = paper.fullBox;
    const y = paper.bottom + 20;
    paper.rule(y - 6);
    paper.artifact(() => {
      paper.line(inOneLine(title), left, y, styles.fine);
      paper.line(
        inOneLine(wording.say('documents.page', { page, pages })),
        left,
        y,
        styles.fine,
        'right',
        width,
      );
    });
  });
}
