import { z } from 'zod';
import { attachmentMaximumBytes, attachmentType } from '../domain/collection/attachment-type.ts';
import { consentAnswer, consentEventType } from '../domain/collection/consent.ts';
import { consentEvidence, consentWay } from '../domain/collection/consent-evidence.ts';
import { consentFormContent, itemSensitivity } from '../domain/collection/consent-form.ts';
import { consentNotice } from '../domain/collection/consent-notice.ts';
import { guardian } from '../domain/collection/guardian.ts';
import { gateReason, taskPurpose } from '../domain/provision/gate.ts';
import { channel } from './channel.ts';
import { correctionRow } from './collection-corrections.ts';
import { wordingOnly } from './collection-forms.ts';
import { personCopy, personRecipient } from './collection-history.ts';
import { requestRow, suspensionRow } from './collection-requests.ts';
import { bilingualLine, digest, id, instant, language, line, nothing, page, plainDate } from './fields.ts';
import { useRow } from './provision-uses.ts';
import { dueDate, unitState } from './retention.ts';

export const formRow = z.strictObject({
  formId: id,
  formVersionId: id,
  version: z.int().positive(),
  title: bilingualLine(120),
  purposes: z.int().positive(),
  publishedAt: instant,
  /** Who published it. */
  staffNumber: z.int(),
  /** For children under 14: a guardian consents. */
  forChildren: z.boolean(),
  /** How many consents rest on this version. */
  consents: z.int().nonnegative(),
  /** People whose consent to this form has to be renewed, because what they were told has changed since. */
  peopleToRenew: z.int().nonnegative(),
});
export type FormRow = z.infer<typeof formRow>;

export const capturedUnit = z.strictObject({
  unitId: id,
  purposeId: id,
  purposeName: bilingualLine(120),
  state: unitState,
  due: dueDate,
});
export type CapturedUnit = z.infer<typeof capturedUnit>;

/** What stands for one purpose of a consent now. */
export const purposeState = z.enum([...consentEventType.options, 'not_asked']);
export type PurposeState = z.infer<typeof purposeState>;

