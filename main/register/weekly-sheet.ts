import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/domain/refusal.ts';
import { localDate } from '../../shared/text/format.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext, WriteContext } from '../context.ts';

/** Days between the signing of one sheet and the day the next one is due. */
const everyDays = 7;

type Reader = Pick<ReadContext, 'database' | 'office' | 'today'>;

/** A sheet has left: called in the transaction in which that is entered. The first time counts. */
export function rememberSheet(
  { database, actor, clock }: Pick<WriteContext, 'database' | 'actor' | 'clock'>,
  size: number,
): void {
  database.run(
    'INSERT INTO checkpoint_sheets (size, printed_at, printed_by) VALUES (?, ?, ?) ON CONFLICT (size) DO NOTHING',
    [size, instantText(clock.now()), actor.id],
  );
}

/** The day from which the next weekly sheet is due: a week after the last one that was filed; null where none is wanted. */
function dueOnOf({ database, office }: Omit<Reader, 'today'>): string | null {
  const since = database.value<string | null>('SELECT weekly_sheet_since FROM register_settings');
  if (!since) return null;
  const last = database.value<string | null>(
    `SELECT max(c.signed_at) FROM checkpoint_sheets s JOIN audit_checkpoints c ON c.size = s.size
     WHERE s.filed_on IS NOT NULL`,
  );
  if (!last) return since;
  const next = Temporal.PlainDate.from(localDate(last, office.timeZone)).add({ days: everyDays }).toString();
  return [next, since].sort().at(-1) ?? since;
}

export function weeklySheetIsDue(reader: Reader): boolean {
  const dueOn = dueOnOf(reader);
  return dueOn !== null && dueOn <= reader.today;
}

export const weeklySheetHandlers: Pick<
  Handlers<'register'>,
  'register.weeklySheets' | 'register.setWeeklySheet' | 'register.fileSheet'
> = {
  'register.weeklySheets': (context) => ({
    dueOn: dueOnOf(context),
    isDue: weeklySheetIsDue(context),
    sheets: context.database.all<{
      size: number;
      signedAt: string;
      printedAt: string;
      filedOn: string | null;
    }>(
      `SELECT s.size, c.signed_at AS signedAt, s.printed_at AS printedAt, s.filed_on AS filedOn
       FROM checkpoint_sheets s JOIN audit_checkpoints c ON c.size = s.size ORDER BY s.size DESC LIMIT 60`,
    ),
  }),

  'register.setWeeklySheet': (context, { isWanted }) => {
    context.database.run('UPDATE register_settings SET weekly_sheet_since = ?', [
      isWanted ? context.today : null,
    ]);
    context.audit('register.weekly_sheet_set', { wanted: isWanted ? 'yes' : 'no' });
    return {};
  },

  'register.fileSheet': (context, { size }) => {
    const { database, actor, today } = context;
    const { changes } = database.run(
      'UPDATE checkpoint_sheets SET filed_on = ?, filed_by = ? WHERE size = ? AND filed_on IS NULL',
      [today, actor.id, size],
    );
    if (changes === 0) throw new Refusal('sheet_not_printed');
    context.audit('register.sheet_filed', { size });
    return {};
  },
};
