import { TestOffice } from '../fixtures/office.ts';
import { carryOutOpenOrder } from './open-order.ts';

// A process of its own, to be killed at the point named by ASHBOOK_FAULT_POINT.
const [, , parent = ''] = process.argv;
await carryOutOpenOrder(new TestOffice(parent));
process.stdout.write('finished\n');
