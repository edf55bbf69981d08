import type { Handlers } from '../context.ts';
import { accessAnswerHandlers } from './access-answer.ts';
import { attachmentHandlers } from './attachment.ts';
import { captureConsent } from './capture.ts';
import { captureDraftHandlers } from './capture-draft.ts';
import { catalogueHandlers } from './catalogue.ts';
import { consentFormHandlers } from './consent-form.ts';
import { correctionHandlers } from './correction.ts';
import { formDraftHandlers } from './form-draft.ts';
import { formPublishingHandlers } from './form-publishing.ts';
import { importHandlers } from './import.ts';
import { importFileHandlers } from './import-file.ts';
import { importFindingsHandlers } from './import-findings.ts';
import { showValue } from './masked-value.ts';
import { exportHandlers } from './people-export.ts';
import { personHandlers } from './person.ts';
import { personRequestHandlers } from './person-request.ts';
import { receiptDocument } from './receipt.ts';
import { listRenewals } from './renewal.ts';
import { requestLetterHandlers } from './request-letter.ts';
import { scanHandlers } from './scan.ts';
import { findSimilarPeople } from './similar-people.ts';
import { suspensionHandlers } from './suspension.ts';
import { expireConsent, withdrawAllOfPerson, withdrawConsent } from './withdrawal.ts';

export const collectionHandlers: Handlers<'collection'> = {
  ...accessAnswerHandlers,
  ...attachmentHandlers,
  ...captureDraftHandlers,
  ...catalogueHandlers,
  ...consentFormHandlers,
  ...importFileHandlers,
  ...importHandlers,
  ...importFindingsHandlers,
  ...exportHandlers,
  ...correctionHandlers,
  ...formDraftHandlers,
  ...formPublishingHandlers,
  ...personHandlers,
  ...personRequestHandlers,
  ...requestLetterHandlers,
  ...suspensionHandlers,
  ...scanHandlers,
  'collection.capture': captureConsent,
  'collection.receipt': receiptDocument,
  'collection.findSimilarPeople': findSimilarPeople,
  'collection.showValue': showValue,
  'collection.listRenewals': listRenewals,
  'collection.withdraw': withdrawConsent,
  'collection.withdrawAll': withdrawAllOfPerson,
  'collection.expire': expireConsent,
};
