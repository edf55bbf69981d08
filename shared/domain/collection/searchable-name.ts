/**
 * How names are compared when somebody is searched for. Case, width, spaces, punctuation and diacritics do not matter: Korean
 * names are written with and without a space, Latin ones with and without accents and hyphens.
 */

/** Unicode 3.12, "Conjoining Jamo Behavior": syllable = 0xAC00 + (initial * 21 + vowel) * 28 + final. */
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const finals = 28;
const syllablesOfInitial = 21 * finals;
const firstInitial = 0x1100;
const lastInitial = 0x1112;

/** Korean keyboards join two consonants typed one after the other into a final cluster; as initials they are two. */
const clusters: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};

/** Letters that have no decomposition but are typed without what sets them apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ς: 'σ',
};
const plainLetterPattern = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/**
 * Marks that are left out of writing, or added to it, without it being another name: accents, vowel points of Arabic and Hebrew. What
 * Indian, Thai and Khmer vowels are is a mark to Unicode, but as much a letter as any.
 */
const optionalMarks =
  /(?=\p{M})[\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]/gu;

/** The letters and digits of a name in their plainest form; a name of other signs alone keeps those. */
export function foldName(name: string): string {
  const composed = loosenClusters(name).normalize('NFKC').toLowerCase();
  const letters = composed
    .normalize('NFD')
    .replaceAll(optionalMarks, '')
    .replaceAll(plainLetterPattern, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '');
  return (letters === '' ? composed.replaceAll(/\s+/gu, '') : letters).normalize('NFC');
}

/** Half-width letters of Korean stand in the same order as the compatibility letters (U+FFA1 and U+3131). */
function loosenClusters(text: string): string {
  return text
    .replaceAll(/[\uffa1-\uffbe]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xffa1 + 0x3131))
    .replaceAll(/[ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ]/gu, (cluster) => clusters[cluster] ?? cluster);
}

/** A folded name letter by letter: a Korean syllable in two or three parts, so that one not yet finished is part of it. */
export function lettersOf(folded: string): string {
  return folded.normalize('NFD');
}

/** A folded name with each Korean syllable as its initial consonant; everything else stays. */
export function initialsOf(folded: string): string {
  return folded.replaceAll(/[가-힣]/gu, (syllable) =>
    String.fromCharCode(firstInitial + initialOf(syllable.charCodeAt(0))),
  );
}

/** Whether a folded text has Korean initial consonants that stand for any syllable that begins with them. */
export function hasLoneInitials(folded: string): boolean {
  return /[\u1100-\u1112]/u.test(folded);
}

export function isInitialsOnly(folded: string): boolean {
  return /^[\u1100-\u1112]+$/u.test(folded);
}

/**
 * Whether a folded name holds what a folded search says: letter for letter, but that a lone initial consonant stands for every
 * syllable beginning with it, and the last syllable, if it has no final consonant, may still get one.
 */
export function nameMatches(foldedName: string, foldedSearch: string): boolean {
  const name = [...foldedName];
  const search = [...foldedSearch];
  return name.some(
    (_, start) =>
      start + search.length <= name.length &&
      search.every((wanted, place) =>
        characterMatches(name[start + place] ?? '', wanted, place === search.length - 1),
      ),
  );
}

function characterMatches(found: string, wanted: string, isLast: boolean): boolean {
  if (found === wanted) return true;
  const code = found.charCodeAt(0);
  if (code < firstSyllable || code > lastSyllable) return false;
  const wantedCode = wanted.charCodeAt(0);
  if (wantedCode >= firstInitial && wantedCode <= lastInitial)
    return initialOf(code) === wantedCode - firstInitial;
  const isOpenSyllable =
    wantedCode >= firstSyllable && wantedCode <= lastSyllable && (wantedCode - firstSyllable) % finals === 0;
  return isLast && isOpenSyllable && code - wantedCode > 0 && code - wantedCode < finals;
}

function initialOf(syllable: number): number {
  return Math.floor((syllable - firstSyllable) / syllablesOfInitial);
}

/** Fewer last digits would be those of half the office. */
export const telephoneDigitsNeeded = 3;
/** Shorter beginnings of a receipt code can also be names (`ada`, `bede`). */
export const receiptDigitsNeeded = 6;

/** The digits of a telephone number, a Korean country code as the 0 it stands for. */
export function telephoneDigits(value: string): string {
  const plain = value.normalize('NFKC').replaceAll(/[^\d+]+/gu, '');
  return plain.replace(/^(?:\+|00)82/u, '0').replaceAll('+', '');
}

/** What a search may mean. Everything in one part must be found; the parts may come in any order. */
export interface PeopleQuery {
  readonly parts: readonly {
    /** Folded. */
    readonly name: string;
    /** Last digits of a telephone number, if it can be. */
    readonly telephone: string | null;
  }[];
  /** The whole as last digits of a telephone number, if it can be. */
  readonly telephone: string | null;
  /** The whole as the beginning of a receipt code, if it can be. */
  readonly receiptCode: string | null;
}

/** Null where the search says nothing. */
export function readPeopleQuery(search: string): PeopleQuery | null {
  const words = search.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return null;
  const telling = words.filter((word) => /[\p{L}\p{N}]/u.test(word.normalize('NFKC')));
  const parts = (telling.length === 0 ? words : telling).map((word) => ({
    name: foldName(word),
    telephone: asTelephone(word),
  }));
  const receipt = search
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '');
  return {
    parts,
    telephone: asTelephone(search),
    receiptCode: receipt.length >= receiptDigitsNeeded && /^[0-9a-f]{1,64}$/u.test(receipt) ? receipt : null,
  };
}

function asTelephone(text: string): string | null {
  if (!/^[\d\s().+-]+$/u.test(text.normalize('NFKC'))) return null;
  const digits = telephoneDigits(text);
  return digits.length >= telephoneDigitsNeeded ? digits : null;
}
