import { z } from 'zod';
import { carryOut, type PreparedOffice, striking } from './holder-deeds.ts';

// A process of its own, to be killed in the middle of a deed. One argument: what to do and where to die, as JSON.
const cards = z.strictObject({ firstCard: z.string(), secondCard: z.string() });
const order = z.strictObject({
  name: z.string(),
  prepared: z.strictObject({ parent: z.string(), clerkId: z.string(), oldCards: cards, newCards: cards }),
  point: z.strictObject({ name: z.string(), occurrence: z.int() }),
  action: z.enum(['kill', 'torn']),
});

const { name, prepared, point, action } = order.parse(JSON.parse(process.argv[2] ?? ''));
await carryOut(name, prepared satisfies PreparedOffice, striking(point, action));
process.stdout.write('finished\n');
