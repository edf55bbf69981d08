import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { keyOpens } from '../../main/storage/database.ts';
import { electronicContentOf } from '../../shared/domain/register/certificate.ts';
import { attach, pdfOf, readBack } from '../fixtures/attachment.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { backUp, medium, otherMachine, registerKeys, restore } from '../fixtures/copies.ts';
import { emptyTestOffice, foundation, staff, type TestOffice } from '../fixtures/office.ts';
import { destroy, dueUnits } from '../fixtures/order.ts';

let office: TestOffice;
let machine: TestOffice;
afterEach(async () => {
  await office.remove();
  await machine.remove();
});

it('an office whose pages are under AES does all of it: destruction, key change, backup, restore', async () => {
  office = emptyTestOffice();
  machine = otherMachine(office);
  await office.call('office.create', { ...foundation, cipher: 'sqlcipher' });
  for (const who of ['reviewer', 'approver', 'operator', 'auditor'] as const)
    await office.as('administrator').call('office.addUser', staff[who]);
  const form = await publishMembership(office);
  await capture(office, form, { name: '한결', givenOn: '2025-01-10' });
  const kept = await capture(office, form, { name: '다솜', givenOn: '2026-04-01' });
  const content = pdfOf(3000, 'kept');
  const { attachmentId } = await attach(office, kept.units[0]?.unitId ?? '', content);
  const folders = { backupFolder: medium(office, 'backups'), keysFolder: medium(office, 'keys') };
  await registerKeys(office, folders.keysFolder);
  await backUp(office, folders.backupFolder);

  const formerKey = office.storage.withSecret('databaseKey', (key) => Buffer.from(key));
  const number = await destroy(office, await dueUnits(office));
  const { certificate } = await office.as('auditor').call('register.getCertificate', { number });
  const { method, verification } = electronicContentOf(certificate);
  expect(method.cipher).toEqual({ payloads: 'aes-256-gcm', pages: 'sqlcipher' });
  expect(verification.map(({ result }) => result)).toEqual(verification.map(() => 'pass'));
  const records = join(office.folder, 'records.db');
  expect(keyOpens(records, formerKey, 'sqlcipher')).toBe(false);
  expect(keyOpens(records, formerKey, 'aegis')).toBe(false);
  await office.as('administrator').call('office.changeDatabaseKey', {});

  // The backup of before: what was destroyed since is destroyed again.
  const { report } = await restore(machine, folders);
  expect(report).toMatchObject({ destroyedAgain: { orders: 1, people: 1 }, attachments: 1 });
  expect((await machine.call('office.status', {})).state).toBe('signed_out');
  const { people } = await machine
    .as('clerk')
    .call('collection.listPeople', { search: '', limit: 9, offset: 0 });
  expect(people.map(({ name }) => name)).toEqual(['다솜']);
  expect((await readBack(machine, attachmentId)).equals(content)).toBe(true);
  expect(machine.storage.marker.cipher).toBe('sqlcipher');
});
