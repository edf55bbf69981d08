import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { capture, type PublishedForm, publishMembership } from '../fixtures/consent.ts';
import { backUp, medium, otherMachine, registerKeys, restore } from '../fixtures/copies.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');

type Draft = ChannelInput<'collection.saveDraft'>['draft'];
const draft = (changes: Partial<Draft> = {}): Draft => ({
  language: 'ko',
  givenOn: '2026-05-04',
  personId: null,
  answers: [{ purposeId: form.essential, answer: 'given' }],
  values: [{ itemCode: 'name', value: '반쯤쓴이름' }],
  way: 'screen',
  signature: null,
  telephone: { calledAt: '', readBy: '', witnessStaff: '', witnessName: '' },
  isChild: false,
  guardian: { name: '', contact: '', verifiedBy: null, verifiedOn: null },
  ...changes,
});
const begin = (changes: Partial<Draft> = {}) =>
  clerk().call('collection.saveDraft', {
    draftId: null,
    formVersionId: form.formVersionId,
    draft: draft(changes),
  });
const drafts = async () => (await clerk().call('collection.listDrafts', {})).drafts;
const keyOf = (draftId: string) =>
  office.storage.database.value<string>('SELECT data_key_id FROM capture_drafts WHERE id = ?', [draftId]) ??
  '';

it('survives the end of the process, and can be gone on with', async () => {
  const { draftId } = await begin();
  await clerk().call('collection.saveDraft', {
    draftId,
    formVersionId: form.formVersionId,
    draft: draft({ values: [{ itemCode: 'name', value: '조금더쓴이름' }] }),
  });
  await office.restart();
  expect(await drafts()).toMatchObject([{ draftId, name: '조금더쓴이름', staffNumber: 2, isCurrent: true }]);
  const opened = await clerk().call('collection.openDraft', { draftId });
  expect(opened.draft.answers).toEqual([{ purposeId: form.essential, answer: 'given' }]);
  // Nobody is a person of the office by a draft.
  expect((await clerk().call('collection.listPeople', { search: '조금', limit: 5, offset: 0 })).total).toBe(
    0,
  );
  expect((await clerk().call('collection.listPeople', { search: '', limit: 5, offset: 0 })).total).toBe(0);
});

it('is not brought back by a backup: what was half said is gone, with its key, and the office opens as ever', async () => {
  const machine = otherMachine(office);
  try {
    const folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
    const { draftId } = await begin();
    const keyId = keyOf(draftId);
    const { personId } = await capture(office, form, { name: '남은사람' });
    await registerKeys(office, folders.keysFolder);
    await backUp(office, folders.backupFolder);
    await restore(machine, folders);
    expect((await machine.as('clerk').call('collection.listDrafts', {})).drafts).toEqual([]);
    expect(machine.storage.database.value('SELECT count(*) FROM capture_drafts')).toBe(0);
    expect(machine.storage.vault.hasDataKey(keyId)).toBe(false);
    expect((await machine.as('clerk').refused('collection.openDraft', { draftId })).code).toBe('draft_gone');
    const opened = await machine
      .as('clerk')
      .call('collection.openPerson', { personId, reason: 'serve_person' });
    expect(opened.name).toBe('남은사람');
  } finally {
    await machine.remove();
  }
});

it('ends when it is saved or discarded, and its key with the next change of keys', async () => {
  const first = await begin();
  const second = await begin();
  const keys = [keyOf(first.draftId), keyOf(second.draftId)];
  const { vault } = office.storage;
  expect(keys.map((key) => vault.hasDataKey(key))).toEqual([true, true]);
  await clerk().call('collection.endDraft', { draftId: first.draftId });
  await capture(office, form, { draftId: second.draftId });
  expect(await drafts()).toEqual([]);
  expect((await clerk().refused('collection.openDraft', { draftId: first.draftId })).code).toBe('draft_gone');
  await office.restart();
  await clerk().call('collection.listDrafts', {});
  expect(keys.map((key) => office.storage.vault.hasDataKey(key))).toEqual([false, false]);
  expect(office.storage.database.value('SELECT count(*) FROM ended_keys')).toBe(0);
});

it('is forgotten after a day, also where the office was closed meanwhile', async () => {
  const { draftId } = await begin();
  const key = keyOf(draftId);
  await office.restart();
  office.clock.advance({ hours: 23 });
  expect(await drafts()).toHaveLength(1);
  await office.restart();
  office.clock.advance({ hours: 1 });
  expect(await drafts()).toEqual([]);
  expect(office.storage.vault.hasDataKey(key)).toBe(false);
});

it('a clock that cannot be believed forgets nothing', async () => {
  const { draftId } = await begin();
  const key = keyOf(draftId);
  for (const wrong of ['2036-06-01T01:00:00.000Z', '2020-06-01T01:00:00.000Z']) {
    await office.restart();
    office.confirmsDates = false;
    office.clock.set(wrong);
    expect(await drafts()).toHaveLength(1);
    expect(office.storage.vault.hasDataKey(key)).toBe(true);
  }
  await office.restart();
  office.clock.set('2026-05-05T02:00:00.000Z');
  expect(await drafts()).toEqual([]);
  expect(office.storage.vault.hasDataKey(key)).toBe(false);
});

it('keeps of a child the guardian’s name and contact alone until the guardian is verified', async () => {
  const guardian = { name: '김보호', contact: '010-2222-3333', verifiedBy: null, verifiedOn: null };
  const begun = await begin({ isChild: true, guardian });
  expect(begun.draft).toEqual(draft({ isChild: true, guardian, answers: [], values: [] }));
  expect((await clerk().call('collection.openDraft', { draftId: begun.draftId })).draft.values).toEqual([]);
  const verified = { ...guardian, verifiedBy: 'in_person' as const, verifiedOn: '2026-05-04' };
  expect((await begin({ isChild: true, guardian: verified })).draft.values).toHaveLength(1);
});

it('ends with the person it speaks of, keys and all, before anything is certified', async () => {
  const { personId, units } = await capture(office, form, { givenOn: '2024-01-01' });
  const [unit] = units;
  const { draftId } = await begin({ personId });
  const others = await begin();
  const key = keyOf(draftId);
  expect((await drafts()).map(({ name }) => name).sort()).toEqual(['반쯤쓴이름', '홍길동']);
  const order = await office
    .as('reviewer')
    .call('destruction.proposeOrder', { unitIds: [unit?.unitId ?? ''] });
  await office
    .as('approver')
    .call('destruction.approveOrder', { orderId: order.orderId, digest: order.digest });
  const done = await office
    .as('operator')
    .call('destruction.executeOrder', { orderId: order.orderId, digest: order.digest });
  expect(done.state).toBe('destroyed');
  expect(office.storage.vault.hasDataKey(key)).toBe(false);
  expect((await drafts()).map((one) => one.draftId)).toEqual([others.draftId]);
});

it('is one of a few, and of a form that exists', async () => {
  for (let count = 0; count < 20; count += 1) await begin();
  const input = { draftId: null, formVersionId: form.formVersionId, draft: draft() };
  expect((await clerk().refused('collection.saveDraft', input)).code).toBe('drafts_too_many');
  expect(
    (await clerk().refused('collection.saveDraft', { ...input, formVersionId: crypto.randomUUID() })).code,
  ).toMatch(/not_found|drafts_too_many/);
  expect((await office.as('reviewer').refused('collection.listDrafts', {})).code).toBe('forbidden');
});
