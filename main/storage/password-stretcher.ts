import { parentPort, workerData } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';
import { zero } from './cryptography.ts';

/** A thread that stretches one password and ends (password-stretch.ts). */
export interface StretchOrder {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** Kibibytes. */
  readonly memorySize: number;
  readonly parallelism: number;
  /** Bytes. */
  readonly hashLength: number;
}

export function stretch(order: StretchOrder): Promise<Uint8Array> {
  return argon2id({ ...order, outputType: 'binary' });
}

if (parentPort !== null && isOrder(workerData)) {
  const stretched = await stretch(workerData);
  zero(workerData.password);
  parentPort.postMessage(stretched);
}

/** Imported by the records thread, which has other data, this does nothing by itself. */
function isOrder(data: unknown): data is StretchOrder {
  return typeof data === 'object' && data !== null && 'hashLength' in data;
}
