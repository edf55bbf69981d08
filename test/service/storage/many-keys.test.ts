import { afterAll, expect, it } from 'vitest';
import { sealAead } from '../../../main/storage/cryptography.ts';
import { changeEpoch } from '../../../main/storage/epoch-change.ts';
import { makeOffice, reopen, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

it('carries 100,000 keys through an epoch and loses only those dropped', { timeout: 60_000 }, async ({
  annotate,
}) => {
  const office = await makeOffice(folder);
  const ids = office.vault.addDataKeys(100_000);
  changeEpoch(office, {});
  const sealing = milliseconds(() => void office.currentVault.seal());
  const key = Buffer.alloc(32);
  const encryptionAlone = milliseconds(() => void sealAead(key, Buffer.alloc(4_800_000), key));
  const one = milliseconds(() => void changeEpoch(office, { dropKeyIds: ids.slice(0, 1) }));
  const thousand = milliseconds(() => void changeEpoch(office, { dropKeyIds: ids.slice(1, 1001) }));
  const adding = milliseconds(() => void office.vault.addDataKey());
  office.close();
  // Ratios are reported, not asserted: they depend on the machine and its disk.
  await annotate(
    `100,000 keys: serialise and seal ${(sealing / encryptionAlone).toFixed(1)} x encryption alone ` +
      `(${sealing.toFixed(0)} ms); epoch without 1 key ${one.toFixed(0)} ms, without 1,000 ${thousand.toFixed(0)} ms; ` +
      `one new key ${adding.toFixed(1)} ms`,
  );
  const again = await reopen(folder);
  expect(ids.findIndex((id) => again.vault.hasDataKey(id))).toBe(1001);
  expect(ids.filter((id) => again.vault.hasDataKey(id))).toHaveLength(98_999);
  again.close();
});
