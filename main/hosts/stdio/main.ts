import { runStdio } from './run.ts';

process.exitCode = await runStdio(process.argv.slice(2));
