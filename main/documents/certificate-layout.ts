import type { CertificateContent, EnvelopeOf } from '../../shared/domain/register/certificate.ts';
import type { MessageKey } from '../../shared/text/messages.ts';
import { certificatePaper, footer, heading } from './certificate-frame.ts';
import { signatories } from './certificate-signatures.ts';
import type { Paper } from './paper.ts';
import {
  type Cell,
  type Column,
  type Fact,
  facts,
  list,
  longTable,
  notice,
  paragraph,
  section,
  table,
} from './paper-blocks.ts';
import { compactDesign, type StyleName } from './paper-design.ts';
import type { Phrase, Wording } from './wording.ts';

/** Somebody who stands for a deed: what they did, and by which lines they are known. They sign by hand below. */
export interface Signatory {
  readonly duty: Phrase;
  readonly lines: readonly Phrase[];
}

/** One piece of a section. What it looks like is the business of this file, the same for every kind of certificate. */
export type Block =
  | { readonly kind: 'paragraph'; readonly phrase: Phrase; readonly style?: StyleName }
  | {
      readonly kind: 'facts';
      readonly rows: readonly Fact[];
      /** `code` for digests and signatures. */
      readonly style?: StyleName;
      readonly labelWidth?: number;
    }
  | { readonly kind: 'list'; readonly items: readonly Phrase[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'signatories'; readonly people: readonly Signatory[] };

export interface LayoutSection {
  readonly heading: Phrase;
  /** Only the four parts of the statement are numbered: done, verified, not verified, not covered. */
  readonly number?: number;
  /** Height that must be left on a page for the section to begin there, in points; 90 unless said. */
  readonly keep?: number;
  readonly blocks: readonly Block[];
}

/** Very many one-line rows, on pages of their own. */
export interface Annex {
  readonly heading: Phrase;
  readonly lead: Phrase;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * What a certificate of any kind says, in the order in which it says it. A kind of certificate is a function from its envelope
 * to this; paper, pages and typefaces are here alone.
 */
export interface CertificateLayout {
  readonly title: MessageKey;
  /** What must not be overlooked: a condition, that it supersedes another. */
  readonly notices: readonly { readonly title: Phrase; readonly text: Phrase }[];
  readonly statement: Phrase;
  readonly facts: readonly Fact[];
  readonly sections: readonly LayoutSection[];
  readonly annexes: readonly Annex[];
}

/** Tried one after another until what comes before the annexes fits one page. Below the last it would be hard to read. */
const smaller = [0.94, 0.89, 0.84];

/** Writes it as a PDF; the leading language is the first of the wording. */
export function renderLayout(
  envelope: EnvelopeOf<CertificateContent>,
  wording: Wording,
  layout: CertificateLayout,
  isSigned: boolean,
): Promise<Uint8Array> {
  const write = (scale: number): Paper => {
    const made = certificatePaper(envelope, wording, layout.title, isSigned, compactDesign(scale));
    writeLayout(made, envelope, wording, layout);
    return made;
  };
  let paper = write(1);
  // Where little hangs over, it is pulled back onto the page. In two languages it is the two sides of one sheet.
  if (paper.pages === 2 && paper.y < paper.bottom * 0.45) {
    for (const scale of smaller) {
      const tried = write(scale);
      if (tried.pages > 1) continue;
      paper = tried;
      break;
    }
  }
  const { styles } = paper.design;
  for (const annex of layout.annexes) {
    paper.newPage();
    paragraph(paper, annex.heading, styles.heading, { type: 'H2', after: 2 });
    paragraph(paper, annex.lead, styles.cell, { after: 8 });
    longTable(paper, annex.columns, annex.rows);
  }
  const written = paper;
  return written.finish((page, pages) => footer(written, wording, envelope, page, pages));
}

function writeLayout(
  paper: Paper,
  envelope: EnvelopeOf<CertificateContent>,
  wording: Wording,
  layout: CertificateLayout,
): void {
  const marks = layout.notices.map(({ title }) => title);
  heading(paper, wording, envelope, layout.title, layout.statement, marks);
  for (const { title, text } of layout.notices) notice(paper, title, text);
  facts(paper, layout.facts, { labelWidth: paper.design.headingColumn + paper.design.headingGap });
  for (const part of layout.sections) {
    const { number, keep } = part;
    section(paper, part.heading, { ...(number && { number }), ...(keep && { keep }) }, () => {
      for (const block of part.blocks) writeBlock(paper, wording, block);
    });
  }
}

function writeBlock(paper: Paper, wording: Wording, block: Block): void {
  const { styles } = paper.design;
  switch (block.kind) {
    case 'paragraph':
      paragraph(paper, block.phrase, styles[block.style ?? 'body'], {
        ...(block.style === 'strong' && { type: 'H3', after: 0 }),
      });
      break;
    case 'facts':
      facts(paper, block.rows, {
        ...(block.labelWidth && { labelWidth: block.labelWidth }),
        ...(block.style && { style: styles[block.style] }),
      });
      break;
    case 'list':
      list(paper, block.items);
      break;
    case 'table':
      table(paper, block.columns, block.rows);
      break;
    case 'signatories':
      signatories(paper, wording, block.people);
      break;
  }
}
