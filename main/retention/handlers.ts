import type { Handlers } from '../context.ts';
import { calendar } from './calendar.ts';
import { clockHandlers } from './clock.ts';
import { enterHappening } from './happening.ts';
import { holdHandlers } from './hold.ts';
import { explainUnit, listUnits } from './record-unit.ts';
import { retentionRuleHandlers } from './retention-rule.ts';
import { reviewHandlers } from './review.ts';
import { ruleChangeHandlers } from './rule-decision.ts';
import { settingHandlers } from './settings.ts';

export const retentionHandlers: Handlers<'retention'> = {
  ...retentionRuleHandlers,
  ...ruleChangeHandlers,
  ...holdHandlers,
  ...clockHandlers,
  ...reviewHandlers,
  ...settingHandlers,
  'retention.calendar': calendar,
  'retention.explainUnit': explainUnit,
  'retention.recordHappening': enterHappening,
  'retention.listUnits': listUnits,
};
