import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { qrMatrix } from '../../../main/documents/qr-code.ts';
import { emptyTestOffice, openTestOffice, staff, type TestOffice } from '../../fixtures/office.ts';
import { auditSince, confirmedKit, lastEntry, makeKit, twoOf } from './printed-cards.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const newPassword = 'found again in the attic 8';
const { signInName, password } = staff.clerk;

const kits = async () => (await office.as('administrator').call('office.holders', {})).kits;
const recover = (cards: { firstCard: string; secondCard: string }, name: string = signInName) =>
  office.answer('office.recover', { ...cards, signInName: name, newPassword });

describe('making a kit', () => {
  it('is pending until two cards are typed back, and the home screen says so', async () => {
    const state = async () => (await office.as('administrator').call('office.home', {})).recoveryKit;
    expect(await state()).toBe('none');
    const { kit, cards } = await makeKit(office);
    expect(await state()).toBe('pending');
    expect(await kits()).toMatchObject([{ kit, state: 'pending', confirmedAt: null }]);
    const before = lastEntry(office);
    const confirmed = await office.as('administrator').call('office.confirmRecoveryKit', twoOf(cards, 2, 0));
    expect(confirmed).toEqual({ kit, ended: [] });
    expect(await state()).toBe('active');
    expect(auditSince(office, before)).toEqual([{ code: 'office.recovery_kit_confirmed', about: { kit } }]);
  });

  it('tells a slip by card and word, and nothing is confirmed by it', async () => {
    const { kit, cards } = await makeKit(office);
    const wrong = (cards[1] ?? '').split(' ').with(6, 'zoo').join(' ');
    const desk = office.as('administrator');
    for (const [typed, told] of [
      [
        { firstCard: cards[0] ?? '', secondCard: wrong },
        { field: 'secondCard', word: 7 },
      ],
      [{ firstCard: 'only a few words', secondCard: wrong }, { field: 'firstCard' }],
      [twoOf(cards, 1, 1), { card: 2 }],
    ] as const) {
      expect((await desk.refused('office.confirmRecoveryKit', typed)).params).toMatchObject(told);
    }
    expect(await desk.refused('office.readRecoveryCard', { card: wrong })).toMatchObject({
      code: 'recovery_card_word_wrong',
      params: { field: 'card', word: 7 },
    });
    expect(await desk.call('office.readRecoveryCard', { card: cards[1] ?? '' })).toEqual({ kit, card: 2 });
    expect(await kits()).toMatchObject([{ kit, state: 'pending' }]);
  });

  it('replaces an unconfirmed kit at once, and a confirmed one when the new one is confirmed', async () => {
    const lost = await makeKit(office);
    const old = await makeKit(office);
    expect((await kits()).map(({ kit }) => kit)).toEqual([old.kit]);
    await office.as('administrator').call('office.confirmRecoveryKit', twoOf(old.cards));

    const fresh = await makeKit(office);
    expect((await kits()).map(({ kit, state }) => [kit, state])).toEqual([
      [fresh.kit, 'pending'],
      [old.kit, 'active'],
    ]);
    const desk = office.as('administrator');
    expect((await desk.refused('office.confirmRecoveryKit', twoOf(old.cards))).code).toBe(
      'recovery_kit_not_pending',
    );
    expect((await desk.refused('office.confirmRecoveryKit', twoOf(lost.cards))).code).toBe(
      'recovery_kit_unknown',
    );
    const before = lastEntry(office);
    expect(await desk.call('office.confirmRecoveryKit', twoOf(fresh.cards, 1, 2))).toEqual({
      kit: fresh.kit,
      ended: [old.kit],
    });
    expect(auditSince(office, before)).toEqual([
      { code: 'office.recovery_kit_confirmed', about: { kit: fresh.kit } },
      { code: 'office.recovery_kit_ended', about: { kit: old.kit } },
    ]);
    await office.call('office.signOut', {});
    for (const cards of [lost.cards, old.cards]) {
      expect(await recover(twoOf(cards))).toMatchObject({ error: { code: 'recovery_kit_unknown' } });
    }
    expect(await recover(twoOf(fresh.cards))).toMatchObject({ ok: true });
  });

  it('is for administrators', async () => {
    for (const who of ['clerk', 'reviewer', 'operator', 'auditor'] as const) {
      expect((await office.as(who).refused('office.makeRecoveryKit', {})).code).toBe('forbidden');
      expect((await office.as(who).refused('office.confirmRecoveryKit', twoOf(['', '']))).code).toBe(
        'forbidden',
      );
    }
  });

  it('prints what a scanner can type', async () => {
    const { kit, cards } = await makeKit(office);
    const scanned = (cards[0] ?? '')
      .split(' ')
      .map((word) => word.slice(0, 4).toUpperCase())
      .join(' ');
    // Within what a hand scanner reads from a card: not finer than 45 modules on 34 millimetres.
    expect(qrMatrix(scanned).size).toBeLessThanOrEqual(45);
    expect(await office.call('office.readRecoveryCard', { card: scanned })).toEqual({ kit, card: 1 });
  });
});

