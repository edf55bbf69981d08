import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bridge, startBridge } from '../../../main/bridge.ts';
import { armFault } from '../../../main/storage/fault-point.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../../shared/contract/contract.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { foundation, openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { approvedOrder, dueUnits, execute } from '../../fixtures/order.ts';
import { auditSince, lastEntry } from './printed-cards.ts';

const secret = Uint8Array.from(randomBytes(32));
const otherSecret = Uint8Array.from(randomBytes(32));

describe('in this process', () => {
  let office: TestOffice;
  beforeEach(async () => {
    office = await openTestOffice();
    office.keystoreSecret = secret;
  });
  afterEach(() => office.remove());

  const keystore = async () => (await office.as('administrator').call('office.holders', {})).keystore;
  const { signInName, password } = staff.clerk;

  it('opens the office at the next start with nobody signed in, and answers nobody', async () => {
    expect(await keystore()).toEqual({ state: 'off', since: null });
    expect(await office.call('office.enableKeystore', {})).toEqual({ state: 'on' });
    expect(await keystore()).toEqual({ state: 'on', since: '2026-05-04T01:00:00.000Z' });
    await office.restart();

    const status = await office.call('office.status', {});
    expect(status).toMatchObject({ state: 'signed_out', user: null, office: null, epoch: null });
    expect(office.thread.session.storage).not.toBeNull();
    expect((await office.refused('office.home', {})).code).toBe('signed_out');
    expect((await office.refused('office.lock', {})).code).toBe('signed_out');
    expect((await office.refused('office.unlock', { password })).code).toBe('not_locked');

    const { user } = await office.call('office.signIn', { signInName, password });
    expect(user?.displayName).toBe(staff.clerk.displayName);
    const codes = auditSince(office, 0).map(({ code }) => code);
    expect(codes.slice(-2)).toEqual(['office.opened_by_keystore', 'office.signed_in']);
  });

  it('finds what fell due before anybody signs in', async () => {
    await office.as('administrator').call('office.enableKeystore', {});
    await office.restart();
    await office.call('office.status', {});
    expect(office.storage.database.value('SELECT max(seen_at) FROM clock_watermark')).toBe(
      '2026-05-04T01:00:00.000Z',
    );
    office.clock.advance({ days: 1 });
    await office.restart();
    await office.call('office.status', {});
    expect(office.storage.database.value('SELECT max(seen_at) FROM clock_watermark')).toBe(
      '2026-05-05T01:00:00.000Z',
    );
  });

  it('finishes a destruction that was interrupted, before anybody signs in', async () => {
    await office.as('administrator').call('office.enableKeystore', {});
    await capture(office, await publishMembership(office), { name: '김하늘' });
    office.clock.advance({ days: 400 });
    const order = await approvedOrder(office, await dueUnits(office));
    await office.as('operator').call('office.home', {});
    armFault({ name: 'root_slot.0.flush', occurrence: 1, action: 'EIO' });
    const interrupted = await execute(office, order).catch((error: unknown) => error);
    armFault(undefined);
    expect(interrupted).toBeInstanceOf(Error);
    await office.restart();

    expect(await office.call('office.status', {})).toMatchObject({ state: 'signed_out', user: null });
    const states = office.storage.database.all('SELECT state FROM destruction_orders');
    expect(states).toEqual([{ state: 'destroyed' }]);
    const codes = auditSince(office, 0).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['destruction.execution_resumed', 'register.certificate_issued']),
    );
    expect(codes.at(-1)).not.toBe('office.signed_in');
  });

  it('goes on tending the office after a sign-out, and refuses a wrong password as ever', async () => {
    await office.as('administrator').call('office.enableKeystore', {});
    await office.call('office.signOut', {});
    expect(office.thread.session.storage).not.toBeNull();
    expect((await office.refused('office.listUsers', {})).code).toBe('signed_out');
    expect((await office.refused('office.signIn', { signInName, password: 'no' })).code).toBe(
      'wrong_password',
    );
    office.clock.advance({ seconds: 5 });
    await office.call('office.signIn', { signInName, password });
  });

  it('is of no use with another secret or none, and nothing is lost', async () => {
    await office.as('administrator').call('office.enableKeystore', {});
    for (const given of [otherSecret, undefined]) {
      await office.restart();
      office.keystoreSecret = given;
      await office.call('office.status', {});
      expect(office.thread.session.storage).toBeNull();
      await office.call('office.signIn', { signInName, password });
      expect((await keystore()).state).toBe('useless');
    }
    await office.call('office.disableKeystore', {});
    expect((await keystore()).state).toBe('unavailable');
    expect((await office.refused('office.enableKeystore', {})).code).toBe('keystore_unavailable');
  });

  it('is enabled anew with another secret: the lost one opens nothing, should it come back', async () => {
    await office.as('administrator').call('office.enableKeystore', {});
    await office.restart();
    office.keystoreSecret = otherSecret;
    await office.as('administrator').call('office.enableKeystore', {});
    expect((await keystore()).state).toBe('on');
    await office.restart();
    office.keystoreSecret = secret;
    await office.call('office.status', {});
    expect(office.thread.session.storage).toBeNull();
  });

  it('disabled, opens nothing and stays disabled', async () => {
    await office.as('administrator').call('office.enableKeystore', {});
    const before = lastEntry(office);
    expect(await office.call('office.disableKeystore', {})).toEqual({ state: 'off' });
    expect(auditSince(office, before).map(({ code }) => code)).toEqual(['office.keystore_disabled']);
    await office.restart();
    await office.call('office.status', {});
    expect(office.thread.session.storage).toBeNull();
  });

  it('is for administrators', async () => {
    for (const channel of ['office.enableKeystore', 'office.disableKeystore'] as const) {
      expect((await office.as('reviewer').refused(channel, {})).code).toBe('forbidden');
    }
  });

  it('does not stand in the way of a folder that cannot be opened', async () => {
    await office.restart();
    const empty = await openTestOffice();
    empty.keystoreSecret = secret;
    expect((await empty.call('office.status', {})).state).toBe('signed_out');
    await empty.remove();
  });
});

