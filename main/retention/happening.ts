import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handler } from '../context.ts';
import { endOriginals } from '../paper/original-end.ts';
import { RuleReader } from './rule-reader.ts';
import { sweepUnits } from './sweep.ts';
import { recordHappening } from './unit-dates.ts';

/**
 * What falls due by it, or is only obliged to stay from now on, does so at once: nothing waits for the sweep of the next day.
 * Throws Refusal `unit_not_found` unless every one of these is kept.
 */
export const enterHappening: Handler<'retention.recordHappening'> = (context, { unitIds, happening }) => {
  const { database, vault, clock, today } = context;
  if ((happening.kind === 'event') !== (happening.event !== null)) {
    throw new Refusal('rule_incomplete', { field: 'event' });
  }
  if (happening.on !== null && happening.on > today) throw new Refusal('date_in_future', { field: 'on' });
  const rules = new RuleReader(database);
  const wanted = new Set(unitIds);
  for (const unitId of wanted) {
    if (database.get('SELECT id FROM record_units WHERE id = ?', [unitId]) === undefined)
      throw new Refusal('unit_not_found');
    recordHappening(database, unitId, happening, rules);
    if (happening.kind === 'purpose_fulfilled' && happening.on !== null)
      endOriginals(database, unitId, happening);
  }
  context.audit('retention.happening_recorded', {
    units: wanted.size,
    kind: happening.kind,
    ...(happening.event === null ? {} : { event: happening.event }),
    ...(happening.on === null ? {} : { on: happening.on }),
  });
  sweepUnits({ database, vault, clock }, today);
  return { units: wanted.size };
};
