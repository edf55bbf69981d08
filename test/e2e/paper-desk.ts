import { expect, type Page } from 'playwright/test';
import type { InterruptionReason } from '../../shared/domain/destruction/paper-batch.ts';
import { expectAccessible } from './accessibility.ts';
import { english, people } from './prepared-desk.ts';

/** What is done with paper in the window: scanning, batches, signatures. */

/**
 * What a keyboard-wedge scanner does: the whole label, 5 ms a key, then Enter. The keys carry the moments at which a scanner would have
 * pressed them: on a busy computer drawing one sign in a field takes longer than a scanner for all of them.
 */
export async function scan(page: Page, label: string): Promise<void> {
  await page.evaluate((signs) => {
    let at = performance.now();
    const press = (key: string, code: string) => {
      const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true });
      at += 5;
      Object.defineProperty(event, 'timeStamp', { value: at });
      return (document.activeElement ?? document.body).dispatchEvent(event);
    };
    for (const sign of signs) {
      if (!press(sign, /[0-9]/.test(sign) ? `Digit${sign}` : `Key${sign}`)) continue;
      if (document.activeElement instanceof HTMLInputElement) document.execCommand('insertText', false, sign);
    }
    press('Enter', 'Enter');
  }, label);
}

/** What a scanner enters into the field of an order's page, which is empty again afterwards. */
export async function enter(page: Page, field: string, label: string): Promise<void> {
  const box = page.getByRole('textbox', { name: field });
  await box.fill(label);
  await box.press('Enter');
}

/** The clerk watches. */
export async function beginBatch(page: Page, by: RegExp): Promise<void> {
  await page.getByRole('button', { name: english('destruction.paper.by') }).click();
  await page.getByRole('option', { name: by }).click();
  await page.getByRole('button', { name: english('documents.paper.witness') }).click();
  await page.getByRole('option', { name: people.clerk.displayName }).click();
  await page.getByRole('button', { name: english('destruction.paper.start.action') }).click();
}

export async function feed(page: Page, box: { label: string; code: string }): Promise<void> {
  await enter(page, english('destruction.paper.feed.label'), box.label);
  await expect(page.getByText(`${box.code} may go in.`, { exact: false })).toBeVisible();
}

/** Ends a batch; with a reason it is interrupted. What was measured is what was registered. */
export async function stopBatch(
  page: Page,
  sheets: string,
  { because, end = 'destruction.paper.stop.done' }: { because?: InterruptionReason; end?: StopButton } = {},
): Promise<void> {
  const how = because === undefined ? end : 'destruction.paper.stop.interrupted';
  await page.getByRole('button', { name: english(how) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: english('destruction.paper.amount.measured') }).fill(sheets);
  if (because !== undefined) {
    await dialog.getByRole('button', { name: english('destruction.paper.stop.reason') }).click();
    await page.getByRole('option', { name: english(`documents.paper.interruption.${because}`) }).click();
  }
  await dialog.getByRole('button', { name: english('destruction.paper.stop.action') }).click();
}
type StopButton = 'destruction.paper.stop.done' | 'destruction.paper.stop.done_by_hand';

/** Operator and witness draw their names, and the witness types the password. */
export async function signBoth(page: Page): Promise<void> {
  await expect(page.getByText(english('destruction.paper.sign.title'))).toBeVisible();
  for (const group of [
    english('destruction.paper.sign.operator', { number: 4 }),
    english('destruction.paper.sign.witness', { number: 1 }),
  ]) {
    const pad = page.getByRole('group', { name: group }).locator('canvas');
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (box === null) throw new Error('somewhere to sign');
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 50, { steps: 6 });
    await page.mouse.up();
  }
  await page
    .getByLabel(english('destruction.paper.sign.password', { number: 1 }))
    .fill(people.clerk.password);
  await expectAccessible(page);
  await page.getByRole('button', { name: english('destruction.paper.sign.action') }).click();
}
