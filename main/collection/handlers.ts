import type { Handlers } from '../context.ts';
import { attachmentHandlers } from './attachment.ts';
import { captureConsent } from './capture.ts';
import { consentFormHandlers } from './consent-form.ts';
import { personHandlers } from './person.ts';
import { withdrawConsent } from './withdrawal.ts';

export const collectionHandlers: Handlers<'collection'> = {
  ...attachmentHandlers,
  ...consentFormHandlers,
  ...personHandlers,
  'collection.capture': captureConsent,
  'collection.withdraw': withdrawConsent,
};
