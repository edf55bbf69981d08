import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../shared/domain/refusal.ts';
import type { FromRecords, RecordsWorkerData, ToRecords } from './bridge-protocol.ts';
import { type Clock, systemClock } from './clock.ts';
import { RecordsThread } from './records-thread.ts';

/**
 * The records thread's entry: owns the storage, the scheduler and every handler, and talks to the host in messages
 * (bridge-protocol.ts).
 */
const port = parentPort;
if (port === null) throw new Error('the records thread is started by bridge.ts');
const { dataFolder, demo, clockForTests, keystoreSecret } = workerData as RecordsWorkerData;
const tell = (message: FromRecords) => port.postMessage(message);

// Ids, codes and places only; see `shapeOf` in dispatch.ts. Standard error, so that standard output stays the host's.
const logger = pino(
  { name: 'ashbook', level: 'warn', base: null },
  pino.destination({ dest: 2, sync: true }),
);

/** Tests start the clock somewhere else; it runs on from there. */
function clockFrom(start: string): Clock {
  const ahead = Temporal.Now.instant().until(Temporal.Instant.from(start));
  return { now: () => Temporal.Now.instant().add(ahead) };
}

try {
  const thread = new RecordsThread({
    dataFolder,
    demo,
    clock: clockForTests === undefined ? systemClock : clockFrom(clockForTests),
    logger,
    emit: (event) => tell({ event }),
    ...(keystoreSecret === undefined ? {} : { keystoreSecret }),
  });
  port.on('message', (message: ToRecords) => {
    if ('close' in message) {
      thread.close().finally(() => process.exit(0));
      return;
    }
    thread.call(message.channel, message.input).then((answer) => tell({ id: message.id, answer }));
  });
  tell({ ready: true });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  tell({ fatal: { code: error.code, key: `error.${error.code}`, params: error.params } });
}
