import { afterEach, beforeEach, expect, it } from 'vitest';
import { createText } from '../../shared/text/messages.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { readPdf } from '../unit/documents/read-pdf.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const requester = { name: '표식나그네', contact: '가람시 한길로 7' };

async function record(kind: 'access' | 'deletion' = 'access'): Promise<string> {
  const { requestId } = await clerk().call('collection.recordRequest', {
    personId: null,
    requester,
    kind,
    receivedOn: '2026-05-04',
    way: 'post',
    requestedBy: 'person',
    details: '제 정보가 있는지 알려 주세요',
  });
  return requestId;
}
const opened = (requestId: string) => clerk().call('collection.openRequest', { requestId });
const nothingHeld = (requestId: string) =>
  clerk().call('collection.answerRequest', {
    requestId,
    outcome: 'refused',
    reason: 'nothing_held',
    explanation: '',
    language: 'ko',
  });

it('is received, checked and answered: the letter says that nothing is kept, to whom and where', async () => {
  const requestId = await record();
  const request = await opened(requestId);
  expect(request).toMatchObject({
    isWithoutRecord: true,
    name: requester.name,
    contact: requester.contact,
    dueOn: '2026-05-14',
    reasons: ['identity_not_established', 'nothing_held'],
  });
  const refused = async (outcome: 'fulfilled' | 'refused') =>
    (
      await clerk().refused('collection.answerRequest', {
        requestId,
        outcome,
        reason: outcome === 'refused' ? 'nothing_held' : null,
        explanation: '',
        language: 'ko',
      })
    ).code;
  // That nothing is kept of somebody is told to nobody else either.
  expect(await refused('refused')).toBe('request_identity_open');
  await clerk().call('collection.checkIdentity', {
    requestId,
    check: 'identity_document_seen',
    confirmed: true,
  });
  expect(await refused('fulfilled')).toBe('request_nothing_to_fulfil');
  await nothingHeld(requestId);
  const { bytes } = await clerk().call('collection.requestLetter', {
    ask: { requestId },
    format: 'pdf',
    languages: ['ko'],
    to: { way: 'screen' },
  });
  const said = (await readPdf(Uint8Array.from(Buffer.from(bytes ?? '', 'base64')))).text.join('');
  const text = createText('ko');
  for (const part of [
    text('documents.letter.to', { name: requester.name }),
    requester.contact,
    text('documents.letter.nothing_held', { date: '2026년 5월 4일' }),
  ]) {
    expect(said).toContain(part.replaceAll(/\s+/gu, ''));
  }
});

it('is not checked against a record that is not there', async () => {
  const requestId = await record();
  for (const check of ['receipt_code', 'called_back', 'signature_compared'] as const) {
    const input = { requestId, check, confirmed: true };
    expect(await clerk().refused('collection.checkIdentity', input)).toMatchObject({
      code: 'identity_check_without_record',
    });
  }
  await clerk().call('collection.checkIdentity', { requestId, check: 'authorisation_seen', confirmed: true });
  expect((await opened(requestId)).state).toBe('identity_confirmed');
});

it('leaves nobody among the people, and is not to be found by its words outside of what is sealed', async () => {
  const requestId = await record();
  const list = await clerk().call('collection.listPeople', { search: '표식나그네', limit: 10, offset: 0 });
  expect(list.total).toBe(0);
  expect(office.storage.database.value('SELECT count(*) FROM people')).toBe(0);
  const rows = office.storage.database.all('SELECT * FROM person_requests');
  expect(JSON.stringify(rows)).not.toMatch(/나그네|한길로/u);
  expect(
    (
      await clerk().call('collection.listRequests', { show: 'open', kind: null, limit: 10, offset: 0 })
    ).requests.map(({ name, isWithoutRecord }) => [name, isWithoutRecord]),
  ).toEqual([[requester.name, true]]);
  // The auditor sees that there is a request, and not whose.
  const { requests } = await office
    .as('auditor')
    .call('collection.listRequests', { show: 'open', kind: null, limit: 10, offset: 0 });
  expect(requests).toMatchObject([{ requestId, name: null }]);
});

it('asks for somebody known or somebody named, and never for both or neither', async () => {
  const form = await publishMembership(office);
  const { personId } = await capture(office, form);
  const input = {
    kind: 'access' as const,
    receivedOn: '2026-05-04',
    way: 'post' as const,
    requestedBy: 'person' as const,
    details: '',
  };
  const code = async (subject: { personId: string | null; requester: typeof requester | null }) =>
    (await clerk().refused('collection.recordRequest', { ...input, ...subject })).code;
  expect(await code({ personId: null, requester: null })).toBe('request_without_person');
  expect(await code({ personId, requester })).toBe('request_without_person');
  expect(await code({ personId: crypto.randomUUID(), requester: null })).toBe('not_found');
});

it('keeps its words a year after the answer; then their key is destroyed and that there was a request stays', async () => {
  const requestId = await record('deletion');
  await clerk().call('collection.checkIdentity', {
    requestId,
    check: 'identity_document_seen',
    confirmed: true,
  });
  await nothingHeld(requestId);
  const keyId = office.storage.database.value<string>('SELECT own_key_id FROM person_requests');
  expect(office.storage.vault.hasDataKey(keyId ?? '')).toBe(true);
  office.clock.advance({ days: 364 });
  await office.restart();
  expect((await opened(requestId)).name).toBe(requester.name);
  office.clock.advance({ days: 2 });
  await office.restart();
  expect(await opened(requestId)).toMatchObject({
    name: null,
    details: '',
    contact: '',
    outcome: 'refused',
    isWithoutRecord: true,
  });
  expect(office.storage.vault.hasDataKey(keyId ?? '')).toBe(false);
});
