import { setTimeout as pause } from 'node:timers/promises';
import { argon2id } from 'hash-wasm';
import { Temporal } from 'temporal-polyfill';
import { startBridge } from '../../main/bridge.ts';
import { type Caller, callerOf } from '../../main/hosts/demo/contract-caller.ts';
import { inventPeople } from '../../main/hosts/demo/invented-people.ts';
import { defaultArgon2 } from '../../main/storage/password-holder.ts';
import type { RecordsEvent } from '../../shared/contract/answer.ts';
import { fromBase64 } from '../../shared/domain/register/base64.ts';
import { captureInput, passwordOf, type Seeded } from './bench-people.ts';
import { eachTimeAsync, median, peakMemory, processorTime } from './stopwatch.ts';

interface Desk {
  readonly call: Caller;
  signIn(signInName: string): Promise<unknown>;
  listen(listener: (event: RecordsEvent) => void): void;
}

/** With the application open as a host has it: a bridge and the records thread behind it. */
export async function atDesk<Result>(
  officeFolder: string,
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const bridge = await startBridge({ dataFolder: officeFolder });
  try {
    const call = callerOf(bridge);
    return await work({
      call,
      signIn: (signInName) => call('office.signIn', { signInName, password: passwordOf(signInName) }),
      listen: (listener) => void bridge.on(listener),
    });
  } finally {
    await bridge.close();
  }
}

export interface DeskTimes {
  readonly unlock: number;
  /** From the answer of the unlock until a search has been answered from everybody's entry. */
  readonly findable: number;
  readonly passwordHash: number;
  readonly call: number;
  readonly capture: number;
}

/** Unlock, one call, one consent; medians in milliseconds. */
export function measureDesk(officeFolder: string, seeded: Seeded, times: number): Promise<DeskTimes> {
  return atDesk(officeFolder, async ({ call, signIn }) => {
    const unlocks: number[] = [];
    const findable: number[] = [];
    await signIn('clerk');
    await indexAtRest(call);
    for (let place = 0; place < Math.min(times, 5); place += 1) {
      await call('office.signOut', {});
      unlocks.push(...(await eachTimeAsync(1, () => signIn('clerk'))));
      findable.push(...(await eachTimeAsync(1, () => indexAtRest(call))));
    }
    const passwordHash = median(await eachTimeAsync(3, hashOnce));
    const { today } = await call('office.status', {});
    const calls = await eachTimeAsync(times * 10, () => call('office.status', {}));
    // Numbers and names nobody of the seeded office has, so that the rows are all new.
    const people = inventPeople(times, 2);
    const givenOn = Temporal.PlainDate.from(today ?? '')
      .subtract({ days: 1 })
      .toString();
    const captures = await eachTimeAsync(times, async (place) => {
      const person = people[place];
      if (person !== undefined) await call('collection.capture', captureInput(seeded, person, givenOn));
    });
    return {
      unlock: median(unlocks),
      findable: median(findable),
      passwordHash,
      call: median(calls),
      capture: median(captures),
    };
  });
}

async function hashOnce(): Promise<void> {
  await argon2id({
    password: 'a password of usual length',
    salt: new Uint8Array(16),
    memorySize: defaultArgon2.memoryKibibytes,
    iterations: defaultArgon2.passes,
    parallelism: defaultArgon2.parallelism,
    hashLength: 32,
  });
}

export interface DestructionTimes {
  /** From the call to the certificate. */
  readonly total: number;
  /** Processor time of the same. */
  readonly processor: number;
  /** The longest that another call waited for its answer, of those sent one after another all the while. */
  readonly longestWait: number;
  /** What all of them waited longer than they do when nothing else happens: the time for which others are kept. */
  readonly waited: number;
  /** What of it each step took, by the progress events. */
  readonly steps: Record<string, number>;
  readonly peak: number;
  /** The certificate in both languages, as PDF: made, and its megabytes. */
  readonly document: number;
  readonly documentBytes: number;
}

/** Proposed, approved and carried out by three people; only carrying out is measured. Milliseconds and megabytes. */
export function measureDestruction(officeFolder: string, unitIds: string[]): Promise<DestructionTimes> {
  return atDesk(officeFolder, async ({ call, signIn, listen }) => {
    const order = await orderReady(call, unitIds);
    const moments: { step: string; at: number }[] = [];
    listen((event) => {
      if (event.event === 'progress') moments.push({ step: event.step, at: performance.now() });
    });
    const ask = () => call('destruction.listOrders', { show: 'open', limit: 1, offset: 0 });
    const usual = median(await eachTimeAsync(50, ask));
    const processorBefore = processorTime();
    const startedAt = performance.now();
    let isOver = false;
    const carriedOut = call('destruction.executeOrder', order).finally(() => {
      isOver = true;
    });
    const waits: number[] = [];
    while (!isOver) {
      const [wait = 0] = await eachTimeAsync(1, ask);
      waits.push(wait);
      // Seldom enough not to be what is measured.
      await pause(10);
    }
    const outcome = await carriedOut;
    const endedAt = performance.now();
    if (outcome.certificateNumber === null) throw new Error('the destruction was not certified');
    const times = {
      total: endedAt - startedAt,
      longestWait: Math.max(...waits),
      waited: waits.reduce((sum, wait) => sum + Math.max(0, wait - usual), 0),
      processor: processorTime() - processorBefore,
      steps: stepTimes(moments, startedAt, endedAt),
      peak: peakMemory(),
    };
    await signIn('auditor');
    let documentBytes = 0;
    const [document = Number.NaN] = await eachTimeAsync(1, async () => {
      const { bytes } = await call('register.certificate', {
        ask: { number: outcome.certificateNumber ?? '' },
        format: 'pdf',
        languages: ['ko', 'en'],
        to: { way: 'screen' },
      });
      documentBytes = fromBase64(bytes ?? '').length / 1e6;
    });
    return { ...times, document, documentBytes };
  });
}

/** An order asked for and approved, with the operator at the desk and the search index at rest. */
export async function orderReady(
  call: Caller,
  unitIds: string[],
): Promise<{ orderId: string; digest: string }> {
  const signIn = (signInName: string) =>
    call('office.signIn', { signInName, password: passwordOf(signInName) });
  await signIn('clerk');
  await indexAtRest(call);
  await signIn('reviewer');
  const { orderId, digest } = await call('destruction.proposeOrder', { unitIds });
  await signIn('approver');
  await call('destruction.approveOrder', { orderId, digest });
  await signIn('operator');
  return { orderId, digest };
}

/** A search index that is still being made takes its turns between calls: not what is measured here. */
export async function indexAtRest(call: Caller): Promise<void> {
  for (;;) {
    // A search for nothing is not answered from the index, so it would not say how far that is.
    const { searchedPart } = await call('collection.listPeople', {
      search: 'nobody of this name',
      limit: 1,
      offset: 0,
    });
    if (searchedPart === undefined) return;
    await pause(200);
  }
}

/** A step lasts from its first event to the first event of the next; the first from the call, the last to the answer. */
function stepTimes(moments: readonly { step: string; at: number }[], startedAt: number, endedAt: number) {
  const firsts = moments.filter(
    ({ step }, place) => moments.findIndex((other) => other.step === step) === place,
  );
  return Object.fromEntries(
    firsts.map(({ step, at }, place) => [
      step,
      (firsts[place + 1]?.at ?? endedAt) - (place === 0 ? startedAt : at),
    ]),
  );
}
