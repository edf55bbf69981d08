import type { Paper } from './paper.ts';
import { colors, styles } from './paper-design.ts';
import { placePhrase, setPhrase } from './paper-phrase.ts';
import type { Phrase } from './wording.ts';

/** One box of an official form. */
export interface FormBox {
  readonly phrase: Phrase;
  readonly isLabel?: boolean;
  /** Of the width of the form; the boxes of a row add up to 1. */
  readonly share: number;
}

export interface FormRow {
  readonly boxes: readonly FormBox[];
  /** Points; room to write by hand. */
  readonly minimum?: number;
}

const padding = 5;

/** The ruled boxes of an official form, each with its border; what is not known yet stays empty, to be filled in by hand. */
export function formGrid(paper: Paper, rows: readonly FormRow[]): void {
  const { x, width } = paper.box;
  paper.element('Table', () => {
    for (const { boxes, minimum } of rows) {
      const set = boxes.map(({ phrase, isLabel, share }) =>
        setPhrase(
          paper,
          phrase,
          isLabel ? styles.cellStrong : styles.cell,
          share * width - 2 * padding,
          isLabel ? 'center' : 'left',
        ),
      );
      const height = Math.max(minimum ?? 24, ...set.map((one) => one.height + 2 * padding));
      paper.reserve(height);
      const top = paper.y;
      let left = x;
      paper.element('TR', () => {
        for (const [place, { isLabel, share }] of boxes.entries()) {
          const box = { x: left, width: share * width };
          if (isLabel) paper.fill(box.x, top, box.width, height, colors.shade);
          paper.frame(box.x, top, box.width, height);
          const words = set[place];
          if (words === undefined) continue;
          const at = {
            x: box.x + padding,
            y: top + (height - words.height) / 2,
            width: box.width - 2 * padding,
          };
          paper.tagged(isLabel ? 'TH' : 'TD', () =>
            placePhrase(paper, words, { ...at, align: isLabel ? 'center' : 'left' }),
          );
          left += box.width;
        }
      });
      paper.y = top + height;
    }
  });
}
