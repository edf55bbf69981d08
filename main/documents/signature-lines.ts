import type { Paper } from './paper.ts';
import { writingLines } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

/** Three lines for a pen: name, date and signature, of one person; three further ones for the next. */
export function signatureLines(paper: Paper, wording: Wording): void {
  writingLines(
    paper,
    (['name', 'date', 'signature'] as const).map((key) => wording.say(`documents.checkpoint.hand.${key}`)),
  );
}
