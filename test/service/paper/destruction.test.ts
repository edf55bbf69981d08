import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256, verifyEd25519 } from '../../../main/storage/cryptography.ts';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import { destructionContentOf, paperFieldsOf } from '../../../shared/domain/register/certificate.ts';
import { batchIsSigned } from '../../../shared/domain/register/paper-certificate.ts';
import { capture, findRules, membershipForm, publish } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, destroy, execute, releaseHold } from '../../fixtures/order.ts';
import { register } from '../../fixtures/paper.ts';
import {
  aMachine,
  drawn,
  dueBoxes,
  feed,
  idsOf,
  paperOrder,
  pull,
  sign,
  startBatch,
  stop,
} from '../../fixtures/paper-order.ts';
import { jpegWithLocation, plainJpeg } from '../../fixtures/photograph.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const operator = () => office.as('operator');
const paperOf = (orderId: string) => operator().call('destruction.paperOfOrder', { orderId });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
async function certificateOf(number: string) {
  const { certificate, signatureValid } = await office
    .as('auditor')
    .call('register.getCertificate', { number });
  expect(signatureValid).toBe(true);
  return destructionContentOf(certificate);
}

describe('an order of boxes', () => {
  it('is pulled, sealed, handed over, shredded before a witness and certified', async () => {
    const boxes = await dueBoxes(office, 3);
    const order = await paperOrder(office, boxes);
    const machineId = await aMachine(office);
    await pull(office, order, boxes);
    const { containerId } = await operator().call('destruction.sealUnits', {
      orderId: order.orderId,
      seal: 'KR-20931',
      unitIds: idsOf(boxes.slice(0, 2)),
    });
    const { people } = await operator().call('destruction.listWitnesses', { orderId: order.orderId });
    const supervisor = people.find(({ displayName }) => displayName.includes('Yoon'));
    await operator().call('destruction.handOverContainers', {
      orderId: order.orderId,
      containerIds: [containerId],
      to: { kind: 'staff', userId: supervisor?.userId ?? '' },
      place: 'Archive, basement',
      signed: { way: 'screen', giver: drawn, receiver: drawn },
    });
    const { batchId } = await startBatch(office, order, machineId);
    await operator().call('destruction.addOrderFile', {
      orderId: order.orderId,
      batchId,
      kind: 'photo_before',
      fileName: 'before.jpg',
      content: base64(jpegWithLocation({ orientation: 1 })),
    });
    await feed(office, batchId, boxes);
    await stop(office, batchId, 300);
    const { orderState, certificateNumber } = await sign(office, batchId);
    expect(orderState).toBe('destroyed');

    const content = await certificateOf(certificateNumber ?? '');
    expect(content.kind).toBe('paper');
    const paper = paperFieldsOf(content);
    expect(paper?.paper.counts).toEqual({ units: 3, boxes: 3, folders: 0, documents: 0, sheets: 300 });
    expect(paper?.paper.custody).toMatchObject([
      { place: 'Archive, basement', seals: ['KR-20931'], signedOn: 'screen' },
    ]);
    const [batch] = paper?.paper.batches ?? [];
    expect(batch?.facts.photographs.before).toEqual([sha256(Buffer.from(plainJpeg())).toString('hex')]);
    if (batch === undefined) throw new Error('no batch');
    const verify = (message: Uint8Array, signature: Uint8Array, key: Uint8Array) =>
      verifyEd25519(key, message, signature);
    expect(batchIsSigned(batch, { sha256, verify })).toBe(true);
    // Gone from the records and from the shelf; what was drawn and the photograph stay, each under its own rule.
    const { database } = office.storage;
    expect(database.value("SELECT count(*) FROM record_units WHERE carrier = 'paper'")).toBe(0);
    expect(database.value("SELECT count(*) FROM paper_entries WHERE state = 'destroyed'")).toBe(3);
    expect(database.value('SELECT count(*) FROM unit_keys')).toBe(2);
  });

  it('a level below what the paper needs is refused at the machine', async () => {
    const boxes = await dueBoxes(office, 1);
    const { orderId, digest } = await office
      .as('reviewer')
      .call('destruction.proposeOrder', { unitIds: idsOf(boxes), paperLevel: 'P-5' });
    await office.as('approver').call('destruction.approveOrder', { orderId, digest });
    const order = { orderId, digest, number: '' };
    await pull(office, order, boxes);
    const { batchId } = await startBatch(office, order, await aMachine(office, 'P-4'));
    const refused = await operator().refused('destruction.feedUnit', {
      batchId,
      text: boxes[0]?.label ?? '',
    });
    expect(refused).toMatchObject({ code: 'level_too_low', params: { needed: 'P-5', level: 'P-4' } });
  });

  it('a hold stops a box until the moment it goes in', async () => {
    const boxes = await dueBoxes(office, 2);
    const [held, other] = boxes;
    if (held === undefined || other === undefined) throw new Error('two boxes');
    const order = await paperOrder(office, boxes);
    await pull(office, order, boxes);
    const { batchId } = await startBatch(office, order, await aMachine(office));
    const { holdId } = await office.as('reviewer').call('retention.placeHold', {
      unitIds: [held.entryId],
      query: null,
      remindOn: null,
      authority: 'Court',
      reason: 'Case 12',
    });
    expect((await operator().refused('destruction.feedUnit', { batchId, text: held.label })).code).toBe(
      'unit_held',
    );
    await feed(office, batchId, [other]);
    await operator().call('destruction.stopBatch', {
      batchId,
      interruptedBy: 'hold_placed',
      amount: { kind: 'sheets', measured: 100, reason: null },
      residue: 'recycled',
    });
    expect((await sign(office, batchId)).orderState).toBe('partly_destroyed');
    const { units } = await paperOf(order.orderId);
    expect(units.map(({ unitId, state }) => [unitId, state]).sort()).toEqual(
      [
        [held.entryId, 'to_return'],
        [other.entryId, 'destroyed'],
      ].sort(),
    );
    await operator().call('destruction.putBackUnit', { orderId: order.orderId, text: held.label });
    // What stays on its shelf may be taken off the order, so that the rest is certified.
    const left = await office.as('approver').call('destruction.leaveOutUnits', {
      reason: 'decided_otherwise',
      orderId: order.orderId,
      unitIds: [held.entryId],
    });
    const content = await certificateOf(left.certificateNumber ?? '');
    expect(paperFieldsOf(content)?.paper.leftOut).toEqual([
      // What a hold stops is left out for the hold, whatever else is said.
      { unitId: held.entryId, reason: 'held' },
    ]);
    expect(office.storage.database.value('SELECT state FROM record_units WHERE id = ?', [held.entryId])).toBe(
      'active',
    );
    await releaseHold(office, holdId);
  });

  it('operator, witness and those who decided are different people, and the witness proves to be one', async () => {
    const boxes = await dueBoxes(office, 1);
    const order = await paperOrder(office, boxes);
    await pull(office, order, boxes);
    const machineId = await aMachine(office);
    const ids = new Map(
      office.storage.database
        .all<{ id: string; staff_number: number }>('SELECT id, staff_number FROM users')
        .map(({ id, staff_number: number }) => [number, id]),
    );
    const { deeds } = await operator().call('destruction.getOrder', {
      orderId: order.orderId,
      limit: 10,
      offset: 0,
    });
    const approver = ids.get(deeds.find(({ deed }) => deed === 'approve')?.staffNumber ?? 0) ?? '';
    const start = (witnessId: string) =>
      operator().refused('destruction.startBatch', {
        orderId: order.orderId,
        digest: order.digest,
        by: { kind: 'machine', machineId },
        witnessId,
      });
    expect((await start(approver)).code).toBe('witness_is_approver');
    expect((await start(office.thread.session.actor?.id ?? '')).code).toBe('witness_is_operator');
    const { batchId } = await startBatch(office, order, machineId);
    await feed(office, batchId, boxes);
    await stop(office, batchId, 100);
    const wrong = await operator().refused('destruction.signBatch', {
      batchId,
      signed: { way: 'screen', operator: drawn, witness: drawn, witnessPassword: 'not-the-password-1' },
    });
    expect(wrong.code).toBe('witness_password_wrong');
    office.clock.advance({ minutes: 1 });
    expect((await sign(office, batchId)).orderState).toBe('destroyed');
  });

  it('a difference has to be explained before it is signed', async () => {
    const boxes = await dueBoxes(office, 1);
    const order = await paperOrder(office, boxes);
    await pull(office, order, boxes);
    const { batchId } = await startBatch(office, order, await aMachine(office));
    await feed(office, batchId, boxes);
    const asked = { batchId, interruptedBy: null, residue: 'recycled' } as const;
    const amount = { kind: 'sheets', measured: 98 } as const;
    const refused = await operator().refused('destruction.stopBatch', {
      ...asked,
      amount: { ...amount, reason: null },
    });
    expect(refused).toMatchObject({ code: 'difference_unexplained', params: { difference: -2 } });
    await operator().call('destruction.stopBatch', {
      ...asked,
      amount: { ...amount, reason: 'counting_error' },
    });
  });

  it('an interrupted batch: what is done stays done, the rest returns and goes another day', async () => {
    const boxes = await dueBoxes(office, 3);
    const order = await paperOrder(office, boxes);
    const machineId = await aMachine(office);
    await pull(office, order, boxes);
    const first = await startBatch(office, order, machineId);
    await feed(office, first.batchId, boxes.slice(0, 1));
    await stop(office, first.batchId, 100, 'machine_stopped');
    expect((await sign(office, first.batchId)).certificateNumber).toBeNull();
    for (const { label } of boxes.slice(1))
      await operator().call('destruction.putBackUnit', { orderId: order.orderId, text: label });
    const shelved = office.storage.database.value(
      "SELECT count(*) FROM paper_entries WHERE kind = 'box' AND state = 'on_shelf'",
    );
    expect(shelved).toBe(2);
    await pull(office, order, boxes.slice(1));
    const second = await startBatch(office, order, machineId);
    await feed(office, second.batchId, boxes.slice(1));
    await stop(office, second.batchId, 200);
    const content = await certificateOf((await sign(office, second.batchId)).certificateNumber ?? '');
    expect(paperFieldsOf(content)?.paper.batches.map(({ facts }) => facts.interruptedBy)).toEqual([
      'machine_stopped',
      null,
    ]);
  });
});

