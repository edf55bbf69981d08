import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { openTestOffice, type StaffMember, staff, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, dueUnits, execute, propose } from '../../fixtures/order.ts';
import { auditSince, confirmedKit, lastEntry, twoOf } from './printed-cards.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const openOrders = { show: 'open', limit: 10, offset: 0 } as const;
const idOf = async (who: StaffMember) => {
  const { users } = await office.as('administrator').call('office.listUsers', {});
  return users.find((user) => user.signInName === staff[who].signInName)?.id ?? '';
};
const remove = async (who: StaffMember) =>
  office.as('administrator').call('office.removeUser', { userId: await idOf(who) });

/** One unit that is due, after a year. */
async function someDue(): Promise<string[]> {
  await capture(office, await publishMembership(office), { name: '김하늘' });
  office.clock.advance({ days: 400 });
  return dueUnits(office);
}

describe('removing a user', () => {
  it('ends the password and leaves the records', async () => {
    const userId = await idOf('clerk');
    const before = lastEntry(office);
    const epoch = office.storage.epoch;
    await remove('clerk');
    expect(office.storage.epoch).toBe(epoch + 1);
    expect(auditSince(office, before)).toEqual([{ code: 'office.user_removed', about: { userId } }]);
    expect(office.storage.database.value('SELECT count(*) FROM users WHERE id = ?', [userId])).toBe(1);
    const { users } = await office.call('office.listUsers', {});
    expect(users.map((user) => user.id)).not.toContain(userId);
    const { people } = await office.call('office.holders', {});
    expect(people.map((person) => person.userId)).not.toContain(userId);
    const { signInName, password } = staff.clerk;
    expect((await office.refused('office.signIn', { signInName, password })).code).toBe('wrong_password');
    const again = { userId };
    expect((await office.as('administrator').refused('office.removeUser', again)).code).toBe('user_removed');
  });

  it('gives the sign-in name free, and the staff number never again', async () => {
    const { users } = await office.as('administrator').call('office.listUsers', {});
    await remove('supervisor');
    const { staffNumber } = await office.call('office.addUser', staff.supervisor);
    expect(staffNumber).toBe(users.length + 1);
    await office.as('supervisor').call('office.home', {});
  });

  it('is never done to oneself or the last administrator, nor by others than administrators', async () => {
    const userId = await idOf('administrator');
    expect((await office.refused('office.removeUser', { userId })).code).toBe('cannot_remove_oneself');
    expect((await office.as('reviewer').refused('office.removeUser', { userId })).code).toBe('forbidden');
    const stranger = { userId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' };
    expect((await office.as('administrator').refused('office.removeUser', stranger)).code).toBe('not_found');
  });

  it('leaves what they approved valid: the order is carried out and certified', async () => {
    const order = await approvedOrder(office, await someDue());
    await remove('approver');
    const { certificateNumber } = await execute(office, order);
    expect(certificateNumber).toMatch(/^\d{4}-0001$/);
  });

  it('takes the duties away: an office without reviewers left cannot separate them', async () => {
    await remove('approver');
    await remove('supervisor');
    const { dutiesCanBeSeparated } = await office.as('administrator').call('office.home', {});
    expect(dutiesCanBeSeparated).toBe(false);
  });
});

describe('changing roles', () => {
  it('counts at once and says before and after in the audit log', async () => {
    const userId = await idOf('clerk');
    const before = lastEntry(office);
    const desk = office.as('administrator');
    const roles = ['clerk', 'operator', 'clerk'] as const;
    expect(await desk.call('office.setUserRoles', { userId, roles: [...roles] })).toEqual({
      roles: ['clerk', 'operator'],
    });
    expect(auditSince(office, before)).toEqual([
      {
        code: 'office.user_roles_changed',
        about: { userId, before: 'clerk custodian', after: 'clerk operator' },
      },
    ]);
    await office.as('clerk').call('destruction.listOrders', openOrders);
  });

  it('counts at once for whoever is at the desk', async () => {
    const desk = office.as('administrator');
    expect((await desk.refused('destruction.listOrders', openOrders)).code).toBe('forbidden');
    const userId = await idOf('administrator');
    const clerk = await idOf('clerk');
    const more = { userId, roles: ['administrator' as const, 'operator' as const] };
    // Only another administrator gives them: whoever manages the users would otherwise do everything alone.
    expect(await desk.refused('office.setUserRoles', more)).toMatchObject({
      code: 'own_roles_by_another',
      params: { field: 'roles' },
    });
    await desk.call('office.setUserRoles', { userId: clerk, roles: ['administrator', 'clerk'] });
    await office.as('clerk').call('office.setUserRoles', more);
    await desk.call('destruction.listOrders', openOrders);
    expect((await desk.call('office.status', {})).user?.roles).toEqual(['administrator', 'operator']);
    // One's own may be given up, and that counts at once.
    await desk.call('office.setUserRoles', { userId, roles: ['administrator'] });
    expect((await desk.refused('destruction.listOrders', openOrders)).code).toBe('forbidden');
  });

  it('keeps an administrator', async () => {
    const userId = await idOf('administrator');
    const desk = office.as('administrator');
    const without = { userId, roles: ['clerk' as const] };
    expect((await desk.refused('office.setUserRoles', without)).code).toBe('last_administrator');
    const clerk = await idOf('clerk');
    await desk.call('office.setUserRoles', { userId: clerk, roles: ['clerk', 'administrator'] });
    await office.as('clerk').call('office.setUserRoles', without);
    expect((await desk.refused('office.listUsers', {})).code).toBe('forbidden');
  });
});

describe('after a reset', () => {
  async function reset(who: StaffMember, newPassword: string): Promise<void> {
    const { cards } = await confirmedKit(office);
    await office.call('office.signOut', {});
    await office.call('office.recover', {
      ...twoOf(cards),
      signInName: staff[who].signInName,
      newPassword,
    });
  }

  it('an approval stays valid by the key of its time, and the person signs with a new one', async () => {
    const order = await approvedOrder(office, await someDue());
    const userId = await idOf('approver');
    const newPassword = 'the second oak is taller 5';
    office.clock.advance({ minutes: 5 });
    await reset('approver', newPassword);

    await office.call('office.signIn', { signInName: staff.approver.signInName, password: newPassword });
    const keys = office.storage.database.all<{ valid_from: string; valid_until: string | null }>(
      'SELECT valid_from, valid_until FROM user_signing_keys WHERE user_id = ? ORDER BY valid_from',
      [userId],
    );
    expect(keys).toHaveLength(2);
    expect(keys[0]?.valid_until).toBe(keys[1]?.valid_from);
    expect(keys[1]?.valid_until).toBeNull();

    const { certificateNumber } = await execute(office, order);
    expect(certificateNumber).not.toBeNull();
  });

  it('what they sign from then on is valid too', async () => {
    const units = await someDue();
    const newPassword = 'the second oak is taller 5';
    await reset('approver', newPassword);
    const order = await propose(office, units);
    const { signInName } = staff.approver;
    await office.call('office.signIn', { signInName, password: newPassword });
    await office.call('destruction.approveOrder', { orderId: order.orderId, digest: order.digest });
    expect((await execute(office, order)).certificateNumber).not.toBeNull();
  });
});
