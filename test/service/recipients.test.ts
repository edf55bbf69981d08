import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const insurance = { name: '한강보험', contact: 'privacy@hangang.example', country: 'KR' };

it('are added by whoever publishes forms and read at every desk that shows forms', async () => {
  const { recipientId } = await office.as('reviewer').call('provision.addRecipient', insurance);
  const { recipientId: other } = await office
    .as('reviewer')
    .call('provision.addRecipient', { name: 'Cloudhaus', contact: '', country: 'DE' });
  const { recipients } = await office.as('clerk').call('provision.listRecipients', {});
  expect(recipients).toMatchObject([
    { recipientId: other, name: 'Cloudhaus', country: 'DE' },
    { recipientId, ...insurance },
  ]);
});

it('cannot be added by a clerk, without a name or with a country that is none', async () => {
  expect(await office.as('clerk').refused('provision.addRecipient', insurance)).toMatchObject({
    code: 'forbidden',
  });
  const reviewer = office.as('reviewer');
  for (const wrong of [{ name: ' ' }, { country: 'Korea' }, { country: 'kr' }]) {
    const error = await reviewer.refused('provision.addRecipient', { ...insurance, ...wrong });
    expect(error).toMatchObject({ code: 'invalid_input', fields: [{ path: Object.keys(wrong)[0] }] });
  }
  expect((await reviewer.call('provision.listRecipients', {})).recipients).toEqual([]);
});
