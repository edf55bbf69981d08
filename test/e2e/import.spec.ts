import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Page } from 'playwright/test';
import { createText } from '../../shared/text/messages.ts';
import { expectAccessible } from './accessibility.ts';
import { goTo, must, publishForm, sitDownAtDesk } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');

test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

const file = [
  '2021년 환자 명단,,,,,',
  '성명,연락처,동의일자,진료,소식지,전자우편',
  '=HYPERLINK(A1),+82 10-1234-5678,2026-03-02,동의,미동의,',
  '이몽룡,010-2222-3333,2026.4.5,O,O,lee@example.org',
  '김이름,없음,2021-04-05,O,X,',
  ',010-5555-6666,2021-04-05,O,X,',
  '이몽룡,010-2222-3333,2026.4.5,O,O,lee@example.org',
].join('\r\n');

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: english('collection.import.choose'), exact: true }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('past consents come in from a Korean spreadsheet, are found, and leave again as a table', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await publishForm(call);
  await goTo(page, '/collection/import');
  await expectAccessible(page);

  // What is no table is said to be none, whatever it is called.
  await choose(page, 'list.csv', Buffer.from('%PDF-1.7'));
  await expect(page.getByText(english('error.import_file_unknown'))).toBeVisible();

  await choose(page, 'patients.csv', iconv.encode(file, 'cp949'));
  await expect(page.getByText(english('collection.import.encoding.cp949')).first()).toBeVisible();
  const target = (heading: string) =>
    page.getByRole('button', { name: english('collection.import.target.of', { heading }) });
  await expect(target('성명')).toContainText(english('collection.import.target.item', { item: 'Name' }));
  await expect(target('동의일자')).toContainText(english('collection.import.target.given_on'));
  await expect(target('소식지')).toContainText(
    english('collection.import.target.answer', { purpose: 'Newsletter' }),
  );
  await expectAccessible(page);
  await button(page, english('collection.import.check')).click();

  await expect(page.getByRole('gridcell', { name: /^성명/ })).toContainText(
    english('collection.import.problem.missing'),
  );
  await expect(page.getByRole('gridcell', { name: /없음/ })).toContainText(
    english('collection.import.problem.malformed'),
  );
  await expectAccessible(page);
  const run = button(page, english('collection.import.run', { count: 2 }));
  await expect(run).toBeDisabled();
  await page.getByText(english('collection.import.leave_out_agreed', { count: 3 })).click();
  await run.click();
  await expect(
    page.getByRole('heading', { name: english('collection.import.done', { people: 2, consents: 2 }) }),
  ).toBeVisible();
  await expect(page.getByText(english('collection.import.done_left_out', { count: 3 }))).toBeVisible();
  // Whoever may not report what became of the file is told who does.
  await expect(page.getByText(english('collection.import.done_source_told'))).toBeVisible();
  await expectAccessible(page);

  // The file is a copy that somebody has to deal with, and the desk says so.
  await goTo(page, '/');
  await expect(page.getByText(english('office.task.import_sources', { count: 1 }))).toBeVisible();

  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog').getByRole('searchbox');
  await search.fill('ㅇㅁㄹ');
  await expect(page.getByRole('option', { name: /이몽룡/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await button(page, english('collection.use_reason.open')).click();
  await expect(page.getByRole('heading', { name: '이몽룡' })).toBeVisible();

  const folder = mkdtempSync(join(tmpdir(), 'ashbook-e2e-export-'));
  try {
    await goTo(page, '/collection/people');
    await button(page, english('collection.export')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(english('collection.export.consents'), { exact: true }).click();
    await dialog.getByRole('button', { name: english('collection.export.form') }).click();
    await page.getByRole('option', { name: 'Patient registration' }).click();
    await expect(dialog.getByText(english('collection.export.rows', { count: 2 }))).toBeVisible();
    await expectAccessible(page);
    await button(page, english('collection.export.next')).click();
    await dialog.getByText(english('office.document.format.csv'), { exact: true }).click();
    await dialog.getByLabel(english('office.document.save.folder'), { exact: false }).first().fill(folder);
    await button(page, english('office.document.save.submit')).click();
    await expect(dialog).toHaveCount(0);
    const table = readFileSync(join(folder, 'ashbook-consents.csv'), 'utf8');
    // What would be calculated is text; a telephone number stays one.
    expect(table).toContain("'=HYPERLINK(A1),2026-03-02,1,Agreed,Not agreed,+82 10-1234-5678,");
    expect(table).toContain('이몽룡,2026-04-05');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('an import that is stopped leaves nothing, and is done again from where it was', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await publishForm(call);
  const rows = Array.from(
    { length: 4000 },
    (_, at) => `환자${at},010-1000-${String(at).padStart(4, '0')},2026-03-02,O,X,`,
  );
  await goTo(page, '/collection/import');
  const many = Buffer.from(['성명,연락처,동의일자,진료,소식지,전자우편', ...rows].join('\n'));
  await choose(page, 'many.csv', many);
  await button(page, english('collection.import.check')).click();
  await button(page, english('collection.import.run', { count: 4000 })).click();
  await button(page, english('common.progress.stop')).click();
  await expect(page.getByText(english('collection.import.stopped'))).toBeVisible();
  const { total } = await must(call, 'collection.listPeople', { search: '', limit: 1, offset: 0 });
  expect(total).toBe(0);
  await goTo(page, '/collection/people');
  await goTo(page, '/collection/import');
  await expect(page.getByText(english('collection.import.history.cancelled'))).toBeVisible();
});
