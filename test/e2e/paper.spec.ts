import type { Page } from 'playwright/test';
import { createText } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, sitDownAtDesk } from './desk.ts';
import { expect, test } from './office-fixture.ts';
import { scan } from './paper-desk.ts';

const english = createText('en');

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const list = [
  'Box number,Title,Site,Room,Shelf,Date,Sheets',
  ...Array.from(
    { length: 40 },
    (_, index) =>
      `2019-${String(index + 1).padStart(2, '0')},Complaints ${index + 1},HQ-1,R-1,${index < 20 ? 'A-1' : 'A-2'},2021-03-02,900`,
  ),
].join('\r\n');

test('40 boxes come in from a list, are labelled and scanned, and an inventory finds two missing', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await goTo(page, '/paper/import');
  await expectAccessible(page);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button(page, english('collection.import.choose')).click(),
  ]);
  await chooser.setFiles({ name: 'boxes.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await expect(
    page.getByRole('button', { name: english('paper.import.target_of', { heading: 'Shelf' }) }),
  ).toContainText(english('paper.target.shelf'));
  await button(page, english('collection.import.check')).click();
  await button(page, english('paper.import.run', { count: 40 })).click();
  await expect(page.getByText(english('paper.import.done', { count: 40 }))).toBeVisible();

  // Labels for all of them, from the second place of a sheet on.
  await button(page, english('paper.label.open')).click();
  await button(page, english('paper.label.start_at', { place: 2 })).click();
  await expectAccessible(page);
  await button(page, english('paper.label.show')).click();
  await expect(page.getByText(english('office.document.pages', { count: 2 }))).toBeVisible();
  await page.keyboard.press('Escape');

  const { entries } = await must(call, 'paper.listEntries', {
    parentId: null,
    depth: 'below',
    limit: 100,
    offset: 0,
  });
  const labelOf = (code: string) => entries.find((entry) => entry.code === code)?.label ?? '';

  // A scan opens the box from any screen, also while somebody types, and leaves what was typed as it was.
  await goTo(page, '/collection/people');
  const field = page.getByRole('searchbox').first();
  await field.click();
  await page.keyboard.type('Hong', { delay: 90 });
  await scan(page, labelOf('2019-07'));
  await expect(page.getByRole('heading', { name: `${english('paper.kind.box')} 2019-07` })).toBeVisible();
  await expectAccessible(page);
  // By its code from the search of the window.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').fill('2019-31');
  await page.getByRole('option', { name: '2019-31' }).click();
  await expect(page.getByRole('heading', { name: `${english('paper.kind.box')} 2019-31` })).toBeVisible();

  // Two boxes from one shelf to another: box, box, shelf, one button.
  await goTo(page, '/paper/scan');
  await expect(page.getByRole('heading', { name: english('paper.scan.title') })).toBeVisible();
  for (const code of ['2019-01', '2019-02', 'A-2']) {
    await scan(page, labelOf(code));
    await expect(page.getByText(code, { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await button(page, english('paper.scan.put', { code: 'A-2' })).click();
  await expect(page.getByText(english('paper.deed.move.done', { count: 2 }))).toBeVisible();

  // The inventory of a shelf: 20 boxes and the two that came; two are not there.
  await goTo(page, '/paper/inventories');
  await expect(page.getByRole('heading', { name: english('paper.inventories.title') })).toBeVisible();
  await scan(page, labelOf('A-2'));
  await expect(
    page.getByRole('heading', { name: english('paper.inventory.title', { code: 'A-2' }) }),
  ).toBeVisible();
  const there = entries
    .map(({ code }) => code)
    .filter((code) => code >= '2019-21' && code <= '2019-38')
    .concat('2019-01', '2019-02');
  const last = page.getByRole('region', { name: english('paper.inventory.scanning') }).getByRole('status');
  for (const code of there) {
    await scan(page, labelOf(code));
    await expect(last).toContainText(code);
  }
  await scan(page, labelOf('2019-05'));
  await expect(last).toContainText(english('paper.seen.unexpected'));
  await expectAccessible(page);
  await button(page, english('paper.inventory.close')).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: english('paper.inventory.close') })
    .click();
  await expect(page.getByText(english('paper.inventory.close.done', { missing: 2, moved: 1 }))).toBeVisible();
  for (const code of ['2019-39', '2019-40']) {
    await expect(page.getByRole('row', { name: new RegExp(code) })).toContainText(
      english('paper.finding.missing'),
    );
  }
  await goTo(page, '/');
  await expect(page.getByText(english('office.task.paper_missing', { count: 2 }))).toBeVisible();
});

test.describe('the camera', () => {
  test.use({ officeOptions: { camera: true } });

  test('looks for labels while its dialog is open, and the room is worked in Korean', async ({
    page,
    call,
  }) => {
    const korean = createText('ko');
    await sitDownAtDesk(page, call);
    await goTo(page, '/paper');
    await page.getByText('한국어').click();
    await button(page, korean('paper.camera.open')).click();
    await expect(page.getByText(korean('paper.camera.hint'))).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: korean('common.close') })
      .click();
    await button(page, korean('paper.register.open')).first().click();
    await page.getByRole('dialog').getByLabel(korean('paper.field.code')).fill('HQ-1');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: korean('paper.register.save') })
      .click();
    await expect(page.getByRole('dialog').getByText('HQ-1')).toBeVisible();
  });
});
