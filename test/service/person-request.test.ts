import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suspensionOf } from '../../main/collection/suspension.ts';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { RequestKind } from '../../shared/domain/collection/person-request.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { destroy, dueUnits } from '../fixtures/order.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let form: PublishedForm;
let personId: string;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
  ({ personId } = await capture(office, form, { additional: true, givenOn: '2026-01-10' }));
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const page = { limit: 100, offset: 0 };

async function record(
  kind: RequestKind,
  change: Partial<ChannelInput<'collection.recordRequest'>> = {},
): Promise<string> {
  const { requestId } = await clerk().call('collection.recordRequest', {
    personId,
    kind,
    receivedOn: '2026-05-04',
    way: 'in_person',
    requestedBy: 'person',
    details: '전화번호가 바뀌었습니다',
    ...change,
  });
  return requestId;
}
const confirm = (requestId: string) =>
  clerk().call('collection.checkIdentity', { requestId, check: 'identity_document_seen', confirmed: true });

describe('a request', () => {
  it('is received, confirmed and answered, and everything of it is on the person page and in the list', async () => {
    const requestId = await record('correction');
    expect(await clerk().call('collection.openRequest', { requestId })).toMatchObject({
      personId,
      name: '홍길동',
      kind: 'correction',
      dueOn: '2026-05-14',
      state: 'received',
      details: '전화번호가 바뀌었습니다',
      identity: null,
      answer: null,
      urgency: 'waiting',
      days: 10,
      reasons: ['identity_not_established', 'nothing_held', 'data_is_correct', 'law_obliges_keeping'],
    });
    expect(await confirm(requestId)).toEqual({ state: 'identity_confirmed' });
    const answer = {
      requestId,
      outcome: 'partly_fulfilled',
      reason: 'data_is_correct',
      explanation: '성명은 정확합니다',
      language: 'ko',
    } as const;
    expect(await clerk().call('collection.answerRequest', answer)).toEqual({ state: 'answered' });
    const opened = await clerk().call('collection.openRequest', { requestId });
    expect(opened).toMatchObject({
      state: 'answered',
      outcome: 'partly_fulfilled',
      identity: { check: 'identity_document_seen', confirmed: true, staffNumber: 2 },
      answer: { reason: 'data_is_correct', explanation: '성명은 정확합니다', language: 'ko' },
    });
    const person = await clerk().call('collection.openPerson', { personId, reason: 'serve_person' });
    expect(person.requests).toEqual([expect.objectContaining({ requestId, outcome: 'partly_fulfilled' })]);
    const listed = async (show: 'open' | 'answered') =>
      (await clerk().call('collection.listRequests', { show, kind: null, ...page })).requests.map(
        (row) => row.requestId,
      );
    expect(await listed('open')).toEqual([]);
    expect(await listed('answered')).toEqual([requestId]);
  });

  it('opened, is in the use log', async () => {
    const requestId = await record('access');
    const uses = async () => (await clerk().call('provision.listUses', { filter: null, ...page })).total;
    const before = await uses();
    await clerk().call('collection.openRequest', { requestId });
    expect(await uses()).toBe(before + 1);
  });

  it('is due, then overdue, by its date alone; a compliance reviewer sees that and no name', async () => {
    const requestId = await record('deletion', { receivedOn: '2026-05-04' });
    await record('access', { receivedOn: '2026-05-01' });
    const shown = async (show: 'open' | 'due' | 'overdue', kind: RequestKind | null = null) =>
      (await office.as('reviewer').call('collection.listRequests', { show, kind, ...page })).requests;
    expect(await shown('due')).toEqual([]);
    office.clock.set('2026-05-12T01:00:00.000Z');
    expect((await shown('overdue')).map((row) => [row.kind, row.days])).toEqual([['access', -1]]);
    expect(await shown('due')).toEqual([
      expect.objectContaining({ requestId, name: null, urgency: 'due', days: 2 }),
    ]);
    office.clock.set('2026-05-15T01:00:00.000Z');
    expect(await shown('due')).toEqual([]);
    expect((await shown('overdue')).map((row) => row.days)).toEqual([-4, -1]);
    expect((await shown('overdue', 'deletion')).map((row) => row.requestId)).toEqual([requestId]);
    expect(await office.as('reviewer').call('office.home', {})).toMatchObject({
      requestsOpen: 2,
      requestsDue: 0,
      requestsOverdue: 2,
    });
  });

  it('is refused where it says what cannot be, and then writes nothing', async () => {
    const requestId = await record('withdrawal');
    const before = writtenIn(office);
    const code = async (promise: Promise<{ code: string }>) => (await promise).code;
    const answer = { requestId, explanation: '', language: 'ko' } as const;
    expect(
      await code(
        clerk().refused('collection.recordRequest', {
          personId,
          kind: 'access',
          receivedOn: '2026-05-05',
          way: 'post',
          requestedBy: 'person',
          details: '',
        }),
      ),
    ).toBe('date_in_future');
    expect(
      await code(
        clerk().refused('collection.answerRequest', { ...answer, outcome: 'fulfilled', reason: null }),
      ),
    ).toBe('request_identity_open');
    expect(
      await code(
        clerk().refused('collection.extendRequest', {
          requestId,
          until: '2026-06-01',
          reason: '자료가 많음',
        }),
      ),
    ).toBe('request_not_extendable');
    expect(await code(clerk().refused('collection.suspendProcessing', { requestId, purposeIds: null }))).toBe(
      'request_of_another_kind',
    );
    for (const channel of ['collection.openRequest'] as const) {
      expect(await code(clerk().refused(channel, { requestId: crypto.randomUUID() }))).toBe('not_found');
    }
    expect(writtenIn(office)).toEqual(before);
  });

  it('put off names a later day and the reason, once identity is another matter', async () => {
    const requestId = await record('access');
    await clerk().call('collection.extendRequest', {
      requestId,
      until: '2026-06-01',
      reason: '보관 자료 확인에 시간이 걸립니다',
    });
    expect(await clerk().call('collection.openRequest', { requestId })).toMatchObject({
      dueOn: '2026-06-01',
      extended: true,
      extensionReason: '보관 자료 확인에 시간이 걸립니다',
      state: 'received',
    });
  });
});

