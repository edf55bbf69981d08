import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { armFault } from '../../main/storage/fault-point.ts';
import { openTestOffice, type StaffMember, staff, type TestOffice } from '../fixtures/office.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const wrong = (who: StaffMember = 'clerk') => ({
  signInName: staff[who].signInName,
  password: 'not the password',
});
const right = (who: StaffMember = 'clerk') => ({
  signInName: staff[who].signInName,
  password: staff[who].password,
});

async function auditEntries(code: string) {
  const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 100, offset: 0 });
  return entries.filter((entry) => entry.code === code).reverse();
}

it('opens the office for each of the staff, by their name in any letters', async () => {
  for (const who of Object.keys(staff) as StaffMember[]) {
    const status = await office.call('office.signIn', {
      ...right(who),
      signInName: staff[who].signInName.toUpperCase(),
    });
    expect(status).toMatchObject({ state: 'open', user: { displayName: staff[who].displayName } });
  }
});

it('makes each attempt after a failure wait longer, the right password too', async () => {
  for (const seconds of [1, 2, 4, 8]) {
    expect(await office.refused('office.signIn', wrong())).toEqual({
      code: 'wrong_password',
      key: 'error.wrong_password',
      params: { seconds },
    });
    // Just before the end of it nobody gets in, and asking does not count as another failure.
    office.clock.advance({ milliseconds: seconds * 1000 - 1 });
    const early = await office.refused('office.signIn', right());
    expect(early).toMatchObject({ code: 'wait_before_next_attempt', params: { seconds: 1 } });
    office.clock.advance({ milliseconds: 1 });
  }
  expect(await office.call('office.signIn', right())).toMatchObject({ state: 'open' });
});

it('goes on waiting after a restart, and forgets once somebody got in', async () => {
  await office.refused('office.signIn', wrong());
  office.clock.advance({ seconds: 1 });
  await office.refused('office.signIn', wrong());
  await office.restart();
  expect(await office.refused('office.signIn', right())).toMatchObject({
    code: 'wait_before_next_attempt',
    params: { seconds: 2 },
  });
  office.clock.advance({ seconds: 2 });
  await office.call('office.signIn', right());
  await office.call('office.signOut', {});
  expect((await office.refused('office.signIn', wrong())).params).toEqual({ seconds: 1 });
});

it('makes only that name wait', async () => {
  await office.refused('office.signIn', wrong('clerk'));
  expect(await office.call('office.signIn', right('auditor'))).toMatchObject({ state: 'open' });
});

it('a clock that was set back shuts nobody out', async () => {
  await office.refused('office.signIn', wrong());
  office.clock.advance({ days: -2 });
  expect(await office.call('office.signIn', right())).toMatchObject({ state: 'open' });
});

it('answers an unknown name and a wrong password alike', async () => {
  const unknown = { signInName: 'nobody.here', password: 'not the password' };
  for (const seconds of [1, 2, 4]) {
    const one = await office.refused('office.signIn', wrong());
    const other = await office.refused('office.signIn', unknown);
    expect(other).toEqual(one);
    expect(one.params).toEqual({ seconds });
    office.clock.advance({ seconds });
  }
});

it('enters what failed while the office was closed as soon as it is open', async () => {
  await office.refused('office.signIn', wrong());
  await office.refused('office.signIn', { signInName: 'nobody.here', password: 'x' });
  office.clock.advance({ minutes: 3 });
  const entries = await auditEntries('office.sign_in_failed');
  expect(entries.map(({ about, at, actorId }) => [about.attemptedAt, at, actorId])).toEqual([
    ['2026-05-04T01:00:00.000Z', '2026-05-04T01:03:00.000Z', null],
    ['2026-05-04T01:00:00.000Z', '2026-05-04T01:03:00.000Z', null],
  ]);
  expect(entries.map(({ about }) => typeof about.userId)).toEqual(['string', 'undefined']);
  // Once only, however often somebody signs in.
  await office.call('office.signIn', right('reviewer'));
  expect(await auditEntries('office.sign_in_failed')).toHaveLength(2);
});

it('enters a failure at once while the office is open', async () => {
  await office.as('auditor').call('office.home', {});
  await office.refused('office.signIn', wrong());
  // Whoever was at the desk stays there.
  expect(await office.call('office.status', {})).toMatchObject({
    state: 'open',
    user: { displayName: staff.auditor.displayName },
  });
  expect(await auditEntries('office.sign_in_failed')).toHaveLength(1);
});

it('keeps no name of whoever tried in any file', async () => {
  await office.refused('office.signIn', { signInName: 'secret.admirer', password: 'hunter2hunter2' });
  const text = readFileSync(join(office.folder, 'sign-in-attempts.json'), 'utf8');
  expect(text).toContain('"attempts"');
  expect(text).not.toMatch(/secret|admirer|hunter2/);
});

it('enters who came and who went', async () => {
  await office.as('clerk').call('office.home', {});
  await office.as('reviewer').call('office.home', {});
  await office.call('office.signOut', {});
  const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 5, offset: 0 });
  expect(entries.map(({ code, staffNumber }) => [code, staffNumber]).reverse()).toEqual([
    ['office.signed_in', 2],
    ['office.signed_out', 2],
    ['office.signed_in', 3],
    ['office.signed_out', 3],
    ['office.signed_in', 6],
  ]);
});

