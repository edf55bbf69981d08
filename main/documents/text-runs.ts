import bidiFactory from 'bidi-js';
import { type FontName, fileOfFont, furtherFamilies, furtherFile } from './fonts.ts';
import { characterSet } from './text-shaping.ts';

/** Letters beside each other that one typeface has and that read in one direction. */
export interface TextRun {
  readonly text: string;
  /** A font of documents, set as everything else; or the file of a further one, whose letters have to be shaped. */
  readonly face: { readonly font: FontName } | { readonly file: string };
  readonly isRightToLeft: boolean;
  /** Its place among the runs as the line is read. */
  readonly place: number;
}

/** Stands where no typeface has the letter, as U+25A1 does everywhere. */
const missing = '\u25a1';

/** What every font of documents has, in one direction: nearly everything that is ever set. */
const plain = /^[\x20-\x7e\u00a0-\u00ff\uac00-\ud7a3‘’“”–—…·•]*$/;

/** Marks that order a line or join letters, and are seen by nobody: U+061C, U+200B to U+200F, U+202A to U+202E, U+2060 to U+2069. */
const invisible = /^[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const bidi = bidiFactory();

/** Whether a text is set as it is: each character by itself, one after another, in its own font. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/** Whether the typefaces have every letter of a text. Of a name they do not have a document says that it cannot show it. */
export function canBeSet(text: string): boolean {
  return isPlain(text) || clustersOf(text, 'regular').every(({ face }) => face !== null);
}

/** Letters with their marks, the smallest thing that may be cut off. */
export function lettersOf(text: string): string[] {
  return isPlain(text) ? [...text] : [...graphemes.segment(text)].map(({ segment }) => segment);
}

/**
 * One line as it is drawn, from left to right (Unicode Bidirectional Algorithm, UAX 9; the documents are written from left to
 * right). A letter and its marks are never divided.
 */
export function runsOf(line: string, font: FontName): TextRun[] {
  const { levels } = bidi.getEmbeddingLevels(line, 'ltr');
  const runs: { text: string; face: TextRun['face']; level: number }[] = [];
  for (const { text, at, face: found, isInvisible } of clustersOf(line, font)) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    // What joins or parts letters belongs to them; what orders the line has done so.
    if (isInvisible) {
      if (last !== undefined && 'file' in last.face && /^[\u200c\u200d]$/u.test(text)) last.text += text;
      continue;
    }
    const face = found ?? { font: 'regular' as const };
    const shown = found === null ? missing : text;
    if (last !== undefined && last.level === level && isSameFace(last.face, face)) last.text += shown;
    else runs.push({ text: shown, face, level });
  }
  return inOrder(runs.map((run, place) => ({ ...run, place }))).map(({ text, face, level, place }) => {
    const isRightToLeft = level % 2 === 1;
    // Signs and spaces between words of such a script: mirrored, and the last one first. Shaping does it by itself.
    const turned = isRightToLeft && 'font' in face ? mirrored(text) : text;
    return { text: turned, face, isRightToLeft, place };
  });
}

interface Cluster {
  readonly text: string;
  readonly at: number;
  readonly isInvisible: boolean;
  readonly face: TextRun['face'] | null;
}

function clustersOf(line: string, font: FontName): Cluster[] {
  return [...graphemes.segment(line)].map(({ segment, index }) => {
    const isInvisible = invisible.test(segment);
    const face = isInvisible ? { font } : faceOf(segment, font);
    return { text: segment, at: index, isInvisible, face };
  });
}

const faces = new Map<string, TextRun['face'] | null>();

function faceOf(cluster: string, font: FontName): TextRun['face'] | null {
  const key = `${font} ${cluster}`;
  let face = faces.get(key);
  if (face === undefined) {
    face = findFace(cluster, font);
    // Names are many: what was found for a few thousand letters is enough.
    if (faces.size > 4000) faces.clear();
    faces.set(key, face);
  }
  return face;
}

function findFace(cluster: string, font: FontName): TextRun['face'] | null {
  const letters = [...cluster]
    .filter((letter) => !invisible.test(letter))
    .map((letter) => letter.codePointAt(0) ?? 0);
  const hasAll = (path: string) => letters.every((letter) => characterSet(path).has(letter));
  const own: FontName[] = [font];
  if (font === 'heading') own.push('strong');
  if (font === 'code') own.push('regular');
  // Marks are placed by shaping, wherever a further family can do it.
  const isMarked = letters.length > 1 && /\p{M}/u.test(cluster);
  const mine = own.find((name) => hasAll(fileOfFont(name)));
  if (mine !== undefined && !isMarked) return { font: mine };
  for (const family of furtherFamilies) {
    const path = furtherFile(family, font);
    if (family.script.test(cluster) && hasAll(path)) return { file: path };
  }
  return mine === undefined ? null : { font: mine };
}

function isSameFace(one: TextRun['face'], other: TextRun['face']): boolean {
  return 'font' in one
    ? 'font' in other && one.font === other.font
    : 'file' in other && one.file === other.file;
}

/** Rule L2 of UAX 9 on whole runs: from the highest level to the lowest odd one, whatever is at it or above is turned round. */
function inOrder<Run extends { readonly level: number }>(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const odd = runs.map(({ level }) => level).filter((level) => level % 2 === 1);
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level >= Math.min(...odd); level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      if ((ordered[from]?.level ?? 0) < level) continue;
      let to = from;
      while ((ordered[to + 1]?.level ?? -1) >= level) to += 1;
      ordered.splice(from, to - from + 1, ...ordered.slice(from, to + 1).reverse());
      from = to;
    }
  }
  return ordered;
}

function mirrored(text: string): string {
  return [...text]
    .map((sign) => bidi.getMirroredCharacter(sign) ?? sign)
    .reverse()
    .join('');
}
