import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { renderLabels } from '../../../main/documents/paper-labels.ts';
import { labelText } from '../../../shared/domain/paper/label.ts';
import { labelPlaces, labelSheetNames, labelSheets } from '../../../shared/domain/paper/label-sheet.ts';
import { readPdf } from './read-pdf.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const label = (number: number) => ({
  number,
  code: `HR.2019/A-${String(number).padStart(4, '0')}`,
  kind: [
    { language: 'ko', text: '상자' },
    { language: 'en', text: 'Box' },
  ] as const,
});

const job = (name: keyof typeof labelSheets, numbers: readonly number[], start = 1) =>
  renderLabels(
    {
      office: '서울사무소',
      labels: numbers.map(label),
      sheet: labelSheets[name],
      start,
      shift: { right: 0, down: 0 },
      madeAt: '2026-05-04T01:00:00.000Z',
    },
    ['ko', 'en'],
  );

const dotsPerInch = 300;
const dots = (millimetres: number) => String(Math.round((millimetres / 25.4) * dotsPerInch));

/**
 * What ZBar reads off a page as poppler draws it, or off a part of it that a scanner is held to: nothing of this project takes part.
 */
function scanned(
  pdf: Uint8Array,
  page: number,
  part?: { x: number; y: number; width: number; height: number },
): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ashbook-labels-'));
  folders.push(folder);
  writeFileSync(join(folder, 'labels.pdf'), pdf);
  const crop = part
    ? ['-x', dots(part.x), '-y', dots(part.y), '-W', dots(part.width), '-H', dots(part.height)]
    : [];
  const pages = ['-f', String(page + 1), '-l', String(page + 1), '-singlefile'];
  execFileSync('pdftoppm', [
    '-r',
    String(dotsPerInch),
    ...pages,
    ...crop,
    '-gray',
    '-png',
    join(folder, 'labels.pdf'),
    join(folder, 'page'),
  ]);
  const found = execFileSync('zbarimg', ['--quiet', join(folder, 'page.png')], {
    encoding: 'utf8',
    // It looks for a desktop to show what it found, and says so where there is none.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return found.trim().split('\n').sort();
}

describe.each(labelSheetNames)('labels on %s', (name) => {
  const sheet = labelSheets[name];

  it('are read by an independent reader, both codes of each, as a 300 dpi printer prints them', async () => {
    const numbers = [1, 42, 99_999_999];
    const pdf = await job(name, numbers);
    labelPlaces(sheet, numbers.length, 1).forEach(({ page, x, y }, index) => {
      const text = labelText(numbers[index] ?? 0);
      expect(scanned(pdf, page, { x, y, ...sheet.label })).toEqual([`CODE-128:${text}`, `QR-Code:${text}`]);
    });
  });
});

it('fills a sheet, and every bar code of it is read at once', async () => {
  const numbers = Array.from({ length: 24 }, (_, index) => index * 4111 + 7);
  const read = scanned(await job('a4_3x8', numbers), 0);
  expect(read.filter((line) => line.startsWith('CODE-128'))).toEqual(
    numbers.map((number) => `CODE-128:${labelText(number)}`).sort(),
  );
});

it('says the code and the number for people, and is tagged; equal labels give equal bytes', async () => {
  const pdf = await job('a4_2x7', [42], 14);
  const read = await readPdf(pdf);
  expect(read).toMatchObject({ pages: 1, tagged: true, language: 'ko' });
  expect(read.text.join('')).toContain('HR.2019/A-0042');
  expect(read.text.join('')).toContain('AB00000042');
  // The fourteenth place: the last row, on the right.
  expect(read.extent.left).toBeGreaterThan(300);
  expect(Buffer.from(await job('a4_2x7', [42], 14)).equals(Buffer.from(pdf))).toBe(true);
});
