import { describe, expect, test } from 'vitest';
import type { ConsentFormContent } from '../../../shared/domain/collection/consent-form.ts';
import { needsGuardian } from '../../../shared/domain/collection/guardian.ts';
import { recogniseHeadings } from '../../../shared/domain/collection/import-heading.ts';
import { checkPlan, type ImportPlan } from '../../../shared/domain/collection/import-plan.ts';
import { readRow } from '../../../shared/domain/collection/import-row.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { items, membershipForm } from '../../fixtures/consent.ts';

const ruleId = crypto.randomUUID();
const birthDate = {
  code: 'birth_date',
  label: { en: 'Date of birth', ko: '생년월일' },
  kind: 'optional' as const,
  sensitivity: 'ordinary' as const,
  valueType: 'date' as const,
};
const form = membershipForm(ruleId);
const content: ConsentFormContent = {
  ...form,
  purposes: form.purposes.map((purpose) =>
    purpose.kind === 'essential' ? { ...purpose, items: [...purpose.items, birthDate] } : purpose,
  ),
};
const [essential, additional] = content.purposes;
if (essential === undefined || additional === undefined) throw new Error('the form has two purposes');

const plan = (changes: Partial<ImportPlan> = {}): ImportPlan => ({
  formVersionId: crypto.randomUUID(),
  language: 'ko',
  columns: [
    { to: 'item', itemCode: 'name' },
    { to: 'item', itemCode: 'telephone' },
    { to: 'given_on' },
    { to: 'answer', purposeId: essential.id },
    { to: 'answer', purposeId: additional.id },
    { to: 'item', itemCode: 'email' },
    { to: 'item', itemCode: 'birth_date' },
    { to: 'way' },
  ],
  givenOn: null,
  way: 'paper',
  answers: [],
  dateOrder: null,
  onKnown: 'leave_out',
  onRepeated: 'leave_out',
  ...changes,
});

const read = (cells: string[], changes: Partial<ImportPlan> = {}, isStrict = false) =>
  readRow(
    {
      content,
      plan: plan(changes),
      calendar: '1900',
      today: '2026-05-04',
      isStrict,
      isUnderAge: (bornOn, on) => needsGuardian('korea', bornOn, on),
    },
    cells,
  );
const problems = (cells: string[], changes: Partial<ImportPlan> = {}) =>
  (read(cells, changes).problems ?? []).map(({ code, column }) => `${code} ${column}`);