describe('through the bridge', () => {
  let bridge: Bridge | undefined;
  let office: TestOffice;
  beforeEach(async () => {
    office = await openTestOffice();
  });
  afterEach(async () => {
    await bridge?.close();
    await office.remove();
  });

  async function start(keystoreSecret?: Uint8Array): Promise<void> {
    await bridge?.close();
    bridge = await startBridge({
      dataFolder: office.folder,
      clockForTests: '2026-05-04T01:00:00.000Z',
      ...(keystoreSecret === undefined ? {} : { keystoreSecret }),
    });
  }
  async function call<Name extends ChannelName>(
    channel: Name,
    input: ChannelInput<Name>,
  ): Promise<ChannelOutput<Name>> {
    const answer = await bridge?.call(channel, input);
    if (answer?.ok !== true) throw new Error(`${channel}: ${answer?.error.code}`);
    return answer.value as ChannelOutput<Name>;
  }

  it('a secret that the host gives opens the office before anybody signs in; without it passwords do', {
    timeout: 60_000,
  }, async () => {
    const { signInName, password } = foundation.administrator;
    await start(secret);
    await call('office.signIn', { signInName, password });
    expect(await call('office.enableKeystore', {})).toEqual({ state: 'on' });
    await start(secret);
    expect((await call('office.status', {})).state).toBe('signed_out');
    await call('office.signIn', { signInName, password });
    const { entries } = await call('register.listAuditEntries', { limit: 5, offset: 0 });
    expect(entries.map(({ code }) => code)).toContain('office.opened_by_keystore');

    for (const given of [otherSecret, undefined]) {
      await start(given);
      await call('office.signIn', { signInName, password });
      expect((await call('office.holders', {})).keystore.state).toBe('useless');
    }
  });
});
