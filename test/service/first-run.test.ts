import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { emptyTestOffice, foundation, staff, type TestOffice } from '../fixtures/office.ts';
import { filesOf } from '../fixtures/written.ts';

let office: TestOffice;
beforeEach(() => {
  office = emptyTestOffice();
});
afterEach(() => office.remove());

type Foundation = ChannelInput<'office.create'>;

it.each<[string, string, Record<string, unknown>, Partial<Foundation>]>([
  ['a time zone nobody knows', 'time_zone_unknown', { field: 'timeZone' }, { timeZone: 'Mars/Olympus' }],
  ['a fixed offset', 'time_zone_unknown', { field: 'timeZone' }, { timeZone: '+09:00' }],
  [
    'no administrator',
    'administrator_role_missing',
    { field: 'administrator.roles' },
    { administrator: { ...staff.administrator, roles: ['clerk', 'reviewer'] } },
  ],
  [
    'the same name in other letters',
    'sign_in_name_taken',
    { field: 'secondUser.signInName' },
    { secondUser: { ...staff.clerk, signInName: 'ＨＡＮ.Areum' } },
  ],
  [
    'an easy password of the administrator',
    'password_too_easy',
    { field: 'administrator.password' },
    { administrator: { ...staff.administrator, password: 'password123' } },
  ],
  [
    'a password that is the sign-in name',
    'password_too_easy',
    { field: 'secondUser.password' },
    { secondUser: { ...staff.clerk, signInName: 'kimdohyunnim', password: 'kimdohyunnim' } },
  ],
])('%s is refused, and the folder stays empty', async (_, code, params, change) => {
  expect(await office.refused('office.create', { ...foundation, ...change })).toEqual({
    code,
    key: `error.${code}`,
    params,
  });
  expect(filesOf(office.parent)).toEqual({});
  expect((await office.call('office.status', {})).state).toBe('empty');
});

it.each<[string, string, Partial<Foundation>]>([
  ['officeName', 'error.field.required', { officeName: '   ' }],
  [
    'administrator.password',
    'error.field.too_short',
    { administrator: { ...staff.administrator, password: 'short' } },
  ],
  [
    'administrator.signInName',
    'error.field.sign_in_name',
    { administrator: { ...staff.administrator, signInName: 'han areum' } },
  ],
  ['secondUser.roles', 'error.field.too_few', { secondUser: { ...staff.clerk, roles: [] } }],
])('names the field %s', async (path, key, change) => {
  const error = await office.refused('office.create', { ...foundation, ...change });
  expect(error.code).toBe('invalid_input');
  expect(error.fields).toContainEqual(expect.objectContaining({ path, key }));
  expect(filesOf(office.parent)).toEqual({});
});

it('founds the office, seats the administrator and enters it in the audit log', async () => {
  const status = await office.call('office.create', foundation);
  expect(status).toMatchObject({
    state: 'open',
    office: { name: foundation.officeName, timeZone: 'Asia/Seoul', jurisdiction: 'korea', cipher: 'aegis' },
    user: { staffNumber: 1, displayName: staff.administrator.displayName, roles: ['administrator'] },
    today: '2026-05-04',
    epoch: 1,
    preferences: { language: 'en' },
  });
  const { entries, total } = await office.call('register.listAuditEntries', { limit: 50, offset: 0 });
  expect(total).toBe(3);
  expect(entries.map(({ code }) => code).reverse()).toEqual([
    'office.created',
    'office.user_added',
    'office.user_added',
  ]);
  expect(await office.call('register.verifyAuditLog', {})).toMatchObject({ result: 'pass', entries: 3 });
  expect((await office.call('retention.listRules', {})).rules.length).toBeGreaterThan(3);
});

it.each([
  ['gdpr', 6],
  ['empty', 0],
] as const)('starts with the rules of the jurisdiction %s', async (jurisdiction, rules) => {
  await office.call('office.create', { ...foundation, jurisdiction, cipher: 'sqlcipher' });
  expect((await office.call('retention.listRules', {})).rules).toHaveLength(rules);
  expect((await office.call('office.status', {})).office).toMatchObject({
    jurisdiction,
    cipher: 'sqlcipher',
  });
});

it('founds no second office in the same folder', async () => {
  await office.call('office.create', foundation);
  expect((await office.refused('office.create', foundation)).code).toBe('office_exists');
  await office.call('office.signOut', {});
  const before = filesOf(office.folder);
  expect((await office.refused('office.create', foundation)).code).toBe('office_exists');
  expect(filesOf(office.folder)).toEqual(before);
});

it('nobody signs in before there is an office', async () => {
  const { signInName, password } = staff.clerk;
  expect((await office.refused('office.signIn', { signInName, password })).code).toBe('office_missing');
  expect((await office.refused('office.unlock', { password })).code).toBe('not_locked');
  expect(filesOf(office.parent)).toEqual({});
});

it('keeps language and theme chosen before there was an office, and after a restart', async () => {
  await office.call('office.setPreferences', { language: 'ko', theme: 'dark' });
  await office.call('office.create', { ...foundation, language: 'ko' });
  await office.restart();
  expect(await office.call('office.status', {})).toMatchObject({
    state: 'signed_out',
    preferences: { language: 'ko', theme: 'dark' },
  });
});
