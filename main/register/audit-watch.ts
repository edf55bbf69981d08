import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Session } from '../office/session.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { appendAuditEntry } from './audit-log.ts';
import { AuditLogCheck, type AuditVerification, isWhole } from './audit-verification.ts';

/** About ten milliseconds of work: nobody at the desk notices. */
const rowsAtOnce = 1000;

export type AuditHealth =
  | { readonly state: 'unknown' }
  | { readonly state: 'checking'; readonly done: number; readonly total: number }
  | ({ readonly state: 'checked' } & AuditVerification);

/** What the watch needs of the records thread. */
interface Tended {
  readonly session: Session;
  readonly clock: Clock;
  whenIdle<Result>(name: string, work: () => Promise<Result> | Result): Promise<Result>;
  tellChanged(by: string): void;
}

/** Verifies the whole log each time the office is opened, a piece between two calls, so that nobody waits for it. */
export class AuditWatch {
  readonly #thread: Tended;
  #storage: OfficeStorage | null = null;
  #check: AuditLogCheck | null = null;
  #found: AuditVerification | null = null;

  constructor(thread: Tended) {
    this.#thread = thread;
  }

  get health(): AuditHealth {
    if (this.#storage === null || this.#storage !== this.#thread.session.storage) return { state: 'unknown' };
    if (this.#found !== null) return { state: 'checked', ...this.#found };
    return this.#check === null ? { state: 'unknown' } : { state: 'checking', ...this.#check.progress };
  }

  /** Somebody had it verified in full. */
  note(found: AuditVerification): void {
    this.#check = null;
    this.#found = found;
  }

  begin(): void {
    const { storage } = this.#thread.session;
    if (storage === null || storage === this.#storage) return;
    this.#storage = storage;
    this.#found = null;
    this.#check = new AuditLogCheck(storage);
    this.#goOn(this.#check);
  }

  #goOn(check: AuditLogCheck): void {
    void this.#thread.whenIdle('register.verifyAuditLog', async () => {
      await nextTurn();
      const { storage } = this.#thread.session;
      // Closed meanwhile, or verified by somebody who could not wait.
      if (storage === null || storage !== this.#storage || check !== this.#check) return;
      if (!check.step(rowsAtOnce)) {
        this.#goOn(check);
        return;
      }
      const found = check.result();
      this.note(found);
      // That it is whole is said on the screen and is no deed; that it is not must be found again by whoever comes later.
      if (!isWhole(found) && found.canBeAppendedTo) {
        storage.database.transaction(() =>
          appendAuditEntry(storage.database, this.#thread.clock, {
            code: 'register.audit_log_verified',
            actor: null,
            about: { result: 'fail', entries: found.entries },
          }),
        );
      }
      this.#thread.tellChanged('register.verifyAuditLog');
    });
  }
}
