import { bilingualLine } from '../../shared/contract/fields.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { AuditSubject } from '../../shared/domain/register/audit-entry.ts';
import {
  isSameSetting,
  type SettingValue,
  settingValue,
} from '../../shared/domain/retention/retention-setting.ts';
import { type Clock, instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { endOpenSchedules } from '../destruction/schedule.ts';
import { readExecutionWindow } from '../destruction/schedule-record.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';

const className = bilingualLine(120);

interface ChangeRecord {
  id: string;
  content: string;
  state: 'proposed' | 'approved' | 'rejected';
  proposed_at: string;
  proposed_by: string;
  staff_number: number;
}

const waiting = (database: ReadDatabase) =>
  database
    .all<ChangeRecord>(
      `SELECT c.id, c.content, c.state, c.proposed_at, c.proposed_by, s.staff_number
       FROM retention_setting_changes c JOIN users s ON s.id = c.proposed_by WHERE c.state = 'proposed' ORDER BY c.proposed_at, c.rowid`,
    )
    .map((row) => ({ ...row, value: settingValue.parse(JSON.parse(row.content)) }));

interface SettingsRecord {
  clock_limit_days: number;
  retain_limit_days: number;
  notifies: number;
}

/** What the office has decided; the row is made with the tables. */
export function readSettings(database: ReadDatabase): SettingsRecord {
  const settings = database.get<SettingsRecord>(
    'SELECT clock_limit_days, retain_limit_days, notifies FROM retention_settings',
  );
  if (settings === undefined) throw new Error('an office without its retention settings');
  return settings;
}

export const settingHandlers: Pick<
  Handlers<'retention'>,
  'retention.readSettings' | 'retention.proposeSetting' | 'retention.decideSetting' | 'retention.setNotices'
> = {
  'retention.readSettings': ({ database, actor }) => {
    const settings = readSettings(database);
    return {
      classes: database
        .all<{ id: string; name: string; approval_stages: number }>(
          'SELECT id, name, approval_stages FROM record_classes ORDER BY rowid',
        )
        .map((row) => ({
          recordClassId: row.id,
          name: className.parse(JSON.parse(row.name)),
          approvalStages: row.approval_stages,
        })),
      clockLimitDays: settings.clock_limit_days,
      retainLimitDays: settings.retain_limit_days,
      notifies: settings.notifies === 1,
      executionWindow: readExecutionWindow(database),
      changes: waiting(database).map((row) => ({
        changeId: row.id,
        value: row.value,
        proposedAt: row.proposed_at,
        staffNumber: row.staff_number,
        byMe: row.proposed_by === actor.id,
      })),
    };
  },

  'retention.proposeSetting': (context, { value }) => {
    const { database, actor, clock } = context;
    if (value.setting === 'approval_stages') requireClass(database, value.recordClassId);
    if (waiting(database).some((open) => isSameSetting(open.value, value)))
      throw new Refusal('setting_change_open');
    const changeId = context.newId();
    database.run(
      `INSERT INTO retention_setting_changes (id, content, state, proposed_at, proposed_by) VALUES (?, ?, 'proposed', ?, ?)`,
      [changeId, JSON.stringify(value), instantText(clock.now()), actor.id],
    );
    context.audit('retention.setting_proposed', { changeId, ...subjectOf(value) });
    return { changeId };
  },

  'retention.setNotices': (context, { notifies }) => {
    context.database.run('UPDATE retention_settings SET notifies = ?', [notifies ? 1 : 0]);
    context.audit('retention.notices_set', { notifies: notifies ? 1 : 0 });
    return {};
  },

  'retention.decideSetting': (context, { changeId, decision }) => {
    const { database, actor, clock } = context;
    const change = database.get<Pick<ChangeRecord, 'content' | 'state' | 'proposed_by'>>(
      'SELECT content, state, proposed_by FROM retention_setting_changes WHERE id = ?',
      [changeId],
    );
    if (change === undefined) throw new Refusal('not_found');
    if (change.state !== 'proposed') throw new Refusal('rule_change_decided');
    if (change.proposed_by === actor.id) throw new Refusal('rule_change_by_proposer');
    const value = settingValue.parse(JSON.parse(change.content));
    const isApproved = decision === 'approve';
    database.run(
      'UPDATE retention_setting_changes SET state = ?, decided_at = ?, decided_by = ? WHERE id = ?',
      [isApproved ? 'approved' : 'rejected', instantText(clock.now()), actor.id, changeId],
    );
    if (isApproved) applySetting(database, clock, value);
    context.audit(isApproved ? 'retention.setting_approved' : 'retention.setting_rejected', {
      changeId,
      ...subjectOf(value),
    });
    return {};
  },
};

/** As an entry of the log names it: codes and counts. */
function subjectOf(value: SettingValue): AuditSubject {
  if (value.setting !== 'execution_window') return value;
  const { setting, window } = value;
  if (window === null) return { setting, window: 'none' };
  const { weekdays, from, to, whenMissed, unattended } = window;
  return { setting, weekdays: weekdays.join(' '), from, to, whenMissed, unattended: unattended ? 1 : 0 };
}

/** Orders that are open keep what was asked of them when they were made. */
function applySetting(database: Database, clock: Clock, value: SettingValue): void {
  switch (value.setting) {
    case 'approval_stages':
      requireClass(database, value.recordClassId);
      database.run('UPDATE record_classes SET approval_stages = ? WHERE id = ?', [
        value.stages,
        value.recordClassId,
      ]);
      return;
    case 'clock_limit':
      database.run('UPDATE retention_settings SET clock_limit_days = ?', [value.days]);
      return;
    case 'retain_limit':
      database.run('UPDATE retention_settings SET retain_limit_days = ?', [value.days]);
      return;
    case 'execution_window':
      database.run('UPDATE retention_settings SET execution_window = ?', [
        value.window === null ? null : JSON.stringify(value.window),
      ]);
      // Each operator signed for the window that was: they sign anew, or carry it out themselves.
      endOpenSchedules(database, clock, 'window_changed');
  }
}

function requireClass(database: ReadDatabase, recordClassId: string): void {
  if (database.value('SELECT 1 FROM record_classes WHERE id = ?', [recordClassId]) === undefined)
    throw new Refusal('not_found');
}
