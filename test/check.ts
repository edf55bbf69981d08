import { runChecks } from './check-steps.ts';

/** `npm run check`: everything that can be said about the sources without running them. */
const results = await runChecks(console.log);
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
