import { collectionMessages } from './collection.ts';
import { collectionAfterwardsMessages } from './collection-afterwards.ts';
import { collectionAttachmentMessages } from './collection-attachments.ts';
import { collectionCaptureMessages } from './collection-capture.ts';
import { collectionExportMessages } from './collection-export.ts';
import { collectionFormsMessages } from './collection-forms.ts';
import { collectionImportMessages } from './collection-import.ts';
import { collectionLetterMessages } from './collection-letters.ts';
import { collectionPersonMessages } from './collection-person.ts';
import { collectionRequestWords } from './collection-request-words.ts';
import { collectionRequestMessages } from './collection-requests.ts';
import { commonMessages } from './common.ts';
import { destructionMessages } from './destruction.ts';
import { destructionPaperMessages } from './destruction-paper.ts';
import { destructionScheduleMessages } from './destruction-schedules.ts';
import { documentsMessages } from './documents.ts';
import { documentsComparedMessages } from './documents-compared.ts';
import { documentsPaperMessages } from './documents-paper.ts';
import { documentsProofMessages } from './documents-proof.ts';
import { dueDateMessages } from './due-date.ts';
import { errorsMessages } from './errors.ts';
import { hostsMessages } from './hosts.ts';
import type { Language, Message } from './language.ts';
import { officeMessages } from './office.ts';
import { officeCopiesMessages } from './office-copies.ts';
import { officeDocumentsMessages } from './office-documents.ts';
import { officeHoldersMessages } from './office-holders.ts';
import { officeMaintenanceMessages } from './office-maintenance.ts';
import { paperMessages } from './paper.ts';
import { paperDocumentsMessages } from './paper-documents.ts';
import { paperInventoryMessages } from './paper-inventory.ts';
import { paperPartMessages } from './paper-parts.ts';
import { provisionMessages } from './provision.ts';
import { provisionDocumentsMessages } from './provision-documents.ts';
import { provisionProvisionsMessages } from './provision-provisions.ts';
import { provisionRecallsMessages } from './provision-recalls.ts';
import { provisionUsesMessages } from './provision-uses.ts';
import { provisionVendorsMessages } from './provision-vendors.ts';
import { registerMessages } from './register.ts';
import { registerAuditCodeMessages } from './register-audit-codes.ts';
import { registerCertificateMessages } from './register-certificates.ts';
import { registerEvidenceMessages } from './register-evidence.ts';
import { registerLogMessages } from './register-log.ts';
import { registerReportMessages } from './register-reports.ts';
import { registerVerifyMessages } from './register-verify.ts';
import { retentionMessages } from './retention.ts';
import { retentionHoldMessages } from './retention-holds.ts';
import { retentionReviewMessages } from './retention-review.ts';
import { retentionRuleMessages } from './retention-rules.ts';
import { retentionSettingMessages } from './retention-settings.ts';
import { createTranslator, inLanguage, type MessageValues } from './translator.ts';

export type { MessageValues } from './translator.ts';

/** The catalogue by file: the unit test uses it to prove that no key is declared twice. */
export const messageFiles = {
  office: officeMessages,
  officeCopies: officeCopiesMessages,
  officeMaintenance: officeMaintenanceMessages,
  officeDocuments: officeDocumentsMessages,
  officeHolders: officeHoldersMessages,
  collection: collectionMessages,
  collectionAttachments: collectionAttachmentMessages,
  collectionForms: collectionFormsMessages,
  collectionExport: collectionExportMessages,
  collectionImport: collectionImportMessages,
  collectionLetters: collectionLetterMessages,
  collectionPerson: collectionPersonMessages,
  collectionRequests: collectionRequestMessages,
  collectionRequestWords,
  collectionAfterwards: collectionAfterwardsMessages,
  collectionCapture: collectionCaptureMessages,
  provision: provisionMessages,
  provisionUses: provisionUsesMessages,
  provisionRecalls: provisionRecallsMessages,
  provisionProvisions: provisionProvisionsMessages,
  provisionVendors: provisionVendorsMessages,
  provisionDocuments: provisionDocumentsMessages,
  paper: paperMessages,
  paperDocuments: paperDocumentsMessages,
  paperInventory: paperInventoryMessages,
  paperParts: paperPartMessages,
  retention: retentionMessages,
  retentionRules: retentionRuleMessages,
  retentionHolds: retentionHoldMessages,
  retentionReview: retentionReviewMessages,
  retentionSettings: retentionSettingMessages,
  dueDate: dueDateMessages,
  destruction: destructionMessages,
  destructionPaper: destructionPaperMessages,
  destructionSchedules: destructionScheduleMessages,
  register: registerMessages,
  registerAuditCode: registerAuditCodeMessages,
  registerCertificates: registerCertificateMessages,
  registerLog: registerLogMessages,
  registerReports: registerReportMessages,
  registerEvidence: registerEvidenceMessages,
  registerVerify: registerVerifyMessages,
  errors: errorsMessages,
  documents: documentsMessages,
  documentsProof: documentsProofMessages,
  documentsCompared: documentsComparedMessages,
  documentsPaper: documentsPaperMessages,
  common: commonMessages,
  hosts: hostsMessages,
};

/** Every text a person can read, in every language. */
export const messages = {
  ...officeMessages,
  ...officeCopiesMessages,
  ...officeMaintenanceMessages,
  ...officeDocumentsMessages,
  ...officeHoldersMessages,
  ...collectionMessages,
  ...collectionAttachmentMessages,
  ...collectionFormsMessages,
  ...collectionExportMessages,
  ...collectionImportMessages,
  ...collectionLetterMessages,
  ...collectionPersonMessages,
  ...collectionRequestMessages,
  ...collectionRequestWords,
  ...collectionAfterwardsMessages,
  ...collectionCaptureMessages,
  ...provisionMessages,
  ...provisionUsesMessages,
  ...provisionRecallsMessages,
  ...provisionProvisionsMessages,
  ...provisionVendorsMessages,
  ...provisionDocumentsMessages,
  ...paperMessages,
  ...paperDocumentsMessages,
  ...paperInventoryMessages,
  ...paperPartMessages,
  ...retentionMessages,
  ...retentionRuleMessages,
  ...retentionSettingMessages,
  ...retentionHoldMessages,
  ...retentionReviewMessages,
  ...dueDateMessages,
  ...destructionMessages,
  ...destructionPaperMessages,
  ...destructionScheduleMessages,
  ...registerMessages,
  ...registerAuditCodeMessages,
  ...registerCertificateMessages,
  ...registerLogMessages,
  ...registerReportMessages,
  ...registerEvidenceMessages,
  ...registerVerifyMessages,
  ...errorsMessages,
  ...documentsMessages,
  ...documentsProofMessages,
  ...documentsComparedMessages,
  ...documentsPaperMessages,
  ...commonMessages,
  ...hostsMessages,
};

export type MessageKey = keyof typeof messages;

/** Fills one message. Throws if a parameter is missing: a half-written sentence must never reach a person. */
export type Text = (key: MessageKey, params?: MessageValues) => string;

const catalogue: Readonly<Record<string, Message>> = messages;

/** Whether a key that arrived as plain text (an answer's `error.key`, say) names a message. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(catalogue, key);
}

/** The flat `{ key: text }` of one language, as react-intl's `IntlProvider` wants it. */
export function messagesFor(language: Language): Record<string, string> {
  return inLanguage(catalogue, language);
}

/** `text(key, params)` for places without React: documents, notifications, the stdio host. */
export function createText(language: Language): Text {
  return createTranslator<MessageKey>(catalogue, language);
}
