import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { Permission, Role } from '../../shared/domain/office/permission.ts';
import { formatDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import type { MessageKey, MessageValues } from '../../shared/text/messages.ts';

/** One thing that waits for somebody. The most pressing stands first. */
export interface Task {
  name: MessageKey;
  params: MessageValues;
  /** Why it matters, or what happens next. */
  reason: MessageKey;
  /** `late`: past its time, broken off, or in the way of everything else. `waits`: somebody is to act. `next`: a step to come. */
  urgency: 'late' | 'waits' | 'next';
  /** The screen where it is done and what a person must hold to do it there; null where it is not done in the application. */
  place: { path: TaskPath; permission: Permission; action: MessageKey; role: Role } | null;
}

type TaskPath =
  | '/collection'
  | '/collection/requests'
  | '/collection/renewals'
  | '/register/audit-log'
  | '/provision/vendors'
  | '/provision/hand-overs'
  | '/provision/recalls'
  | '/retention'
  | '/paper'
  | '/destruction'
  | '/users'
  | '/keys/kit'
  | '/keys/confirm'
  | '/copies'
  | '/backups';

/** The names of tasks that are counted, each with a reason of its own. */
type CountedTask =
  Extract<MessageKey, `office.task.${string}_reason`> extends `${infer Name}_reason` ? Name : never;

/** So many of something that waits for somebody; nothing where there are none. */
function counted(
  name: CountedTask,
  count: number,
  urgency: Task['urgency'],
  place: Task['place'],
): Task | false {
  return count > 0 && { name, params: { count }, reason: `${name}_reason`, urgency, place };
}

/** What the desk leads with, from the counts of `office.home`. */
export function tasksOf(home: ChannelOutput<'office.home'>, language: Language): Task[] {
  const tasks: (Task | false)[] = [
    home.clockTroubled && {
      name: 'office.task.clock',
      params: {},
      reason: 'office.task.clock_reason',
      urgency: 'late',
      place: {
        path: '/retention',
        permission: 'retention.confirm_clock',
        action: 'retention.clock.confirm',
        role: 'reviewer',
      },
    },
    home.auditLogTroubled && {
      name: 'office.task.audit_log',
      params: {},
      reason: 'office.task.audit_log_reason',
      urgency: 'late',
      place: {
        path: '/register/audit-log',
        permission: 'register.read_audit_log',
        action: 'office.task.audit_log_open',
        role: 'auditor',
      },
    },
    home.weeklySheetDue && {
      name: 'office.task.weekly_sheet',
      params: {},
      reason: 'office.task.weekly_sheet_reason',
      urgency: 'waits',
      place: {
        path: '/register/audit-log',
        permission: 'register.read_audit_log',
        action: 'office.task.weekly_sheet_action',
        role: 'reviewer',
      },
    },
    counted('office.task.overdue', home.overdueUnits, 'late', review),
    counted('office.task.orders_late', home.ordersLate, 'late', orders),
    home.lateSoonUnits > 0 &&
      home.lateSoonOn !== null && {
        name: 'office.task.late_soon',
        params: { count: home.lateSoonUnits, date: formatDate(home.lateSoonOn, language) },
        reason: 'office.task.late_soon_reason',
        urgency: 'late',
        place: review,
      },
    counted('office.task.orders_late_soon', home.ordersLateSoon, 'late', orders),
    counted('office.task.paper_missing', home.paper.missing, 'late', registry),
    counted('office.task.paper_out', home.paper.overdueBack, 'waits', registry),
    counted('office.task.requests_overdue', home.requestsOverdue, 'late', requests),
    counted('office.task.recalls_overdue', home.recallsOverdue, 'late', {
      ...vendors,
      path: '/provision/recalls',
      action: 'office.task.look_at_recalls',
    }),
    counted('office.task.recalls_open', home.recallsOpen - home.recallsOverdue, 'waits', {
      ...vendors,
      path: '/provision/recalls',
      action: 'office.task.look_at_recalls',
    }),
    counted('office.task.hand_overs_overdue', home.handOversOverdue, 'late', {
      ...vendors,
      path: '/provision/hand-overs',
    }),
    counted('office.task.vendor_checks', home.vendorChecksOverdue, 'late', vendors),
    counted('office.task.interrupted', home.ordersInterrupted, 'late', {
      ...execute,
      action: 'office.task.finish',
    }),
    counted('office.task.requests_due', home.requestsDue, 'waits', requests),
    counted('office.task.vendor_certificates', home.vendorCertificatesOverdue, 'late', execute),
    counted('office.task.not_carried_out', home.ordersNotCarriedOut, 'late', orders),
    counted(
      'office.task.approved',
      home.ordersApproved - home.ordersScheduled - home.ordersNotCarriedOut,
      'waits',
      execute,
    ),
    counted('office.task.scheduled', home.ordersScheduled, 'next', orders),
    counted('office.task.proposed', home.ordersProposed, 'waits', {
      path: '/destruction',
      permission: 'destruction.approve',
      action: 'office.task.approve',
      role: 'reviewer',
    }),
    counted('office.task.due', home.dueUnits - home.overdueUnits - home.lateSoonUnits, 'waits', review),
    counted('office.task.renew', home.peopleToRenew, 'waits', {
      path: '/collection/renewals',
      permission: 'collection.read_people',
      action: 'office.task.renew_show',
      role: 'clerk',
    }),
    (home.vendorPublication === 'never' || home.vendorPublication === 'outdated') && {
      name: 'office.task.publication',
      params: {},
      reason: 'office.task.publication_reason',
      urgency: 'waits',
      place: { ...vendors, action: 'office.task.publish_vendors' },
    },
    home.backups === 'failing' && {
      name: 'office.task.backup_failing',
      params: {},
      reason: 'office.task.backup_failing_reason',
      urgency: 'late',
      place: copies,
    },
    home.backups === 'none' &&
      home.consents > 0 && {
        name: 'office.task.backup_none',
        params: {},
        reason: 'office.task.backup_none_reason',
        urgency: 'waits',
        place: copies,
      },
    home.backups === 'no_keys' && {
      name: 'office.task.backup_no_keys',
      params: {},
      reason: 'office.task.backup_no_keys_reason',
      urgency: 'waits',
      place: copies,
    },
    home.recoveryKit === 'none' && {
      name: 'office.task.kit_none',
      params: {},
      reason: 'office.task.kit_none_reason',
      urgency: 'waits',
      place: { ...keys, path: '/keys/kit', action: 'office.task.kit_make' },
    },
    home.recoveryKit === 'pending' && {
      name: 'office.task.kit_pending',
      params: {},
      reason: 'office.task.kit_pending_reason',
      urgency: 'waits',
      place: { ...keys, path: '/keys/confirm', action: 'office.task.kit_confirm' },
    },
    counted('office.task.import_sources', home.importSources, 'waits', {
      path: '/copies',
      permission: 'office.manage_copies',
      action: 'office.task.import_sources_action',
      role: 'administrator',
    }),
    home.forms === 0 && {
      name: 'office.task.first_form',
      params: {},
      reason: 'office.task.first_form_reason',
      urgency: 'next',
      place: {
        path: '/collection',
        permission: 'collection.publish_forms',
        action: 'office.task.publish',
        role: 'reviewer',
      },
    },
    home.forms > 0 &&
      home.consents === 0 && {
        name: 'office.task.first_consent',
        params: {},
        reason: 'office.task.first_consent_reason',
        urgency: 'next',
        place: {
          path: '/collection',
          permission: 'collection.capture',
          action: 'office.task.capture',
          role: 'clerk',
        },
      },
    !home.dutiesCanBeSeparated && {
      name: 'office.home.duties',
      params: {},
      reason: 'office.home.duties_text',
      urgency: 'next',
      place: {
        path: '/users',
        permission: 'office.manage_users',
        action: 'office.users.add',
        role: 'administrator',
      },
    },
  ];
  // What is late stands before what only waits; within each, as listed above.
  return tasks
    .filter((task) => task !== false)
    .sort((one, other) => urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency));
}

