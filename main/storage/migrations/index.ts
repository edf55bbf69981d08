import type { Migration } from '../migrate.ts';
import { firstOffice } from './0001-first-office.ts';
import { signingKeys } from './0002-signing-keys.ts';
import { knownCopies } from './0003-known-copies.ts';
import { attachments } from './0004-attachments.ts';
import { personRequests } from './0005-person-requests.ts';
import { useLog } from './0006-use-log.ts';
import { recipients } from './0007-recipients.ts';
import { waysAndDrafts } from './0008-ways-and-drafts.ts';
import { imports } from './0009-imports.ts';
import { afterwards } from './0010-afterwards.ts';
import { documentCertificates } from './0011-document-certificates.ts';
import { databaseKeyChanges } from './0012-database-key-changes.ts';
import { retentionRules } from './0013-retention-rules.ts';
import { holdsAndSeparation } from './0014-holds-and-separation.ts';
import { review } from './0015-review.ts';
import { formsAndCatalogue } from './0016-forms-and-catalogue.ts';
import { vendors } from './0017-vendors.ts';
import { provisions } from './0018-provisions.ts';
import { recalls } from './0019-recalls.ts';
import { paper } from './0020-paper.ts';
import { reports } from './0021-reports.ts';
import { databaseKeyPlan } from './0022-database-key-plan.ts';
import { delegationsAndSettings } from './0023-delegations-and-settings.ts';
import { peopleWithoutRecords } from './0024-people-without-records.ts';
import { evidence } from './0025-evidence.ts';
import { paperDestruction } from './0026-paper-destruction.ts';
import { certificates } from './0027-certificates.ts';
import { orderHandlers } from './0028-order-handlers.ts';
import { rolesOfCopyReports } from './0029-roles-of-copy-reports.ts';
import { partialDestruction } from './0030-partial-destruction.ts';
import { scheduledExecutions } from './0031-scheduled-executions.ts';
import { daysSwept } from './0032-days-swept.ts';

/** Every migration in order of its number; the last number is the version this release understands. */
export const migrations: readonly Migration[] = [
  firstOffice,
  signingKeys,
  knownCopies,
  attachments,
  personRequests,
  useLog,
  recipients,
  waysAndDrafts,
  imports,
  afterwards,
  documentCertificates,
  databaseKeyChanges,
  retentionRules,
  holdsAndSeparation,
  review,
  formsAndCatalogue,
  vendors,
  provisions,
  recalls,
  paper,
  reports,
  databaseKeyPlan,
  delegationsAndSettings,
  peopleWithoutRecords,
  evidence,
  paperDestruction,
  certificates,
  orderHandlers,
  rolesOfCopyReports,
  partialDestruction,
  scheduledExecutions,
  daysSwept,
];
