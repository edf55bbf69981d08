import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { secondsToWait } from '../../shared/domain/office/sign-in-delay.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { unlinkDurably, writeFileDurably } from '../storage/durable-file.ts';

/** In the data folder, in clear: the office is closed when a password is wrong, and the count must outlive a restart. */
export const signInAttemptsFile = 'sign-in-attempts.json';

const attemptSchema = z.strictObject({
  at: z.iso.datetime(),
  /** Digest of the name that was typed: enough to count by, not a name in clear. */
  nameDigest: z.string().regex(/^[0-9a-f]{64}$/),
  holderId: z.uuid().nullable(),
  /** Whether it stands in the audit log already. */
  entered: z.boolean().default(false),
});
const fileSchema = z.strictObject({ attempts: z.array(attemptSchema).max(1000) });
type Attempt = z.infer<typeof attemptSchema>;

/**
 * Failed sign-ins since the last success: they make the next attempt wait longer, and are entered in the audit log as soon
 * as somebody opens the office.
 */
export class SignInAttempts {
  readonly #path: string;
  readonly #digest: (signInName: string) => string;

  /** `digest` stands for a name on disk; see `digestSignInName`. */
  constructor(folder: string, digest: (signInName: string) => string) {
    this.#path = join(folder, signInAttemptsFile);
    this.#digest = digest;
  }

  /** Throws Refusal `wait_before_next_attempt` with the seconds left. Delays count by name, known or not. */
  checkMayTry(signInName: string, now: Temporal.Instant): void {
    const digest = this.#digest(signInName);
    const mine = this.#read().filter((attempt) => attempt.nameDigest === digest);
    const last = mine.at(-1);
    if (last === undefined) return;
    const until = Temporal.Instant.from(last.at).add({ seconds: secondsToWait(mine.length) });
    const left = Math.ceil(now.until(until).total('seconds'));
    // A clock that was set back must not lock an office out for longer than the delay itself.
    if (left > 0 && left <= secondsToWait(mine.length))
      throw new Refusal('wait_before_next_attempt', { seconds: left });
  }

  /** Remembers a failure. Only the latest 1,000 are kept. Returns the seconds the next attempt has to wait. */
  remember(signInName: string, holderId: string | null, now: Temporal.Instant): number {
    const nameDigest = this.#digest(signInName);
    const attempts = [
      ...this.#read(),
      { at: now.toString({ smallestUnit: 'millisecond' }), nameDigest, holderId, entered: false },
    ];
    this.#write(attempts.slice(-1000));
    return secondsToWait(attempts.filter((attempt) => attempt.nameDigest === nameDigest).length);
  }

  /** What has failed and does not stand in the audit log yet. */
  list(): Attempt[] {
    return this.#read().filter((attempt) => !attempt.entered);
  }

  /** After what `list` answered has been entered. */
  markEntered(): void {
    this.#keep(this.#read().map((attempt) => ({ ...attempt, entered: true })));
  }

  /** After this person's success. The delays of others stay: signing in as oneself does not help to guess a colleague's password. */
  clear(signInName: string): void {
    const digest = this.#digest(signInName);
    this.#keep(this.#read().filter((attempt) => attempt.nameDigest !== digest || !attempt.entered));
  }

  #keep(attempts: Attempt[]): void {
    if (attempts.length > 0) this.#write(attempts);
    else if (existsSync(this.#path)) unlinkDurably(this.#path, 'sign_in_attempts');
  }

  #read(): Attempt[] {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8'))).attempts;
    } catch {
      // Missing or damaged: counting starts again. Whoever can damage this file can also delete it.
      return [];
    }
  }

  #write(attempts: Attempt[]): void {
    writeFileDurably(this.#path, Buffer.from(JSON.stringify({ attempts })), 'sign_in_attempts');
  }
}
