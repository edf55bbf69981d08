import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { medium } from '../../fixtures/copies.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';

/** What becomes of the medium when the copy of the keys is on it. */
let afterWriting: ((folder: string) => void) | undefined;
vi.mock('../../../main/storage/vault-copy.ts', async (original) => {
  const actual = await original<typeof import('../../../main/storage/vault-copy.ts')>();
  return {
    ...actual,
    createVaultCopy: (...given: Parameters<typeof actual.createVaultCopy>) => {
      const made = actual.createVaultCopy(...given);
      afterWriting?.(given[1].folder);
      return made;
    },
  };
});

let office: TestOffice;
let folder: string;
beforeEach(async () => {
  office = await openTestOffice();
  folder = medium(office, 'stick');
});
afterEach(async () => {
  afterWriting = undefined;
  await office.remove();
});

const failing = () => {
  throw new Refusal('medium_unreachable');
};
const register = () =>
  office.as('administrator').refused('office.registerVaultMedium', { folder, name: 'safe stick' });
const copies = (show: 'outstanding' | 'ended') =>
  office.as('administrator').call('office.listKnownCopies', { show, limit: 5, offset: 0 });

it('a medium pulled out while it is registered stays on the list: it has the keys on it', async () => {
  afterWriting = (where) => {
    renameSync(where, `${where}-pulled-out`);
    failing();
  };
  expect((await register()).code).toBe('medium_unreachable');
  expect((await copies('outstanding')).copies).toMatchObject([{ kind: 'vault_copy', how: null }]);
  expect((await copies('ended')).total).toBe(0);
  expect(existsSync(join(`${folder}-pulled-out`, 'ashbook-keys'))).toBe(true);
});

it('a medium that is still there is cleared, and the list says so', async () => {
  afterWriting = failing;
  expect((await register()).code).toBe('medium_unreachable');
  expect((await copies('outstanding')).total).toBe(0);
  expect((await copies('ended')).copies).toMatchObject([{ kind: 'vault_copy', how: 'destroyed' }]);
  expect(existsSync(join(folder, 'ashbook-keys', 'current'))).toBe(false);
});
