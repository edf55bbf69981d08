import { combine, split } from 'shamir-secret-sharing';
import { Refusal } from '../../shared/domain/refusal.ts';
import { keyBytes, randomBytes, randomUUID, zero } from './cryptography.ts';
import { kitOf, readRecoveryCard, recoveryCardWords } from './recovery-card.ts';
import { secretHolderEntry } from './secret-holder.ts';
import type { HolderEntry } from './vault-content.ts';

/** Cards of a kit, and how many of them open the office (Shamir 1979). One alone says nothing about the secret. */
const kitCards = 3;
const kitThreshold = 2;

export interface NewRecoveryKit {
  readonly entry: HolderEntry;
  readonly kit: string;
  /** The words of each card, in the order of the cards. They exist nowhere else. */
  readonly cards: readonly (readonly string[])[];
}

/** A new kit. Secret and shares are zeroed before it is handed out; the words are what is left of them. */
export async function makeRecoveryKit(): Promise<NewRecoveryKit> {
  const holderId = randomUUID();
  const kit = kitOf(holderId);
  const secret = Uint8Array.from(randomBytes(keyBytes));
  let shares: Uint8Array[] = [];
  try {
    shares = await split(secret, kitCards, kitThreshold);
    return {
      entry: secretHolderEntry(holderId, 'recovery_kit', secret),
      kit,
      cards: shares.map((share, index) => recoveryCardWords({ card: index + 1, kit, share })),
    };
  } finally {
    zero(secret, ...shares);
  }
}

/** Two cards as typed. */
export interface TypedCards {
  readonly firstCard: string;
  readonly secondCard: string;
}

/**
 * Puts two cards together and hands their secret to `use`; secret and shares are zeroed afterwards.
 * @throws Refusal recovery_cards_same, recovery_cards_of_two_kits, and those of `readRecoveryCard`.
 */
export async function withRecoverySecret<Result>(
  typed: TypedCards,
  use: (kit: string, secret: Uint8Array) => Result | Promise<Result>,
): Promise<Result> {
  const first = readRecoveryCard(typed.firstCard, 'firstCard');
  let second: ReturnType<typeof readRecoveryCard> | undefined;
  let secret: Uint8Array | undefined;
  try {
    second = readRecoveryCard(typed.secondCard, 'secondCard');
    if (first.kit !== second.kit) {
      const kits = { firstKit: first.kit, secondKit: second.kit };
      throw new Refusal('recovery_cards_of_two_kits', { field: 'secondCard', ...kits });
    }
    if (first.card === second.card)
      throw new Refusal('recovery_cards_same', { field: 'secondCard', card: first.card });
    // Two points with one place on the polynomial: not cards that this application made.
    if (first.share.at(-1) === second.share.at(-1) || first.share.at(-1) === 0 || second.share.at(-1) === 0)
      throw new Refusal('recovery_kit_does_not_open', { kit: first.kit });
    secret = await combine([first.share, second.share]);
    return await use(first.kit, secret);
  } finally {
    zero(first.share, second?.share, secret);
  }
}
