import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLines } from '../../main/hosts/stdio/line-reader.ts';

const program = fileURLToPath(new URL('../fixtures/stdio-with-fake-records.ts', import.meta.url));

interface Result {
  status: number | null;
  lines: unknown[];
  errors: string;
}

function start(args: string[] = ['--data', '/office']): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [program, ...args], { env: { ...process.env, LANG: 'en_US.UTF-8' } });
}

async function finish(child: ChildProcessWithoutNullStreams): Promise<Result> {
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('close', resolve);
  const status = await promise;
  return {
    status,
    lines: output
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    errors,
  };
}

function converse(input: string, args?: string[]): Promise<Result> {
  const child = start(args);
  child.stdin.end(input);
  return finish(child);
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

test('answers a call a line and ends cleanly with the input', async () => {
  const { status, lines, errors } = await converse(
    line({ id: 1, channel: 'test.echo', input: { name: '값' } }) + line({ id: 'b', channel: 'test.refuse' }),
  );
  expect(lines).toEqual([
    { id: 1, ok: true, value: { channel: 'test.echo', input: { name: '값' }, demo: false } },
    { id: 'b', ok: false, error: { code: 'nope', key: 'error.nope', params: { a: 1 } } },
  ]);
  expect(errors).toBe('');
  expect(status).toBe(0);
});

test('calls under way are finished after the input has ended, even without a last newline', async () => {
  const { status, lines } = await converse(line({ id: 1, channel: 'test.slow' }).trimEnd());
  expect(lines).toEqual([{ id: 1, ok: true, value: 'slow' }]);
  expect(status).toBe(0);
});

test('progress is a line of its own, with the event in `event`', async () => {
  const { lines } = await converse(line({ id: 1, channel: 'test.progress' }));
  expect(lines).toEqual([
    { event: 'progress', channel: 'test.progress', step: 'one', done: 1, total: 2 },
    { id: 1, ok: true, value: null },
  ]);
});

test('what is not a request is answered, and the next line is read as if nothing had been', async () => {
  const { status, lines } = await converse(
    [
      '{not json\n',
      '\n   \n',
      'null\n',
      '[]\n',
      line({ channel: 'test.echo' }),
      line({ id: { a: 1 }, channel: 'test.echo' }),
      line({ id: 5 }),
      line({ id: 6, channel: 7 }),
      line({ id: 7, channel: 'test.echo', input: null }),
    ].join(''),
  );
  const malformed = (id: unknown) =>
    expect.objectContaining({ id, ok: false, error: expect.objectContaining({ code: 'malformed_request' }) });
  expect(lines).toHaveLength(8);
  expect(lines).toEqual(
    expect.arrayContaining([
      { id: null, ok: false, error: { code: 'malformed_json', key: 'error.malformed_json', params: {} } },
      malformed(null),
      malformed(5),
      malformed(6),
      { id: 7, ok: true, value: { channel: 'test.echo', input: null, demo: false } },
    ]),
  );
  expect(status).toBe(0);
});

test('bytes that are not UTF-8 are malformed JSON', async () => {
  const child = start();
  child.stdin.end(Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a]));
  const { lines } = await finish(child);
  expect(lines).toEqual([expect.objectContaining({ id: null, ok: false })]);
});

test('a line over 64 MiB is refused once and the line after it is answered', async () => {
  const child = start();
  const finished = finish(child);
  child.stdin.write(`{"id":1,"channel":"test.echo","input":"${'a'.repeat(65 * 1024 * 1024)}"}\n`);
  child.stdin.end(line({ id: 2, channel: 'test.echo' }));
  const { lines } = await finished;
  expect(lines).toEqual([
    {
      id: null,
      ok: false,
      error: { code: 'line_too_long', key: 'error.line_too_long', params: { megabytes: 64 } },
    },
    { id: 2, ok: true, value: { channel: 'test.echo', demo: false } },
  ]);
});

test('a line that never ends is not kept in memory', async () => {
  const chunk = Buffer.alloc(64 * 1024, 0x61);
  async function* endless() {
    for (let count = 0; count < 200; count += 1) yield chunk;
    yield Buffer.from('\nnext\n');
  }
  const seen = [];
  for await (const one of readLines(endless(), 100_000)) seen.push(one);
  expect(seen).toEqual([{ tooLong: true }, { text: 'next' }]);
});

test('a line cut anywhere, in the middle of a character too, is put together again', async () => {
  const bytes = Buffer.from('{"a":"가나다"}\n{"b":2}\n');
  async function* oneByOne() {
    for (const byte of bytes) yield Buffer.from([byte]);
  }
  const seen = [];
  for await (const one of readLines(oneByOne(), 100)) seen.push(one);
  expect(seen).toEqual([{ text: '{"a":"가나다"}' }, { text: '{"b":2}' }]);
});

test('what the records thread prints goes to standard error, never between the JSON', async () => {
  const { lines, errors } = await converse(line({ id: 1, channel: 'test.print' }));
  expect(lines).toEqual([{ id: 1, ok: true, value: null }]);
  expect(errors).toBe('printed by the records thread\n');
});

test('a refused data folder is one sentence on standard error and a status that is not 0', async () => {
  const { status, lines, errors } = await converse('', ['--data', '/office/refused']);
  expect(errors).toBe('The window could not be opened.\n');
  expect(lines).toEqual([]);
  expect(status).toBe(1);
});

test.each([
  [[], /--data DIR/],
  [['--data'], /--data is not known/],
  [['--data', '/office', '--port', '80'], /--port is not known/],
])('wrong options %j are one sentence and status 2', async (args, sentence) => {
  const { status, lines, errors } = await converse('', args);
  expect(errors).toMatch(sentence);
  expect(errors.trim().split('\n')).toHaveLength(1);
  expect(lines).toEqual([]);
  expect(status).toBe(2);
});

test('a crash of the records thread answers every call and ends with status 1', async () => {
  const { status, lines } = await converse(
    line({ id: 1, channel: 'test.never' }) + line({ id: 2, channel: 'test.crash' }),
  );
  expect(lines).toHaveLength(2);
  expect(lines).toEqual([1, 2].map((id) => expect.objectContaining({ id, ok: false })));
  expect(status).toBe(1);
});

test('a reader that goes away ends the program quietly', async () => {
  const child = start();
  child.stdin.on('error', () => undefined);
  child.stdout.destroy();
  const timer = setInterval(() => child.stdin.write(line({ id: 1, channel: 'test.echo' })), 20);
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('exit', resolve);
  expect(await promise).toBe(0);
  clearInterval(timer);
  expect(errors).toBe('');
});

test('a signal lets the calls under way finish and says which signal it was', async () => {
  const child = start();
  const finished = finish(child);
  child.stdin.write(line({ id: 1, channel: 'test.echo' }));
  child.stdout.once('data', () => {
    child.stdin.write(line({ id: 2, channel: 'test.slow' }));
    setTimeout(() => child.kill('SIGTERM'), 100);
  });
  const { status, lines } = await finished;
  expect(lines).toEqual([expect.objectContaining({ id: 1 }), { id: 2, ok: true, value: 'slow' }]);
  expect(status).toBe(143);
});