describe('an order of paper and electronic records', () => {
  async function mixed() {
    const form = await publish(office, membershipForm((await findRules(office)).consented));
    const captured = await capture(office, form, { name: '한결', givenOn: '2025-01-10' });
    const boxes = await dueBoxes(office, 1);
    const order = await approvedOrder(office, [
      ...captured.units.map(({ unitId }) => unitId),
      ...idsOf(boxes),
    ]);
    return { order, boxes };
  }

  it.each(['paper first', 'electronic first'])('is complete only when both are: %s', async (way) => {
    const { order, boxes } = await mixed();
    const paper = async () => {
      await pull(office, order, boxes);
      const { batchId } = await startBatch(office, order, await aMachine(office));
      await feed(office, batchId, boxes);
      await stop(office, batchId, 100);
      return (await sign(office, batchId)).certificateNumber;
    };
    const electronic = async () => (await execute(office, order)).certificateNumber;
    const [first, second] = way === 'paper first' ? [paper, electronic] : [electronic, paper];
    expect(await first()).toBeNull();
    expect((await paperOf(order.orderId)).state).toBe('partly_destroyed');
    const content = await certificateOf((await second()) ?? '');
    expect(content.kind).toBe('mixed');
    expect(
      (await operator().refused('destruction.executeOrder', { orderId: order.orderId, digest: order.digest }))
        .code,
    ).toBe('order_already_executed');
  });
});

