import { describe, expect, it } from 'vitest';
import type {
  ConsentFormContent,
  FormItem,
  FormPurpose,
} from '../../../shared/domain/collection/consent-form.ts';
import { consentNotice, noticeOf } from '../../../shared/domain/collection/consent-notice.ts';
import { exampleRule, membershipForm } from '../../fixtures/consent.ts';

const ruleId = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';
const form = membershipForm(ruleId);
const [essential, additional] = form.purposes as [FormPurpose, FormPurpose];

const lines = (content: ConsentFormContent, language: 'en' | 'ko' = 'en') =>
  noticeOf(content, () => exampleRule(), 'Office', language).lines;
const ofPurpose = (changes: Partial<FormPurpose>, language: 'en' | 'ko' = 'en') =>
  lines({ ...form, purposes: [essential, { ...additional, ...changes }] }, language).filter(
    (line) => line.purposeId === additional.id,
  );
const emphasised = (changes: Partial<FormPurpose>) =>
  ofPurpose(changes)
    .filter((line) => line.emphasised)
    .map((line) => `${line.role}: ${line.text}`);

const health: FormItem = {
  code: 'health',
  label: { en: 'Health', ko: '건강 상태' },
  kind: 'required',
  sensitivity: 'sensitive',
  valueType: 'text',
};
const recipient = {
  recipientId: ruleId,
  name: 'Hangang Insurance',
  purpose: { en: 'paying claims', ko: '보험금 지급' },
  period: { en: '3 years', ko: '3년' },
};

it('of an ordinary form reads as it always has', () => {
  expect(ofPurpose({}).map((line) => `${line.role}: ${line.text}`)).toEqual([
    'purpose: News by e-mail',
    'kind: Optional: you can refuse this and still use the service',
    'items: Required items: E-mail',
    'items: Optional items: Requests',
    'retention: Kept for 6 months (Office decision), then destroyed without delay.',
    'refusal: You may refuse.',
  ]);
});

describe('what stands out (PIPA art. 22(2), Decree art. 17(3))', () => {
  const retention = 'retention: Kept for 6 months (Office decision), then destroyed without delay.';
  it('is the retention period', () => expect(emphasised({})).toEqual([retention]));

  it('is sensitive data alone, not the items beside it', () =>
    expect(emphasised({ items: [...additional.items, health] })).toEqual([
      'items: Required items, sensitive data: Health',
      retention,
    ]));

  it('is a unique identifier', () =>
    expect(emphasised({ items: [{ ...health, sensitivity: 'unique_identifier' }] })).toEqual([
      'items: Required items, unique identifiers: Health',
      retention,
    ]));

  it('is that one may be contacted for marketing', () =>
    expect(
      emphasised({
        basis: {
          lawfulBasis: 'consent',
          consent: { kind: 'marketing', contactWays: ['email', 'telephone'] },
        },
      }),
    ).toEqual([
      'contact: We may use these items to contact you with advertising, by e-mail, telephone.',
      retention,
    ]));

  it('is the recipient with its purpose and period', () =>
    expect(
      emphasised({
        basis: {
          lawfulBasis: 'consent',
          consent: { kind: 'third_party_provision', recipients: [recipient] },
        },
      }),
    ).toEqual([
      'recipient: Given to: Hangang Insurance. Used for: paying claims. Kept and used for: 3 years.',
      retention,
    ]));
});

it('says how long a consent counts where it ends by itself', () =>
  expect(ofPurpose({ validFor: 'P2Y' }).find((line) => line.role === 'validity')?.text).toBe(
    'Your consent counts for 2 years; after that we ask you again.',
  ));

it('of a transfer abroad says country, time, method, contact and how to refuse', () => {
  const said = ofPurpose(
    {
      basis: {
        lawfulBasis: 'consent',
        consent: {
          kind: 'transfer_abroad',
          recipients: [
            {
              ...recipient,
              contact: 'desk@example.org',
              country: { en: 'Germany', ko: '독일' },
              timeAndMethod: { en: 'daily, encrypted', ko: '매일, 암호화 전송' },
            },
          ],
          refusalMethod: { en: 'Tell the desk.', ko: '창구에 말씀해 주십시오.' },
        },
      },
    },
    'ko',
  ).map((line) => `${line.role}: ${line.text}`);
  expect(said).toContain(
    'recipient: 제공받는 자: Hangang Insurance (desk@example.org) / 제공받는 자의 이용 목적: 보험금 지급 / 제공받는 자의 보유 및 이용 기간: 3년',
  );
  expect(said).toContain('transfer: 이전되는 국가: 독일 / 이전 시기 및 방법: 매일, 암호화 전송');
  expect(said).toContain('refusal: 창구에 말씀해 주십시오.');
});

it('shows what needs no consent apart, last, with its ground, and says nothing about refusing it', () => {
  const contract: FormPurpose = {
    ...essential,
    basis: { lawfulBasis: 'contract', ground: { en: 'PIPA art. 15(1)4', ko: '법 제15조 제1항 제4호' } },
  };
  const said = lines({ ...form, purposes: [contract, additional] });
  const roles = said.map((line) => line.role);
  expect(roles.indexOf('unasked')).toBeGreaterThan(roles.indexOf('rights'));
  const apart = said.slice(roles.indexOf('unasked') + 1);
  expect(apart.every((line) => line.purposeId === essential.id)).toBe(true);
  expect(apart.map((line) => line.role)).toEqual(['purpose', 'ground', 'items', 'items', 'retention']);
  expect(apart[1]?.text).toBe('Ground: a contract with you (PIPA art. 15(1)4)');
});

it('for children says it to the child first, then to the guardian', () => {
  const said = lines({
    ...form,
    children: {
      childStatement: { en: 'We ask your parents.', ko: '부모님께 여쭤볼게요.' },
      guardianStatement: { en: 'You consent for your child.', ko: '법정대리인의 동의가 필요합니다.' },
    },
  });
  expect(said.slice(2, 4).map((line) => `${line.role}: ${line.text}`)).toEqual([
    'child: We ask your parents.',
    'guardian: You consent for your child.',
  ]);
});

it('fits its own schema where a form is as large as it can be', () => {
  const many = Array.from({ length: 20 }, () => ({
    ...additional,
    id: crypto.randomUUID(),
    basis: {
      lawfulBasis: 'consent' as const,
      consent: {
        kind: 'third_party_provision' as const,
        recipients: Array.from({ length: 10 }, () => recipient),
      },
    },
  }));
  const notice = noticeOf({ ...form, purposes: many }, () => exampleRule(), 'Office', 'ko');
  expect(consentNotice.parse(notice)).toEqual(notice);
});
