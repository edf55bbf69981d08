import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { threadFile } from '../thread-file.ts';
import { keyBytes, zero } from './cryptography.ts';
import { type StretchOrder, stretch } from './password-stretcher.ts';

/** Cost of Argon2id (RFC 9106). It is stored with each lock, so it can be raised later. */
export interface Argon2Parameters {
  readonly memoryKibibytes: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** Less than this is not worth a thread: only locks of tests are so weak. */
const memoryWorthAThread = 8 * 1024;

/**
 * Argon2id of a password: 32 bytes, the caller's to zero.
 *
 * In a thread of its own, which ends: it takes over half a second, in which nobody else would be answered, and the library keeps the
 * memory it worked in (64 MiB) for as long as its thread lives.
 */
export async function stretchPassword(
  password: string,
  salt: Uint8Array,
  { memoryKibibytes, passes, parallelism }: Argon2Parameters,
): Promise<Uint8Array> {
  const order: StretchOrder = {
    // The same password typed on another keyboard may arrive decomposed (RFC 8265).
    password: Buffer.from(password.normalize('NFKC'), 'utf8'),
    salt,
    iterations: passes,
    memorySize: memoryKibibytes,
    parallelism,
    hashLength: keyBytes,
  };
  try {
    return await (memoryKibibytes < memoryWorthAThread ? stretch(order) : stretchAside(order));
  } finally {
    zero(order.password);
  }
}

async function stretchAside(order: StretchOrder): Promise<Uint8Array> {
  const worker = new Worker(threadFile(import.meta.url, 'password-stretcher'), {
    workerData: order,
    name: 'ashbook-password-stretcher',
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  try {
    const [stretched] = (await once(worker, 'message')) as [Uint8Array];
    return stretched;
  } finally {
    await worker.terminate();
  }
}
