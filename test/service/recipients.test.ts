import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { provisionOf, publishThirdPartyForm } from '../fixtures/third-party.ts';

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

it('change without changing what was published, provided or given before', async () => {
  const form = await publishThirdPartyForm(office);
  const { recipientId } = form;
  await capture(office, form, { additional: true });
  const reviewer = office.as('reviewer');
  const provided = provisionOf(form);
  await office.as('clerk').call('provision.recordProvision', provided);
  office.clock.advance({ hours: 1 });
  const renamed = { name: '한강화재', contact: 'dpo@hangang.example', country: 'KR' };
  expect(await reviewer.call('provision.changeRecipient', { recipientId, ...renamed })).toEqual({
    version: 2,
  });
  office.clock.advance({ hours: 1 });
  await office.as('clerk').call('provision.recordProvision', provided);
  const { recipients } = await reviewer.call('provision.listRecipients', {});
  expect(recipients).toMatchObject([{ recipientId, ...renamed, version: 2, retired: false }]);
  const { provisions } = await reviewer.call('provision.listProvisions', {
    recipientId: null,
    show: 'all',
    limit: 10,
    offset: 0,
  });
  expect(provisions.map(({ recipientName }) => recipientName)).toEqual(['한강화재', '한강보험']);
  const { content } = await reviewer.call('collection.getForm', { formVersionId: form.formVersionId });
  expect(JSON.stringify(content)).toContain('한강보험');
  expect(() => office.storage.database.run('UPDATE recipient_versions SET version = 7')).toThrow(
    'append-only',
  );
});

it('are put on no form and provided with nothing once they are retired, until they are taken back', async () => {
  const form = await publishThirdPartyForm(office);
  const { recipientId } = form;
  await capture(office, form, { additional: true });
  const reviewer = office.as('reviewer');
  await reviewer.call('provision.retireRecipient', { recipientId, retired: true });
  const publishAgain = { formId: form.formId, content: form.content };
  expect((await reviewer.refused('collection.publishForm', publishAgain)).code).toBe('recipient_retired');
  expect((await office.as('clerk').refused('provision.recordProvision', provisionOf(form))).code).toBe(
    'recipient_retired',
  );
  const { recipients } = await reviewer.call('provision.listRecipients', {});
  expect(recipients).toMatchObject([{ recipientId, retired: true }]);
  await reviewer.call('provision.retireRecipient', { recipientId, retired: false });
  await reviewer.call('collection.publishForm', publishAgain);
  const unknown = { recipientId: crypto.randomUUID(), retired: true };
  expect((await reviewer.refused('provision.retireRecipient', unknown)).code).toBe('not_found');
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
