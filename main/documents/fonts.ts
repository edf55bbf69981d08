import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The typefaces of printed documents: Noto Sans KR for reading, Gowun Batang for headings. Both cover Korean and the Latin letters
 * of English. What they lack is taken from the further ones, letter by letter (text-runs.ts). All are licensed for embedding
 * (SIL Open Font License 1.1), so a document looks the same, and stays searchable, everywhere.
 */
const fontFiles = {
  regular: file('noto-sans-kr', 'NotoSansKR', '400Regular'),
  strong: file('noto-sans-kr', 'NotoSansKR', '600SemiBold'),
  // Also for ids, digests and signatures: Noto's composition rules make ten thousand ids take six seconds to lay out.
  code: file('gowun-batang', 'GowunBatang', '400Regular'),
  heading: file('gowun-batang', 'GowunBatang', '700Bold'),
};

export type FontName = keyof typeof fontFiles;

/** A family with the letters of further scripts. */
export interface FurtherFamily {
  readonly package: string;
  readonly name: string;
  /** What it is asked for; what else it has belongs to another family. */
  readonly script: RegExp;
}

const family = (name: string, script: RegExp): FurtherFamily => ({
  package: `noto-sans-${name.toLowerCase()}`,
  name: `NotoSans${name}`,
  script,
});

/** Asked one after another. */
export const furtherFamilies: readonly FurtherFamily[] = [
  { package: 'noto-sans', name: 'NotoSans', script: /[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}]/u },
  // The same file: kept apart, since one run is shaped by the rules of one script.
  { package: 'noto-sans', name: 'NotoSans', script: /\p{scx=Devanagari}/u },
  family('Arabic', /\p{scx=Arabic}/u),
  family('Hebrew', /\p{scx=Hebrew}/u),
  family('Thai', /\p{scx=Thai}/u),
  family('Lao', /\p{scx=Lao}/u),
  family('Khmer', /\p{scx=Khmer}/u),
  family('Myanmar', /\p{scx=Myanmar}/u),
  family('Bengali', /\p{scx=Bengali}/u),
  family('Sinhala', /\p{scx=Sinhala}/u),
  family('Tamil', /\p{scx=Tamil}/u),
  family('Armenian', /\p{scx=Armenian}/u),
  family('Georgian', /\p{scx=Georgian}/u),
  family('Ethiopic', /\p{scx=Ethiopic}/u),
  // Simplified characters, and rare ones.
  family('SC', /\p{scx=Han}/u),
];

function file(folder: string, name: string, weight: string): string {
  return `@expo-google-fonts/${folder}/${weight}/${name}_${weight}.ttf`;
}

/** The file of a family that goes with a font: semi-bold beside what is bold. */
export function furtherFile(of: FurtherFamily, font: FontName): string {
  return file(of.package, of.name, font === 'strong' || font === 'heading' ? '600SemiBold' : '400Regular');
}

export function fileOfFont(font: FontName): string {
  return fontFiles[font];
}

const loaded = new Map<string, Buffer>();

/** A font file's bytes, read from the installed packages once. */
export function fontBytes(path: string): Buffer {
  let bytes = loaded.get(path);
  if (bytes === undefined) {
    bytes = readFileSync(createRequire(import.meta.url).resolve(path));
    loaded.set(path, bytes);
  }
  return bytes;
}

export const fontNames = Object.keys(fontFiles) as readonly FontName[];
