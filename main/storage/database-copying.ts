import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { threadFile } from '../thread-file.ts';
import { copySecret, zero } from './cryptography.ts';
import type { Cipher } from './database-connection.ts';
import type { CopierAnswer, CopierData, CopierOrder } from './database-copier.ts';
import type { DatabaseCopyContent } from './database-copy.ts';
import { faultPoint } from './fault-point.ts';

const writeEveryMilliseconds = 200;

export interface DatabaseCopyFacts {
  /** By table. */
  readonly rows: ReadonlyMap<string, number>;
  readonly bytes: number;
}

/**
 * The records as they stand at one moment, written into another file under another key by a thread of its own
 * (database-copier.ts). Each step is asked for, so the caller may stop between any two, and `end` waits until nobody reads the
 * records any more.
 */
export class DatabaseCopying {
  readonly #worker: Worker;
  readonly #role: string;
  readonly #target: string;
  #tables: readonly string[] | undefined;

  /** Keys are copied; `target` must not exist. `role` names the fault points. */
  constructor(data: CopierData, role: string) {
    this.#role = role;
    this.#target = data.target;
    const sourceKey = copySecret(data.sourceKey);
    const targetKey = copySecret(data.targetKey);
    this.#worker = new Worker(threadFile(import.meta.url, 'database-copier'), {
      workerData: { ...data, sourceKey, targetKey } satisfies CopierData,
      name: 'ashbook-database-copier',
      // It makes next to nothing of its own: the work is SQLite's.
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    zero(sourceKey, targetKey);
    // Reported to whoever asked last; without a listener it would end the process.
    this.#worker.on('error', () => undefined);
  }

  /** Takes the moment: what is written from now on is not in the copy. Otherwise `run` takes it. */
  async begin(): Promise<void> {
    faultPoint(`${this.#role}.create`);
    const begun = await this.#ask({ do: 'begin' });
    this.#tables = 'tables' in begun ? begun.tables : [];
  }

  /**
   * Copies everything, counts every table in both files, and flushes the copy; answers what it holds. `step` is called between
   * any two tables, with those done and all; if it rejects, the copy is of no use.
   */
  async run(step: (done: number, of: number) => Promise<void>): Promise<DatabaseCopyFacts> {
    if (this.#tables === undefined) await this.begin();
    const tables = this.#tables ?? [];
    const rows = new Map<string, number>();
    const stopWriting = this.#writeEarly();
    try {
      for (const [done, table] of tables.entries()) {
        await step(done, tables.length);
        if (triedTables(tables.length).includes(done)) faultPoint(`${this.#role}.copy`);
        const copied = await this.#ask({ do: 'copy', table });
        if ('rows' in copied) rows.set(table, copied.rows);
      }
    } finally {
      await stopWriting();
    }
    await step(tables.length, tables.length);
    // Asked for one by one, so that a power cut and a failing disk can be tried before each: the copier has no list of its own.
    faultPoint(`${this.#role}.commit`);
    const committed = await this.#ask({ do: 'commit' });
    faultPoint(`${this.#role}.flush`);
    await this.#ask({ do: 'flush' });
    return { rows, bytes: 'bytes' in committed ? committed.bytes : 0 };
  }

  /** Empties the log of the records that were copied, as far as nobody reads it. */
  async settleSource(): Promise<void> {
    faultPoint(`${this.#role}.settle_source`);
    await this.#ask({ do: 'settle_source' });
  }

  /** What the finished copy holds, as read from the disk. */
  async inspect(): Promise<DatabaseCopyContent> {
    const answer = await this.#ask({ do: 'inspect' });
    if (!('content' in answer)) throw new Error('no content was answered');
    return answer.content;
  }

  /** To be called in any case. What is being done is finished first: a table at most. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  /**
   * The disk writes while the processor copies, instead of waiting for all of it. Nothing depends on it: what is not written by then, and
   * a disk that fails, the last flush finds.
   */
  #writeEarly(): () => Promise<void> {
    let writing: Promise<void> | undefined;
    const timer = setInterval(() => {
      writing ??= writeOut(this.#target)
        .catch(() => undefined)
        .then(() => {
          writing = undefined;
        });
    }, writeEveryMilliseconds);
    return async () => {
      clearInterval(timer);
      await writing;
    };
  }

  async #ask(order: CopierOrder): Promise<Exclude<CopierAnswer, { error: unknown }>> {
    const stopped = new AbortController();
    try {
      const answered = once(this.#worker, 'message', { signal: stopped.signal });
      const exited = once(this.#worker, 'exit', { signal: stopped.signal }).then(() => {
        throw new Error('the copying thread stopped');
      });
      this.#worker.postMessage(order);
      const [answer] = (await Promise.race([answered, exited])) as [CopierAnswer];
      if ('error' in answer) throw Object.assign(new Error('the copy failed'), answer.error);
      return answer;
    } finally {
      stopped.abort();
    }
  }
}

async function writeOut(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Until the copy is committed nothing of it counts, so the first table, one in the middle and the last stand for all of them. */
function triedTables(count: number): number[] {
  return [0, count >> 1, count - 1];
}

/** Opens a copy in a thread of its own and looks at all of it. Throws where the key does not open it. */
export async function inspectCopyAside(
  path: string,
  key: Uint8Array,
  cipher: Cipher,
): Promise<DatabaseCopyContent> {
  const thread = new DatabaseCopying(
    { source: path, sourceKey: key, target: path, targetKey: key, cipher },
    'inspected',
  );
  try {
    return await thread.inspect();
  } finally {
    await thread.end();
  }
}
