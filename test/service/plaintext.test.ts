import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import { membershipForm } from '../fixtures/consent.ts';
import { openTestOffice, staff, type TestOffice } from '../fixtures/office.ts';
import { filesBelow, OpenText } from '../fixtures/open-text.ts';
import { StdioOffice } from '../fixtures/stdio-office.ts';

/** Strings that stand nowhere else: what is searched for in every file. */
const doomed = {
  name: '표식 한결하늘',
  telephone: '010-7391-8264',
  email: 'zyxmarker.qvoth@example.org',
  note: 'wants the violet zeppelin at noon',
  signature: 'M7391 8264L1357 2468C11 22 33 44 55 66',
};
const kept = {
  name: 'Qwmarker Vossberg',
  telephone: '010-5527-9916',
  email: 'second.marker@example.org',
  note: '보라색 우산을 찾으러 옴',
  signature: 'M5527 9916L8642 9753',
};
const mistyped = { search: '없는사람 표식', password: 'mistyped-marker-9' };
const vendor = {
  name: '표식택배 Courier',
  task: 'delivers violet boxes',
  contact: 'marker.contact@courier.example',
};
const hold = { authority: '표식지방법원', reason: 'case of the violet umbrella' };
const staffStrings = Object.values(staff).flatMap((member) => [
  member.displayName,
  member.signInName,
  member.password,
]);
/** Half of a consent, of somebody who has agreed to nothing yet. */
const half = { name: '표식 반쯤쓴사람', guardian: 'Guardmarker Quillon', signature: 'M8318 2746L5391 6402' };
const markers = [doomed, kept, mistyped, vendor, hold, half]
  .flatMap((one) => Object.values(one))
  .concat(staffStrings);

let office: TestOffice;
let surroundings: string;
let program: StdioOffice;
let env: Record<string, string>;
beforeEach(async () => {
  office = await openTestOffice();
  surroundings = mkdtempSync(join(tmpdir(), 'ashbook-surroundings-'));
  for (const name of ['temporary', 'home', 'saved']) mkdirSync(join(surroundings, name));
  const temporary = join(surroundings, 'temporary');
  const home = join(surroundings, 'home');
  env = {
    TMPDIR: temporary,
    SQLITE_TMPDIR: temporary,
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
  };
  program = new StdioOffice(office.folder, { env });
});
afterEach(async () => {
  program.child.kill('SIGKILL');
  await office.remove();
  rmSync(surroundings, { recursive: true, force: true });
});

const text = new OpenText(markers);

/** Where a marker lies open: in a file's content or name, or in what the program printed besides its answers. */
function found(): string[] {
  return [
    ...text.inFolders([office.parent, surroundings]),
    ...text.in('standard error', Buffer.from(program.errors)),
  ];
}

