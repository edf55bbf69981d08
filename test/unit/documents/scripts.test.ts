import { describe, expect, it, test } from 'vitest';
import { fileOfFont, fontNames, furtherFamilies, furtherFile } from '../../../main/documents/fonts.ts';
import { Paper } from '../../../main/documents/paper.ts';
import { facts, styles } from '../../../main/documents/paper-blocks.ts';
import { canBeSet, isPlain, lettersOf, runsOf } from '../../../main/documents/text-runs.ts';
import { characterSet, shapeRun } from '../../../main/documents/text-shaping.ts';
import { readPdf, withoutSpace } from './read-pdf.ts';

const names = {
  Vietnamese: 'Nguyễn Thị Hương',
  Polish: 'Łukasz Żółć',
  Turkish: 'Çağrı Şahin',
  Mongolian: 'Өнөрбаяр Батбаяр',
  Greek: 'Αθανάσιος Ωνάσης',
  Arabic: 'محمد عبد الله',
  Persian: 'حسین رضائی',
  Hebrew: 'דוד בן גוריון',
  Thai: 'สมชาย น้ำฝน',
  Nepali: 'कृष्ण प्रसाद शर्मा',
  Bengali: 'চৌধুরী',
  Tamil: 'குமார்',
  Khmer: 'ចន្ទ្រា',
  Burmese: 'ကြည်',
  Sinhala: 'සිරිසේන',
  Lao: 'ບຸນມີ',
  Georgian: 'გიორგი',
  Armenian: 'Արմեն',
  Amharic: 'አበበ',
  'simplified Chinese': '张伟',
  Japanese: '髙橋さくら',
  'a letter with two marks': 'Z\u0323\u0302',
};

async function printed(...lines: string[]) {
  const paper = new Paper({
    title: 'names',
    author: 'office',
    subject: 'names',
    language: 'en',
    createdAt: new Date(0),
  });
  for (const text of lines)
    for (const style of [styles.cell, styles.strong, styles.heading, styles.code])
      facts(paper, [{ label: [{ language: 'en', text: '-' }], value: [{ language: 'en', text }], style }]);
  return paper.finish(() => {});
}

test('a name is printed in its own script, in every style, and can be read out of the document', async () => {
  const { text } = await readPdf(await printed(...Object.values(names)));
  const words = text.join('').normalize('NFC');
  for (const name of Object.values(names)) {
    expect(canBeSet(name)).toBe(true);
    expect(words.split(withoutSpace(name.normalize('NFC'))).length - 1, name).toBe(4);
  }
  expect(words).not.toContain('□');
}, 30_000);

it('prints the same bytes again', async () => {
  const lines = [names.Arabic, names.Khmer, '김하늘'];
  expect(await printed(...lines)).toEqual(await printed(...lines));
});

it('joins, reorders and turns as the script wants it', () => {
  const arabic = fileFor(names.Arabic);
  const joined = shapeRun(arabic, 'محمد', true).glyphs.map(({ id }) => id);
  const apart = [...'محمد'].flatMap((letter) => shapeRun(arabic, letter, true).glyphs.map(({ id }) => id));
  expect(joined).not.toEqual(apart);
  // The first letter that is read stands at the right.
  const { glyphs } = shapeRun(arabic, 'محمد', true);
  expect(glyphs[0]?.codePoints).toEqual(['م'.codePointAt(0)]);
  expect(glyphs[0]?.x).toBeGreaterThan(glyphs.at(-1)?.x ?? 0);
  // A vowel written before the consonant after which it is spoken.
  const bengali = shapeRun(fileFor(names.Bengali), 'চি', false).glyphs;
  expect(bengali).toHaveLength(2);
  expect(bengali.find(({ x }) => x === 0)?.id).not.toBe(
    shapeRun(fileFor(names.Bengali), 'চ', false).glyphs[0]?.id,
  );
  // A mark stands above its letter, not behind it.
  const thai = shapeRun(fileFor(names.Thai), 'น้', false);
  expect(thai.width).toBe(shapeRun(fileFor(names.Thai), 'น', false).width);
});

describe('a line', () => {
  const drawn = (line: string) => runsOf(line, 'regular').map(({ text }) => text);

  it('is drawn from left to right, whatever is in it', () => {
    expect(drawn('Dear דוד בן, hello')).toEqual(['Dear ', 'בן', ' ', 'דוד', ', hello']);
    // Brackets of a part that is read from the right are turned round.
    expect(drawn('א (ב) ג').join('|')).toBe('ג| (|ב|) |א');
    expect(drawn('محمد 2026').map(withoutSpace).filter(Boolean)).toEqual(['2026', 'محمد']);
    // Set apart, a date stays where it was put.
    expect(drawn('\u2068محمد\u2069 2026')).toEqual(['محمد', ' 2026']);
    expect(runsOf('محمد', 'regular').map(({ isRightToLeft }) => isRightToLeft)).toEqual([true]);
  });

  it('is broken between letters, never between a letter and its marks', async () => {
    const long = 'ចន្ទ្រា'.repeat(40);
    expect(lettersOf(long).length).toBeLessThan(long.length);
    expect(lettersOf(long).join('')).toBe(long);
    const { text, extent } = await readPdf(await printed(long));
    expect(text.join('')).toContain('ចន្ទ្រាចន្ទ្រា');
    expect(extent.right).toBeLessThan(545);
  });

  it('has a box for what no typeface has, and says so before', async () => {
    expect(canBeSet('\u{13080} Kemet')).toBe(false);
    expect(drawn('\u{13080} Kemet')).toEqual(['□ Kemet']);
    expect((await readPdf(await printed('\u{13080} Kemet'))).text.join('')).toContain('□Kemet');
  });
});

it('leaves to one font what that font has', () => {
  for (const font of fontNames) {
    const has = characterSet(fileOfFont(font));
    for (let code = 0x20; code <= 0xd7a3; code += 1)
      if (isPlain(String.fromCodePoint(code)) && code !== 0xad)
        expect(has.has(code), `${font} U+${code.toString(16)}`).toBe(true);
  }
  // Gowun Batang has no Chinese characters; they are not the boxes of it.
  expect(runsOf('金', 'heading')).toMatchObject([{ face: { font: 'strong' } }]);
});

it('finds every file it names', () => {
  for (const family of furtherFamilies)
    for (const font of fontNames) expect(characterSet(furtherFile(family, font)).size).toBeGreaterThan(50);
});

function fileFor(name: string): string {
  const [run] = runsOf(name, 'regular');
  if (run === undefined || !('file' in run.face)) throw new Error('a further typeface was expected');
  return run.face.file;
}