describe('a suspension', () => {
  it('is in force for its purposes, or for every one, until it is lifted', async () => {
    const requestId = await record('suspension');
    expect(
      (await clerk().refused('collection.suspendProcessing', { requestId, purposeIds: null })).code,
    ).toBe('request_identity_open');
    await confirm(requestId);
    const { suspensions } = await clerk().call('collection.suspendProcessing', {
      requestId,
      purposeIds: [form.additional],
    });
    const inForce = (purposeId: string) => suspensionOf(office.storage.database, personId, purposeId)?.since;
    expect(inForce(form.additional)).toBe('2026-05-04');
    expect(inForce(form.essential)).toBeUndefined();
    const suspended = async () =>
      (
        await clerk().call('collection.openPerson', { personId, reason: 'serve_person' })
      ).consents[0]?.purposes.map((purpose) => purpose.suspendedSince);
    expect(await suspended()).toEqual([null, '2026-05-04']);
    const again = { requestId, purposeIds: [form.additional] };
    expect((await clerk().refused('collection.suspendProcessing', again)).code).toBe(
      'processing_suspended_already',
    );
    const unknown = { requestId, purposeIds: [crypto.randomUUID()] };
    expect((await clerk().refused('collection.suspendProcessing', unknown)).code).toBe('purpose_not_given');

    await clerk().call('collection.suspendProcessing', { requestId, purposeIds: null });
    expect(inForce(form.essential)).toBe('2026-05-04');
    const suspensionId = suspensions[0]?.suspensionId ?? '';
    expect(await clerk().call('collection.liftSuspension', { suspensionId })).toEqual({
      liftedOn: '2026-05-04',
    });
    expect(inForce(form.additional)).toBe('2026-05-04');
    expect((await clerk().refused('collection.liftSuspension', { suspensionId })).code).toBe(
      'suspension_lifted_already',
    );
  });
});

describe('a destruction', () => {
  it('leaves of a request that it was, and nothing of what was written in it', async () => {
    const requestId = await record('suspension', { details: 'writes from Haeundae' });
    await confirm(requestId);
    await clerk().call('collection.suspendProcessing', { requestId, purposeIds: null });
    office.clock.set('2031-06-02T01:00:00.000Z');
    await destroy(office, await dueUnits(office));
    const { database } = office.storage;
    expect(database.get('SELECT state, kind, sealed FROM person_requests')).toEqual({
      state: 'identity_confirmed',
      kind: 'suspension',
      sealed: null,
    });
    expect(database.value('SELECT count(*) FROM processing_suspensions')).toBe(0);
    // It waits for an answer all the same, and can be closed.
    const { requests } = await clerk().call('collection.listRequests', {
      show: 'overdue',
      kind: null,
      ...page,
    });
    expect(requests).toEqual([expect.objectContaining({ requestId, name: null })]);
    await clerk().call('collection.answerRequest', {
      requestId,
      outcome: 'refused',
      reason: 'nothing_held',
      explanation: 'Nothing is kept any more',
      language: 'en',
    });
    expect(database.value('SELECT sealed FROM person_requests')).toBeNull();
  });

  it('of a part seals what was written anew, and it still opens', async () => {
    const requestId = await record('deletion', { details: '소식지는 그만 받겠습니다' });
    const present = () =>
      office.storage.database.value<Uint8Array>('SELECT sealed FROM person_requests WHERE id = ?', [
        requestId,
      ]);
    await clerk().call('office.home', {});
    const sealed = present();
    office.clock.set('2027-06-01T01:00:00.000Z');
    await destroy(office, await dueUnits(office));
    await clerk().call('office.home', {});
    expect(present()).not.toEqual(sealed);
    expect(await clerk().call('collection.openRequest', { requestId })).toMatchObject({
      details: '소식지는 그만 받겠습니다',
    });
  });
});
