import { askedPurposes, type ConsentFormContent, type FormItem, nameItemCode } from './consent-form.ts';
import { type ColumnTarget, targetKey } from './import-plan.ts';
import { foldName } from './searchable-name.ts';

/**
 * Which column is what, from its heading in Korean or English. A heading is recognised by the form's own labels first, then by the
 * words that Korean offices use for the same thing.
 */

const givenOnWords = words(
  '동의일 동의일자 동의날짜 동의한날 수집동의일 동의일시 동의서작성일 작성일 consentdate dateofconsent consentedon givenon agreedon',
);
const wayWords = words('동의방법 동의방식 동의경로 수집방법 접수방법 consentmethod method way channel');
const referenceWords = words(
  '접수번호 접수코드 동의서번호 문서번호 관리번호 참조번호 일련번호 reference referenceno referencenumber receiptcode receiptnumber documentno',
);

const itemWords: Readonly<Record<FormItem['valueType'], ReadonlySet<string>>> = {
  name: words('이름 성명 성함 고객명 회원명 신청인 name fullname personname customername membername'),
  telephone: words(
    '전화 전화번호 휴대폰 휴대폰번호 휴대전화 휴대전화번호 핸드폰 핸드폰번호 연락처 phone phonenumber mobile mobilephone telephone tel cell',
  ),
  email: words('이메일 이메일주소 전자우편 메일 email emailaddress mail'),
  date: words('생년월일 생일 birthdate birthday dateofbirth dob'),
  long_text: words('주소 address homeaddress'),
  text: words('주소 address homeaddress'),
};

/** Proposes what each column is; each target is given to one column. */
export function recogniseHeadings(headings: readonly string[], content: ConsentFormContent): ColumnTarget[] {
  const folded = headings.map(foldName);
  const found: ColumnTarget[] = headings.map(() => null);
  const taken = new Set<string>();
  for (const candidate of candidatesOf(content)) {
    if (taken.has(targetKey(candidate.target))) continue;
    const place = folded.findIndex(
      (heading, index) => found[index] === null && heading !== '' && candidate.matches(heading),
    );
    if (place === -1) continue;
    found[place] = candidate.target;
    taken.add(targetKey(candidate.target));
  }
  return found;
}

interface Candidate {
  target: NonNullable<ColumnTarget>;
  matches(heading: string): boolean;
}

/** The surest first. */
function candidatesOf(content: ConsentFormContent): Candidate[] {
  const items = new Map(
    content.purposes.flatMap((purpose) => purpose.items).map((item) => [item.code, item]),
  );
  const purposes = askedPurposes(content);
  const byLabel = [...items.values()].map((item): Candidate => {
    const labels = new Set([item.label.ko, item.label.en, item.code].map(foldName));
    return { target: { to: 'item', itemCode: item.code }, matches: (heading) => labels.has(heading) };
  });
  const byName = purposes.map((purpose): Candidate => {
    const names = [purpose.name.ko, purpose.name.en].map(foldName);
    const spellings = names.flatMap((name) => [name, `${name}동의`, `${name}동의여부`, `${name}consent`]);
    return {
      target: { to: 'answer', purposeId: purpose.id },
      matches: (heading) => spellings.includes(heading),
    };
  });
  const fixed: Candidate[] = [
    { target: { to: 'given_on' }, matches: (heading) => givenOnWords.has(heading) },
    { target: { to: 'way' }, matches: (heading) => wayWords.has(heading) },
    { target: { to: 'reference' }, matches: (heading) => referenceWords.has(heading) },
  ];
  const byWord = [...items.values()].map((item): Candidate => {
    const known = itemWords[item.code === nameItemCode ? 'name' : item.valueType];
    return { target: { to: 'item', itemCode: item.code }, matches: (heading) => known.has(heading) };
  });
  const byPart = purposes.map((purpose): Candidate => {
    const names = [purpose.name.ko, purpose.name.en].map(foldName);
    return {
      target: { to: 'answer', purposeId: purpose.id },
      matches: (heading) =>
        /동의|수신|consent|agree/u.test(heading) && names.some((name) => shareWord(heading, name)),
    };
  });
  return [...byLabel, ...byName, ...fixed, ...byWord, ...byPart];
}

/** Whether a run of letters long enough to be a word stands in both: `마케팅 동의` and `마케팅 정보 수신`. */
function shareWord(one: string, other: string): boolean {
  const plain = one.replaceAll(/동의(?:여부)?|수신|consent|agree(?:d)?/gu, '');
  return plain.length >= 2 && (other.includes(plain) || plain.includes(other));
}

/**
 * The row that holds the headings: of the first ones the one in which most is recognised, otherwise the first that says anything.
 * Titles and empty rows often stand above.
 */
export function headingRowOf(rows: readonly (readonly string[])[]): number {
  const firstFilled = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const scores = rows.map((cells) => recognisedWords(cells));
  const best = Math.max(0, ...scores);
  return best >= 2 ? scores.indexOf(best) : Math.max(0, firstFilled);
}

const everyWord = [givenOnWords, wayWords, referenceWords, ...Object.values(itemWords)];

function recognisedWords(cells: readonly string[]): number {
  return cells.map(foldName).filter((heading) => everyWord.some((known) => known.has(heading))).length;
}

/** The same headings in the same order are the same kind of file, however they are spaced. */
export function headingSet(headings: readonly string[]): string {
  return headings.map(foldName).join('\n');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(foldName));
}
