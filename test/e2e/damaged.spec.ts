import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBridge } from '../../main/bridge.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { english, korean, people } from './prepared-desk.ts';

/** An office whose own file says something else than was written, and so does its copy. */
async function damagedOffice(dataFolder: string): Promise<void> {
  const bridge = await startBridge({ dataFolder });
  await bridge.call('office.create', {
    officeName: 'Haneul Clinic',
    timeZone: 'Asia/Seoul',
    jurisdiction: 'korea',
    language: 'en',
    cipher: 'aegis',
    administrator: people.clerk,
    secondUser: people.asker,
  });
  await bridge.close();
  for (const name of ['office.json', 'office.copy.json']) {
    const path = join(dataFolder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"aegis"', '"aegiz"'));
  }
}

test.use({ officeOptions: { prepare: damagedOffice } });

test('a folder that cannot be read is said to be damaged, and set aside for a backup', async ({ page }) => {
  await expect(page.getByRole('heading', { name: english('office.damaged.title') })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: english('office.set_aside.offer') }).click();
  await expect(page.getByRole('heading', { name: english('office.restore.title') })).toBeVisible();
  await expect(page.getByText(/Its keys cannot be read without its office\.json/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: english('office.restore.create_instead') }).click();
  await expect(page.getByText(korean('office.damaged.title'))).toHaveCount(0);
});