describe('a row', () => {
  test('becomes a consent with the items of what was agreed to, and no other', () => {
    const row = ['홍길동', '1012345678', '44257', 'O', 'X', 'hong@example.org', '', '전화'];
    expect(read(row)).toEqual({
      consent: {
        name: '홍길동',
        givenOn: '2021-03-02',
        way: 'telephone',
        reference: null,
        answers: [
          { purposeId: essential.id, answer: 'given' },
          { purposeId: additional.id, answer: 'refused' },
        ],
        // The zero that a sheet took away is back; the address of whoever refused the news stays in the file.
        values: [
          { itemCode: 'name', value: '홍길동' },
          { itemCode: 'telephone', value: '010-1234-5678'.replaceAll('-', '') },
        ],
      },
    });
  });

  test.each([
    ['a', 1],
    ['가'.repeat(200), 1],
    ['مُحَمَّد بن سَلْمان', 1],
    ['שָׁלוֹם', 1],
    ['Zoe\u0308 A\u030astro\u0308m', 1],
    ['👩‍👩‍👧 Kim', 1],
    ['가'.repeat(201), 0],
  ])('takes a name of 1 to 200 characters of any script: %s', (name, taken) => {
    const result = read([name, '010-1234-5678', '2021-03-02', 'O', 'X', '', '', '']);
    expect('consent' in result ? 1 : 0).toBe(taken);
    if ('consent' in result) expect(result.consent.name).toBe(name.normalize('NFC'));
  });

  test('of somebody born later, not yet, too lately or too long ago to consent alone is refused', () => {
    const born = (date: string) =>
      problems(['홍길동', '010-1234-5678', '2021-03-02', 'O', 'X', '', date, '']);
    expect(born('2030-01-01')).toEqual(['date_in_future 6']);
    expect(born('2021-03-03')).toEqual(['date_before_birth 6']);
    expect(born('2007-03-03')).toEqual(['under_age 6']);
    expect(born('2007-03-02')).toEqual([]);
    // As at the counter: nobody is older than 130.
    expect(born('1890-03-03')).toEqual([]);
    expect(born('1890-03-02')).toEqual(['birth_date_impossible 6']);
  });

  test('is measured by the headings where it is one of characters', () => {
    const short = ['홍길동', '010-1234-5678', '2021-03-02', 'O'];
    expect(read(short).problems).toBeUndefined();
    expect(read(short, {}, true).problems).toEqual([{ code: 'ragged', column: null }]);
    const long = [...short, 'X', '', '', '', 'one too many'];
    expect(problems(long)).toEqual(['ragged null']);
  });

  test('takes from the plan what no column says', () => {
    const columns = plan().columns.slice(0, 2);
    const answers = [
      { purposeId: essential.id, answer: 'given' as const },
      { purposeId: additional.id, answer: 'refused' as const },
    ];
    const result = read(['홍길동', '010-1234-5678'], { columns, answers, givenOn: '2020-01-01' });
    expect(result).toMatchObject({ consent: { givenOn: '2020-01-01', way: 'paper', answers } });
  });
});

describe('a plan', () => {
  const code = (changes: Partial<ImportPlan>, of: ConsentFormContent = content) => {
    try {
      checkPlan(of, plan(changes));
      return 'good';
    } catch (error) {
      return error instanceof Refusal ? error.code : error;
    }
  };
  const columns = plan().columns;

  test('names everything that nobody may guess', () => {
    expect(code({})).toBe('good');
    expect(code({ columns: columns.slice(1) })).toBe('import_without_name');
    expect(code({ columns: columns.filter((_, place) => place !== 1) })).toBe('import_without_item');
    expect(code({ columns: columns.filter((_, place) => place !== 2) })).toBe('import_without_date');
    expect(code({ columns: columns.filter((_, place) => place !== 4) })).toBe('import_without_answer');
    expect(code({ columns: [...columns, { to: 'given_on' }] })).toBe('import_target_twice');
    expect(code({ columns: [...columns, { to: 'item', itemCode: 'shoe_size' }] })).toBe(
      'import_target_unknown',
    );
  });

  test('does not speak for children: their guardians are verified at a desk', () => {
    const said = { en: 'Said', ko: '안내' };
    const children = { guardianStatement: said, childStatement: said };
    expect(code({}, { ...content, children })).toBe('import_form_for_children');
  });
});

test('headings are recognised by the labels of the form, the words of Korean offices and English ones', () => {
  const keys = (...headings: string[]) =>
    recogniseHeadings(headings, content).map((target) =>
      target === null
        ? null
        : target.to === 'item'
          ? target.itemCode
          : target.to === 'answer'
            ? target.purposeId
            : target.to,
    );
  expect(
    keys(
      '회원명',
      '휴대폰 번호',
      '동의 일자',
      '회원 서비스 제공 동의',
      '소식 안내 동의여부',
      'E-Mail',
      '비고',
    ),
  ).toEqual(['name', 'telephone', 'given_on', essential.id, additional.id, 'email', null]);
  expect(keys('Full name', 'Mobile', 'Date of consent', 'Running your membership', 'Reference No.')).toEqual([
    'name',
    'telephone',
    'given_on',
    essential.id,
    'reference',
  ]);
  expect(keys('동의방법', '생년월일', items.name.label.ko)).toEqual(['way', 'birth_date', 'name']);
});
