import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pngOf, sha256Of } from '../fixtures/attachment.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import {
  type Call,
  destroyEverything,
  english,
  goTo,
  korean,
  people,
  prepareDesk,
  proposeEverything,
  sent,
  sitDown,
  speak,
} from './prepared-desk.ts';

let disks: string;
let backups: string;
let keys: string;
test.beforeEach(() => {
  disks = mkdtempSync(join(tmpdir(), 'ashbook-e2e-disks-'));
  [backups, keys] = ['backups', 'keys'].map((name) => join(disks, name)) as [string, string];
  for (const folder of [backups, keys]) mkdirSync(folder);
});
test.afterEach(() => rmSync(disks, { recursive: true, force: true }));

/** A file of somebody's, sent in one piece. */
async function attachScan(call: Call): Promise<void> {
  const { people: found } = await sent(call, 'collection.listPeople', { search: '', limit: 1, offset: 0 });
  const personId = found[0]?.personId ?? '';
  const { consents } = await sent(call, 'collection.openPerson', { personId, reason: 'serve_person' });
  const unitId = consents[0]?.purposes.find(({ unit }) => unit !== null)?.unit?.unitId ?? '';
  const content = pngOf();
  const file = { unitId, fileName: 'scan.png', bytes: content.length };
  const { attachmentId } = await sent(call, 'collection.beginAttachment', file);
  const chunk = content.toString('base64');
  await sent(call, 'collection.appendAttachment', { attachmentId, index: 0, chunk });
  await sent(call, 'collection.finishAttachment', { attachmentId, sha256: sha256Of(content) });
}

