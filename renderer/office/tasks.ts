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
  | '/copies';

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
    home.overdueUnits > 0 && {
      name: 'office.task.overdue',
      params: { count: home.overdueUnits },
      reason: 'office.task.overdue_reason',
      urgency: 'late',
      place: review,
    },
    home.ordersLate > 0 && {
      name: 'office.task.orders_late',
      params: { count: home.ordersLate },
      reason: 'office.task.orders_late_reason',
      urgency: 'late',
      place: orders,
    },
    home.lateSoonUnits > 0 &&
      home.lateSoonOn !== null && {
        name: 'office.task.late_soon',
        params: { count: home.lateSoonUnits, date: formatDate(home.lateSoonOn, language) },
        reason: 'office.task.late_soon_reason',
        urgency: 'late',
        place: review,
      },
    home.ordersLateSoon > 0 && {
      name: 'office.task.orders_late_soon',
      params: { count: home.ordersLateSoon },
      reason: 'office.task.orders_late_soon_reason',
      urgency: 'late',
      place: orders,
    },
    home.paper.missing > 0 && {
      name: 'office.task.paper_missing',
      params: { count: home.paper.missing },
      reason: 'office.task.paper_missing_reason',
      urgency: 'late',
      place: registry,
    },
    home.paper.overdueBack > 0 && {
      name: 'office.task.paper_out',
      params: { count: home.paper.overdueBack },
      reason: 'office.task.paper_out_reason',
      urgency: 'waits',
      place: registry,
    },
    home.requestsOverdue > 0 && {
      name: 'office.task.requests_overdue',
      params: { count: home.requestsOverdue },
      reason: 'office.task.requests_overdue_reason',
      urgency: 'late',
      place: requests,
    },
    home.recallsOverdue > 0 && {
      name: 'office.task.recalls_overdue',
      params: { count: home.recallsOverdue },
      reason: 'office.task.recalls_overdue_reason',
      urgency: 'late',
      place: { ...vendors, path: '/provision/recalls', action: 'office.task.look_at_recalls' },
    },
    home.recallsOpen > home.recallsOverdue && {
      name: 'office.task.recalls_open',
      params: { count: home.recallsOpen - home.recallsOverdue },
      reason: 'office.task.recalls_open_reason',
      urgency: 'waits',
      place: { ...vendors, path: '/provision/recalls', action: 'office.task.look_at_recalls' },
    },
    home.handOversOverdue > 0 && {
      name: 'office.task.hand_overs_overdue',
      params: { count: home.handOversOverdue },
      reason: 'office.task.hand_overs_overdue_reason',
      urgency: 'late',
      place: { ...vendors, path: '/provision/hand-overs' },
    },
    home.vendorChecksOverdue > 0 && {
      name: 'office.task.vendor_checks',
      params: { count: home.vendorChecksOverdue },
      reason: 'office.task.vendor_checks_reason',
      urgency: 'late',
      place: vendors,
    },
    home.ordersInterrupted > 0 && {
      name: 'office.task.interrupted',
      params: { count: home.ordersInterrupted },
      reason: 'office.task.interrupted_reason',
      urgency: 'late',
      place: { ...execute, action: 'office.task.finish' },
    },
    home.requestsDue > 0 && {
      name: 'office.task.requests_due',
      params: { count: home.requestsDue },
      reason: 'office.task.requests_due_reason',
      urgency: 'waits',
      place: requests,
    },
    home.vendorCertificatesOverdue > 0 && {
      name: 'office.task.vendor_certificates',
      params: { count: home.vendorCertificatesOverdue },
      reason: 'office.task.vendor_certificates_reason',
      urgency: 'late',
      place: execute,
    },
    home.ordersApproved > 0 && {
      name: 'office.task.approved',
      params: { count: home.ordersApproved },
      reason: 'office.task.approved_reason',
      urgency: 'waits',
      place: execute,
    },
    home.ordersProposed > 0 && {
      name: 'office.task.proposed',
      params: { count: home.ordersProposed },
      reason: 'office.task.proposed_reason',
      urgency: 'waits',
      place: {
        path: '/destruction',
        permission: 'destruction.approve',
        action: 'office.task.approve',
        role: 'reviewer',
      },
    },
    home.dueUnits > home.overdueUnits + home.lateSoonUnits && {
      name: 'office.task.due',
      params: { count: home.dueUnits - home.overdueUnits - home.lateSoonUnits },
      reason: 'office.task.due_reason',
      urgency: 'waits',
      place: review,
    },
    home.peopleToRenew > 0 && {
      name: 'office.task.renew',
      params: { count: home.peopleToRenew },
      reason: 'office.task.renew_reason',
      urgency: 'waits',
      place: {
        path: '/collection/renewals',
        permission: 'collection.read_people',
        action: 'office.task.renew_show',
        role: 'clerk',
      },
    },
    (home.vendorPublication === 'never' || home.vendorPublication === 'outdated') && {
      name: 'office.task.publication',
      params: {},
      reason: 'office.task.publication_reason',
      urgency: 'waits',
      place: { ...vendors, action: 'office.task.publish_vendors' },
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
    home.importSources > 0 && {
      name: 'office.task.import_sources',
      params: { count: home.importSources },
      reason: 'office.task.import_sources_reason',
      urgency: 'waits',
      place: {
        path: '/copies',
        permission: 'office.manage_copies',
        action: 'office.task.import_sources_action',
        role: 'administrator',
      },
    },
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
  return tasks.filter((task) => task !== false);
}

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
