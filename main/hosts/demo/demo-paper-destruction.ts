import { Buffer } from 'node:buffer';
import type { Signature } from '../../../shared/domain/collection/consent.ts';
import { Paper } from '../../documents/paper.ts';
import { paragraph, styles } from '../../documents/paper-blocks.ts';
import type { DestroyedOrder } from './demo-destruction.ts';
import { demoUsers, type Story } from './demo-office.ts';
import { pictureOfBoxes, pictureOfParticles } from './demo-photograph.ts';

const drawn: Signature = {
  width: 400,
  height: 120,
  path: 'M10 60 L60 24 L96 92 L150 30 L204 84 L262 36 L330 70 L390 44',
};

/**
 * Boxes that are due go through the office's own shredder before a witness, with a seal, a hand-over and photographs; others go with a
 * shredding vendor, whose certificate is entered. With `some`, the vendor's is still to come.
 */
export async function destroyPaper(story: Story, which: 'all' | 'some'): Promise<DestroyedOrder[]> {
  await story.signIn('reviewer');
  const boxes = await dueBoxes(story);
  const half = Math.ceil(boxes.length / 2);
  const [own, others] = [boxes.slice(0, half), boxes.slice(half)];
  const orders: DestroyedOrder[] = [];
  if (own.length > 0) orders.push(await shred(story, own));
  if (others.length > 0) orders.push(...(await giveToVendor(story, others, which)));
  await story.signIn('reviewer');
  return orders;
}

interface Box {
  readonly unitId: string;
  readonly label: string;
  readonly sheets: number;
}

async function dueBoxes({ call }: Story): Promise<Box[]> {
  const { entries } = await call('paper.listEntries', {
    parentId: null,
    depth: 'below',
    kinds: ['box'],
    states: ['on_shelf'],
    limit: 500,
    offset: 0,
  });
  return entries.flatMap(({ entryId: unitId, label, sheets, unit }) =>
    unit?.isDue && !unit.isHeld && unit.orderId === null ? [{ unitId, label, sheets: sheets ?? 0 }] : [],
  );
}

async function approvedOrder(story: Story, boxes: readonly Box[]) {
  await story.signIn('reviewer');
  const order = await story.call('destruction.proposeOrder', { unitIds: boxes.map(({ unitId }) => unitId) });
  await story.signIn('approver');
  await story.call('destruction.approveOrder', { orderId: order.orderId, digest: order.digest });
  await story.signIn('operator');
  for (const { label } of boxes)
    await story.call('destruction.pullUnit', { orderId: order.orderId, text: label });
  return order;
}

async function seal(
  { call }: Story,
  orderId: string,
  number: string,
  boxes: readonly Box[],
): Promise<string> {
  const { containerId } = await call('destruction.sealUnits', {
    orderId,
    seal: number,
    unitIds: boxes.map(({ unitId }) => unitId),
  });
  return containerId;
}

/** The office's own shredder: sealed, carried down, photographed, shredded and signed. */
async function shred(story: Story, boxes: readonly Box[]): Promise<DestroyedOrder> {
  const { call } = story;
  await story.signIn('reviewer');
  const { machineId } = await call('destruction.addMachine', {
    name: '지하 1층 문서 파쇄기',
    serial: 'HSM-390.3',
    method: 'shred',
    level: 'P-5',
    place: 'on_site',
  });
  const { orderId, digest, number } = await approvedOrder(story, boxes);
  await seal(story, orderId, 'SL-100271', boxes);
  const { people } = await call('destruction.listWitnesses', { orderId });
  const clerk = demoUsers.find(({ signInName }) => signInName === 'clerk');
  const witness = people.find(({ displayName }) => displayName === clerk?.displayName);
  if (clerk === undefined || witness === undefined) throw new Error('the demonstration has a witness');
  const { batchId } = await call('destruction.startBatch', {
    orderId,
    digest,
    by: { kind: 'machine', machineId },
    witnessId: witness.userId,
  });
  const photograph = (kind: 'photo_before' | 'photo_after', picture: Uint8Array) =>
    call('destruction.addOrderFile', {
      orderId,
      batchId,
      kind,
      fileName: `${kind}.png`,
      content: Buffer.from(picture).toString('base64'),
    });
  await photograph('photo_before', pictureOfBoxes());
  for (const { label } of boxes) await call('destruction.feedUnit', { batchId, text: label });
  await call('destruction.stopBatch', {
    batchId,
    interruptedBy: null,
    amount: { kind: 'sheets', measured: boxes.reduce((sum, { sheets }) => sum + sheets, 0), reason: null },
    residue: 'recycled',
  });
  await photograph('photo_after', pictureOfParticles());
  const { certificateNumber } = await call('destruction.signBatch', {
    batchId,
    signed: { way: 'screen', operator: drawn, witness: drawn, witnessPassword: clerk.password },
  });
  if (certificateNumber === null) throw new Error(`order ${number} was not certified`);
  return { number, units: boxes.length, requester: 'reviewer', approver: 'approver', certificateNumber };
}

