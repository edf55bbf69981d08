import { z } from 'zod';
import { id, plainDate } from '../../contract/fields.ts';

/** What a column of a box list can be. */
export const listTargets = [
  'code',
  'kind',
  'site',
  'room',
  'shelf',
  'title',
  'note',
  'class',
  'collected_on',
  'covers_from',
  'covers_to',
  'records',
  'sheets',
  'weight',
  'form_from',
  'form_to',
] as const;
export const listTarget = z.enum(listTargets);
export type ListTarget = (typeof listTargets)[number];

/** How a list is taken over. */
export const listPlan = z.strictObject({
  /** For each column what it is; null where it is left out. */
  columns: z.array(listTarget.nullable()).max(200),
  /** `take_over`: the codes of the list stay. `give`: new ones are given, and the former is kept sealed beside them. */
  codes: z.enum(['take_over', 'give']),
  kind: z.enum(['box', 'folder', 'document']),
  /** Where everything goes that names no place of its own; null: in no place yet. */
  parentId: id.nullable(),
  /** For rows that name no class; null: they get none. */
  ruleId: id.nullable(),
  /** For rows that name no day of collection; null: the end of the period they cover. */
  collectedOn: plainDate.nullable(),
  dateOrder: z.enum(['mdy', 'dmy']).nullable(),
});
export type ListPlan = z.infer<typeof listPlan>;

export const listProblems = [
  'code_missing',
  'code_unfit',
  'code_taken',
  'code_repeated',
  'kind_unknown',
  'class_unknown',
  'collected_missing',
  'date_malformed',
  'date_ambiguous',
  'date_in_future',
  'period_reversed',
  'number_malformed',
  'too_long',
  'place_incomplete',
] as const;
export const listProblem = z.enum(listProblems);
export type ListProblem = (typeof listProblems)[number];

/** The words Korean and English offices head such columns with, folded: no blanks, small letters. */
const words: Readonly<Record<ListTarget, string>> = {
  code: '상자번호 박스번호 상자코드 코드 번호 관리번호 boxno boxnumber boxcode code box number',
  kind: '종류 구분 형태 kind type',
  site: '장소 건물 지점 사업장 site building branch',
  room: '서고 방 호실 보관실 room archive',
  shelf: '서가 선반 위치 보관위치 shelf rack location position',
  title: '제목 내용 문서명 기록물명 품명 title contents description name',
  note: '비고 메모 note notes remark remarks comment',
  class: '기록종류 분류 문서종류 보존분류 class recordclass category series',
  collected_on: '수집일 생산일 작성일 기산일 collectedon date created createdon',
  covers_from: '시작일 기간시작 대상기간시작 시작 from start begin periodfrom coversfrom',
  covers_to: '종료일 기간종료 대상기간종료 종료 끝 to end until periodto coversto',
  records: '건수 수량 보관건수 records count items quantity',
  sheets: '매수 장수 sheets pages',
  weight: '무게 무게kg 중량 중량kg weight weightkg kg',
  form_from: '양식시작번호 시작번호 일련번호시작 formfrom serialfrom',
  form_to: '양식끝번호 끝번호 종료번호 일련번호끝 formto serialto',
};

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Proposes what each column is; each target is given to one column. */
export function recogniseColumns(headings: readonly string[]): (ListTarget | null)[] {
  const taken = new Set<ListTarget>();
  return headings.map((heading) => {
    const folded = fold(heading);
    const found = listTargets.find(
      (target) => !taken.has(target) && words[target].split(' ').includes(folded),
    );
    if (found !== undefined) taken.add(found);
    return found ?? null;
  });
}
