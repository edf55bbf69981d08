import { Worker } from 'node:worker_threads';
import type { Answer, CallError, RecordsEvent } from '../shared/contract/answer.ts';
import type { FromRecords, RecordsWorkerData, ToRecords } from './bridge-protocol.ts';
import { threadFile } from './thread-file.ts';

export interface BridgeOptions {
  /** Absolute path of the office's folder; created if it does not exist. */
  dataFolder: string;
  /** Whether the folder holds a made-up office. Default: no. */
  demo?: boolean;
  /** Another records thread, for tests of the bridge itself. Default: `worker.ts` (`worker.js` when bundled) beside this file. */
  workerUrl?: URL;
  /** See `RecordsWorkerData.clockForTests`. */
  clockForTests?: string;
  /** See `RecordsWorkerData.keystoreSecret`. */
  keystoreSecret?: Uint8Array;
}

/** The host's end of the line to the records thread. */
export interface Bridge {
  /** One call. Never rejects and never stays pending: a stopped records thread answers `records_stopped`. */
  call(channel: string, input: unknown): Promise<Answer>;
  /** Hears the records thread's events. Returns the function that stops listening. */
  on(listener: (event: RecordsEvent) => void): () => void;
  /** Resolves once the records thread is gone, whoever ended it: true if that was asked for by `close`. */
  readonly stopped: Promise<{ asked: boolean }>;
  /** Asks the records thread to finish and close; ends it after a bounded wait. May be called more than once. */
  close(): Promise<void>;
}

/** The records thread refused to start. `error` says why, in the shape and words of a call's answer. */
export class RecordsRefused extends Error {
  override readonly name = 'RecordsRefused';
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.code);
    this.error = error;
  }
}

const recordsStopped: CallError = { code: 'records_stopped', key: 'error.records_stopped', params: {} };

/** How long `close` waits for a running erasure or backup to reach a safe point; both resume after a cut as well. */
const closeWaitMs = 15_000;

/**
 * Starts the records thread on a data folder and resolves when it is ready for calls.
 *
 * Rejects with `RecordsRefused` when the folder is refused or the thread stops before it is ready.
 */
export async function startBridge(options: BridgeOptions): Promise<Bridge> {
  const workerData: RecordsWorkerData = {
    dataFolder: options.dataFolder,
    demo: options.demo ?? false,
    ...(options.clockForTests === undefined ? {} : { clockForTests: options.clockForTests }),
    ...(options.keystoreSecret === undefined ? {} : { keystoreSecret: options.keystoreSecret }),
  };
  const worker = new Worker(options.workerUrl ?? threadFile(import.meta.url, 'worker'), {
    workerData,
    name: 'ashbook-records',
    // Nearly all that a call makes is gone when it is answered: given more room, a hundred megabytes of it lie about before anybody looks.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
    // Standard output belongs to the host (the stdio host writes nothing but JSON there): whatever the records thread or a
    // library inside it prints goes to standard error.
    stdout: true,
  });
  worker.stdout.pipe(process.stderr, { end: false });

  const pending = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(event: RecordsEvent) => void>();
  const ready = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<{ asked: boolean }>();
  let refusal = recordsStopped;
  let isReady = false;
  let isStopped = false;
  let closing: Promise<void> | undefined;
  let lastId = 0;

  worker.on('message', (message: FromRecords) => {
    if ('answer' in message) {
      pending.get(message.id)?.(message.answer);
      pending.delete(message.id);
    } else if ('event' in message) {
      for (const listener of [...listeners]) listener(message.event);
    } else if ('ready' in message) {
      isReady = true;
      ready.resolve();
    } else {
      // Rejected when the thread has exited, not before: by then it has let go of the folder.
      refusal = message.fatal;
      setTimeout(() => void worker.terminate(), closeWaitMs).unref();
    }
  });
  worker.on('error', (error: unknown) => reportCrash(error, isReady));
  worker.on('messageerror', () => void worker.terminate());
  worker.on('exit', () => {
    isStopped = true;
    ready.reject(new RecordsRefused(refusal));
    for (const answer of pending.values()) answer({ ok: false, error: recordsStopped });
    pending.clear();
    listeners.clear();
    stopped.resolve({ asked: closing !== undefined });
  });

  const send = (message: ToRecords) => worker.postMessage(message);

  await ready.promise;

  return {
    call(channel, input) {
      if (isStopped || closing) return Promise.resolve({ ok: false, error: recordsStopped });
      lastId += 1;
      const id = lastId;
      const { promise, resolve } = Promise.withResolvers<Answer>();
      pending.set(id, resolve);
      try {
        send({ id, channel, input });
      } catch {
        // The input holds something that cannot be copied to another thread, a function for instance.
        pending.delete(id);
        resolve({ ok: false, error: malformedRequest });
      }
      return promise;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stopped: stopped.promise,
    close() {
      closing ??= closeWorker();
      return closing;
    },
  };

  async function closeWorker(): Promise<void> {
    if (isStopped) return;
    send({ close: true });
    const patience = setTimeout(() => void worker.terminate(), closeWaitMs);
    await stopped.promise;
    clearTimeout(patience);
  }
}

/** What a host answers when the call itself is not one: no channel, or an input that cannot be passed on. */
export const malformedRequest: CallError = {
  code: 'malformed_request',
  key: 'error.malformed_request',
  params: {},
};

/**
 * Says on standard error that the records thread crashed.
 *
 * Once an office is open the message of an unforeseen error could quote a value, so only its name and the places it passed are
 * printed; before that nothing personal has been read yet and the message is what helps.
 */
function reportCrash(error: unknown, isReady: boolean): void {
  if (!(error instanceof Error)) {
    console.error('The records thread stopped because of something that is not an error.');
    return;
  }
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  console.error(['The records thread stopped.', isReady ? error.name : String(error), ...places].join('\n'));
}
