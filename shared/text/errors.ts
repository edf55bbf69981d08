import type { ErrorCode } from '../contract/error-codes.ts';
import { attachmentErrors } from './collection-attachments.ts';
import { callErrors } from './errors/call.ts';
import { collectionErrors } from './errors/collection.ts';
import { consentFormErrors } from './errors/consent-form.ts';
import { copiesErrors } from './errors/copies.ts';
import { deskErrors } from './errors/desk.ts';
import { destructionErrors } from './errors/destruction.ts';
import { fieldErrors } from './errors/field.ts';
import { folderErrors } from './errors/folder.ts';
import { holdersErrors } from './errors/holders.ts';
import { importErrors } from './errors/import.ts';
import { paperErrors } from './errors/paper.ts';
import { provisionErrors } from './errors/provision.ts';
import { registerErrors } from './errors/register.ts';
import { retentionErrors } from './errors/retention.ts';
import { defineMessages, type Message } from './language.ts';

/** What each refusal says to a person: what is wrong, and what to do. Every code has one; the compiler sees to it. */
const refusals = {
  ...callErrors,
  ...folderErrors,
  ...deskErrors,
  ...copiesErrors,
  ...holdersErrors,
  ...collectionErrors,
  ...consentFormErrors,
  ...provisionErrors,
  ...retentionErrors,
  ...paperErrors,
  ...destructionErrors,
  ...registerErrors,
  ...attachmentErrors,
  ...importErrors,
} satisfies Record<`error.${ErrorCode}`, Message>;

export const errorsMessages = defineMessages({ ...refusals, ...fieldErrors });
