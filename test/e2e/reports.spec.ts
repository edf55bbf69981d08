import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './office-fixture.ts';
import { destroyEverything, english, goTo, korean, prepareDesk, sitDown, speak } from './prepared-desk.ts';

test('reports are filtered, drawn, saved as the table that stands on screen, and printed as the official form', async ({
  page,
  call,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'ashbook-e2e-reports-'));
  try {
    await prepareDesk(page, call, 2);
    await destroyEverything(page, call);
    await sitDown(page, call, 'asker');
    await goTo(page, '/register/reports/consents');
    await goTo(page, '/register/reports/audit');
    const title = english('register.report.audit.title');
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    const lines = page.getByRole('grid', { name: title });
    await expect(
      page.getByRole('figure', { name: english('register.report.chart.entries_by_room') }),
    ).toBeVisible();
    await expectAccessible(page);

    // The keyboard alone chooses a room; the lines and the charts follow.
    const room = page.getByRole('button', { name: english('register.report.filter.room') });
    await room.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: english('common.room.destruction') }).press('Enter');
    await expect(lines.getByText(english('register.audit.code.destruction.order_proposed'))).toBeVisible();
    await expect(lines.getByText(english('register.audit.code.collection.consent_captured'))).toHaveCount(0);
    const drawn = page.getByRole('table', { name: english('register.report.chart.entries_by_room') });
    await expect(drawn.getByRole('row')).toHaveCount(1);

    // What is saved is what stands there.
    await page.getByRole('button', { name: english('register.report.save') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(english('office.document.format.csv'), { exact: true }).click();
    await dialog.getByLabel(english('office.document.save.folder'), { exact: true }).fill(folder);
    await dialog.getByRole('button', { name: english('office.document.save.submit'), exact: true }).click();
    await expect(dialog).toBeHidden();
    const saved = readFileSync(join(folder, 'ashbook-report-audit.csv'), 'utf8').trim().split('\r\n');
    const shown = await lines.getByRole('row').allTextContents();
    expect(saved).toHaveLength(shown.length);
    for (const [place, line] of saved.entries()) {
      const [number = '', , deed = ''] = line.replace('\ufeff', '').split(',');
      expect(shown[place]).toContain(number);
      expect(shown[place]).toContain(deed);
    }

    await page.getByRole('button', { name: english('register.report.filter.clear') }).click();
    await expect(drawn.getByRole('row')).not.toHaveCount(1);

    await speak(call, 'ko', 'dark');
    await sitDown(page, call, 'approver');
    await goTo(page, '/register/reports/destruction');
    const ledger = korean('register.report.destruction.title');
    await expect(page.getByRole('grid', { name: ledger })).toContainText(
      korean('destruction.cause.period_ends'),
    );
    // Columns over time have a table behind them.
    await page.getByText(korean('register.report.chart.as_table')).click();
    await expect(
      page
        .getByRole('table', { name: korean('register.report.chart.destroyed_by_month') })
        .getByRole('cell', { name: '2', exact: true }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: korean('register.report.open') }).click();
    const paper = page.getByRole('article').first();
    await expect
      .poll(async () => (await paper.textContent())?.replaceAll(/\s/gu, ''))
      .toContain('번호개인정보파일명자료의종류생성일폐기일폐기사유처리담당자처리부서장');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('how long evidence stays is shown with its rule; a weekly sheet is asked for, printed and filed', async ({
  page,
  call,
}) => {
  await prepareDesk(page, call, 1);
  await sitDown(page, call, 'asker');
  await goTo(page, '/register/evidence');
  const table = page.getByRole('grid', { name: english('register.evidence.title') });
  await expect(table).toContainText('Civil Act art. 766(2)');
  await expect(
    table.getByRole('button', { name: english('register.evidence.propose') }).first(),
  ).toBeDisabled();
  await expectAccessible(page);
  await goTo(page, '/register/audit-log');
  await page.getByText(english('register.sheet.wanted'), { exact: true }).click();
  await expect(page.getByText(english('register.sheet.due'))).toBeVisible();
  await goTo(page, '/');
  await expect(page.getByText(english('office.task.weekly_sheet'))).toBeVisible();
  await page.getByRole('link', { name: english('office.task.weekly_sheet_action') }).click();
  await page.getByRole('button', { name: english('register.checkpoint.sign') }).click();
  const dialog = page.getByRole('dialog');
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await dialog.getByRole('button', { name: english('office.document.print') }).click();
  await expect(dialog.getByRole('button', { name: english('office.document.print') })).toBeEnabled();
  await dialog.getByRole('button', { name: english('common.close') }).click();
  const sheets = page.getByRole('grid', { name: english('register.sheet.title') });
  await sheets.getByRole('button').click();
  await expect(sheets.getByRole('button')).toHaveCount(0);
  await expect(page.getByText(english('register.sheet.due'))).toHaveCount(0);
  await expectAccessible(page);
});
