import { expect, it } from 'vitest';
import { readRecoveryCard } from '../../../main/storage/recovery-card.ts';
import { makeRecoveryKit, withRecoverySecret } from '../../../main/storage/recovery-kit.ts';
import { secretBelongsTo } from '../../../main/storage/secret-holder.ts';
import { isRefusedLater } from './refused.ts';

const typed = (cards: readonly (readonly string[])[], first: number, second: number) => ({
  firstCard: (cards[first] ?? []).join(' '),
  secondCard: (cards[second] ?? []).join(' '),
});

it('opens its holder by any two of the three cards, in any order', async () => {
  const { entry, kit, cards } = await makeRecoveryKit();
  expect(cards).toHaveLength(3);
  for (const [first, second] of [
    [0, 1],
    [0, 2],
    [1, 2],
    [1, 0],
    [2, 0],
    [2, 1],
  ] as const) {
    const opened = await withRecoverySecret(typed(cards, first, second), (named, secret) => {
      expect(named).toBe(kit);
      return secretBelongsTo(entry, secret);
    });
    expect(opened).toBe(true);
  }
});

it('does not open by one card, neither twice nor by its bytes alone', async () => {
  const { entry, cards } = await makeRecoveryKit();
  for (const [index, words] of cards.entries()) {
    const twice = withRecoverySecret(typed(cards, index, index), () => true);
    const { params } = await isRefusedLater(twice, 'recovery_cards_same');
    expect(params).toEqual({ field: 'secondCard', card: index + 1 });
    expect(secretBelongsTo(entry, readRecoveryCard(words.join(' '), 'card').share.slice(0, 32))).toBe(false);
  }
});

it('says which kits two cards are of where they do not belong together', async () => {
  const [one, other] = [await makeRecoveryKit(), await makeRecoveryKit()];
  const mixed = { firstCard: one.cards[0]?.join(' ') ?? '', secondCard: other.cards[1]?.join(' ') ?? '' };
  const { params } = await isRefusedLater(
    withRecoverySecret(mixed, () => true),
    'recovery_cards_of_two_kits',
  );
  expect(params).toMatchObject({ firstKit: one.kit, secondKit: other.kit });
});

it('zeroes the secret when its use is over', async () => {
  const { cards } = await makeRecoveryKit();
  let kept: Uint8Array = new Uint8Array();
  await withRecoverySecret(typed(cards, 0, 1), (_, secret) => {
    kept = secret;
    expect(kept.some((byte) => byte !== 0)).toBe(true);
  });
  expect(kept).toEqual(new Uint8Array(32));
});

it('is another kit each time', async () => {
  const [one, other] = [await makeRecoveryKit(), await makeRecoveryKit()];
  expect(one.entry.sealingPublicKey.equals(other.entry.sealingPublicKey)).toBe(false);
  expect(one.cards[0]).not.toEqual(other.cards[0]);
});
