import type { Handlers } from '../context.ts';
import { holdHandlers } from './hold.ts';
import { listUnits } from './record-unit.ts';
import { retentionRuleHandlers } from './retention-rule.ts';

export const retentionHandlers: Handlers<'retention'> = {
  ...retentionRuleHandlers,
  ...holdHandlers,
  'retention.listUnits': listUnits,
};
