import { z } from 'zod';

/**
 * Who may do what. Roles are the office's jobs; one person may hold several, but three of the deeds of a destruction
 * (asking, approving, carrying out) are kept apart per order whatever the roles say: see destruction/separation-of-duties.ts.
 *
 * Managing users gives no sight of personal data, and approving a destruction does not carry it out: destroying is a
 * permission of its own (PIPA safety standard art. 5: access limited to what a job needs).
 */
export const roles = ['clerk', 'reviewer', 'operator', 'auditor', 'administrator', 'custodian'] as const;
export const role = z.enum(roles);
export type Role = (typeof roles)[number];

export const permissions = [
  'collection.read_forms',
  'collection.publish_forms',
  'collection.capture',
  'collection.attach',
  'collection.read_people',
  'collection.withdraw',
  'collection.read_requests',
  'collection.handle_requests',
  'collection.import',
  'collection.export',
  'collection.export_sensitive',
  'provision.read',
  'provision.record',
  'provision.read_recipients',
  'provision.manage_recipients',
  'retention.read',
  'retention.manage_rules',
  'retention.record_events',
  'retention.hold',
  'retention.confirm_clock',
  'retention.open_separated',
  'paper.read',
  'paper.register',
  'paper.move',
  'paper.take_inventory',
  'destruction.read',
  'destruction.propose',
  'destruction.approve',
  'destruction.delegate',
  'destruction.execute',
  'destruction.manage_machines',
  'register.read_certificates',
  'register.read_audit_log',
  'register.manage_evidence',
  'register.correct_certificates',
  'office.read_users',
  'office.manage_users',
  'office.read_copies',
  'office.manage_copies',
  'office.manage_keys',
] as const;
export const permission = z.enum(permissions);
export type Permission = (typeof permissions)[number];

export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: [
    'collection.read_forms',
    'collection.capture',
    'collection.attach',
    'collection.read_people',
    'collection.withdraw',
    'collection.read_requests',
    'collection.handle_requests',
    'collection.import',
    'collection.export',
    'provision.read',
    'provision.record',
    'provision.read_recipients',
    'paper.read',
    'paper.register',
    'paper.move',
    'paper.take_inventory',
  ],
  reviewer: [
    'collection.read_forms',
    'collection.publish_forms',
    'collection.read_requests',
    // With the work of a clerk only: alone it shows nobody.
    'collection.export_sensitive',
    'provision.read',
    'provision.read_recipients',
    'provision.manage_recipients',
    'retention.read',
    'retention.manage_rules',
    'retention.record_events',
    'retention.hold',
    'retention.confirm_clock',
    'paper.read',
    'destruction.read',
    'destruction.propose',
    'destruction.approve',
    'destruction.delegate',
    'destruction.manage_machines',
    'register.read_certificates',
    'register.read_audit_log',
    'register.manage_evidence',
    'register.correct_certificates',
    'office.read_users',
    'office.read_copies',
  ],
  operator: [
    // Pulls what an order names, and brings back what was not destroyed.
    'paper.read',
    'paper.move',
    'destruction.read',
    'destruction.execute',
    'register.read_certificates',
  ],
  auditor: [
    'collection.read_forms',
    'collection.read_requests',
    'provision.read',
    'provision.read_recipients',
    'retention.read',
    'paper.read',
    'destruction.read',
    'register.read_certificates',
    'register.read_audit_log',
    'office.read_users',
    'office.read_copies',
  ],
  administrator: [
    'collection.read_forms',
    'collection.publish_forms',
    'provision.read_recipients',
    'provision.manage_recipients',
    'retention.read',
    'retention.manage_rules',
    'destruction.delegate',
    'register.read_certificates',
    'register.read_audit_log',
    'register.manage_evidence',
    'office.read_users',
    'office.manage_users',
    'office.read_copies',
    'office.manage_copies',
    'office.manage_keys',
  ],
  // What is retained separately is opened by few, to answer the person or where a law demands it (PIPA art. 21(3)).
  custodian: [
    'collection.read_forms',
    'collection.read_people',
    'collection.read_requests',
    'collection.handle_requests',
    'provision.read',
    'retention.open_separated',
  ],
};

/** What somebody who stands in for an approver may do while that person is away: to see what is to be decided, and to decide. */
export const delegatedPermissions = ['retention.read', 'destruction.read', 'destruction.approve'] as const;

export function permissionsOf(held: readonly Role[]): Permission[] {
  return permissions.filter((permission) =>
    held.some((name) => permissionsOfRole[name].includes(permission)),
  );
}

export function mayDo(held: readonly Role[], permission: Permission): boolean {
  return held.some((name) => permissionsOfRole[name].includes(permission));
}
