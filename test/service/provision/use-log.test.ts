import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromBase64 } from '../../../shared/domain/register/base64.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { readPdf, withoutSpace } from '../../unit/documents/read-pdf.ts';

let office: TestOffice;
let personId: string;
beforeEach(async () => {
  office = await openTestOffice();
  personId = (await capture(office, await publishMembership(office))).personId;
});
afterEach(() => office.remove());

const open = (reason: 'serve_person' | 'answer_request') =>
  office.as('clerk').call('collection.openPerson', { personId, reason });
const anomalies = async () =>
  (await office.as('auditor').call('provision.listUseAnomalies', { limit: 10, offset: 0 })).uses.map(
    ({ reason, anomalies: found }) => [reason, found],
  );

it('shows what stands out: a task that nothing came of, and readings at night', async () => {
  await open('serve_person');
  expect(await anomalies()).toEqual([]);
  await open('answer_request');
  expect(await anomalies()).toEqual([['answer_request', ['without_task']]]);
  await office.as('clerk').call('collection.recordRequest', {
    personId,
    kind: 'access',
    receivedOn: '2026-05-04',
    way: 'in_person',
    requestedBy: 'person',
    details: '',
  });
  expect(await anomalies()).toEqual([]);
  office.clock.set('2026-05-04T13:00:00.000Z');
  await open('serve_person');
  expect(await anomalies()).toEqual([['serve_person', ['outside_hours']]]);
});

it('is exported as a table without a name in it', async () => {
  await open('serve_person');
  const { bytes } = await office.as('auditor').call('provision.useLog', {
    ask: { filter: null },
    format: 'csv',
    languages: ['ko'],
    to: { way: 'screen' },
  });
  const csv = Buffer.from(fromBase64(bytes ?? '')).toString('utf8');
  expect(csv).toContain(personId);
  expect(csv).toContain('민원·서비스 처리');
  expect(csv).not.toContain('홍길동');
});

it('says in one record what the office processes data for, on which basis and until when', async () => {
  const { bytes } = await office.as('auditor').call('provision.recordOfProcessing', {
    ask: {},
    format: 'csv',
    languages: ['ko'],
    to: { way: 'screen' },
  });
  const csv = Buffer.from(fromBase64(bytes ?? '')).toString('utf8');
  for (const said of ['회원 서비스 제공', '회원 가입', '소식 안내', '전자우편', '동의', '동의에 따른 보관'])
    expect(csv).toContain(said);
  const pdf = await office.as('auditor').call('provision.recordOfProcessing', {
    ask: {},
    format: 'pdf',
    languages: ['ko'],
    to: { way: 'screen' },
  });
  // GDPR art. 30(1)(a): who is in charge is written in by hand.
  const { text } = await readPdf(fromBase64(pdf.bytes ?? ''));
  expect(text.join('')).toContain(withoutSpace('개인정보 보호책임자 성명·연락처'));
});
