import { afterEach, beforeEach, expect, it } from 'vitest';
import { tasksOf } from '../../../renderer/office/tasks.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { backUp, medium, registerKeys } from '../../fixtures/copies.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';

/** Whether the desk says that the office could not be made again if this disk failed. */
let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

async function said() {
  const home = await office.as('administrator').call('office.home', {});
  return tasksOf(home, 'en')
    .filter(({ name }) => name.startsWith('office.task.backup_'))
    .map(({ name, urgency, place }) => [name, urgency, place?.path]);
}

it('an office without consents is not urged, one with consents and no backup is', async () => {
  expect(await said()).toEqual([]);
  await capture(office, await publishMembership(office), { name: '다솜', givenOn: '2026-04-01' });
  expect(await said()).toEqual([['office.task.backup_none', 'waits', '/backups']]);
});

it('a backup without a copy of the keys is half of what is needed; both are enough', async () => {
  await capture(office, await publishMembership(office), { name: '다솜', givenOn: '2026-04-01' });
  await backUp(office, medium(office, 'backups'));
  expect(await said()).toEqual([['office.task.backup_no_keys', 'waits', '/backups']]);
  await registerKeys(office, medium(office, 'keys'));
  expect(await said()).toEqual([]);
});
