import { z } from 'zod';
import { id, instant } from '../../contract/fields.ts';

/**
 * What is written into the audit log, one entry a deed, in the transaction of the deed. Entries hold ids, codes and counts,
 * never personal data: the log outlives the people it speaks of.
 */
export const auditCodes = [
  'office.created',
  'office.user_added',
  'office.user_roles_changed',
  'office.user_removed',
  'office.password_changed',
  'office.password_reset',
  'office.lock_strengthened',
  'office.lock_replaced',
  'office.recovery_kit_made',
  'office.recovery_kit_confirmed',
  'office.recovery_kit_ended',
  'office.recovery_kit_used',
  'office.keystore_enabled',
  'office.keystore_disabled',
  'office.opened_by_keystore',
  'office.holder_dropped',
  'office.signed_in',
  'office.sign_in_failed',
  'office.signed_out',
  'office.locked',
  'office.unlocked',
  'office.backup_made',
  'office.backup_failed',
  'office.backup_checked',
  'office.backup_plan_set',
  'office.backup_plan_ended',
  'office.vault_copy_registered',
  'office.vault_copy_refreshed',
  'office.known_copy_added',
  'office.known_copy_ended',
  'office.restored',
  'office.document_printed',
  'office.document_saved',
  'collection.form_published',
  'collection.consent_captured',
  'collection.person_opened',
  'collection.consent_opened',
  'collection.consent_withdrawn',
  'collection.attachment_added',
  'collection.attachment_opened',
  'collection.attachment_removed',
  'collection.request_recorded',
  'collection.request_opened',
  'collection.request_identity_checked',
  'collection.request_extended',
  'collection.request_answered',
  'collection.processing_suspended',
  'collection.suspension_lifted',
  'provision.use_blocked',
  'provision.vendor_added',
  'provision.handed_over',
  'provision.recipient_added',
  'retention.rule_added',
  'retention.units_fell_due',
  'retention.hold_placed',
  'retention.hold_released',
  'destruction.order_proposed',
  'destruction.order_approved',
  'destruction.order_rejected',
  'destruction.execution_started',
  'destruction.execution_cancelled',
  'destruction.execution_resumed',
  'destruction.verification_failed',
  'destruction.order_destroyed',
  'register.certificate_issued',
  'register.audit_log_verified',
  'register.checkpoint_signed',
] as const;
export const auditCode = z.enum(auditCodes);
export type AuditCode = (typeof auditCodes)[number];

export const auditEntry = z.strictObject({
  format: z.literal('ashbook-audit/1'),
  /** From 0, without gaps. */
  sequence: z.int().nonnegative(),
  at: instant,
  code: auditCode,
  /** Null for what the application does by the clock. */
  actorId: id.nullable(),
  staffNumber: z.int().positive().nullable(),
  /** Opaque ids, codes and counts. */
  about: z.record(z.string().max(40), z.union([z.string().max(200), z.int()])),
});
export type AuditEntry = z.infer<typeof auditEntry>;
export type AuditSubject = AuditEntry['about'];