it('closes the office when signing out', async () => {
  await office.as('clerk').call('office.home', {});
  const status = await office.call('office.signOut', {});
  expect(status).toMatchObject({ state: 'signed_out', user: null, office: null, today: null, epoch: null });
  expect((await office.refused('office.home', {})).code).toBe('signed_out');
  // Signing out twice is no mistake.
  expect((await office.call('office.signOut', {})).state).toBe('signed_out');
});

it('locks the desk: nothing is answered until the same person unlocks it', async () => {
  await office.as('clerk').call('office.lock', {});
  expect(await office.call('office.status', {})).toMatchObject({
    state: 'locked',
    user: { displayName: staff.clerk.displayName },
  });
  expect((await office.refused('office.home', {})).code).toBe('locked');
  expect((await office.refused('office.lock', {})).code).toBe('locked');

  expect(await office.refused('office.unlock', { password: staff.reviewer.password })).toMatchObject({
    code: 'wrong_password',
    params: { seconds: 1 },
  });
  expect((await office.refused('office.unlock', { password: staff.clerk.password })).code).toBe(
    'wait_before_next_attempt',
  );
  office.clock.advance({ seconds: 1 });
  expect(await office.call('office.unlock', { password: staff.clerk.password })).toMatchObject({
    state: 'open',
  });
  await office.call('office.home', {});
  for (const code of ['office.locked', 'office.sign_in_failed', 'office.unlocked']) {
    expect(await auditEntries(code), code).toHaveLength(1);
  }
});

it('lets somebody else sign in at a locked desk, and the first has then left', async () => {
  await office.as('clerk').call('office.lock', {});
  await office.call('office.signIn', right('reviewer'));
  expect((await office.refused('office.unlock', { password: staff.clerk.password })).code).toBe('not_locked');
  expect((await auditEntries('office.signed_out')).map(({ staffNumber }) => staffNumber)).toEqual([2, 3]);
});

it('lets a locked desk be signed out', async () => {
  await office.as('clerk').call('office.lock', {});
  expect((await office.call('office.signOut', {})).state).toBe('signed_out');
});

it('says in events who may see what, for the window', async () => {
  await office.as('clerk').call('office.lock', {});
  await office.call('office.signOut', {});
  const states = office.events.flatMap((event) => (event.event === 'session' ? [event.state] : []));
  expect(states).toEqual(['open', 'locked', 'signed_out']);
});

it('adds a user who can sign in, but not under a name that is taken or with an easy password', async () => {
  const desk = office.as('administrator');
  const newcomer = {
    signInName: 'new.comer',
    displayName: 'New Comer',
    roles: ['clerk' as const],
    password: 'willow-cabin-gate-3',
  };
  await desk.call('office.home', {});
  const before = writtenIn(office);
  expect(await desk.refused('office.addUser', { ...newcomer, signInName: 'KIM.dohyun' })).toMatchObject({
    code: 'sign_in_name_taken',
    params: { field: 'signInName' },
  });
  expect(await desk.refused('office.addUser', { ...newcomer, password: 'qwertyuiop' })).toMatchObject({
    code: 'password_too_easy',
    params: { field: 'password' },
  });
  expect(writtenIn(office)).toEqual(before);
  expect(await desk.call('office.addUser', newcomer)).toMatchObject({ staffNumber: 9 });
  await office.call('office.signOut', {});
  expect(
    await office.call('office.signIn', {
      signInName: newcomer.signInName,
      password: newcomer.password,
    }),
  ).toMatchObject({ user: { staffNumber: 9 } });
});

describe('without its entry in the log', () => {
  afterEach(() => armFault(undefined));

  it('nobody gets in', async () => {
    await office.call('office.signIn', right('auditor'));
    // The first commit is of the entry that the auditor left, the second of the one that the clerk came.
    armFault({ name: 'records.commit', occurrence: 2, action: 'ENOSPC' });
    expect((await office.refused('office.signIn', right())).code).toBe('folder_full');
    armFault(undefined);
    expect(await office.call('office.status', {})).toMatchObject({ state: 'signed_out', user: null });
    expect((await office.refused('collection.listForms', {})).code).toBe('signed_out');
    const entries = await auditEntries('office.signed_in');
    expect(entries.map((entry) => entry.staffNumber)).not.toContain(2);
  });

  it('a locked desk stays locked', async () => {
    await office.call('office.signIn', right());
    await office.call('office.lock', {});
    armFault({ name: 'records.commit', occurrence: 1, action: 'ENOSPC' });
    const { password } = right();
    expect((await office.refused('office.unlock', { password })).code).toBe('folder_full');
    armFault(undefined);
    expect((await office.call('office.status', {})).state).toBe('locked');
    expect((await office.refused('collection.listForms', {})).code).toBe('locked');
    expect((await office.call('office.unlock', { password })).state).toBe('open');
    expect(await auditEntries('office.unlocked')).toHaveLength(1);
  });
});

it('one person’s success leaves another’s delay in force', async () => {
  await office.refused('office.signIn', wrong());
  office.clock.advance({ seconds: 1 });
  await office.refused('office.signIn', wrong());
  await office.call('office.signIn', right('auditor'));
  await office.call('office.signOut', {});
  expect(await office.refused('office.signIn', right())).toMatchObject({
    code: 'wait_before_next_attempt',
    params: { seconds: 2 },
  });
  office.clock.advance({ seconds: 2 });
  expect(await office.call('office.signIn', right())).toMatchObject({ state: 'open' });
});