describe('a vendor', () => {
  it('without a certification that lasts gets nothing, and without its certificate the order stays open', async () => {
    const { vendorId } = await office.as('clerk').call('provision.addVendor', {
      name: '맑은파쇄',
      task: 'Shredding',
      contact: '',
      contractEndsOn: null,
      doesMarketing: false,
    });
    const certify = (certifiedUntil: string) =>
      office.as('reviewer').call('destruction.setVendorCertification', {
        vendorId,
        certification: 'ISO 21964-3, 4711',
        certifiedUntil,
        method: 'shred',
        level: 'P-5',
        certificateDays: 14,
      });
    const boxes = await dueBoxes(office, 2);
    const order = await paperOrder(office, boxes);
    const { orderId } = order;
    await pull(office, order, boxes);
    const { containerId } = await operator().call('destruction.sealUnits', {
      orderId,
      seal: 'KR-1',
      unitIds: idsOf(boxes),
    });
    const give: ChannelInput<'destruction.handOverContainers'> = {
      orderId,
      containerIds: [containerId],
      to: { kind: 'vendor', vendorId, deviceSerial: 'BIN-7', receiver: 'Driver' },
      place: 'Loading bay',
      signed: { way: 'screen', giver: drawn, receiver: drawn },
    };
    expect((await operator().refused('destruction.handOverContainers', give)).code).toBe(
      'vendor_not_certified',
    );
    await certify('2026-05-10');
    office.clock.advance({ days: 7 });
    const expired = await operator().refused('destruction.handOverContainers', give);
    expect(expired.code).toBe('vendor_certification_expired');
    await certify('2027-05-10');
    const { batchId } = await operator().call('destruction.handOverContainers', give);
    if (batchId === null) throw new Error('a batch of the vendor');

    office.clock.advance({ days: 15 });
    const { batches, state } = await paperOf(orderId);
    expect([state, batches[0]?.isOverdue]).toEqual(['approved', true]);
    expect((await office.as('reviewer').call('office.home', {})).vendorCertificatesOverdue).toBe(1);
    const { fileId } = await operator().call('destruction.addOrderFile', {
      orderId,
      batchId,
      kind: 'vendor_certificate',
      fileName: 'certificate.jpg',
      content: base64(plainJpeg()),
    });
    const { certificateNumber } = await operator().call('destruction.receiveVendorCertificate', {
      batchId,
      number: 'CS-118',
      on: '2026-05-20',
      fileId,
      amount: { kind: 'grams', measured: 1010, reason: null },
      residue: 'taken_by_vendor',
    });
    const part = paperFieldsOf(await certificateOf(certificateNumber ?? ''));
    expect(part?.paper.batches[0]?.facts.vendor).toMatchObject({
      name: '맑은파쇄',
      deviceSerial: 'BIN-7',
      certificate: { number: 'CS-118' },
    });
    expect(part?.paperNotVerified).toContain('vendor_premises');
    expect((await office.as('reviewer').call('office.home', {})).vendorCertificatesOverdue).toBe(0);
  });
});

