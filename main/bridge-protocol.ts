import type { Answer, CallError, RecordsEvent } from '../shared/contract/answer.ts';

/** What the records thread is started with (`workerData`). */
export interface RecordsWorkerData {
  /** Absolute path of the office's folder. */
  dataFolder: string;
  /** Whether this is a made-up office: the sign-in page then shows its users and their password. */
  demo: boolean;
  /** Only tests give this: the UTC instant (ISO 8601) at which the office's clock starts instead of the computer's. */
  clockForTests?: string;
  /** 32 bytes guarded by the keystore of the operating system, where there is one worth the name (electron host only). */
  keystoreSecret?: Uint8Array;
}

/** Host to records thread. */
export type ToRecords = CallMessage | { close: true };

export interface CallMessage {
  /** Chosen by the host, unique in the life of the thread. */
  id: number;
  channel: string;
  /** Whatever the page or script sent, unread: the records thread parses it. */
  input: unknown;
}

/**
 * Records thread to host.
 *
 * At start-up exactly one of `ready` and `fatal` comes first; after `fatal` (the data folder is refused: in use, from a newer
 * version, not an office) the thread exits. `close` is answered by the thread's exit.
 */
export type FromRecords =
  | { ready: true }
  | { fatal: CallError }
  | { id: number; answer: Answer }
  | { event: RecordsEvent };
