import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Answer, RecordsEvent } from '../shared/contract/answer.ts';
import { Refusal } from '../shared/domain/refusal.ts';
import { dateIn } from '../shared/domain/retention/due-date.ts';
import type { Clock } from './clock.ts';
import type { PeopleSearch } from './collection/people-search.ts';
import type { DeskContext, ReadContext, WorkContext, WriteContext } from './context.ts';
import { dispatch } from './dispatch.ts';
import { openByKeystore } from './office/keystore.ts';
import { type OpenSession, Session } from './office/session.ts';
import type { BlockedUse } from './provision/gate.ts';
import { GateWatch } from './provision/gate-watch.ts';
import { enterUses } from './provision/use-log.ts';
import { appendAuditEntry } from './register/audit-log.ts';
import { AuditWatch } from './register/audit-watch.ts';
import { LogAnchorKeeper } from './register/log-anchor.ts';
import { Scheduler } from './scheduler/scheduler.ts';
import { randomUUID } from './storage/cryptography.ts';
import { refusalFromSystemError } from './storage/folder-refusal.ts';
import type { Argon2Parameters } from './storage/password-stretch.ts';
import { Turns } from './turns.ts';

export interface RecordsThreadOptions {
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly emit: (event: RecordsEvent) => void;
  /** Cost of new passwords; only tests, which make offices by the hundred, give a cheaper one than the default. */
  readonly argon2?: Argon2Parameters;
  /** See `RecordsWorkerData.keystoreSecret`. */
  readonly keystoreSecret?: Uint8Array;
}

/**
 * The records side of the application: owns the session, the storage and the clock, and answers calls one after another. It is
 * the only writer, so no two handlers ever see each other's half-done work. Long work may let others be answered meanwhile
 * (`aside`), at moments when what it has done is whole.
 */
export class RecordsThread {
  readonly session: Session;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly scheduler: Scheduler;
  readonly #emit: (event: RecordsEvent) => void;
  readonly #turns = new Turns();
  /** When somebody at the desk last asked for something. */
  #lastCallAt: Temporal.Instant | null = null;
  readonly #logAnchor = new LogAnchorKeeper();
  /** Whether a turn has been asked for in which the search index goes on. */
  #willSearchOn = false;

  constructor(options: RecordsThreadOptions) {
    this.clock = options.clock;
    this.logger = options.logger;
    this.#emit = options.emit;
    this.session = new Session(
      options.dataFolder,
      options.demo,
      options.clock,
      (state) => this.#emit({ event: 'session', state }),
      options.argon2,
      options.keystoreSecret ?? null,
    );
    this.session.watchAuditLog(new AuditWatch(this));
    this.scheduler = new Scheduler(this);
    // Calls wait for it: nobody sees an office that is half tended.
    void this.#turns.take('office.open', false, () => openByKeystore(this));
  }

