import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OrderState, orderDocument, orderState } from '../../../shared/domain/destruction/order.ts';
import {
  checkMayApprove,
  checkMayExecute,
  type DutyHolder,
  dutiesCanBeSeparated,
} from '../../../shared/domain/destruction/separation-of-duties.ts';
import { mayDo, type Role, roles } from '../../../shared/domain/office/permission.ts';
import { isRefused } from '../storage/refused.ts';

const own = (userId: string) => ({ userId, onBehalfOf: null });

describe('approving', () => {
  it.each<[OrderState, string | null]>([
    ['proposed', null],
    ['approved', 'order_not_awaiting_approval'],
    ['rejected', 'order_not_awaiting_approval'],
    ['executing', 'order_not_awaiting_approval'],
    ['destroyed', 'order_not_awaiting_approval'],
    ['unverified', 'order_not_awaiting_approval'],
    ['partly_destroyed', 'order_not_awaiting_approval'],
  ])('an order that is %s', (state, code) => {
    const approve = () => checkMayApprove({ state, requesterId: 'asker' }, own('approver'));
    if (code === null) expect(approve).not.toThrow();
    else isRefused(approve, code);
    isRefused(() => checkMayApprove({ state, requesterId: 'asker' }, own('asker')), 'approval_by_requester');
  });
});

describe('carrying out', () => {
  it.each<[OrderState, string | null]>([
    ['proposed', 'order_not_approved'],
    ['approved', null],
    ['rejected', 'order_not_approved'],
    ['partly_destroyed', null],
    ['executing', 'order_already_executed'],
    ['destroyed', 'order_already_executed'],
    ['unverified', 'order_already_executed'],
  ])('an order that is %s', (state, code) => {
    const order = { state, requesterId: 'asker', approverId: 'approver' };
    if (code === null) expect(() => checkMayExecute(order, 'operator')).not.toThrow();
    else isRefused(() => checkMayExecute(order, 'operator'), code);
  });

  it('is for neither of the two who decided', () => {
    const order = { state: 'approved' as const, requesterId: 'asker', approverId: 'approver' };
    isRefused(() => checkMayExecute(order, 'asker'), 'execution_by_requester');
    isRefused(() => checkMayExecute(order, 'approver'), 'execution_by_approver');
    isRefused(() => checkMayExecute({ ...order, approverId: null }, 'operator'), 'order_not_approved');
  });

  it('every state is decided one way or the other', () => {
    for (const state of orderState.options) {
      const attempt = () => checkMayExecute({ state, requesterId: 'a', approverId: 'b' }, 'c');
      if (state === 'approved' || state === 'partly_destroyed') expect(attempt).not.toThrow();
      else expect(attempt).toThrow();
    }
  });
});

describe('separated duties', () => {
  const user = (id: string, ...held: Role[]): DutyHolder => ({ id, roles: held });

  it.each<[boolean, DutyHolder[]]>([
    [false, []],
    [false, [user('1', 'administrator'), user('2', 'clerk')]],
    [false, [user('1', 'reviewer'), user('2', 'operator')]],
    [false, [user('1', 'reviewer', 'operator'), user('2', 'reviewer', 'operator')]],
    [true, [user('1', 'reviewer'), user('2', 'reviewer'), user('3', 'operator')]],
    [true, [user('1', 'reviewer', 'operator'), user('2', 'reviewer'), user('3', 'reviewer')]],
  ])('are possible: %s', (possible, users) => {
    expect(dutiesCanBeSeparated(users, mayDo)).toBe(possible);
  });

  it('are possible exactly where three different people can be named', () => {
    const staff = fc.array(fc.subarray([...roles]), { maxLength: 5 });
    fc.assert(
      fc.property(staff, (held) => {
        const users = held.map((one, index) => user(String(index), ...one));
        const can = (index: number, duty: 'propose' | 'approve' | 'execute') =>
          mayDo(users[index]?.roles ?? [], `destruction.${duty}`);
        const indexes = users.map((_, index) => index);
        const named = indexes.some((a) =>
          indexes.some((b) =>
            indexes.some(
              (c) =>
                new Set([a, b, c]).size === 3 && can(a, 'propose') && can(b, 'approve') && can(c, 'execute'),
            ),
          ),
        );
        expect(dutiesCanBeSeparated(users, mayDo)).toBe(named);
      }),
    );
  });
});

describe('the document that is signed', () => {
  const uuid = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';
  const unit = {
    unitId: uuid,
    ruleVersionId: uuid,
    category: { en: 'Membership', ko: '회원' },
    basis: { en: 'PIPA art. 15', ko: '개인정보 보호법 제15조' },
    cause: 'period_ends',
    triggeredOn: '2025-01-10',
    keptThrough: '2026-01-10',
    dueOn: '2026-01-11',
  };
  const document = {
    format: 'ashbook-order/1',
    orderId: uuid,
    officeId: uuid,
    number: 'D-2026-0001',
    requestedAt: '2026-05-04T01:00:00.000Z',
    requesterId: uuid,
    units: [unit],
  };

  it('has room for nothing that is not named', () => {
    expect(orderDocument.safeParse(document).success).toBe(true);
    expect(orderDocument.safeParse({ ...document, note: '홍길동' }).success).toBe(false);
    expect(orderDocument.safeParse({ ...document, units: [{ ...unit, name: '홍길동' }] }).success).toBe(
      false,
    );
    expect(orderDocument.safeParse({ ...document, units: [] }).success).toBe(false);
  });
});
