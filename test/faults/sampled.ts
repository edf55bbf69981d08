export const isEveryFaultTried = process.env.ASHBOOK_EVERY_FAULT !== undefined;

/**
 * The places at which a power cut or a failing disk is tried. `npm run test:faults` tries every one of them; `npm test`, which
 * is to end in minutes, an even share: the first, the last, and `most` in all.
 */
export function sampled<Place>(places: readonly Place[], most = 4): readonly Place[] {
  if (isEveryFaultTried || places.length <= most) return places;
  const step = (places.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => places[Math.round(index * step)] as Place);
}

/** What a test may take, in milliseconds, that tries a share of the places; all of them take many times as long. */
export function timeFor(share: number): number {
  return isEveryFaultTried ? share * 20 : share;
}
