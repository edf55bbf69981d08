import type { Handlers } from '../context.ts';
import { delegationHandlers } from './delegation.ts';
import { executionHandlers } from './execution.ts';
import { orderHandlers } from './order.ts';
import { orderViewHandlers } from './order-view.ts';

export const destructionHandlers: Handlers<'destruction'> = {
  ...orderHandlers,
  ...orderViewHandlers,
  ...executionHandlers,
  ...delegationHandlers,
};
