import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** Fails on anything axe calls serious or critical on the page as it is shown now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Otherwise axe gathers its findings in a second page, and the host keeps to one.
    .setLegacyMode()
    // react-aria's announcer names buttons that may be gone by the time it is looked at; it is emptied after seconds.
    .exclude('[data-live-announcer]')
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))).toEqual(
    [],
  );
}
