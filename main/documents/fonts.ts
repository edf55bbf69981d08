import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The typefaces of printed documents: Noto Sans KR for reading, Gowun Batang for headings. Both cover Korean and Latin and
 * are licensed for embedding (SIL Open Font License 1.1), so a document looks the same, and stays searchable, everywhere.
 */
const fontFiles = {
  regular: '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans-kr/600SemiBold/NotoSansKR_600SemiBold.ttf',
  // Also for ids, digests and signatures: Noto's composition rules make ten thousand ids take six seconds to lay out.
  code: '@expo-google-fonts/gowun-batang/400Regular/GowunBatang_400Regular.ttf',
  heading: '@expo-google-fonts/gowun-batang/700Bold/GowunBatang_700Bold.ttf',
};

export type FontName = keyof typeof fontFiles;

let loaded: Readonly<Record<FontName, Uint8Array>> | undefined;

/** The font files' bytes, read from the installed packages once. */
export function documentFonts(): Readonly<Record<FontName, Uint8Array>> {
  if (!loaded) {
    const require = createRequire(import.meta.url);
    const read = (name: FontName): Uint8Array => readFileSync(require.resolve(fontFiles[name]));
    loaded = {
      regular: read('regular'),
      strong: read('strong'),
      code: read('code'),
      heading: read('heading'),
    };
  }
  return loaded;
}

const scriptsOfTypefaces =
  /^[\p{Script=Latin}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether the typefaces have the script of a text; of a name in another one a document says that it cannot show it. */
export function canBeSet(text: string): boolean {
  return scriptsOfTypefaces.test(text);
}
