import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { Refusal } from '../../shared/domain/refusal.ts';

const shortest = 10;
/** Score 2 of 4: beyond guessing online; Argon2id makes up for the rest where files are stolen. */
const lowestScore = 2;

let rater: ZxcvbnFactory | null = null;

/** 0 to 4, as zxcvbn rates it, and whether it may be used here. Nothing is kept. */
export function ratePassword(password: string, signInName: string): { score: number; acceptable: boolean } {
  if (password.length < 3) return { score: 0, acceptable: false };
  // Dictionaries are large: they are read when the first password is rated, not at start.
  rater ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const { score } = rater.check(password, signInName === '' ? [] : [signInName]);
  return { score, acceptable: password.length >= shortest && score >= lowestScore };
}

/** Throws Refusal `password_too_easy` naming the field. */
export function requireAcceptablePassword(
  user: { password: string; signInName: string },
  field: string,
): void {
  if (!ratePassword(user.password, user.signInName).acceptable)
    throw new Refusal('password_too_easy', { field });
}
