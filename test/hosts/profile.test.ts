import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../main/hosts/browser.ts';
import { openChromiumHost } from '../../main/hosts/chromium/open.ts';
import type { Answer } from '../../shared/contract/answer.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/contract/contract.ts';
import { membershipForm } from '../fixtures/consent.ts';
import { openTestOffice, type StaffMember, staff, type TestOffice } from '../fixtures/office.ts';
import { filesBelow, namelessFilesOf, OpenText } from '../fixtures/open-text.ts';
import { createPageFolder } from '../fixtures/page-folder.ts';

/** What is typed into a page, travels through the door and stands on the page: in no file of the browser, while it runs or after. */
const person = { name: '표식한결하늘', telephone: '010-7391-8264', email: 'zyxmarker.qvoth@example.org' };
const text = new OpenText([...Object.values(person), staff.clerk.password]);

let office: TestOffice;
let surroundings: string;
const { folder, page: pageFolder } = createPageFolder();
const before = { TMPDIR: process.env.TMPDIR, HOME: process.env.HOME };
beforeAll(async () => {
  office = await openTestOffice();
  surroundings = mkdtempSync(join(tmpdir(), 'ashbook-surroundings-'));
  for (const name of ['temporary', 'home']) mkdirSync(join(surroundings, name));
  process.env.TMPDIR = join(surroundings, 'temporary');
  process.env.HOME = join(surroundings, 'home');
});
afterAll(async () => {
  Object.assign(process.env, before);
  await office.remove();
  for (const path of [surroundings, folder]) rmSync(path, { recursive: true, force: true });
});

it('the browser keeps nothing of anybody in its profile, its caches or the temporary folder', async () => {
  const browserPath = findBrowser();
  if (browserPath === undefined) throw new Error('These tests need a Chromium; `npm test` installs one.');
  const host = await openChromiumHost({
    dataFolder: office.folder,
    headless: true,
    browserPath,
    pageFolder,
  });
  const { page } = host;
  const call = async <Name extends ChannelName>(
    channel: Name,
    input: ChannelInput<Name>,
  ): Promise<ChannelOutput<Name>> => {
    const answer = (await page.evaluate(([name, value]) => window.ashbook.call(name, value), [
      channel,
      input,
    ] as const)) as Answer;
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
    return answer.value as ChannelOutput<Name>;
  };
  const signIn = (who: StaffMember) => {
    const { signInName, password } = staff[who];
    return call('office.signIn', { signInName, password });
  };
  try {
    await page.waitForSelector('body[data-ready]');
    await signIn('reviewer');
    const { rules } = await call('retention.listRules', {});
    const content = membershipForm(rules[0]?.ruleId ?? '');
    const { formVersionId } = await call('collection.publishForm', { formId: null, content });
    await signIn('clerk');
    const { digest } = await call('collection.getNotice', { formVersionId, language: 'ko' });
    const { personId } = await call('collection.capture', {
      formVersionId,
      language: 'ko',
      noticeDigest: digest,
      personId: null,
      answers: content.purposes.map(({ id }) => ({ purposeId: id, answer: 'given' })),
      values: Object.entries(person).map(([itemCode, value]) => ({ itemCode, value })),
      evidence: { way: 'screen', signature: { width: 400, height: 150, path: 'M10 20L30 40' } },
      otherThan: [],
      guardian: null,
      draftId: null,
      givenOn: '2026-05-03',
    });
    const opened = await call('collection.openPerson', { personId, reason: 'serve_person' });
    expect(opened.name).toBe(person.name);
    // Typed, shown, named in the title, and left behind in the history, as an ordinary browser would remember it.
    await page.fill('#field', person.email);
    await page.evaluate(({ name, telephone }) => {
      document.title = name;
      document.body.append(`${name} ${telephone}`);
      history.pushState({ name }, '', `#${encodeURIComponent(telephone)}`);
    }, person);
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    await page.fill('#field', person.email);
    const files = filesBelow(surroundings);
    // There is a profile, and it was looked at.
    expect(files.length).toBeGreaterThan(10);
    expect(text.inFolders([surroundings, office.parent])).toEqual([]);
    expect(namelessFilesOf(process.pid).filter((file) => file.startsWith(surroundings))).toEqual([]);
  } finally {
    await host.close();
  }
  expect(text.inFolders([surroundings, office.parent])).toEqual([]);
});
