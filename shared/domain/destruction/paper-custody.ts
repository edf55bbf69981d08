import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** Who has a sealed container: a person of the office, or a vendor. */
export const custodian = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), id: z.string() }),
  z.strictObject({ kind: z.literal('vendor'), id: z.string() }),
]);
export type Custodian = z.infer<typeof custodian>;

export interface HandOver {
  readonly from: Custodian;
  readonly to: Custodian;
}

const isSame = (one: Custodian, other: Custodian) => one.kind === other.kind && one.id === other.id;

/** Who has it now: whoever took it over last, and before the first hand-over whoever sealed it. */
export function custodianOf(sealedBy: Custodian, handOvers: readonly HandOver[]): Custodian {
  return handOvers.at(-1)?.to ?? sealedBy;
}

/**
 * A container is handed over by whoever has it, to somebody else; so the chain from the seal to the machine has no gap.
 * @throws Refusal custody_with_another, custody_to_oneself
 */
export function checkHandOver(sealedBy: Custodian, handOvers: readonly HandOver[], next: HandOver): void {
  if (!isSame(custodianOf(sealedBy, handOvers), next.from)) throw new Refusal('custody_with_another');
  if (isSame(next.from, next.to)) throw new Refusal('custody_to_oneself');
}

/** Whether each takes over from the one before, beginning with whoever sealed it. */
export function isUnbroken(sealedBy: Custodian, handOvers: readonly HandOver[]): boolean {
  return handOvers.every((handOver, place) => {
    const before = handOvers[place - 1]?.to ?? sealedBy;
    return isSame(before, handOver.from) && !isSame(handOver.from, handOver.to);
  });
}

/** A seal's number as it is printed on it. */
export const sealNumber = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[A-Za-z0-9][A-Za-z0-9./-]*$/u, { error: 'format' });