describe('recovery', () => {
  it.each([
    [0, 1],
    [0, 2],
    [2, 1],
  ])('sets a new password by cards %i and %i, and says so in the audit log', async (first, second) => {
    const { kit, cards } = await confirmedKit(office);
    const before = lastEntry(office);
    await office.call('office.signOut', {});
    expect(await recover(twoOf(cards, first, second))).toMatchObject({
      ok: true,
      value: { state: 'signed_out', user: null },
    });
    expect((await office.refused('office.signIn', { signInName, password })).code).toBe('wrong_password');
    office.clock.advance({ seconds: 5 });
    const { user } = await office.call('office.signIn', { signInName, password: newPassword });
    expect(user?.displayName).toBe(staff.clerk.displayName);
    const entries = auditSince(office, before).filter(({ code }) => /recovery|reset/.test(code));
    expect(entries).toEqual([
      { code: 'office.recovery_kit_used', about: { kit, userId: user?.id } },
      { code: 'office.password_reset', about: { userId: user?.id, kit } },
    ]);
  });

  it('works with cards that were never confirmed: they may be all there is', async () => {
    const { cards } = await makeKit(office);
    await office.call('office.signOut', {});
    expect(await recover(twoOf(cards))).toMatchObject({ ok: true });
  });

  it.each([
    ['whole', () => {}],
    ['damaged', (path: string) => truncateSync(path, 40)],
    ['gone', (path: string) => rmSync(path)],
  ])('works on another computer with a copy of the folder, its holders’ files %s', async (_, damage) => {
    const { cards } = await confirmedKit(office);
    await office.restart();
    const elsewhere = emptyTestOffice();
    cpSync(office.folder, elsewhere.folder, { recursive: true });
    const holders = join(elsewhere.folder, 'holders');
    for (const name of readdirSync(holders)) damage(join(holders, name));
    const answer = await elsewhere.answer('office.recover', { ...twoOf(cards), signInName, newPassword });
    expect(answer).toMatchObject({ ok: true });
    await elsewhere.call('office.signIn', { signInName, password: newPassword });
    await elsewhere.remove();
    // The office the copy was taken of knows nothing of it.
    await office.call('office.signIn', { signInName, password });
  });

  it('refuses who is not known, cards of another office and a password that is too easy, and changes nothing', async () => {
    const { cards } = await confirmedKit(office);
    const epoch = office.storage.epoch;
    await office.call('office.signOut', {});
    expect(await recover(twoOf(cards), 'nobody.here')).toMatchObject({
      error: { code: 'recovery_name_unknown', params: { field: 'signInName' } },
    });
    const other = await openTestOffice();
    const foreign = await makeKit(other);
    await other.remove();
    expect(await recover(twoOf(foreign.cards))).toMatchObject({
      error: { code: 'recovery_kit_unknown', params: { kit: foreign.kit } },
    });
    const easy = { ...twoOf(cards), signInName, newPassword: 'password123' };
    expect((await office.refused('office.recover', easy)).params).toEqual({ field: 'newPassword' });
    await office.call('office.signIn', { signInName, password });
    expect(office.storage.epoch).toBe(epoch);
  });

  it('is for the sign-in page: somebody at the desk signs out first', async () => {
    const { cards } = await confirmedKit(office);
    expect(await recover(twoOf(cards))).toMatchObject({ error: { code: 'sign_out_first' } });
    await office.as('administrator').call('office.lock', {});
    expect(await recover(twoOf(cards))).toMatchObject({ error: { code: 'sign_out_first' } });
  });

  it('ends the waiting after wrong passwords, and their failures stay in the audit log', async () => {
    const { cards } = await confirmedKit(office);
    const before = lastEntry(office);
    await office.call('office.signOut', {});
    for (let wrong = 0; wrong < 4; wrong += 1) {
      await office.refused('office.signIn', { signInName, password: 'guess' });
      office.clock.advance({ minutes: 10 });
    }
    await office.refused('office.signIn', { signInName, password: 'guess' });
    await recover(twoOf(cards));
    await office.call('office.signIn', { signInName, password: newPassword });
    const failed = auditSince(office, before).filter(({ code }) => code === 'office.sign_in_failed');
    expect(failed).toHaveLength(5);
  });
});

it('leaves no word of a card in any file or in what was logged', async () => {
  const { cards } = await confirmedKit(office);
  await office.restart();
  const texts = readdirSync(office.parent, { recursive: true, encoding: 'utf8' })
    .map((name) => join(office.parent, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path).toString('latin1'));
  for (const card of cards) {
    // Three words in a row do not come about by chance.
    const start = card.split(' ').slice(0, 3).join(' ');
    for (const text of [...texts, ...office.log]) expect(text.includes(start)).toBe(false);
  }
});
