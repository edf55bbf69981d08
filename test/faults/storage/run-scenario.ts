import { scenarios } from './scenario.ts';

// A process of its own, to be killed at the point named by ASHBOOK_FAULT_POINT.
const [, , name = '', folder = ''] = process.argv;
await scenarios[name]?.(folder);
process.stdout.write('finished\n');
