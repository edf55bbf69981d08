import type { PaperPart } from '../domain/register/paper-certificate.ts';
import type { Text } from './messages.ts';

/** `3 units of paper (2 boxes, 1 folder, 1,203 sheets)`: what a certificate counts, and nothing of which there is none. */
export function paperCountsInWords(text: Text, counts: PaperPart['counts']): string {
  const { sheets } = counts;
  const counted = (['boxes', 'folders', 'documents', 'parts'] as const).flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [text(`documents.paper.count.${kind}`, { count })];
  });
  const amount =
    sheets === null
      ? text('documents.paper.count.not_counted')
      : text('documents.paper.count.sheets', { count: sheets });
  return text('documents.paper.units', { units: counts.units, counted: [...counted, amount].join(', ') });
}
