import { type Bridge, RecordsRefused, startBridge } from '../../bridge.ts';
import { BadOption, type HostArguments, readHostArguments } from '../arguments.ts';
import { hostText } from '../host-text.ts';
import { sentenceOf } from '../sentence.ts';
import { serveLines } from './serve.ts';

/**
 * The whole life of the stdio host on this process's standard streams: `--data DIR`, optionally `--demo`.
 *
 * Resolves to the exit status: 0 after the input ended, 1 if the data folder is refused or the records thread stopped by
 * itself, 2 for a wrong option, 128 + n after a signal. Nothing but JSON is written on standard output.
 */
export async function runStdio(args: readonly string[], workerUrl?: URL): Promise<number> {
  const text = hostText();
  let options: HostArguments;
  try {
    options = readHostArguments(args);
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    console.error(text('host.start.bad_option', { option: error.option, known: '--data DIR, --demo' }));
    return 2;
  }
  if (options.dataFolder === undefined) {
    console.error(text('host.start.data_folder_missing'));
    return 2;
  }

  let bridge: Bridge;
  try {
    bridge = await startBridge({
      dataFolder: options.dataFolder,
      demo: options.demo,
      ...(workerUrl ? { workerUrl } : {}),
    });
  } catch (error) {
    if (!(error instanceof RecordsRefused)) throw error;
    console.error(sentenceOf(error.error, text));
    return 1;
  }

  let status = 0;
  const leave = (signal: 'SIGINT' | 'SIGTERM', number: number) =>
    process.once(signal, () => {
      status = 128 + number;
      process.stdin.destroy();
    });
  leave('SIGINT', 2);
  leave('SIGTERM', 15);

  await serveLines(bridge, process.stdin, process.stdout);
  await bridge.close();
  const { asked } = await bridge.stopped;
  return asked ? status : 1;
}
