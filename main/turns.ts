import { Refusal } from '../shared/domain/refusal.ts';

/** One piece of work whose turn it is, or that has let others go first. */
export interface Running {
  readonly channel: string;
  /** Somebody waits for an answer; otherwise it runs by the clock. */
  readonly isCall: boolean;
  /** Somebody asked for it to stop; it does at the next safe point, if it still has one. */
  cancelled: boolean;
}

interface Aside {
  readonly running: Running;
  /** The office is about to be closed. */
  stopped: boolean;
  /** Settled when the work no longer touches the office. */
  readonly over: Promise<void>;
}

/**
 * Whose turn it is. Everything that touches the office happens in somebody's turn, one after another, so that no two see each
 * other's half-done work. Long work may step aside while a part of it goes on elsewhere; one at a time.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve();
  #present: Running | null = null;
  #endPresent: () => void = () => undefined;
  readonly #running = new Set<Running>();
  #aside: Aside | null = null;

  /** Whose turn it is now. */
  get present(): Running | null {
    return this.#present;
  }

  /** A call is being answered, or has stepped aside. */
  get isAnswering(): boolean {
    return [...this.#running].some(({ isCall }) => isCall);
  }

  /** Long work has stepped aside and is not over. */
  get isSomebodyAside(): boolean {
    return this.#aside !== null;
  }

  /** Runs `work` when its turn comes. */
  async take<Result>(
    channel: string,
    isCall: boolean,
    work: () => Promise<Result> | Result,
  ): Promise<Result> {
    const running: Running = { channel, isCall, cancelled: false };
    await this.#begin(running);
    this.#running.add(running);
    try {
      return await work();
    } finally {
      this.#running.delete(running);
      this.#end();
    }
  }

  /**
   * Lets others have their turns while `work` runs, and comes back in its own.
   * @throws Refusal other_work_running where other long work has stepped aside
   */
  async aside<Result>(work: (goOn: () => void) => Promise<Result>): Promise<Result> {
    this.requireNobodyAside();
    const running = this.#present;
    if (running === null) throw new Error('nobody has the turn');
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const aside: Aside = { running, stopped: false, over };
    this.#aside = aside;
    this.#end();
    try {
      return await work(() => {
        if (aside.stopped) throw new Refusal('work_interrupted');
      });
    } finally {
      resolve();
      await this.#begin(running);
      this.#aside = null;
    }
  }

  /** @throws Refusal other_work_running */
  requireNobodyAside(): void {
    if (this.#aside !== null) throw new Refusal('other_work_running');
  }

  /** Before the office is closed, or opened again: whatever is aside stops at its next step and lets go of it. */
  async stopAside(): Promise<void> {
    if (this.#aside === null) return;
    this.#aside.stopped = true;
    await this.#aside.over;
  }

  /** Asks the work of this channel to stop; true if it is running. */
  cancel(channel: string): boolean {
    const asked = [...this.#running].filter((running) => running.channel === channel);
    for (const running of asked) running.cancelled = true;
    return asked.length > 0;
  }

  /** Asks everything to stop, and waits for whoever is waiting now. */
  async close(): Promise<void> {
    for (const running of this.#running) running.cancelled = true;
    await this.stopAside();
    await this.#last;
  }

  async #begin(running: Running): Promise<void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    this.#present = running;
    this.#endPresent = resolve;
  }

  #end(): void {
    this.#present = null;
    this.#endPresent();
  }
}
