import { Temporal } from 'temporal-polyfill';

/** The months of the calendar, this month first, as `YYYY-MM`. */
export function calendarMonths(today: string, count = 24): string[] {
  const first = Temporal.PlainDate.from(today).toPlainYearMonth();
  return Array.from({ length: count }, (_, index) => first.add({ months: index }).toString());
}
