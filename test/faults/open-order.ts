import type { TestOffice } from '../fixtures/office.ts';

/** What a person at the desk does: signs in (which resumes what was interrupted) and carries out what is approved. */
export async function carryOutOpenOrder(office: TestOffice): Promise<void> {
  try {
    const { orders } = await office
      .as('operator')
      .call('destruction.listOrders', { show: 'open', limit: 1, offset: 0 });
    const [order] = orders;
    if (order === undefined) return;
    const { orderId } = order;
    const { digest } = await office.call('destruction.getOrder', { orderId, limit: 1, offset: 0 });
    await office.call('destruction.executeOrder', { orderId, digest });
  } finally {
    await office.restart();
  }
}
