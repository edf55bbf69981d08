import { bilingualLine } from '../../shared/contract/fields.ts';
import { calendarMonths } from '../../shared/domain/retention/calendar-months.ts';
import type { Handler } from '../context.ts';

const className = bilingualLine(120);

/** What falls due when. Units on an order are on their way already and are not counted. */
export const calendar: Handler<'retention.calendar'> = ({ database, today }) => {
  const months = calendarMonths(today);
  const last = months.at(-1) ?? '';
  const count = (where: string, params: readonly string[]) =>
    database.value<number>(`SELECT count(*) FROM record_units WHERE order_id IS NULL AND ${where}`, params) ??
    0;
  const rows = database.all<{ id: string; name: string; month: string; units: number }>(
    `SELECT k.id, k.name, substr(u.due_on, 1, 7) AS month, count(*) AS units
     FROM record_units u JOIN record_classes k ON k.id = u.record_class_id
     WHERE u.order_id IS NULL AND u.due_on > ? AND u.due_on < ? GROUP BY k.id, month ORDER BY k.rowid`,
    [today, `${last}-99`],
  );
  const byClass = new Map<string, { name: string; units: number[] }>();
  for (const { id, name, month, units } of rows) {
    const row = byClass.get(id) ?? { name, units: months.map(() => 0) };
    row.units[months.indexOf(month)] = units;
    byClass.set(id, row);
  }
  return {
    months,
    dueAlready: count('due_on <= ?', [today]),
    later: count('due_on > ?', [`${last}-99`]),
    withoutDate: count('due_on IS NULL', []),
    classes: [...byClass].map(([recordClassId, { name, units }]) => ({
      recordClassId,
      name: className.parse(JSON.parse(name)),
      units,
    })),
  };
};
