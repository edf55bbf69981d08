import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Language } from '../../shared/contract/fields.ts';
import type { RefusalReason, RequestKind } from '../../shared/domain/collection/person-request.ts';
import { createText } from '../../shared/text/messages.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { readPdf } from '../unit/documents/read-pdf.ts';

let office: TestOffice;
let form: PublishedForm;
let personId: string;
let consentId: string;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
  ({ personId, consentId } = await capture(office, form, { additional: true, givenOn: '2026-01-10' }));
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const texts = { en: createText('en'), ko: createText('ko') };
const solid = (text: string) => text.replaceAll(/\s+/gu, '');

async function received(kind: RequestKind): Promise<string> {
  const { requestId } = await clerk().call('collection.recordRequest', {
    personId,
    kind,
    receivedOn: '2026-05-04',
    way: 'in_person',
    requestedBy: 'person',
    details: '',
  });
  await clerk().call('collection.checkIdentity', { requestId, check: 'known_to_staff', confirmed: true });
  return requestId;
}

const answer = (
  requestId: string,
  outcome: 'fulfilled' | 'partly_fulfilled' | 'refused',
  reason: RefusalReason | null = null,
  explanation = '',
) => clerk().call('collection.answerRequest', { requestId, outcome, reason, explanation, language: 'ko' });

async function letter(requestId: string, languages: Language[]): Promise<string> {
  const { bytes, personalData, fileName } = await clerk().call('collection.requestLetter', {
    ask: { requestId },
    format: 'pdf',
    languages,
    to: { way: 'screen' },
  });
  expect(personalData).toBe('person');
  expect(fileName).not.toContain('홍');
  const pdf = await readPdf(Uint8Array.from(Buffer.from(bytes ?? '', 'base64')));
  expect(pdf).toMatchObject({ tagged: true, language: languages[0] });
  return pdf.text.join('');
}

it('a deletion: what ends, what a law keeps and until when, and how to object, in either language', async () => {
  const requestId = await received('deletion');
  await clerk().call('collection.withdrawAll', { personId });
  await answer(requestId, 'partly_fulfilled', 'law_obliges_keeping', '그동안 이용해 주셔서 감사합니다.');
  for (const language of ['ko', 'en'] as const) {
    const said = await letter(requestId, [language]);
    const text = texts[language];
    for (const part of [
      '가람 지점',
      text('documents.letter.to', { name: '홍길동' }),
      text('documents.letter.title', { kind: text('collection.request.kind.deletion') }),
      text('documents.letter.outcome.partly_fulfilled'),
      text('collection.request.reason.law_obliges_keeping'),
      '그동안 이용해 주셔서 감사합니다.',
      text('documents.letter.measure.withdrawn', {
        purpose: language === 'ko' ? '소식 안내' : 'News by e-mail',
        date: language === 'ko' ? '2026년 5월 4일' : '4 May 2026',
      }),
      language === 'ko' ? '2031년 1월 10일' : '10 January 2031',
      text('documents.letter.objection_korea'),
    ]) {
      expect(said).toContain(solid(part));
    }
  }
});

it('a correction names the items and who is told, never the values', async () => {
  const { vendorId } = await clerk().call('provision.addVendor', {
    name: '한강택배',
    task: '배송',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });
  await clerk().call('provision.recordHandOver', {
    vendorId,
    purposeId: form.essential,
    to: { whose: 'named', consentIds: [consentId] },
    what: '배송지',
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-05-04',
    dueBackOn: null,
  });
  const requestId = await received('correction');
  const { consents } = await clerk().call('collection.openPerson', { personId, reason: 'correct_data' });
  const unitId = consents[0]?.purposes.find(({ purposeId }) => purposeId === form.essential)?.unit?.unitId;
  await clerk().call('collection.correctItems', {
    personId,
    requestId,
    corrections: [{ unitId: unitId ?? '', itemCode: 'telephone', value: '010-4444-9999' }],
  });
  await answer(requestId, 'fulfilled');
  const said = await letter(requestId, ['ko']);
  const text = texts.ko;
  expect(said).toContain(
    solid(text('documents.letter.measure.corrected', { item: '전화번호', date: '2026년 5월 4일' })),
  );
  expect(said).toContain(solid(text('documents.letter.measure.to_be_told', { recipient: '한강택배' })));
  expect(said).not.toMatch(/1234-?5678|4444-?9999/);
});

it('a suspension names its purposes; a refusal its reason', async () => {
  const suspended = await received('suspension');
  await clerk().call('collection.suspendProcessing', { requestId: suspended, purposeIds: [form.additional] });
  await answer(suspended, 'fulfilled');
  expect(await letter(suspended, ['en'])).toContain(
    solid(texts.en('documents.letter.measure.suspended', { purpose: 'News by e-mail', date: '4 May 2026' })),
  );
  const refused = await received('access');
  await answer(refused, 'refused', 'harms_others');
  const said = await letter(refused, ['ko', 'en']);
  for (const text of Object.values(texts)) {
    expect(said).toContain(solid(text('documents.letter.outcome.refused')));
    expect(said).toContain(solid(text('collection.request.reason.harms_others')));
  }
});

it('is not there before there is anything to say; putting off says the day and why', async () => {
  const requestId = await received('access');
  const ask = {
    ask: { requestId },
    format: 'pdf',
    languages: ['ko'],
    to: { way: 'screen' },
  } as const;
  expect((await clerk().refused('collection.requestLetter', { ...ask, languages: ['ko'] })).code).toBe(
    'request_not_answered',
  );
  await clerk().call('collection.extendRequest', {
    requestId,
    until: '2026-06-01',
    reason: '보관 자료를 확인하고 있습니다.',
  });
  const said = await letter(requestId, ['ko']);
  expect(said).toContain(solid(texts.ko('documents.letter.put_off_text', { date: '2026년 6월 1일' })));
  expect(said).toContain(solid('보관 자료를 확인하고 있습니다.'));
});

it('leaves as a known copy, unless it is handed to the person', async () => {
  const requestId = await received('withdrawal');
  await clerk().call('collection.withdraw', { consentId, purposeIds: [form.additional] });
  await answer(requestId, 'fulfilled');
  const printed = (keptBy: 'office' | 'person') =>
    clerk().call('collection.requestLetter', {
      ask: { requestId },
      format: 'pdf',
      languages: ['ko'],
      to: { way: 'print', keptBy, where: '' },
    });
  expect((await printed('person')).copyReference).toBeNull();
  expect((await printed('office')).copyReference).toBe('KC-0001');
  // A reviewer has no business with it.
  const refused = await office.as('reviewer').refused('collection.requestLetter', {
    ask: { requestId },
    format: 'pdf',
    languages: ['ko'],
    to: { way: 'screen' },
  });
  expect(refused.code).toBe('forbidden');
});
