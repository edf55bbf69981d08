import type { Locator, Page } from 'playwright/test';
import { createText } from '../../shared/text/messages.ts';
import { must, publishForm, sitDownAtDesk } from './desk.ts';
import { expect, test } from './office-fixture.ts';

const english = createText('en');
test.use({ officeOptions: { clock: '2026-11-23T02:00:00.000Z' } });

/** A keyboard that counts: strokes that move and choose, apart from the letters of what is written. */
function countedKeyboard(page: Page) {
  let strokes = 0;
  const press = async (key: string) => {
    strokes += 1;
    await page.keyboard.press(key);
  };
  const isFocused = (place: Locator) =>
    place.evaluate(
      (element) => element === document.activeElement || element.contains(document.activeElement),
    );
  return {
    press,
    type: (text: string) => page.keyboard.type(text),
    /** Goes on with Tab until the place has the focus. */
    async tabTo(place: Locator) {
      await place.waitFor();
      for (let step = 0; step < 40; step += 1) {
        if (await isFocused(place)) return;
        await press('Tab');
      }
      throw new Error('the place cannot be reached by Tab');
    },
    get strokes() {
      return strokes;
    },
  };
}

test('a consent is taken by the keyboard alone, from the desk to the receipt, with few strokes besides what is written', async ({
  page,
  call,
}) => {
  await sitDownAtDesk(page, call);
  await publishForm(call);
  const keyboard = countedKeyboard(page);
  await keyboard.press('Alt+2');
  await keyboard.tabTo(page.getByRole('link', { name: english('collection.people.capture') }).first());
  await keyboard.press('Enter');
  const answer = (purpose: string) => page.getByRole('radiogroup', { name: purpose });
  await keyboard.tabTo(answer('Treatment'));
  await keyboard.press('Space');
  await keyboard.tabTo(answer('Newsletter'));
  // Nothing is ticked before: the first answer has the focus, the second one is an arrow away.
  await expect(page.getByRole('article').getByRole('radio', { checked: true })).toHaveCount(1);
  await keyboard.press('ArrowRight');
  await keyboard.tabTo(page.getByRole('textbox', { name: 'Name', exact: true }));
  await keyboard.type('Keyboard Person');
  await keyboard.press('Tab');
  await keyboard.type('010-3434-5656');
  await keyboard.tabTo(page.getByRole('button', { name: english('collection.signature.type_instead') }));
  await keyboard.press('Enter');
  await keyboard.type('Keyboard Person');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: english('collection.result.title') })).toBeVisible();
  await keyboard.tabTo(page.getByRole('button', { name: english('collection.receipt.open') }));
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  // As many as a clerk presses in a quarter of a minute.
  expect(keyboard.strokes).toBeLessThanOrEqual(40);

  const { people } = await must(call, 'collection.listPeople', { search: 'keyboard', limit: 5, offset: 0 });
  const [person] = people;
  const { consents } = await must(call, 'collection.openPerson', {
    personId: person?.personId ?? '',
    reason: 'manage_consent',
  });
  expect(consents[0]?.purposes.map(({ state }) => state)).toEqual(['given', 'refused']);
});
