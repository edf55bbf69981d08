import { z } from 'zod';
import { executionWindow } from '../domain/destruction/execution-window.ts';
import { settingValue } from '../domain/retention/retention-setting.ts';
import { channel } from './channel.ts';
import { bilingualLine, id, instant, nothing } from './fields.ts';

export const classRow = z.strictObject({
  recordClassId: id,
  name: bilingualLine(120),
  /** How many people one after another approve a destruction order with records of this class. */
  approvalStages: z.int().min(1).max(5),
});
export type ClassRow = z.infer<typeof classRow>;

/** A change of a setting that waits for a second person. */
export const settingChange = z.strictObject({
  changeId: id,
  value: settingValue,
  proposedAt: instant,
  staffNumber: z.int().positive(),
  byMe: z.boolean(),
});
export type SettingChange = z.infer<typeof settingChange>;

export const retentionSettingChannels = {
  'retention.readSettings': channel({
    access: 'retention.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      classes: z.array(classRow),
      clockLimitDays: z.int(),
      retainLimitDays: z.int(),
      /** Whether the operating system says what falls due while the office is open. */
      notifies: z.boolean(),
      /** When scheduled orders are carried out; null: there is no window. */
      executionWindow: executionWindow.nullable(),
      changes: z.array(settingChange),
    }),
  }),
  /** What protects records from being destroyed too early or by too few is changed by two people, like a rule. */
  'retention.proposeSetting': channel({
    access: 'retention.manage_rules',
    effect: 'write',
    input: z.strictObject({ value: settingValue }),
    output: z.strictObject({ changeId: id }),
  }),
  /** Protects nothing: one person changes it. */
  'retention.setNotices': channel({
    access: 'retention.manage_rules',
    effect: 'write',
    input: z.strictObject({ notifies: z.boolean() }),
    output: z.strictObject({}),
  }),
  'retention.decideSetting': channel({
    access: 'retention.manage_rules',
    effect: 'write',
    input: z.strictObject({ changeId: id, decision: z.enum(['approve', 'reject']) }),
    output: z.strictObject({}),
  }),
};
