import type { Story } from './demo-office.ts';

export interface DestroyedOrder {
  readonly number: string;
  readonly units: number;
  readonly requester: string;
  readonly approver: string;
  readonly certificateNumber: string;
}

/**
 * Reviews what is due and has it destroyed in two orders, each asked for by one reviewer and approved by the other, and carried
 * out by a third person. A hold keeps one due unit back. With `some`, one order stays proposed, one approved, and a few units due.
 */
export async function destroyDue(story: Story, which: 'all' | 'some'): Promise<DestroyedOrder[]> {
  const { call } = story;
  await story.signIn('reviewer');
  const due = await dueUnits(story);
  const [held, ...destroyable] = due;
  if (held !== undefined && destroyable.length > 0) {
    await call('retention.placeHold', {
      unitIds: [held],
      authority: '서울중앙지방법원 · Seoul Central District Court',
      reason: '증거보전 결정 · preservation of evidence',
    });
  }
  const wanted = which === 'all' ? destroyable : destroyable.slice(0, Math.ceil(destroyable.length * 0.8));
  const half = Math.ceil(wanted.length / 2);
  const orders: DestroyedOrder[] = [];
  const share = which === 'all' ? [wanted.slice(0, half), wanted.slice(half)] : thirds(wanted);
  const [first, second, third] = share;
  if (first !== undefined && first.length > 0)
    orders.push(await carryOut(story, first, 'reviewer', 'approver'));
  if (second !== undefined && second.length > 0) {
    if (which === 'all') orders.push(await carryOut(story, second, 'approver', 'reviewer'));
    else await approved(story, second, 'approver', 'reviewer');
  }
  if (third !== undefined && third.length > 0) await proposed(story, third, 'reviewer');
  await story.signIn('reviewer');
  return orders;
}

function thirds(units: string[]): string[][] {
  const size = Math.ceil(units.length / 3);
  return [units.slice(0, size), units.slice(size, 2 * size), units.slice(2 * size)];
}

async function dueUnits({ call }: Story): Promise<string[]> {
  const found: string[] = [];
  for (let offset = 0; ; offset += 500) {
    const { units } = await call('retention.listUnits', { show: 'due', limit: 500, offset });
    // What is on paper is not destroyed by a program.
    found.push(...units.flatMap((unit) => (unit.paper === null ? unit.unitId : [])));
    if (units.length < 500) return found;
  }
}

async function proposed(story: Story, unitIds: string[], requester: string) {
  await story.signIn(requester);
  return story.call('destruction.proposeOrder', { unitIds });
}

async function approved(story: Story, unitIds: string[], requester: string, approver: string) {
  const order = await proposed(story, unitIds, requester);
  await story.signIn(approver);
  await story.call('destruction.approveOrder', { orderId: order.orderId, digest: order.digest });
  return order;
}

async function carryOut(
  story: Story,
  unitIds: string[],
  requester: string,
  approver: string,
): Promise<DestroyedOrder> {
  const { orderId, digest, number } = await approved(story, unitIds, requester, approver);
  await story.signIn('operator');
  const outcome = await story.call('destruction.executeOrder', { orderId, digest });
  if (outcome.certificateNumber === null) {
    const failed = outcome.verification
      .filter((finding) => finding.result !== 'pass')
      .map((finding) => finding.check);
    throw new Error(`order ${number} could not be verified: ${failed.join(', ')}`);
  }
  return { number, units: unitIds.length, requester, approver, certificateNumber: outcome.certificateNumber };
}
