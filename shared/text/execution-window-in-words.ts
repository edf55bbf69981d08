import type { ExecutionWindow } from '../domain/destruction/execution-window.ts';
import type { MessageKey, Text } from './messages.ts';

const short = (day: number) => `destruction.weekday.short.${day}` as MessageKey;

/** `Mon, Tue, 22:00 to 05:00 on the next day`. */
export function executionWindowInWords(
  { weekdays, from, to }: Pick<ExecutionWindow, 'weekdays' | 'from' | 'to'>,
  text: Text,
): string {
  const days =
    weekdays.length === 7
      ? text('destruction.window.every_day')
      : weekdays.map((day) => text(short(day))).join(', ');
  return text('destruction.window.times', { days, from, to, overnight: to <= from ? 'yes' : 'no' });
}
