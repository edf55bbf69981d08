import type { Handlers } from '../context.ts';
import { attachmentHandlers } from './attachment.ts';
import { captureConsent } from './capture.ts';
import { consentFormHandlers } from './consent-form.ts';
import { personHandlers } from './person.ts';
import { personRequestHandlers } from './person-request.ts';
import { suspensionHandlers } from './suspension.ts';
import { withdrawAllOfPerson, withdrawConsent } from './withdrawal.ts';

export const collectionHandlers: Handlers<'collection'> = {
  ...attachmentHandlers,
  ...consentFormHandlers,
  ...personHandlers,
  ...personRequestHandlers,
  ...suspensionHandlers,
  'collection.capture': captureConsent,
  'collection.withdraw': withdrawConsent,
  'collection.withdrawAll': withdrawAllOfPerson,
};
