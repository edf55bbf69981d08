import { type CopiesScenario, carryOut, type Fault } from './copies-scenario.ts';

// A process of its own, to be killed at the point it is told.
const [, , scenario, parent = '', fault = ''] = process.argv;
const { answer } = await carryOut(scenario as CopiesScenario, parent, JSON.parse(fault) as Fault);
process.stdout.write(`finished ${JSON.stringify(answer)}\n`);