describe('photographs', () => {
  it('fall due by a rule of their own and are destroyed with the order’s own key', async () => {
    const boxes = await dueBoxes(office, 1);
    const order = await paperOrder(office, boxes);
    await pull(office, order, boxes);
    const { batchId } = await startBatch(office, order, await aMachine(office));
    const photograph = {
      orderId: order.orderId,
      batchId,
      kind: 'photo_after',
      fileName: 'after.jpg',
    } as const;
    const { fileId, hadMore } = await operator().call('destruction.addOrderFile', {
      ...photograph,
      content: base64(jpegWithLocation({ orientation: 6 })),
    });
    expect(hadMore).toBe(true);
    expect(
      (await operator().refused('destruction.addOrderFile', { ...photograph, content: 'AAAA' })).code,
    ).toBe('photograph_unreadable');
    const read = await operator().call('destruction.readOrderFile', { fileId });
    expect(Buffer.from(read.content, 'base64').includes(Buffer.from('37.5665'))).toBe(false);
    await feed(office, batchId, boxes);
    await stop(office, batchId, 100);
    const number = (await sign(office, batchId)).certificateNumber ?? '';

    const { database } = office.storage;
    const unit = database.get<{ unit_id: string; data_key_id: string }>(
      "SELECT unit_id, data_key_id FROM order_evidence JOIN unit_keys USING (unit_id) WHERE kind = 'photographs'",
    );
    if (unit === undefined) throw new Error('photographs are a record unit');
    office.clock.advance({ days: 370 });
    const certificate = await destroy(office, [unit.unit_id]);
    expect((await certificateOf(certificate)).kind).toBe('electronic');
    expect(office.storage.vault.hasDataKey(unit.data_key_id)).toBe(false);
    expect((await operator().refused('destruction.readOrderFile', { fileId })).code).toBe(
      'order_file_destroyed',
    );
    // The certificate of the paper stands, with the photograph's digest.
    expect(
      paperFieldsOf(await certificateOf(number))?.paper.batches[0]?.facts.photographs.after,
    ).toHaveLength(1);
  });
});

describe('a folder that is not on the order', () => {
  it('is refused where it is scanned', async () => {
    const boxes = await dueBoxes(office, 1);
    const order = await paperOrder(office, boxes);
    const other = await register(office, { kind: 'box' });
    const refused = await operator().refused('destruction.pullUnit', {
      orderId: order.orderId,
      text: other.label,
    });
    expect(refused.code).toBe('paper_not_on_order');
  });
});
