import { expect, test } from './office-fixture.ts';

test('the window opens on the application, and the page reaches the records thread', async ({
  page,
  call,
}) => {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page).toHaveTitle('Ashbook');
  expect(await call('office.status', {})).toMatchObject({ ok: true });
  expect(await call('office.noSuchThing', {})).toMatchObject({ ok: false });
});

test('what is typed or kept by the page stays in its memory', async ({ page }) => {
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(kept).toEqual({ local: {}, session: {}, cookies: '', databases: 0, caches: 0, workers: 0 });
});