it('no personal data lies open in any file or log, while running, after a destruction and after the end', {
  timeout: 120_000,
}, async () => {
  const today = Temporal.Now.plainDateISO('Asia/Seoul');
  await program.confirmDate();
  const { rules } = await program.call('retention.listRules', {});
  const rule = rules.find(({ content }) => content.period === 'P1Y')?.ruleId ?? '';
  const content = membershipForm(rule);
  const { formVersionId } = await program.call('collection.publishForm', { formId: null, content });
  const [essential, additional] = content.purposes.map((purpose) => purpose.id);

  await program.signIn('clerk');
  const { digest: noticeDigest } = await program.call('collection.getNotice', {
    formVersionId,
    language: 'ko',
  });
  const captureOf = (
    person: typeof doomed,
    givenOn: Temporal.PlainDate,
  ): ChannelInput<'collection.capture'> => ({
    formVersionId,
    language: 'ko',
    noticeDigest,
    personId: null,
    answers: [
      { purposeId: essential ?? '', answer: 'given' },
      { purposeId: additional ?? '', answer: 'given' },
    ],
    values: [
      { itemCode: 'name', value: person.name },
      { itemCode: 'telephone', value: person.telephone },
      { itemCode: 'email', value: person.email },
      { itemCode: 'request_note', value: person.note },
    ],
    evidence: { way: 'screen', signature: { width: 400, height: 150, path: person.signature } },
    otherThan: [],
    guardian: null,
    draftId: null,
    givenOn: givenOn.toString(),
  });
  const gone = await program.call('collection.capture', captureOf(doomed, today.subtract({ years: 2 })));
  const rest = await program.call('collection.capture', captureOf(kept, today));
  await program.call('collection.openPerson', { personId: gone.personId, reason: 'serve_person' });
  await program.call('collection.listPeople', { search: doomed.name, limit: 10, offset: 0 });
  await program.call('provision.addVendor', { ...vendor, contractEndsOn: null, doesMarketing: false });
  expect(found()).toEqual([]);

  // What is refused must leave no trace either.
  expect(await program.code('collection.capture', { ...captureOf(doomed, today), extra: kept.note })).toBe(
    'invalid_input',
  );
  expect(await program.code(`collection.${doomed.name}`, {})).toBe('unknown_channel');
  expect(await program.code('collection.listPeople', { search: mistyped.search, limit: 0, offset: 0 })).toBe(
    'invalid_input',
  );
  expect(
    await program.code('office.signIn', { signInName: mistyped.search, password: mistyped.password }),
  ).toBe('wrong_password');
  expect((await program.raw(`{"id":1,"channel":"${doomed.name}`)).ok).toBe(false);
  await program.call('office.lock', {});
  expect(found()).toEqual([]);

  await program.signIn('reviewer');
  const { units } = await program.call('retention.listUnits', { show: 'due', limit: 10, offset: 0 });
  const unitIds = units.map((unit) => unit.unitId);
  expect(unitIds).toHaveLength(2);
  const { holdId } = await program.call('retention.placeHold', { unitIds, ...hold });
  await program.call('retention.listHolds', {});
  await program.call('retention.requestHoldRelease', { holdId });
  await program.signIn('approver');
  await program.call('retention.decideHoldRelease', { holdId, decision: 'release' });
  await program.signIn('reviewer');
  const order = await program.call('destruction.proposeOrder', { unitIds });
  const { orderId, digest } = order;
  await program.signIn('approver');
  await program.call('destruction.approveOrder', { orderId, digest });
  await program.signIn('operator');
  const { certificateNumber } = await program.call('destruction.executeOrder', { orderId, digest });
  const number = certificateNumber ?? '';
  for (const format of ['pdf', 'json'] as const) {
    await program.call('register.certificate', {
      ask: { number },
      format,
      languages: ['en', 'ko'],
      to: { way: 'file', path: join(surroundings, 'saved', `certificate.${format}`), replace: false },
    });
  }
  expect(found()).toEqual([]);

  await program.signIn('clerk');
  const person = await program.call('collection.openPerson', {
    personId: rest.personId,
    reason: 'serve_person',
  });
  expect(person.name).toBe(kept.name);
  expect(
    await program.code('collection.openPerson', { personId: gone.personId, reason: 'serve_person' }),
  ).toBe('not_found');
  await program.call('office.signOut', {});
  expect(found()).toEqual([]);
  expect(await program.end()).toBe(0);
  expect(found()).toEqual([]);
  expect(filesBelow(join(surroundings, 'temporary'))).toEqual([]);
  expect(filesBelow(join(surroundings, 'saved'))).toHaveLength(2);
});

it('nor after the process was killed in the middle of its work', async () => {
  await program.signIn('clerk');
  for (let index = 0; index < 20; index += 1) {
    void program.answer('provision.addVendor', { ...vendor, contractEndsOn: null, doesMarketing: false });
  }
  await program.call('provision.addVendor', { ...vendor, contractEndsOn: null, doesMarketing: false });
  const ended = new Promise((resolve) => program.child.once('close', resolve));
  program.child.kill('SIGKILL');
  await ended;
  expect(found()).toEqual([]);
});

it('nor of a draft, kept through a killed process, resumed and discarded', async () => {
  await program.signIn('reviewer');
  const { rules } = await program.call('retention.listRules', {});
  const content = membershipForm(rules[0]?.ruleId ?? '');
  const { formVersionId } = await program.call('collection.publishForm', { formId: null, content });
  await program.signIn('clerk');
  const draft = {
    language: 'ko',
    givenOn: '2026-05-04',
    personId: null,
    answers: [],
    values: [{ itemCode: 'name', value: half.name }],
    way: 'screen',
    signature: { width: 400, height: 150, path: half.signature },
    telephone: { calledAt: '', readBy: '', witnessStaff: '', witnessName: '' },
    isChild: false,
    guardian: { name: half.guardian, contact: '', verifiedBy: null, verifiedOn: null },
  } satisfies ChannelInput<'collection.saveDraft'>['draft'];
  const { draftId } = await program.call('collection.saveDraft', { draftId: null, formVersionId, draft });
  const ended = new Promise((resolve) => program.child.once('close', resolve));
  program.child.kill('SIGKILL');
  await ended;
  expect(found()).toEqual([]);

  program = new StdioOffice(office.folder, { env });
  await program.signIn('clerk');
  expect((await program.call('collection.openDraft', { draftId })).draft).toEqual(draft);
  await program.call('collection.endDraft', { draftId });
  expect((await program.call('collection.listDrafts', {})).drafts).toEqual([]);
  await program.call('office.signOut', {});
  expect(await program.end()).toBe(0);
  expect(found()).toEqual([]);
});

it('the search would find what lies open', () => {
  for (const [index, { bytes }] of text.needles.entries()) {
    writeFileSync(
      join(surroundings, 'temporary', `planted-${index}`),
      Buffer.concat([Buffer.from('xx'), bytes]),
    );
  }
  expect(new Set(found().map((where) => where.split(' in ')[0])).size).toBe(new Set(markers).size);
  rmSync(join(surroundings, 'temporary'), { recursive: true });
  writeFileSync(join(surroundings, doomed.telephone), '');
  expect(found()).toEqual([`${doomed.telephone} in file names`]);
});
