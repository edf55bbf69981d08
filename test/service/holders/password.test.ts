import { afterEach, beforeEach, expect, it } from 'vitest';
import { readHolderFile } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { auditSince, lastEntry } from './printed-cards.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const { signInName, password } = staff.clerk;
const newPassword = 'an umbrella for tomorrow 3';

it('changes one’s own password, keeps the signing key, and the old password opens nothing', async () => {
  const { today } = await office.call('office.signIn', { signInName, password });
  expect(today).toBe('2026-05-04');
  const before = lastEntry(office);
  const epoch = office.storage.epoch;
  const keys = office.storage.database.all('SELECT * FROM user_signing_keys ORDER BY user_id');
  const desk = office.as('clerk');
  const { changedAt } = await desk.call('office.changePassword', { currentPassword: password, newPassword });
  expect(changedAt).toBe('2026-05-04T01:00:00.000Z');
  expect(office.storage.epoch).toBe(epoch + 1);
  expect(office.storage.database.all('SELECT * FROM user_signing_keys ORDER BY user_id')).toEqual(keys);
  expect(auditSince(office, before).map(({ code }) => code)).toEqual(['office.password_changed']);

  await office.call('office.signOut', {});
  expect((await office.refused('office.signIn', { signInName, password })).code).toBe('wrong_password');
  office.clock.advance({ minutes: 1 });
  await office.call('office.signIn', { signInName, password: newPassword });
  expect(auditSince(office, before).map(({ code }) => code)).not.toContain('office.lock_replaced');
});

it('asks for the present password and counts a wrong one as a failed sign-in', async () => {
  const desk = office.as('clerk');
  await desk.call('office.home', {});
  const before = lastEntry(office);
  const wrong = { currentPassword: 'a guess at an open desk', newPassword };
  expect(await desk.refused('office.changePassword', wrong)).toMatchObject({
    code: 'current_password_wrong',
    params: { field: 'currentPassword', seconds: 1 },
  });
  const right = { currentPassword: password, newPassword };
  expect((await desk.refused('office.changePassword', right)).code).toBe('wait_before_next_attempt');
  expect(auditSince(office, before).map(({ code }) => code)).toEqual(['office.sign_in_failed']);
  office.clock.advance({ seconds: 2 });
  await desk.call('office.changePassword', right);
});

it('refuses an easy password, and the present one again', async () => {
  const desk = office.as('clerk');
  for (const [wanted, code] of [
    ['password123', 'password_too_easy'],
    [password, 'password_unchanged'],
  ] as const) {
    const input = { currentPassword: password, newPassword: wanted };
    expect(await desk.refused('office.changePassword', input)).toMatchObject({
      code,
      params: { field: 'newPassword' },
    });
  }
});

it('makes a weak lock anew at sign-in, once and silently', async () => {
  const { user } = await office.call('office.signIn', { signInName, password });
  const holderId = user?.id ?? '';
  const epoch = office.storage.epoch;
  const costs = () => readHolderFile(office.folder, holderId).locks.map(({ argon2 }) => argon2);
  expect(costs()).toEqual([cheapArgon2]);
  await office.restart();

  const stronger = { memoryKibibytes: 128, passes: 2, parallelism: 1 };
  office.argon2 = stronger;
  await office.call('office.signIn', { signInName, password });
  expect(costs()).toEqual([stronger]);
  expect(office.storage.epoch).toBe(epoch + 1);
  await office.call('office.signOut', {});
  await office.call('office.signIn', { signInName, password });
  expect(office.storage.epoch).toBe(epoch + 1);
  const codes = auditSince(office, 0).map(({ code }) => code);
  expect(codes.filter((code) => code === 'office.lock_strengthened')).toHaveLength(1);

  // A release that asks for less leaves stronger locks alone.
  await office.restart();
  office.argon2 = cheapArgon2;
  await office.call('office.signIn', { signInName, password });
  expect(costs()).toEqual([stronger]);
});
