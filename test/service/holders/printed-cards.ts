import { wordlist } from '@scure/bip39/wordlists/english.js';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cardWordCount } from '../../../main/storage/recovery-card.ts';
import type { ChannelOutput } from '../../../shared/contract/contract.ts';
import type { TestOffice } from '../../fixtures/office.ts';

/** The words of the three cards, read from the sheet as a viewer shows it. */
export async function printedCards(pdf: string): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(Buffer.from(pdf, 'base64')), verbosity: 0 });
  const document = await task.promise;
  try {
    if (document.numPages !== 1) throw new Error('the cards are on one sheet');
    const { items } = await (await document.getPage(1)).getTextContent();
    const words = items
      .map((item) => ('str' in item ? item.str.trim() : ''))
      .filter((text) => wordlist.includes(text));
    if (words.length !== 3 * cardWordCount) throw new Error(`${words.length} words on the cards`);
    return [0, 1, 2].map((card) => words.slice(card * cardWordCount, (card + 1) * cardWordCount).join(' '));
  } finally {
    await task.destroy();
  }
}

/** A new kit's three cards, and its number. */
export async function makeKit(office: TestOffice): Promise<{ kit: string; cards: string[] }> {
  const { kit, pdf }: ChannelOutput<'office.makeRecoveryKit'> = await office
    .as('administrator')
    .call('office.makeRecoveryKit', {});
  return { kit, cards: await printedCards(pdf) };
}

export function twoOf(cards: readonly string[], first = 0, second = 1) {
  return { firstCard: cards[first] ?? '', secondCard: cards[second] ?? '' };
}

/** A kit whose cards were typed back. */
export async function confirmedKit(office: TestOffice): Promise<{ kit: string; cards: string[] }> {
  const made = await makeKit(office);
  await office.as('administrator').call('office.confirmRecoveryKit', twoOf(made.cards));
  return made;
}

/** Codes of the audit log since an entry, and who did each: a staff number, or null for the application itself. */
export function auditSince(office: TestOffice, sequence: number): { code: string; about: unknown }[] {
  return office.storage.database
    .all<{ entry: string }>('SELECT entry FROM audit_entries WHERE sequence > ? ORDER BY sequence', [
      sequence,
    ])
    .map(({ entry }) => {
      const { code, about }: { code: string; about: unknown } = JSON.parse(entry);
      return { code, about };
    });
}

export function lastEntry(office: TestOffice): number {
  return office.storage.database.value<number>('SELECT max(sequence) FROM audit_entries') ?? -1;
}
