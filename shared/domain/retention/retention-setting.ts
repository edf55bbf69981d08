import { z } from 'zod';
import { id } from '../../contract/fields.ts';
import { executionWindow } from '../destruction/execution-window.ts';

/** What an office decides about its own procedure, each with the value it is to have. */
export const settingValue = z.discriminatedUnion('setting', [
  /** How many people one after another approve a destruction of this class: one besides the requester at least. */
  z.strictObject({
    setting: z.literal('approval_stages'),
    recordClassId: id,
    stages: z.int().min(1).max(5),
  }),
  /** How far beyond the latest moment seen the clock may be before somebody has to look at the date. */
  z.strictObject({ setting: z.literal('clock_limit'), days: z.int().min(1).max(30) }),
  /** How long a review may retain what is due. */
  z.strictObject({ setting: z.literal('retain_limit'), days: z.int().min(1).max(3650) }),
  /** When scheduled orders are carried out; null: there is no window, and every destruction has somebody at the desk. */
  z.strictObject({ setting: z.literal('execution_window'), window: executionWindow.nullable() }),
]);
export type SettingValue = z.infer<typeof settingValue>;

/** Two changes of the same setting cannot wait side by side. */
export function isSameSetting(one: SettingValue, other: SettingValue): boolean {
  if (one.setting === 'approval_stages' && other.setting === 'approval_stages')
    return one.recordClassId === other.recordClassId;
  return one.setting === other.setting;
}
