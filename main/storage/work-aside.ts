import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long work that lets other calls be answered meanwhile. */
export interface WorkAside {
  progress(step: string, done: number, total: number): void;
  /**
   * Runs `work` while other calls are answered, and comes back in its own turn. `goOn` throws once the office is about to be
   * closed; `work` asks it between any two pieces.
   */
  aside<Result>(work: (goOn: () => void) => Promise<Result>): Promise<Result>;
}

/** For where nobody else is to be let in before it is done: opening an office, tests. */
export const alone: WorkAside = {
  progress: () => undefined,
  aside: (work) => work(() => undefined),
};

/** Lets whoever waits have their turn; what has been done so far is whole. */
export function letOthersIn({ aside }: Pick<WorkAside, 'aside'>): Promise<void> {
  return aside(async (goOn) => {
    await nextTurn();
    goOn();
  });
}
