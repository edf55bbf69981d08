import { pino } from 'pino';
import { systemClock } from '../../main/clock.ts';
import { RecordsThread } from '../../main/records-thread.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

// A process of its own, because it gives up the rights it was started with: prints the code it is refused with.
const [, , dataFolder = '', user = ''] = process.argv;
// The driver is loaded while its file can still be read.
await import('better-sqlite3');
if (process.getuid?.() === 0) process.setuid?.(Number(user));
try {
  const thread = new RecordsThread({
    dataFolder,
    demo: false,
    clock: systemClock,
    logger: pino({ level: 'silent' }),
    emit: () => undefined,
  });
  await thread.close();
  process.stdout.write('started\n');
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stdout.write(`${error.code}\n`);
}
