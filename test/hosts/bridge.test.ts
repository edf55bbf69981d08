import { expect, test, vi } from 'vitest';
import { RecordsRefused, startBridge } from '../../main/bridge.ts';
import type { RecordsEvent } from '../../shared/contract/answer.ts';

const workerUrl = new URL('../fixtures/fake-records.ts', import.meta.url);
const stopped = {
  ok: false,
  error: { code: 'records_stopped', key: 'error.records_stopped', params: {} },
};

function open(dataFolder = '/office') {
  return startBridge({ dataFolder, workerUrl });
}

test('passes a call on unread and hands its answer back', async () => {
  const bridge = await open();
  const input = { nested: [1, { two: '둘' }] };
  expect(await bridge.call('test.echo', input)).toEqual({
    ok: true,
    value: { channel: 'test.echo', input, demo: false },
  });
  expect(await bridge.call('test.refuse', undefined)).toEqual({
    ok: false,
    error: { code: 'nope', key: 'error.nope', params: { a: 1 } },
  });
  await bridge.close();
});

test('answers each call with its own answer, whatever the order they come back in', async () => {
  const bridge = await open();
  const [slow, quick] = await Promise.all([bridge.call('test.slow', 1), bridge.call('test.echo', 2)]);
  expect(slow).toEqual({ ok: true, value: 'slow' });
  expect(quick).toEqual({ ok: true, value: { channel: 'test.echo', input: 2, demo: false } });
  await bridge.close();
});

test('tells every listener of an event until it stops listening', async () => {
  const bridge = await open();
  const first: RecordsEvent[] = [];
  const second: RecordsEvent[] = [];
  const stopFirst = bridge.on((event) => first.push(event));
  bridge.on((event) => second.push(event));
  await bridge.call('test.progress', null);
  stopFirst();
  await bridge.call('test.progress', null);
  expect(first).toEqual([{ event: 'progress', channel: 'test.progress', step: 'one', done: 1, total: 2 }]);
  expect(second).toHaveLength(2);
  await bridge.close();
});

test.each(['test.crash', 'test.exit'])(
  'a records thread that stops (%s) leaves no call pending',
  async (channel) => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const bridge = await open();
    const waiting = [bridge.call('test.never', null), bridge.call('test.never', null)];
    expect(await bridge.call(channel, null)).toEqual(stopped);
    expect(await Promise.all(waiting)).toEqual([stopped, stopped]);
    expect(await bridge.call('test.echo', null)).toEqual(stopped);
    expect(await bridge.stopped).toEqual({ asked: false });
    await bridge.close();
    // Once an office is open an error's message may quote a value of someone.
    expect(printed.mock.calls.flat().join('\n')).not.toContain('홍길동');
    printed.mockRestore();
  },
);

test('an input that cannot cross to another thread is answered, not thrown', async () => {
  const bridge = await open();
  expect(await bridge.call('test.echo', () => 1)).toMatchObject({
    ok: false,
    error: { code: 'malformed_request' },
  });
  await bridge.close();
});

test('a refused data folder rejects with the reason of the records thread', async () => {
  const refusal = await open('/office/refused').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RecordsRefused);
  expect(refusal).toMatchObject({ error: { code: 'test_refused' } });
});

test('a thread that crashes before it is ready rejects instead of waiting', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(open('/office/crash-at-start')).rejects.toMatchObject({ error: { code: 'records_stopped' } });
  expect(printed.mock.calls.flat().join('\n')).toContain('crash at start');
  printed.mockRestore();
});

test('close ends the thread, may be repeated, and later calls are answered', async () => {
  const bridge = await open();
  await Promise.all([bridge.close(), bridge.close()]);
  expect(await bridge.stopped).toEqual({ asked: true });
  expect(await bridge.call('test.echo', null)).toEqual(stopped);
});