/** What the invented vendor sends back. */
function vendorCertificate(containers: number): Promise<Uint8Array> {
  const paper = new Paper({
    title: '기밀문서 파기 증명서 CS-118',
    author: '맑은파쇄',
    subject: 'CS-118',
    language: 'ko',
    createdAt: new Date(0),
  });
  paragraph(paper, [{ language: 'ko', text: '기밀문서 파기 증명서 CS-118' }], styles.heading, { after: 12 });
  paragraph(
    paper,
    [
      {
        language: 'ko',
        text: `맑은파쇄는 봉인 SL-100272의 상자 ${containers}개를 P-4 등급으로 파쇄하였음을 증명합니다.`,
      },
    ],
    styles.body,
  );
  return paper.finish(() => undefined);
}

/** A certified vendor takes a sealed container along, and certifies what it did. */
async function giveToVendor(
  story: Story,
  boxes: readonly Box[],
  which: 'all' | 'some',
): Promise<DestroyedOrder[]> {
  const { call, today } = story;
  await story.signIn('clerk');
  const { vendorId } = await call('provision.addVendor', {
    name: '맑은파쇄 · Clean Shred',
    task: '기밀문서 파쇄 · shredding of confidential paper',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });
  await story.signIn('reviewer');
  await call('destruction.setVendorCertification', {
    vendorId,
    certification: 'ISO/IEC 21964-3, KR-0471',
    certifiedUntil: `${Number(today.slice(0, 4)) + 1}-12-31`,
    method: 'shred',
    level: 'P-4',
    certificateDays: 14,
  });
  const { orderId, number } = await approvedOrder(story, boxes);
  const containerId = await seal(story, orderId, 'SL-100272', boxes);
  const { batchId } = await call('destruction.handOverContainers', {
    orderId,
    containerIds: [containerId],
    to: { kind: 'vendor', vendorId, deviceSerial: 'BIN-0812', receiver: '운송 기사 · driver' },
    place: '본점 하역장 · loading bay',
    signed: { way: 'screen', giver: drawn, receiver: drawn },
  });
  if (which === 'some' || batchId === null) return [];
  const { fileId } = await call('destruction.addOrderFile', {
    orderId,
    batchId,
    kind: 'vendor_certificate',
    fileName: 'certificate.pdf',
    content: Buffer.from(await vendorCertificate(boxes.length)).toString('base64'),
  });
  const { certificateNumber } = await call('destruction.receiveVendorCertificate', {
    batchId,
    number: 'CS-118',
    on: today,
    fileId,
    amount: { kind: 'sheets', measured: boxes.reduce((sum, { sheets }) => sum + sheets, 0), reason: null },
    residue: 'taken_by_vendor',
  });
  if (certificateNumber === null) throw new Error(`order ${number} was not certified`);
  return [{ number, units: boxes.length, requester: 'reviewer', approver: 'approver', certificateNumber }];
}
