import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture, findRules, membershipForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approve, dueUnits, type ProposedOrder, propose } from '../fixtures/order.ts';
import { StdioOffice } from '../fixtures/stdio-office.ts';

/** The real command of the README, on an office with one proposed and one approved order. */
let office: TestOffice;
let program: StdioOffice;
let proposed: ProposedOrder;
let approved: ProposedOrder;
beforeAll(async () => {
  office = await openTestOffice('2024-05-06T00:00:00.000Z');
  const form = await publish(office, membershipForm((await findRules(office)).consented));
  for (const name of ['김하나', '김두리']) await capture(office, form, { name, givenOn: '2022-01-10' });
  const [first = '', second = ''] = await dueUnits(office);
  proposed = await propose(office, [first]);
  approved = await propose(office, [second]);
  await approve(office, approved);
  await office.restart();
  program = new StdioOffice(office.folder, { npm: true });
}, 60_000);
afterAll(async () => {
  program.child.kill('SIGKILL');
  await office.remove();
});

/** Size and root of the audit log: every deed would change them. */
async function log() {
  const { total, root } = await program.call('register.listAuditEntries', { limit: 1, offset: 0 });
  return { total, root };
}

const codeOf = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'ok' : answer.error?.code);

describe('the process answers each bad line with its own code, stays up and writes nothing', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['not JSON', '{"id":1,"channel":', 'malformed_json'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'malformed_json'],
    ['JSON that is no call', '[1,2,3]', 'malformed_request'],
    ['a call without an id', '{"channel":"office.status","input":{}}', 'malformed_request'],
    ['a call without a channel', '{"id":"a","input":{}}', 'malformed_request'],
    ['a channel nobody knows', '{"id":"b","channel":"office.burn","input":{}}', 'unknown_channel'],
    ['a channel of another world', '{"id":"c","channel":"__proto__","input":{}}', 'unknown_channel'],
    ['a channel before signing in', '{"id":"d","channel":"office.home","input":{}}', 'signed_out'],
    ['no input', '{"id":"e","channel":"office.signIn"}', 'invalid_input'],
  ])('%s', async (_, line, code) => {
    expect(codeOf(await program.raw(line))).toBe(code);
    expect(await program.code('office.status', {})).toBe('ok');
  });

  const unitIds = ['f81d4fae-7dec-41d0-a765-00a0c91e6bf6'];
  it.each<[string, string, unknown, string, string]>([
    ['a wrong type', 'retention.listUnits', { show: 7, limit: 10, offset: 0 }, 'show', 'not_one_of'],
    [
      'a number as text',
      'retention.listUnits',
      { show: 'due', limit: '10', offset: 0 },
      'limit',
      'wrong_type',
    ],
    ['a missing field', 'retention.listUnits', { show: 'due', limit: 10 }, 'offset', 'required'],
    ['a field too many', 'office.home', { all: true }, '', 'unexpected'],
    [
      'a text that is too long',
      'retention.placeHold',
      { unitIds, authority: 'x'.repeat(121), reason: 'x' },
      'authority',
      'too_long',
    ],
    [
      'control characters',
      'retention.placeHold',
      { unitIds, authority: 'bell\u0007', reason: 'x' },
      'authority',
      'control_characters',
    ],
    [
      'half a character',
      'retention.placeHold',
      { unitIds, authority: 'x', reason: 'half \ud800' },
      'reason',
      'control_characters',
    ],
    ['an id that is none', 'retention.requestHoldRelease', { holdId: '1' }, 'holdId', 'format'],
  ])('%s', async (_, channel, input, path, problem) => {
    if ((await program.call('office.status', {})).state !== 'open') await program.signIn('reviewer');
    const before = await log();
    expect(await program.answer(channel, input)).toMatchObject({
      ok: false,
      error: {
        code: 'invalid_input',
        fields: expect.arrayContaining([expect.objectContaining({ path, key: `error.field.${problem}` })]),
      },
    });
    expect(await log()).toEqual(before);
  });

  it('a channel that the role does not allow', async () => {
    await program.signIn('auditor');
    const before = await log();
    for (const [channel, input] of [
      ['destruction.approveOrder', { orderId: proposed.orderId, digest: proposed.digest }],
      ['destruction.executeOrder', { orderId: approved.orderId, digest: approved.digest }],
      ['collection.listPeople', { search: '', limit: 10, offset: 0 }],
      ['office.addUser', {}],
    ] as const) {
      expect([channel, await program.code(channel, input)]).toEqual([channel, 'forbidden']);
    }
    expect(await log()).toEqual(before);
  });

  it('an approval by the one who asked', async () => {
    await program.signIn('reviewer');
    const before = await log();
    const { orderId, digest } = proposed;
    expect(await program.code('destruction.approveOrder', { orderId, digest })).toBe('approval_by_requester');
    expect(await log()).toEqual(before);
  });

  it('a second execution of one order', async () => {
    await program.confirmDate();
    await program.signIn('operator');
    const { orderId, digest } = approved;
    expect(await program.code('destruction.executeOrder', { orderId, digest })).toBe('ok');
    const certificates = () => program.call('register.listCertificates', { limit: 10, offset: 0 });
    const before = await certificates();
    expect(before.total).toBe(1);
    expect(await program.code('destruction.executeOrder', { orderId, digest })).toBe(
      'order_already_executed',
    );
    expect(await certificates()).toEqual(before);
  });

  it('many bad lines at once, each answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        index % 2 === 0 ? program.code('no.such', index) : program.code('office.home', { index }),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['unknown_channel', 'invalid_input']));
  });
});

it('describes its contract, and ends with status 0 and no word on standard error', async () => {
  const { channels } = await program.call('contract.describe', {});
  expect(channels.length).toBeGreaterThan(30);
  await program.call('office.signOut', {});
  expect(await program.end()).toBe(0);
  expect(program.errors.replace(/^npm warn.*\n/gm, '')).toBe('');
});
