import { colors, Paper } from './paper.ts';
import { paragraph, styles } from './paper-blocks.ts';
import { qrMatrix } from './qr-code.ts';
import { createWording, inOneLine, type Wording } from './wording.ts';

export interface RecoveryCardsContent {
  readonly officeName: string;
  readonly kit: string;
  /** Plain date. */
  readonly madeOn: string;
  /** The words of each card, in the order of the cards; each starts with four letters that no other word starts with. */
  readonly cards: readonly (readonly string[])[];
}

const cardHeight = 206;
const cardGap = 10;
const padding = 12;
const qrSide = 96;
const columns = 4;
const wordLeading = 15.4;

/**
 * The cards of a recovery kit on one A4 sheet to be cut in three, in Korean and English. The PDF is as secret as the cards:
 * it is made for the window to print, is never written to a disk, and whoever asked for it zeroes it.
 */
export function renderRecoveryCards(content: RecoveryCardsContent): Promise<Uint8Array> {
  const wording = createWording(['ko', 'en']);
  const paper = new Paper({
    title: inOneLine(wording.say('documents.recovery.title')),
    author: content.officeName,
    subject: content.kit,
    language: 'ko',
    createdAt: new Date(`${content.madeOn}T00:00:00Z`),
  });
  paragraph(
    paper,
    [{ language: 'ko', text: inOneLine(wording.say('documents.recovery.title')) }],
    { ...styles.title, size: 17, leading: 22 },
    { type: 'H1', after: 2 },
  );
  paragraph(paper, wording.say('documents.recovery.how'), styles.cell, { after: 8 });
  for (const [index, words] of content.cards.entries()) {
    card(paper, wording, content, index + 1, words);
    paper.y += cardHeight + cardGap;
  }
  return paper.finish(() => {});
}

function card(
  paper: Paper,
  wording: Wording,
  content: RecoveryCardsContent,
  number: number,
  words: readonly string[],
): void {
  const top = paper.y;
  const { x, width } = paper.box;
  const inner = { x: x + padding, width: width - 2 * padding };
  paper.fill(x, top, width, 2.4, colors.ink);
  for (const y of [top, top + cardHeight]) paper.rule(y);
  paper.element('Sect', () => {
    paper.within(inner, () => {
      paper.y = top + padding;
      const title = wording.say('documents.recovery.card', { card: number, cards: content.cards.length });
      paragraph(paper, [{ language: 'ko', text: inOneLine(title) }], styles.heading, {
        type: 'H2',
        after: 0,
      });
      const kit = wording.say('documents.recovery.kit', { kit: content.kit, date: content.madeOn });
      paragraph(
        paper,
        [{ language: 'ko', text: `${content.officeName} · ${inOneLine(kit)}` }],
        styles.label,
        {
          after: 6,
        },
      );
      placeWords(paper, words, inner.width - qrSide - 18);
      paper.y = top + cardHeight - padding - 22;
      paragraph(paper, wording.say('documents.recovery.keep'), styles.fine, { after: 0 });
    });
    // Four letters of each word are all there is to scan; capitals make the code coarser, so that any scanner reads it.
    const matrix = qrMatrix(words.map((word) => word.slice(0, 4).toUpperCase()).join(' '));
    const left = x + width - padding - qrSide;
    const alt = inOneLine(wording.say('documents.recovery.qr', { card: number }));
    paper.tagged(
      'Figure',
      () => paper.grid(left, top + 44, qrSide, matrix.size, (row, column) => matrix.dark(row, column)),
      { alt },
    );
  });
  paper.y = top;
}

/** Down the columns, as a list is read; a paragraph each, in the order in which they are typed. */
function placeWords(paper: Paper, words: readonly string[], width: number): void {
  const rows = Math.ceil(words.length / columns);
  const columnWidth = width / columns;
  for (const [index, word] of words.entries()) {
    const x = paper.box.x + Math.floor(index / rows) * columnWidth;
    const y = paper.y + (index % rows) * wordLeading;
    paper.tagged(
      'P',
      () => {
        paper.line(String(index + 1), x, y, { ...styles.label, leading: wordLeading }, 'right', 13);
        paper.line(word, x + 19, y, { ...styles.code, size: 10, leading: wordLeading });
      },
      { language: 'en' },
    );
  }
}