export const personConsent = z.strictObject({
  consentId: id,
  formVersionId: id,
  formTitle: bilingualLine(120),
  formVersion: z.int().positive(),
  givenOn: plainDate,
  language,
  /** How it was given. */
  way: consentWay,
  purposes: z.array(
    z.strictObject({
      purposeId: id,
      name: bilingualLine(120),
      /** What the last event says; `not_asked` where the purpose does not rest on consent. */
      state: purposeState,
      /** Since when using the data for this purpose is suspended at the person's request; null while it is not. */
      suspendedSince: plainDate.nullable(),
      /** Last day of a consent that was given for a time. */
      endsOn: plainDate.nullable(),
      unit: z
        .strictObject({
          unitId: id,
          state: unitState,
          due: dueDate,
          /** The due date there would be if the purpose were withdrawn today, so that it can be said before it is done. */
          dueIfWithdrawn: dueDate,
          held: z.boolean(),
        })
        .nullable(),
      /** Why the gate shows no values of it; null where it shows them. */
      withheld: gateReason.nullable(),
      values: z.array(
        z.strictObject({
          itemCode: z.string(),
          label: bilingualLine(80),
          sensitivity: itemSensitivity,
          /** Null: sensitive data and unique identifiers are shown by `collection.showValue` alone. */
          value: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** The present version of the form, where this consent stands and rests on an earlier one: it is to be renewed. */
  renewOn: id.nullable(),
  events: z.array(
    z.strictObject({
      purposeId: id,
      type: consentEventType,
      on: plainDate,
      recordedAt: instant,
      /** Null for what happened by the clock. */
      staffNumber: z.int().nullable(),
    }),
  ),
});
export type PersonConsent = z.infer<typeof personConsent>;

/** A file kept with a record unit; it is destroyed with it. */
export const personAttachment = z.strictObject({
  attachmentId: id,
  unitId: id,
  consentId: id,
  /** As the file was called where it came from. */
  fileName: z.string(),
  /** What it is by its content. */
  type: attachmentType,
  bytes: z.int().nonnegative().max(attachmentMaximumBytes),
  /** SHA-256 of the file itself. */
  sha256: digest,
  addedAt: instant,
  /** Who added it. */
  staffNumber: z.int(),
});
export type PersonAttachment = z.infer<typeof personAttachment>;

/** Why somebody's data is looked at: a task of the desk. The gate decides by it, and it is entered in the use log each time. */
export const useReason = taskPurpose;
export type UseReason = z.infer<typeof useReason>;

export const collectionChannels = {
  'collection.listForms': channel({
    access: 'collection.read_forms',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ forms: z.array(formRow) }),
  }),
  'collection.getForm': channel({
    access: 'collection.read_forms',
    effect: 'read',
    input: z.strictObject({ formVersionId: id }),
    output: z.strictObject({ form: formRow, content: consentFormContent, current: z.boolean() }),
  }),
  /** Publishes the first version (no formId) or the next one. A published version never changes. */
  'collection.publishForm': channel({
    access: 'collection.publish_forms',
    effect: 'write',
    input: z.strictObject({
      formId: id.nullable(),
      content: consentFormContent,
      wordingOnly: wordingOnly.default([]),
      /** The draft it was written as, which ends with it. */
      draftId: id.nullable().default(null),
    }),
    output: z.strictObject({ formId: id, formVersionId: id, version: z.int().positive() }),
  }),
  /** The exact text to show, and its digest, which a capture must hand back. */
  'collection.getNotice': channel({
    access: 'collection.read_forms',
    effect: 'read',
    input: z.strictObject({ formVersionId: id, language }),
    output: z.strictObject({ notice: consentNotice, digest }),
  }),
  /**
   * People by part of the name, initial consonants, last digits of a telephone number (3 or more) or beginning of a receipt code
   * (6 or more digits); without a search, everybody. Newest consent first.
   */
  'collection.listPeople': channel({
    access: 'collection.read_people',
    effect: 'read',
    input: z.strictObject({ search: line(200), ...page }),
    output: z.strictObject({
      total: z.int(),
      people: z.array(
        z.strictObject({
          personId: id,
          name: z.string(),
          consents: z.int(),
          lastConsentOn: plainDate,
          withdrawn: z.boolean(),
        }),
      ),
      /** There while the search index is being made anew: more may be found in a moment. */
      searchedPart: z.strictObject({ people: z.int(), of: z.int() }).optional(),
    }),
  }),
  /** Reading one person's data: the purpose is named first and entered in the use log. */
  'collection.openPerson': channel({
    access: 'collection.read_people',
    effect: 'write',
    input: z.strictObject({ personId: id, reason: useReason }),
    output: z.strictObject({
      personId: id,
      name: z.string(),
      consents: z.array(personConsent),
      /** Newest first. */
      attachments: z.array(personAttachment),
      /** Newest first. */
      requests: z.array(requestRow),
      /** What is suspended now. */
      suspensions: z.array(suspensionRow),
      /** Newest first. */
      corrections: z.array(correctionRow),
      recipients: z.array(personRecipient),
      copies: z.array(personCopy),
      /** Who looked, the latest first; no more than a page of them. */
      uses: z.array(useRow),
      usesTotal: z.int().nonnegative(),
      usesKeptFor: z.enum(['P1Y', 'P2Y']),
    }),
  }),
  /** One consent as it was given: the text shown, the answers, the way and its proof. */
  'collection.openConsent': channel({
    access: 'collection.read_people',
    effect: 'write',
    input: z.strictObject({ consentId: id, reason: useReason }),
    output: z.strictObject({
      consentId: id,
      givenOn: plainDate,
      notice: consentNotice,
      answers: z.array(z.strictObject({ purposeId: id, name: bilingualLine(120), answer: consentAnswer })),
      evidence: consentEvidence,
      /** Who consented for a child. */
      guardian: guardian.nullable(),
      receiptCode: z.string(),
    }),
  }),
  /** Withdraws the named purposes of a consent; what no law obliges the office to keep becomes due at once. */
  'collection.withdraw': channel({
    access: 'collection.withdraw',
    effect: 'write',
    input: z.strictObject({ consentId: id, purposeIds: z.array(id).min(1).max(20) }),
    output: z.strictObject({ units: z.array(capturedUnit) }),
  }),
  /** Lets purposes of a consent expire that nobody withdrew: what it was given for is over. */
  'collection.expire': channel({
    access: 'collection.withdraw',
    effect: 'write',
    input: z.strictObject({ consentId: id, purposeIds: z.array(id).min(1).max(20), endedOn: plainDate }),
    output: z.strictObject({ units: z.array(capturedUnit) }),
  }),
  /** Withdraws every purpose the person has agreed to, of all their consents. */
  'collection.withdrawAll': channel({
    access: 'collection.withdraw',
    effect: 'write',
    input: z.strictObject({ personId: id }),
    output: z.strictObject({ purposes: z.int().positive(), units: z.array(capturedUnit) }),
  }),
};
