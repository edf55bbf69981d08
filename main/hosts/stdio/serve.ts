import type { Readable, Writable } from 'node:stream';
import type { Answer, RecordsEvent } from '../../../shared/contract/answer.ts';
import type { Bridge } from '../../bridge.ts';
import { readLines } from './line-reader.ts';
import { maxLineBytes, type RequestId, readRequest } from './request.ts';

/** How many calls may be unanswered before reading pauses, so that a fast sender cannot fill the memory. */
const maxUnanswered = 64;

/**
 * Answers JSON lines from `input` on `output` until the input ends or is destroyed or nobody reads the output any more, then lets the calls
 * under way finish. The bridge stays open: closing it is the caller's.
 */
export async function serveLines(bridge: Bridge, input: Readable, output: Writable): Promise<void> {
  const writer = createWriter(output, () => input.destroy());
  const stopHearing = bridge.on((event) => void writer.write(event));
  const unanswered = new Set<Promise<void>>();

  try {
    for await (const line of readLines(input, maxLineBytes)) {
      const request = readRequest(line);
      if (!request.ok) {
        await writer.write(request);
        continue;
      }
      const work = bridge
        .call(request.channel, request.input)
        .then((answer) => writer.write({ id: request.id, ...answer }))
        .finally(() => unanswered.delete(work));
      unanswered.add(work);
      if (unanswered.size >= maxUnanswered) await Promise.race(unanswered);
    }
  } catch (error) {
    // Destroyed because the reader went away or a signal came: the loop ends with an error of its own.
    if (!input.destroyed) throw error;
  }
  await Promise.all(unanswered);
  stopHearing();
  await writer.flush();
}

type OutputLine = RecordsEvent | ({ id: RequestId | null } & Answer);

/** Writes one JSON object a line and waits while the reader is slow. A reader that has gone away is not an error. */
function createWriter(output: Writable, onGone: () => void) {
  let gone = false;
  let draining: Promise<void> | undefined;
  const left = Promise.withResolvers<void>();
  const leave = () => {
    gone = true;
    left.resolve();
    onGone();
  };
  // EPIPE arrives here; without a listener it would end the process with a stack on standard error.
  output.on('error', leave);
  output.on('close', leave);
  return {
    async write(line: OutputLine): Promise<void> {
      if (gone || output.write(`${JSON.stringify(line)}\n`)) return;
      draining ??= new Promise((resolve) => {
        output.once('drain', () => {
          draining = undefined;
          resolve();
        });
      });
      await Promise.race([draining, left.promise]);
    },
    async flush(): Promise<void> {
      if (gone) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      output.write('', () => resolve());
      await promise;
    },
  };
}
