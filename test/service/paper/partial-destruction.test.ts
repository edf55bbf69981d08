import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256, verifyEd25519 } from '../../../main/storage/cryptography.ts';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import { destructionContentOf, paperFieldsOf } from '../../../shared/domain/register/certificate.ts';
import { batchIsSigned } from '../../../shared/domain/register/paper-certificate.ts';
import { capture, findRules, membershipForm, publish } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, dueUnits, execute, type ProposedOrder } from '../../fixtures/order.ts';
import { aShelf, notCounted, type Registered, register, ruleOf } from '../../fixtures/paper.ts';
import { aMachine, pull, sign, startBatch, witnessOf } from '../../fixtures/paper-order.ts';

let office: TestOffice;
let folder: Registered;
beforeEach(async () => {
  office = await openTestOffice();
  const { shelf } = await aShelf(office);
  // Kept for years yet: only a part of it goes.
  const ruleId = await ruleOf(office, 'P1Y');
  folder = await register(office, {
    kind: 'folder',
    parentId: shelf.entryId,
    code: 'F-12',
    extent: { ...notCounted, sheets: 120 },
    unit: { ruleId, collectedOn: '2026-02-20' },
  });
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const operator = () => office.as('operator');
const today = '2026-05-04';

type Part = ChannelInput<'paper.registerPart'>;
async function registerPart(part: Partial<Part> = {}): Promise<string> {
  const { partId } = await clerk().call('paper.registerPart', {
    wholeId: folder.entryId,
    way: 'mask',
    sheets: 3,
    where: '표식가람: sheets 14 to 16',
    fieldCodes: [],
    reason: { kind: 'consent_withdrawn', on: today },
    consentIds: [],
    ...part,
  });
  return partId;
}

async function byHand(order: ProposedOrder, method: 'mask' | 'punch'): Promise<string> {
  const { orderId, digest } = order;
  const witnessId = await witnessOf(office, orderId);
  const { batchId } = await operator().call('destruction.startBatch', {
    orderId,
    digest,
    by: { kind: 'hand', method },
    witnessId,
  });
  return batchId;
}

const stop = (batchId: string, measured: number, residue: 'none' | 'recycled' = 'none') =>
  operator().call('destruction.stopBatch', {
    batchId,
    interruptedBy: null,
    amount: { kind: 'sheets', measured, reason: null },
    residue,
  });

async function certificateOf(number: string | null) {
  const { certificate, signatureValid } = await office
    .as('auditor')
    .call('register.getCertificate', { number: number ?? '' });
  expect(signatureValid).toBe(true);
  const content = destructionContentOf(certificate);
  const paper = paperFieldsOf(content);
  if (paper === null) throw new Error('a certificate of paper');
  return paper;
}

const entryOf = async (entryId: string) => (await clerk().call('paper.openEntry', { entryId })).entry;

describe('masking in a folder', () => {
  it('is registered, falls due at once, is ordered, approved, done by hand before a witness and certified as what it is', async () => {
    await office.as('reviewer').call('collection.beginCatalogue', {});
    const { fields, isPossible } = await clerk().call('paper.listParts', { wholeId: folder.entryId });
    expect(isPossible).toBe(true);
    const [field] = fields;
    if (field === undefined) throw new Error('an item of the catalogue');
    const partId = await registerPart({ fieldCodes: [field.code] });
    expect(await dueUnits(office)).toEqual([partId]);
    const { units } = await office
      .as('reviewer')
      .call('retention.listUnits', { show: 'due', limit: 1, offset: 0 });
    expect(units[0]?.paper).toMatchObject({ code: 'F-12', kind: 'folder', part: 'mask' });
    // It is no thing that stands in the folder: nobody looks for it, and it is not among the contents.
    expect((await entryOf(folder.entryId)).contents).toBe(0);

    const order = await approvedOrder(office, [partId]);
    await pull(office, order, [folder]);
    expect((await entryOf(folder.entryId)).state).toBe('pulled');
    const shown = await operator().call('destruction.paperOfOrder', { orderId: order.orderId });
    expect(shown.units).toMatchObject([
      {
        code: 'F-12',
        sheets: 3,
        where: '표식가람: sheets 14 to 16',
        part: { way: 'mask', sheetsOfWhole: 120 },
      },
    ]);
    // Whoever only reads does not read whose it is.
    const read = await office.as('auditor').call('destruction.paperOfOrder', { orderId: order.orderId });
    expect(read.units[0]?.where).toBe('');

    const batchId = await byHand(order, 'mask');
    await operator().call('destruction.feedUnit', { batchId, text: folder.label });
    await stop(batchId, 3);
    const { orderState, certificateNumber } = await sign(office, batchId);
    expect(orderState).toBe('destroyed');

    const content = await certificateOf(certificateNumber);
    expect(content.kind).toBe('paper');
    expect(content.paper.counts).toEqual({
      units: 1,
      boxes: 0,
      folders: 0,
      documents: 0,
      parts: 1,
      sheets: 3,
    });
    expect(content.paperUnits[0]?.paper).toMatchObject({
      kind: 'folder',
      code: 'F-12',
      part: { way: 'mask', wholeId: folder.entryId, fields: [field.name] },
    });
    expect(content.paperNotCovered).toContain('rest_of_divided_records');
    expect(content.paperNotVerified).toEqual(['content_of_units', 'legibility_of_parts']);
    for (const batch of content.paper.batches) {
      expect(batch.facts).toMatchObject({ method: 'mask', machine: null, vendor: null, level: null });
      const verify = (message: Uint8Array, signature: Uint8Array, key: Uint8Array) =>
        verifyEd25519(key, message, signature);
      expect(batchIsSigned(batch, { sha256, verify })).toBe(true);
    }

    // The rest is on its shelf, with the date, its sheets and its class as before; what was written about the part is gone.
    const rest = await entryOf(folder.entryId);
    expect(rest).toMatchObject({ state: 'on_shelf', sheets: 120, unit: { isDue: false } });
    expect(rest.partlyDestroyedOn).not.toBeNull();
    const { parts } = await clerk().call('paper.listParts', { wholeId: folder.entryId });
    expect(parts).toMatchObject([{ partId, state: 'destroyed', where: '', unit: null }]);
    expect((await clerk().call('paper.openEntry', { entryId: folder.entryId })).movements[0]?.what).toBe(
      'partly_destroyed',
    );
  });

  it('goes into no machine, and nothing else is done by hand', async () => {
    const order = await approvedOrder(office, [await registerPart()]);
    await pull(office, order, [folder]);
    const { orderId } = order;
    const { units } = await operator().call('destruction.paperOfOrder', { orderId });
    expect(
      await operator().refused('destruction.sealUnits', {
        orderId,
        seal: 'KR-1',
        unitIds: units.map(({ unitId }) => unitId),
      }),
    ).toMatchObject({ code: 'part_not_sealed' });
    const machine = await startBatch(office, order, await aMachine(office));
    const feed = { batchId: machine.batchId, text: folder.label };
    expect(await operator().refused('destruction.feedUnit', feed)).toMatchObject({
      code: 'part_by_other_means',
      params: { way: 'mask' },
    });
    await operator().call('destruction.stopBatch', {
      batchId: machine.batchId,
      interruptedBy: null,
      amount: { kind: 'sheets', measured: 0, reason: null },
      residue: 'recycled',
    });
    // Nothing went in: it is fetched anew.
    await pull(office, order, [folder]);
    const batchId = await byHand(order, 'mask');
    await operator().call('destruction.feedUnit', { batchId, text: folder.label });
    expect(
      await operator().refused('destruction.stopBatch', {
        batchId,
        interruptedBy: null,
        amount: { kind: 'grams', measured: 15, reason: null },
        residue: 'none',
      }),
    ).toMatchObject({ code: 'hand_work_is_counted' });
  });
});

describe('sheets that are cut out', () => {
  it('go through a machine; the folder has fewer sheets afterwards', async () => {
    const partId = await registerPart({ way: 'cut_out', sheets: 20 });
    const order = await approvedOrder(office, [partId]);
    await pull(office, order, [folder]);
    const { batchId } = await startBatch(office, order, await aMachine(office));
    await operator().call('destruction.feedUnit', { batchId, text: folder.code });
    await stop(batchId, 20, 'recycled');
    const { certificateNumber } = await sign(office, batchId);
    const content = await certificateOf(certificateNumber);
    expect(content.paperUnits[0]?.paper.part).toMatchObject({ way: 'cut_out', sheetsOfWhole: 120 });
    expect(content.paper.batches[0]?.facts).toMatchObject({ method: 'shred', level: 'P-4' });
    expect(await entryOf(folder.entryId)).toMatchObject({ state: 'on_shelf', sheets: 100 });
  });
});

describe('what may be a part', () => {
  it.each<[string, Partial<Part>, string]>([
    ['more sheets than there are', { sheets: 121 }, 'part_larger_than_whole'],
    ['every sheet cut out', { way: 'cut_out', sheets: 120 }, 'part_is_whole'],
    ['an item nobody knows', { fieldCodes: ['nothing'] }, 'part_field_unknown'],
    [
      'an original that is not here',
      { consentIds: ['00000000-0000-4000-8000-000000000000'] },
      'part_without_original',
    ],
    [
      'a reason that is to come',
      { reason: { kind: 'consent_withdrawn', on: '2099-01-01' } },
      'date_in_future',
    ],
  ])('not %s', async (_, part, code) => {
    await expect(registerPart(part)).rejects.toMatchObject({ error: { code } });
    expect((await clerk().call('paper.listParts', { wholeId: folder.entryId })).parts).toEqual([]);
  });

  it('not where nothing says how long it is kept', async () => {
    const loose = await register(office, { kind: 'folder' });
    await expect(registerPart({ wholeId: loose.entryId })).rejects.toMatchObject({
      error: { code: 'part_without_rule' },
    });
    const { isPossible } = await clerk().call('paper.listParts', { wholeId: loose.entryId });
    expect(isPossible).toBe(false);
  });

  it('stays where it is, and the whole waits for it', async () => {
    const partId = await registerPart();
    expect(await clerk().refused('paper.move', { entryIds: [partId], toId: null })).toMatchObject({
      code: 'paper_part_stays',
    });
    office.clock.advance({ days: 500 });
    expect((await dueUnits(office)).sort()).toEqual([folder.entryId, partId].sort());
    expect(
      await office.as('reviewer').refused('destruction.proposeOrder', { unitIds: [folder.entryId] }),
    ).toMatchObject({ code: 'part_open', params: { code: 'F-12' } });
    await clerk().call('paper.withdrawPart', { partId });
    await office.as('reviewer').call('destruction.proposeOrder', { unitIds: [folder.entryId] });
    await expect(registerPart()).rejects.toMatchObject({ error: { code: 'paper_unit_ordered' } });
  });

  it('not two of one folder on an order, and not while the folder is held', async () => {
    const [one, other] = [await registerPart(), await registerPart({ way: 'punch' })];
    expect(
      await office.as('reviewer').refused('destruction.proposeOrder', { unitIds: [one, other] }),
    ).toMatchObject({ code: 'part_twice', params: { code: 'F-12' } });
    const order = await approvedOrder(office, [one]);
    await office.as('reviewer').call('retention.placeHold', {
      authority: 'Court',
      reason: 'Dispute',
      remindOn: null,
      unitIds: [folder.entryId],
      query: null,
    });
    expect(
      await operator().refused('destruction.pullUnit', { orderId: order.orderId, text: folder.label }),
    ).toMatchObject({ code: 'unit_held' });
    expect(
      await office.as('reviewer').refused('destruction.proposeOrder', { unitIds: [other] }),
    ).toMatchObject({ code: 'unit_held' });
  });

  it('what a law obliges to keep waits for that, whatever happened to the part', async () => {
    const ruleId = await ruleOf(office, 'P3Y');
    const complaints = await register(office, {
      kind: 'folder',
      unit: { ruleId, collectedOn: '2026-02-20' },
    });
    const partId = await registerPart({ wholeId: complaints.entryId });
    expect(await dueUnits(office)).not.toContain(partId);
    expect(
      await office.as('reviewer').refused('destruction.proposeOrder', { unitIds: [partId] }),
    ).toMatchObject({ code: 'unit_not_due' });
  });
});

it('a consent withdrawn and its original among others in a folder are one order with one certificate', async () => {
  const { obliged, consented } = await findRules(office);
  const form = await publish(office, membershipForm(obliged, consented));
  const consent = await capture(office, form, {
    name: '표식나루',
    telephone: '010-1111-2222',
    additional: true,
  });
  office.storage.database.run("UPDATE consents SET way = 'paper' WHERE id = ?", [consent.consentId]);
  await clerk().call('paper.registerOriginal', {
    consentId: consent.consentId,
    holderId: folder.entryId,
    asDocument: false,
  });
  await clerk().call('collection.withdrawAll', { personId: consent.personId });
  const electronic = await dueUnits(office);
  expect(electronic.length).toBeGreaterThan(0);
  const before = await office.as('reviewer').call('paper.twinsOf', { unitIds: electronic });
  expect(before.twins).toMatchObject([{ form: 'paper', canBeOrdered: false }]);
  const partId = await registerPart({ way: 'punch', consentIds: [consent.consentId] });
  const after = await office.as('reviewer').call('paper.twinsOf', { unitIds: electronic });
  expect(after.twins).toMatchObject([{ form: 'paper', paperUnitId: partId, canBeOrdered: true, others: 0 }]);

  const order = await approvedOrder(office, [...electronic, partId]);
  expect((await execute(office, order)).certificateNumber).toBeNull();
  await pull(office, order, [folder]);
  const batchId = await byHand(order, 'punch');
  await operator().call('destruction.feedUnit', { batchId, text: folder.label });
  await stop(batchId, 3, 'recycled');
  const { certificateNumber } = await sign(office, batchId);
  const content = await certificateOf(certificateNumber);
  expect(content.kind).toBe('mixed');
  // The original is gone as well, so nothing of it is outstanding.
  expect(content.knownCopies.filter(({ kind }) => kind === 'paper_duplicate')).toEqual([]);
});
