import { colors, type Paper } from './paper.ts';
import { paragraph, styles } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

/** Three lines for a pen: name, date and signature, of one person; three further ones for the next. */
export function signatureLines(paper: Paper, wording: Wording): void {
  const { x, width } = paper.box;
  const gap = 24;
  const each = (width - 2 * gap) / 3;
  paper.reserve(70);
  paper.y += 40;
  const top = paper.y;
  for (const [place, key] of (['name', 'date', 'signature'] as const).entries()) {
    const from = x + place * (each + gap);
    paper.rule(top, { from, to: from + each, width: 0.8, color: colors.ink });
    paper.y = top + 3;
    paper.within({ x: from, width: each }, () =>
      paragraph(paper, wording.say(`documents.checkpoint.hand.${key}`), styles.fine, { after: 0 }),
    );
  }
}