  /** Answers one call. Calls wait for each other, except the few that must reach long work while it runs. */
  call(channel: string, input: unknown): Promise<Answer> {
    if (this.#turns.isAnswering && (channel === 'office.cancelWork' || channel === 'office.status')) {
      return dispatch(this, channel, input);
    }
    this.#lastCallAt = this.clock.now();
    return this.#turns.take(channel, true, async () => {
      try {
        return await dispatch(this, channel, input);
      } finally {
        this.#searching((search) => search.readSome());
        this.#anchoring();
      }
    });
  }

  /** Lets the search index write its file where it is time to. */
  tendSearch(): void {
    // A destruction looks at every file in the folder before it is certified.
    if (this.isSomebodyAside) return;
    this.#searching((search) => search.maintain());
  }

  /**
   * What a turn changed can be searched for in the next one; what is more than fits a turn follows between calls. The call has
   * been answered by what it did: where the index fails, it heals itself when the office is opened next.
   */
  #searching(work: (search: PeopleSearch) => void): void {
    const search = this.session.openPeopleSearch;
    if (search === null) return;
    try {
      work(search);
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error;
      const code = refusalFromSystemError(error)?.code;
      this.logger.error({ kind, code }, 'the search index was not updated');
      return;
    }
    if (this.#willSearchOn || !search.isBusy) return;
    this.#willSearchOn = true;
    void this.whenIdle('search', async () => {
      await nextTurn();
      this.#willSearchOn = false;
      this.#searching((open) => open.work());
    });
  }

  /** After the call, whose transaction is over: a checkpoint it signed is kept beside the records as well. */
  #anchoring(): void {
    const { storage } = this.session;
    if (storage?.isOpen !== true || this.isSomebodyAside) return;
    try {
      this.#logAnchor.keep(storage);
    } catch (error) {
      // The next one will: what the call did has happened.
      this.logger.error({ code: refusalFromSystemError(error)?.code }, 'the checkpoint was not kept');
    }
  }

  /** Runs what the clock asks for in its turn, between calls. */
  whenIdle<Result>(name: string, work: () => Promise<Result> | Result): Promise<Result> {
    return this.#turns.take(name, false, work);
  }

  /** Nobody is at the desk, or nobody there has asked for anything since then. */
  isQuietSince(moment: Temporal.Instant): boolean {
    if (this.session.actor === null || this.session.isLocked) return true;
    return this.#lastCallAt === null || Temporal.Instant.compare(this.#lastCallAt, moment) <= 0;
  }

  /** Long work has let others go first and is not over. */
  get isSomebodyAside(): boolean {
    return this.#turns.isSomebodyAside;
  }

  async close(): Promise<void> {
    this.scheduler.stop();
    await this.#turns.close();
    this.session.close();
  }

  newId(): string {
    return randomUUID();
  }

  /** Asks the long work of this channel to stop; true if it is running. */
  cancel(channel: string): boolean {
    return this.#turns.cancel(channel);
  }

  /** What the clock has brought; the operating system says it. */
  tellNotice(notice: { due: number; late: number; lateSoon: number }): void {
    this.#emit({ event: 'notice', ...notice });
  }

  /** What was carried out in the office's window, and what was not. */
  tellScheduled(outcome: { carriedOut: number; notCarriedOut: number }): void {
    this.#emit({ event: 'scheduled', ...outcome });
  }

  tellChanged(by: string): void {
    this.#emit({ event: 'changed', by });
  }

  deskContext(channel: string): DeskContext {
    const running = this.#turns.present;
    return {
      clock: this.clock,
      session: this.session,
      newId: () => this.newId(),
      progress: (step, done, total) => this.#emit({ event: 'progress', channel, step, done, total }),
      safePoint: async () => {
        await nextTurn();
        if (running?.cancelled === true) throw new Refusal('cancelled');
      },
      aside: (work) => this.#turns.aside(work),
      requireNobodyAside: () => this.#turns.requireNobodyAside(),
      stopAside: () => this.#turns.stopAside(),
      cancel: (wanted) => this.cancel(wanted),
      afterOpening: () => this.scheduler.officeOpened(),
    };
  }

  readContext(channel: string): ReadContext {
    const open = this.session.requireOpen();
    return {
      ...this.#signedIn(channel, open),
      session: this.session,
      database: open.storage.database.reader,
      cancel: (wanted) => this.cancel(wanted),
    };
  }

  workContext(channel: string): WorkContext {
    const open = this.session.requireOpen();
    return {
      ...this.#signedIn(channel, open),
      session: this.session,
      storage: open.storage,
      database: open.storage.database,
      audit: (code, about) =>
        appendAuditEntry(open.storage.database, this.clock, { code, about, actor: open.actor }),
    };
  }

  /** The deed and its audit entry commit together or not at all; a deed that leaves no entry is a fault. */
  inAuditedTransaction<Result>(channel: string, deed: (context: WriteContext) => Result): Result {
    const open = this.session.requireOpen();
    const { database } = open.storage;
    return database.transaction(() => {
      let entries = 0;
      const signedIn = this.#signedIn(channel, open);
      const result = deed({
        ...signedIn,
        database,
        audit: (code, about) => {
          appendAuditEntry(database, this.clock, { code, about, actor: open.actor });
          entries += 1;
        },
      });
      if (entries === 0) throw new Error(`${channel} wrote without an audit entry`);
      signedIn.gateWatch.requireGate();
      return result;
    });
  }

  /** What the gate refused stands in the use log and the audit log, though the call changed nothing else. */
  enterBlockedUse({ uses, code }: BlockedUse): void {
    this.inAuditedTransaction('the gate', (context) => {
      enterUses(context, uses);
      for (const { personId, kind } of uses) context.audit('provision.use_blocked', { personId, kind, code });
    });
  }

  #signedIn(channel: string, open: OpenSession) {
    const { database, vault } = open.storage;
    const gateWatch = new GateWatch(channel, database.reader, vault);
    return {
      ...this.deskContext(channel),
      office: open.office,
      actor: open.actor,
      vault: gateWatch.keys,
      gateWatch,
      today: dateIn(open.office.timeZone, this.clock.now()),
    };
  }
}
