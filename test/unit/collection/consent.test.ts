import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCapture,
  isValueFor,
  itemsAskedFor,
  signature,
} from '../../../shared/domain/collection/consent.ts';
import type { ConsentFormContent, ValueType } from '../../../shared/domain/collection/consent-form.ts';
import { periodInWords } from '../../../shared/domain/collection/consent-notice.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { items, membershipForm } from '../../fixtures/consent.ts';

const form = membershipForm('f81d4fae-7dec-41d0-a765-00a0c91e6bf6');
const [essential, additional] = form.purposes.map((purpose) => purpose.id);

const exampleValues: Record<string, string> = {
  name: '홍길동',
  telephone: '010-1234-5678',
  email: 'hong@example.org',
  request_note: 'note',
  visit_date: '2026-05-04',
};

it('accepts exactly: every purpose answered once, the essential one given, exactly the items agreed to', () => {
  const answer = fc.constantFrom('given' as const, 'refused' as const, null);
  const taken = fc.subarray(Object.keys(exampleValues));
  fc.assert(
    fc.property(answer, answer, taken, (first, second, codes) => {
      const answers = [
        ...(first === null ? [] : [{ purposeId: essential ?? '', answer: first }]),
        ...(second === null ? [] : [{ purposeId: additional ?? '', answer: second }]),
      ];
      const values = codes.map((itemCode) => ({ itemCode, value: exampleValues[itemCode] ?? '' }));
      const required = ['name', 'telephone', ...(second === 'given' ? ['email'] : [])];
      const allowed = [...required, ...(second === 'given' ? ['request_note'] : [])];
      const expected =
        first === 'given' &&
        second !== null &&
        required.every((code) => codes.includes(code)) &&
        codes.every((code) => allowed.includes(code));
      let accepted = true;
      try {
        const { given, name } = checkCapture(form, answers, values);
        expect(name).toBe('홍길동');
        expect([...given]).toEqual(second === 'given' ? [essential, additional] : [essential]);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        accepted = false;
      }
      expect(accepted).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

describe('items asked for', () => {
  const codes = (content: ConsentFormContent, ...given: (string | undefined)[]) =>
    itemsAskedFor(content, new Set(given.filter((one) => one !== undefined))).map((one) => one.code);

  it('are those of the purposes agreed to, without what is recorded automatically', () => {
    expect(codes(form)).toEqual([]);
    expect(codes(form, essential)).toEqual(['name', 'telephone']);
    expect(codes(form, additional)).toEqual(['email', 'request_note']);
    expect(codes(form, essential, additional)).toEqual(['name', 'telephone', 'email', 'request_note']);
  });

  it('are asked once, and required where any agreed purpose requires them', () => {
    const [first, second] = form.purposes;
    if (first === undefined || second === undefined) throw new Error('two purposes');
    const content: ConsentFormContent = {
      ...form,
      purposes: [
        { ...first, items: [items.name, { ...items.email, kind: 'optional' }] },
        { ...second, items: [items.email] },
      ],
    };
    const asked = itemsAskedFor(content, new Set([first.id, second.id]));
    expect(asked.map(({ code, kind }) => [code, kind])).toEqual([
      ['name', 'required'],
      ['email', 'required'],
    ]);
    expect(itemsAskedFor(content, new Set([first.id])).map(({ kind }) => kind)).toEqual([
      'required',
      'optional',
    ]);
  });
});

describe('a purpose that needs no consent', () => {
  const [first, second] = form.purposes;
  if (first === undefined || second === undefined) throw new Error('two purposes');
  const ground = { en: 'PIPA art. 15(1)4', ko: '개인정보 보호법 제15조 제1항 제4호' };
  const content: ConsentFormContent = {
    ...form,
    purposes: [{ ...first, basis: { lawfulBasis: 'contract', ground } }, second],
  };
  const values = ['name', 'telephone'].map((itemCode) => ({
    itemCode,
    value: exampleValues[itemCode] ?? '',
  }));

  it('is not answered, and what it needs is collected though everything else is refused', () => {
    const { given, inEffect } = checkCapture(content, [{ purposeId: second.id, answer: 'refused' }], values);
    expect([...given]).toEqual([]);
    expect([...inEffect]).toEqual([first.id]);
  });

  it('takes no answer', () => {
    const answers = [first, second].map(({ id }) => ({ purposeId: id, answer: 'given' as const }));
    expect(() => checkCapture(content, answers, values)).toThrow(
      expect.objectContaining({ code: 'purpose_not_on_form' }),
    );
  });
});

describe('values', () => {
  it.each<[ValueType, string, boolean]>([
    ['name', '홍 길동', true],
    ['name', "Anne-Marie O'Neill", true],
    ['name', '홍\n길동', false],
    ['name', 'x'.repeat(201), false],
    ['text', 'one\u2028two', false],
    ['long_text', 'one\ntwo', true],
    ['long_text', 'x'.repeat(2001), false],
    ['date', '2026-02-28', true],
    ['date', '2026-02-29', false],
    ['date', '2026-2-8', false],
    ['telephone', '+82 (0)10 1234-5678', true],
    ['telephone', '02-1234', true],
    ['telephone', '12', false],
    ['telephone', '010-1234-5678 work', false],
    ['email', 'hong@example.org', true],
    ['email', 'hong@example', false],
    ['email', 'hong gil@example.org', false],
    ['email', 'a@b@example.org', false],
  ])('%s %j: %s', (valueType, value, fits) => {
    expect(isValueFor({ valueType }, value)).toBe(fits);
  });
});

describe('a signature', () => {
  it.each([
    ['M10 20L30 40', true],
    ['M10.5 -2C1 2 3 4 5 6', true],
    ['', false],
    ['M', false],
    ['10 20', false],
    ['M10 20<script>', false],
    ['M10 20url(x)', false],
  ])('%j: %s', (path, fits) => {
    expect(signature.safeParse({ width: 400, height: 150, path }).success).toBe(fits);
  });
});

it.each([
  ['P1Y', '1 year', '1년'],
  ['P5Y', '5 years', '5년'],
  ['P1Y6M', '1 year 6 months', '1년 6개월'],
  ['P1M1D', '1 month 1 day', '1개월 1일'],
  ['P0D', '0 days', '0일'],
])('the period %s is said as "%s" and "%s"', (period, english, korean) => {
  expect(periodInWords(period, 'en')).toBe(english);
  expect(periodInWords(period, 'ko')).toBe(korean);
});
