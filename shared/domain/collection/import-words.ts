import { z } from 'zod';
import type { ConsentAnswer } from './consent.ts';
import { foldName } from './searchable-name.ts';

/** How a past consent was given, as far as the file tells: Decree 17(1) names the ways. */
export const importedWay = z.enum(['paper', 'telephone', 'web', 'email', 'other']);
export type ImportedWay = z.infer<typeof importedWay>;

const givenWords = setOf(
  '동의 동의함 동의합니다 예 네 수락 승낙 given agree agreed consent consented yes y true o v 1 ㅇ',
);
const refusedWords = setOf(
  '미동의 비동의 부동의 동의안함 동의하지않음 동의하지않습니다 거부 거절 아니오 아니요 refused refuse disagree no n false x 0 ㄴ',
);
const givenSigns = new Set(['○', '◯', '〇', '✓', '✔', '☑', '●', '✅']);
const refusedSigns = new Set(['×', '✕', '✗', '✘', '☐', '-', '—']);

/**
 * What a cell answers. An empty one is a refusal: what is not answered is not consented to.
 * @returns null where it says neither
 */
export function readAnswer(written: string): ConsentAnswer | null {
  const text = written.trim();
  if (text === '' || refusedSigns.has(text)) return 'refused';
  if (givenSigns.has(text)) return 'given';
  const word = foldName(text);
  if (givenWords.has(word)) return 'given';
  return refusedWords.has(word) ? 'refused' : null;
}

const waysByWord: readonly (readonly [ImportedWay, ReadonlySet<string>])[] = [
  ['paper', setOf('서면 종이 대면 방문 지점 창구 paper written signedpaper form counter')],
  ['telephone', setOf('전화 유선 콜센터 통화 녹취 telephone phone call')],
  ['email', setOf('이메일 전자우편 메일 email mail')],
  ['web', setOf('웹 홈페이지 인터넷 온라인 모바일 앱 web website online internet app')],
];

/** Other ways are `other`; an empty cell is null. */
export function readWay(written: string): ImportedWay | null {
  const word = foldName(written.trim());
  if (word === '') return null;
  const exact = waysByWord.find(([, words]) => words.has(word));
  const contained = waysByWord.find(([, words]) =>
    [...words].some((each) => each.length > 1 && word.includes(each)),
  );
  return (exact ?? contained)?.[0] ?? 'other';
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldName));
}