test('a backup, a schedule and a medium with keys are made in the window', async ({ page, call }) => {
  await prepareDesk(page, call, 1);
  await goTo(page, '/backups');
  await expect(page.getByText(english('office.backups.none'), { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: english('office.key_copies.register') }).click();
  const medium = page.getByRole('dialog');
  await medium.getByLabel(english('office.key_copies.name')).fill('Red stick, safe');
  await medium.getByLabel(english('office.key_copies.folder')).fill(keys);
  await expectAccessible(page);
  await medium.getByRole('button', { name: english('office.key_copies.register') }).click();
  await expect(medium).toBeHidden();
  await expect(page.getByRole('row', { name: /Red stick, safe/ })).toContainText(
    english('office.key_copies.state.present'),
  );

  await page.getByRole('button', { name: english('office.backups.make') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(english('office.backups.folder')).fill(join(disks, 'nowhere'));
  await dialog.getByRole('button', { name: english('office.backups.make') }).click();
  await expect(dialog.getByText(english('error.path_folder_missing'))).toBeVisible();
  await dialog.getByLabel(english('office.backups.folder')).fill(keys);
  await dialog.getByRole('button', { name: english('office.backups.make') }).click();
  await expect(dialog.getByText(english('error.copies_in_one_folder'))).toBeVisible();
  await dialog.getByLabel(english('office.backups.folder')).fill(backups);
  await dialog.getByRole('button', { name: english('office.backups.make') }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row', { name: /KC-0002/ });
  await expect(row).toContainText(english('office.backups.restorable_with', { count: 1 }));
  await expectAccessible(page);

  await page.getByRole('button', { name: english('office.plan.set') }).click();
  const plan = page.getByRole('dialog');
  await plan.getByLabel(english('office.backups.folder')).fill(backups);
  await plan.getByRole('button', { name: english('office.plan.set') }).click();
  await expect(plan).toBeHidden();
  await expect(page.getByText(english('office.plan.note'))).toBeVisible();

  await row
    .getByRole('button', { name: english('office.backups.check_of', { reference: 'KC-0002' }) })
    .click();
  await expect(page.getByText(english('office.backups.sound', { reference: 'KC-0002' }))).toBeVisible();
  await row.getByRole('button', { name: english('office.backups.end_of', { reference: 'KC-0002' }) }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText(english('office.backups.end_text'));
  await asked.getByRole('button', { name: english('office.backups.end') }).click();
  await expect(row).toBeHidden();
});

test('a copy makes a certificate conditional, and its end completes it', async ({ page, call }) => {
  await prepareDesk(page, call, 1);
  await goTo(page, '/copies');
  await page.getByRole('button', { name: english('office.known_copies.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(english('office.known_copies.where')).fill('Binder in room 3');
  await dialog.getByText(english('office.known_copies.scope_all'), { exact: true }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: english('office.known_copies.add') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /KC-0001/ })).toContainText('Binder in room 3');

  await sitDown(page, call, 'asker');
  const { orderId, digest } = await proposeEverything(call);
  await goTo(page, `/destruction/${orderId}`);
  await expect(page.getByRole('row', { name: /KC-0001/ })).toContainText(
    english('office.order_copies.conditional'),
  );
  await sitDown(page, call, 'approver');
  await sent(call, 'destruction.approveOrder', { orderId, digest });
  await sitDown(page, call, 'operator');
  await sent(call, 'destruction.executeOrder', { orderId, digest });
  await goTo(page, '/register/certificates');
  await expect(page.getByRole('row', { name: /\d{4}-0001/ })).toContainText(
    english('register.certificates.conditional'),
  );

  await sitDown(page, call, 'clerk');
  await goTo(page, '/copies');
  await page
    .getByRole('button', { name: english('office.known_copies.close_of', { reference: 'KC-0001' }) })
    .click();
  await page.getByText(english('office.known_copies.close_destroyed'), { exact: true }).click();
  await page.getByRole('button', { name: english('office.known_copies.close_submit'), exact: true }).click();
  await expect(page.getByText(/completion \d{4}-0002 was issued/)).toBeVisible();
  await goTo(page, '/register/certificates');
  await page.getByRole('link', { name: /-0002$/ }).click();
  await expect(page.getByRole('article').first().locator('canvas[data-drawn]')).toBeVisible();
  await expect(page.getByRole('article').first()).toContainText('Completion');
  await expectAccessible(page);
});

test.describe('on another machine', () => {
  test('an office is restored in place of the first run', async ({ page, call, dataFolder }) => {
    await prepareDesk(page, call, 2);
    await attachScan(call);
    await sent(call, 'office.registerVaultMedium', { folder: keys, name: 'Red stick' });
    await sent(call, 'office.backUp', { folder: backups });
    const [root = ''] = readdirSync(backups);
    rmSync(join(backups, root, 'attachments'), { recursive: true });
    await destroyEverything(page, call);
    await sent(call, 'office.signOut', {});
    // The office's own folder is gone, as on a machine that never had one.
    renameSync(dataFolder, `${dataFolder}-former`);
    mkdirSync(dataFolder);
    try {
      await page.reload();
      await page.getByRole('button', { name: english('office.restore.offer') }).click();
      await expectAccessible(page);
      await page.getByLabel(english('office.restore.backup_folder')).fill(backups);
      await page.getByLabel(english('office.restore.keys_folder')).fill(keys);
      await page.getByRole('button', { name: english('office.restore.look') }).click();
      await page.getByLabel(english('office.user.sign_in_name')).fill(people.clerk.signInName);
      await page.getByRole('textbox', { name: english('office.user.password') }).fill(people.clerk.password);
      await expectAccessible(page);
      const submit = page.getByRole('button', { name: english('office.restore.submit'), exact: true });
      await submit.click();
      // A file of it is gone: that is said, and the rest is offered.
      await expect(page.getByText(english('error.backup_damaged', { part: 'attachment' }))).toBeVisible();
      await page.getByText(english('office.restore.leave_out'), { exact: true }).click();
      await expectAccessible(page);
      await submit.click();
      await expect(page.getByText(english('office.restore.done'), { exact: true })).toBeVisible();
      await expect(page.getByText(english('office.restore.done_left_out'))).toBeVisible();
      await expect(
        page.getByText(english('office.restore.done_destroyed_value', { orders: 1, units: 2, people: 2 })),
      ).toBeVisible();
      await page.getByRole('button', { name: english('office.restore.sign_in') }).click();
      await expect(page.getByRole('heading', { name: english('office.sign_in.title') })).toBeVisible();
    } finally {
      rmSync(`${dataFolder}-former`, { recursive: true, force: true });
    }
  });
});

test('every screen of copies can be read in Korean and in the dark', async ({ page, call }) => {
  await prepareDesk(page, call, 1);
  await sent(call, 'office.registerVaultMedium', { folder: keys, name: '빨간 USB' });
  await sent(call, 'office.backUp', { folder: backups });
  await speak(call, 'ko', 'dark');
  await page.reload();
  await goTo(page, '/backups');
  await expect(page.getByRole('heading', { name: korean('office.backups.title') })).toBeVisible();
  await expectAccessible(page);
  await goTo(page, '/copies');
  await expect(page.getByRole('row', { name: /KC-0001/ })).toContainText(
    korean('office.known_copies.kind.vault_copy'),
  );
  await expectAccessible(page);
});
