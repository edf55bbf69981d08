import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/**
 * Security levels for paper, material class P of DIN 66399-1 and ISO/IEC 21964-1. The higher the number, the smaller what
 * leaves the machine.
 */
export const securityLevels = ['P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6', 'P-7'] as const;
export const securityLevel = z.enum(securityLevels);
export type SecurityLevel = (typeof securityLevels)[number];

/** The largest particle each level allows, in square millimetres (DIN 66399-2, ISO/IEC 21964-2). */
export const largestParticle: Readonly<Record<SecurityLevel, number>> = {
  'P-1': 2000,
  'P-2': 800,
  'P-3': 320,
  'P-4': 160,
  'P-5': 30,
  'P-6': 10,
  'P-7': 5,
};

/** Shredded or incinerated: what PIPA Enforcement Decree art. 16(1)2 names for anything but electronic files. */
export const paperMethods = ['shred', 'incinerate'] as const;
export const paperMethod = z.enum(paperMethods);
export type PaperMethod = (typeof paperMethods)[number];

/** What is done by hand, to a part of a record, while the rest stays (safety standard of PIPA, art. 13(2)2). */
export const handMethods = ['mask', 'punch'] as const;
export const handMethod = z.enum(handMethods);
export type HandMethod = (typeof handMethods)[number];

/** Everything that a batch may be: of a machine or a vendor, or by hand. */
export const batchMethods = [...paperMethods, ...handMethods] as const;
export const batchMethod = z.enum(batchMethods);
export type BatchMethod = (typeof batchMethods)[number];

export function isByHand(method: BatchMethod): method is HandMethod {
  return method === 'mask' || method === 'punch';
}

/** What any paper with personal data needs, and what sensitive data and unique identifiers need (DOMAIN.md, "Destruction"). */
export const ordinaryLevel: SecurityLevel = 'P-4';
export const sensitiveLevel: SecurityLevel = 'P-5';

export function levelNeeded(isSensitive: boolean): SecurityLevel {
  return isSensitive ? sensitiveLevel : ordinaryLevel;
}

/** Below zero where `one` is the lower level. */
export function compareLevels(one: SecurityLevel, other: SecurityLevel): number {
  return securityLevels.indexOf(one) - securityLevels.indexOf(other);
}

/** What goes through one machine together needs what the most demanding of it needs. */
export function highestLevel(levels: readonly SecurityLevel[]): SecurityLevel {
  return levels.reduce(
    (highest, level) => (compareLevels(level, highest) > 0 ? level : highest),
    ordinaryLevel,
  );
}

/**
 * Ash has no particle size: what is incinerated fulfils every level, and what is done by hand makes no particles. Throws Refusal
 * `level_too_low`.
 */
export function checkLevel(method: BatchMethod, level: SecurityLevel | null, needed: SecurityLevel): void {
  if (method !== 'shred') return;
  if (level === null || compareLevels(level, needed) < 0)
    throw new Refusal('level_too_low', { needed, level: level ?? '-' });
}
