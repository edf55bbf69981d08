import { Refusal } from '../../shared/domain/refusal.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import type { Handlers } from '../context.ts';
import { recallWhatEnded } from '../provision/recall-cascade.ts';
import { clockState, confirmMoment, setDatesRight } from '../scheduler/clock-guard.ts';
import { sweepUnits } from './sweep.ts';

export const clockHandlers: Pick<Handlers<'retention'>, 'retention.clockState' | 'retention.confirmClock'> = {
  'retention.clockState': ({ database, clock, office, today }) => {
    const { trouble, seenAt, limitDays } = clockState(database, clock);
    return { trouble, today, seenOn: seenAt === null ? null : dateIn(office.timeZone, seenAt), limitDays };
  },

  /** The date is the one the reviewer was shown: a clock that moved on since is not confirmed by accident. */
  'retention.confirmClock': (context, { today: shown }) => {
    const { database, clock, today, office, vault } = context;
    const { trouble, seenAt } = clockState(database, clock);
    if (trouble === null) throw new Refusal('clock_not_troubled');
    if (shown !== today) throw new Refusal('clock_date_changed');
    confirmMoment(database, clock);
    context.audit('retention.clock_confirmed', {
      trouble,
      today,
      ...(seenAt === null ? {} : { seenOn: dateIn(office.timeZone, seenAt) }),
    });
    setDatesRight(database, clock, today);
    const swept = sweepUnits({ database, vault, clock }, today);
    // What the wrong clock left with vendors and recipients is called back with it.
    recallWhatEnded(context, null);
    return { swept };
  },
};
