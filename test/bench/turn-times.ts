import { pino } from 'pino';
import { systemClock } from '../../main/clock.ts';
import { callerOf } from '../../main/hosts/demo/contract-caller.ts';
import { RecordsThread } from '../../main/records-thread.ts';
import { orderReady } from './office-work.ts';

/** What is shorter is nothing that anybody waits for. Milliseconds. */
const shortest = 5;

export interface TurnTimes {
  /** Of the longest turn, in which no other call is answered: by the clock, and how long the processor worked. Milliseconds. */
  readonly longest: number;
  readonly longestProcessor: number;
  /** Of all turns together. */
  readonly sum: number;
  readonly sumProcessor: number;
}

/**
 * How long the records thread is kept at a time by one destruction. It runs in this thread here, so that whatever keeps it from
 * looking at the clock is seen; what the copier does in its own thread keeps nobody.
 */
export async function measureTurns(officeFolder: string, unitIds: string[]): Promise<TurnTimes> {
  const thread = new RecordsThread({
    dataFolder: officeFolder,
    demo: false,
    clock: systemClock,
    logger: pino({ level: 'silent' }),
    emit: () => undefined,
  });
  try {
    const call = callerOf(thread);
    const order = await orderReady(call, unitIds);
    const turns: { wall: number; processor: number }[] = [];
    let isOver = false;
    let last = moment();
    const look = () => {
      const now = moment();
      const wall = now.wall - last.wall;
      if (wall > shortest) turns.push({ wall, processor: now.processor - last.processor });
      last = moment();
      if (!isOver) setImmediate(look);
    };
    setImmediate(look);
    await call('destruction.executeOrder', order);
    isOver = true;
    return {
      longest: Math.max(...turns.map(({ wall }) => wall)),
      longestProcessor: Math.max(...turns.map(({ processor }) => processor)),
      sum: turns.reduce((sum, { wall }) => sum + wall, 0),
      sumProcessor: turns.reduce((sum, { processor }) => sum + processor, 0),
    };
  } finally {
    await thread.close();
  }
}

function moment(): { wall: number; processor: number } {
  const { user, system } = process.threadCpuUsage();
  return { wall: performance.now(), processor: (user + system) / 1000 };
}
