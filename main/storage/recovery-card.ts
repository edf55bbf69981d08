import { wordlist } from '@scure/bip39/wordlists/english.js';
import { Refusal } from '../../shared/domain/refusal.ts';

/**
 * A card of a recovery kit as words, 28 of the 2048 of BIP-39's English list; no two of them begin with the same four
 * letters, so four are enough when typing.
 *
 *     26 words of  33 bytes share (32 bytes and its point on the polynomial)   264 bits
 *                  number of the card, less one                                  2
 *                  kit: the first 20 bits of its holder's id                    20   = 286 bits, 26 words of 11
 *      2 words     check: Reed-Solomon over the words themselves
 *
 * The check is a code over GF(2^11), one symbol a word: any one wrong word is found and its place told, any two are found,
 * more are missed once in four million times. It never corrects: a person reads the card again.
 */
export const cardWordCount = 28;
const dataWordCount = 26;
const shareBytes = 33;

export interface RecoveryCard {
  /** 1 to 3. */
  readonly card: number;
  /** Five hexadecimal digits, the beginning of the holder's id. */
  readonly kit: string;
  /** To be zeroed by whoever asked for it. */
  readonly share: Uint8Array;
}

/** The words are as secret as the share. */
export function recoveryCardWords({ card, kit, share }: RecoveryCard): string[] {
  if (share.length !== shareBytes || card < 1 || card > 3) throw new Error('not a card of a kit');
  const bits = new BitString();
  for (const byte of share) bits.push(byte, 8);
  bits.push(card - 1, 2);
  bits.push(Number.parseInt(kit, 16), 20);
  const symbols = bits.symbols();
  return [...symbols, ...checkSymbols(symbols)].map((symbol) => wordlist[symbol] ?? '');
}

/** The kit a holder's id stands for, as printed on its cards. */
export function kitOf(holderId: string): string {
  return holderId.slice(0, 5).toUpperCase();
}

/**
 * Reads what was typed or scanned: words in any case, set apart by anything that is not a letter, in full or by their first
 * four letters. Numbers in front of words, as on the card, are passed over.
 *
 * @param field names the card in refusals, which say the place of a word (from 1) and never a word
 * @throws Refusal recovery_card_length, recovery_card_word_unknown, recovery_card_word_wrong, recovery_card_words_wrong
 */
export function readRecoveryCard(text: string, field: string): RecoveryCard {
  const typed =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  // Unknown words first: a word torn in two or run together explains a wrong count better than the count does.
  const symbols = typed.slice(0, cardWordCount).map((word, index) => {
    const symbol = symbolOf(word);
    if (symbol === undefined) throw new Refusal('recovery_card_word_unknown', { field, word: index + 1 });
    return symbol;
  });
  if (typed.length !== cardWordCount)
    throw new Refusal('recovery_card_length', { field, words: typed.length, expected: cardWordCount });
  const fault = faultIn(symbols);
  if (fault === 'several') throw new Refusal('recovery_card_words_wrong', { field });
  if (fault !== undefined) throw new Refusal('recovery_card_word_wrong', { field, word: fault + 1 });
  const bits = new BitString();
  for (const symbol of symbols.slice(0, dataWordCount)) bits.push(symbol, symbolBits);
  const share = bits.bytes(0, shareBytes);
  const card = bits.number(8 * shareBytes, 2) + 1;
  const kit = bits.number(8 * shareBytes + 2, 20);
  return { card, kit: kit.toString(16).padStart(5, '0').toUpperCase(), share };
}

function symbolOf(word: string): number | undefined {
  const exact = wordlist.indexOf(word);
  if (exact >= 0) return exact;
  if (word.length < 4) return undefined;
  // More than the word is not the word: "zoology" is a misreading, not "zoo".
  const found = wordlist.findIndex((listed) => listed.startsWith(word));
  return found < 0 ? undefined : found;
}

const symbolBits = 11;
const fieldSize = 2 ** symbolBits;
/** x^11 + x^2 + 1, primitive over GF(2). */
const polynomial = 0b100000000101;

const { powers, logarithms } = fieldTables();

function fieldTables() {
  const powersOf = new Uint16Array(2 * fieldSize);
  const logarithmsOf = new Uint16Array(fieldSize);
  let value = 1;
  for (let exponent = 0; exponent < fieldSize - 1; exponent += 1) {
    powersOf[exponent] = value;
    powersOf[exponent + fieldSize - 1] = value;
    logarithmsOf[value] = exponent;
    value <<= 1;
    if (value >= fieldSize) value ^= polynomial;
  }
  return { powers: powersOf, logarithms: logarithmsOf };
}

function power(exponent: number): number {
  return powers[exponent] ?? 0;
}

function logarithm(value: number): number {
  return logarithms[value] ?? 0;
}

function multiply(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : power(logarithm(one) + logarithm(other));
}

/** Sum of all words, and sum of each times the power of its place: both are 0 on a right card. */
function syndromes(symbols: readonly number[]): [number, number] {
  let plain = 0;
  let weighed = 0;
  for (const [place, symbol] of symbols.entries()) {
    plain ^= symbol;
    weighed ^= multiply(symbol, power(place));
  }
  return [plain, weighed];
}

/** The two words that make both sums 0. */
function checkSymbols(symbols: readonly number[]): [number, number] {
  const [plain, weighed] = syndromes(symbols);
  const [first, second] = [power(dataWordCount), power(dataWordCount + 1)];
  // a + b = plain, a first + b second = weighed
  const numerator = weighed ^ multiply(plain, first);
  const denominator = first ^ second;
  const b = numerator === 0 ? 0 : power(logarithm(numerator) + fieldSize - 1 - logarithm(denominator));
  return [plain ^ b, b];
}

/** Place of the one wrong word (from 0), `several` where it cannot be one, undefined where none is wrong. */
function faultIn(symbols: readonly number[]): number | 'several' | undefined {
  const [plain, weighed] = syndromes(symbols);
  if (plain === 0 && weighed === 0) return undefined;
  if (plain === 0 || weighed === 0) return 'several';
  const place = (logarithm(weighed) - logarithm(plain) + fieldSize - 1) % (fieldSize - 1);
  return place < cardWordCount ? place : 'several';
}

/** Bits in a row, most significant first. */
class BitString {
  readonly #bits: number[] = [];

  push(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) this.#bits.push((value >> bit) & 1);
  }

  number(from: number, count: number): number {
    return this.#bits.slice(from, from + count).reduce((value, bit) => 2 * value + bit, 0);
  }

  symbols(): number[] {
    const count = this.#bits.length / symbolBits;
    return Array.from({ length: count }, (_, index) => this.number(index * symbolBits, symbolBits));
  }

  bytes(from: number, count: number): Uint8Array {
    return Uint8Array.from({ length: count }, (_, index) => this.number(from + 8 * index, 8));
  }
}
