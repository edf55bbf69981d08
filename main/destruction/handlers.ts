import type { Handlers } from '../context.ts';
import { batchSheet } from './batch-sheet.ts';
import { batchSigningHandlers } from './batch-signing.ts';
import { delegationHandlers } from './delegation.ts';
import { executionHandlers } from './execution.ts';
import { machineHandlers } from './machines.ts';
import { orderFileHandlers } from './order-files.ts';
import { orderHandlers } from './order-proposal.ts';
import { orderViewHandlers } from './order-view.ts';
import { paperBatchHandlers } from './paper-batch.ts';
import { paperHandlingHandlers } from './paper-handling.ts';
import { paperOfOrder } from './paper-view.ts';
import { pullingList } from './pulling-list.ts';
import { scheduleHandlers } from './schedule.ts';
import { leaveOutUnits } from './settle.ts';

export const destructionHandlers: Handlers<'destruction'> = {
  ...orderHandlers,
  ...orderViewHandlers,
  ...executionHandlers,
  ...scheduleHandlers,
  ...delegationHandlers,
  ...machineHandlers,
  ...orderFileHandlers,
  ...paperHandlingHandlers,
  ...paperBatchHandlers,
  ...batchSigningHandlers,
  'destruction.paperOfOrder': paperOfOrder,
  'destruction.leaveOutUnits': leaveOutUnits,
  'destruction.pullingList': pullingList,
  'destruction.batchSheet': batchSheet,
};