const urgencies: readonly Task['urgency'][] = ['late', 'waits', 'next'];

const review: NonNullable<Task['place']> = {
  path: '/retention',
  permission: 'destruction.propose',
  action: 'office.task.review',
  role: 'reviewer',
};

const orders: NonNullable<Task['place']> = {
  path: '/destruction',
  permission: 'destruction.read',
  action: 'office.task.look_at_orders',
  role: 'reviewer',
};

const requests: NonNullable<Task['place']> = {
  path: '/collection/requests',
  permission: 'collection.handle_requests',
  action: 'office.task.answer_requests',
  role: 'clerk',
};

const vendors: NonNullable<Task['place']> = {
  path: '/provision/vendors',
  permission: 'provision.record',
  action: 'office.task.look_at_vendors',
  role: 'clerk',
};

const keys = { permission: 'office.manage_keys', role: 'administrator' } as const;

const copies: NonNullable<Task['place']> = {
  path: '/backups',
  permission: 'office.manage_copies',
  action: 'office.task.backup_open',
  role: 'administrator',
};

const execute: NonNullable<Task['place']> = {
  path: '/destruction',
  permission: 'destruction.execute',
  action: 'office.task.execute',
  role: 'operator',
};

const registry = {
  path: '/paper',
  permission: 'paper.move',
  action: 'office.task.look_at_paper',
  role: 'clerk',
} as const;
