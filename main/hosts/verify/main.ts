import { runVerifier } from './script.ts';

/** `npm run --silent verify -- FILE...`; the stand-alone script begins in the same place. */
process.exitCode = await runVerifier(process.argv.slice(2));
