import { z } from 'zod';
import { attachmentType } from '../domain/collection/attachment-type.ts';
import { captureDraftContent } from '../domain/collection/capture-draft.ts';
import { itemValue, purposeAnswer } from '../domain/collection/consent.ts';
import { deskEvidence } from '../domain/collection/consent-evidence.ts';
import { itemCode } from '../domain/collection/consent-form.ts';
import { guardian } from '../domain/collection/guardian.ts';
import { similarities } from '../domain/collection/similar-person.ts';
import { channel } from './channel.ts';
import { capturedUnit, useReason } from './collection.ts';
import {
  bilingualLine,
  digest,
  filledLine,
  id,
  instant,
  language,
  line,
  nothing,
  plainDate,
} from './fields.ts';

/** Somebody who may be the one being captured. Names and last digits are personal data: they stand in this answer alone. */
export const similarPerson = z.strictObject({
  personId: id,
  name: z.string(),
  agrees: z.array(z.enum(similarities)).min(1),
  /** Name and contact agree. */
  isLikelySame: z.boolean(),
  /** The last digits of a telephone number, to tell people of one name apart; empty where there is none. */
  telephoneEnding: z.string(),
  consents: z.int().positive(),
  lastConsentOn: plainDate,
});
export type SimilarPerson = z.infer<typeof similarPerson>;

export const captureDraftRow = z.strictObject({
  draftId: id,
  formVersionId: id,
  formTitle: bilingualLine(120),
  /** What has been written as the name so far; may be empty. */
  name: z.string(),
  begunAt: instant,
  changedAt: instant,
  /** When it ends by itself. */
  endsAt: instant,
  /** Who began it. */
  staffNumber: z.int(),
  /** Whether the form is still the one in force. */
  isCurrent: z.boolean(),
});
export type CaptureDraftRow = z.infer<typeof captureDraftRow>;

export const collectionCaptureChannels = {
  /** Keeps a consent: person, evidence, a record unit for each purpose agreed to. Ends the draft it was made from. */
  'collection.capture': channel({
    access: 'collection.capture',
    effect: 'work',
    input: z.strictObject({
      formVersionId: id,
      language,
      noticeDigest: digest,
      /** Null for a person who is new to the office. */
      personId: id.nullable(),
      /** People of the same name and contact whom the clerk has said to be others. */
      otherThan: z.array(id).max(50),
      answers: z.array(purposeAnswer).min(1).max(20),
      values: z.array(itemValue).max(100),
      evidence: deskEvidence,
      guardian: guardian.nullable(),
      /** The day the person agreed; in the past where a consent is entered later, never in the future. */
      givenOn: plainDate,
      draftId: id.nullable(),
    }),
    output: z.strictObject({
      personId: id,
      consentId: id,
      receiptCode: z.string(),
      units: z.array(capturedUnit),
      /** What was not agreed to: nothing of it was taken, and the service is given all the same. */
      refused: z.array(z.strictObject({ purposeId: id, purposeName: bilingualLine(120) })),
    }),
  }),
  /** Begins to bring a scan of a signed form to the desk; its pieces follow by `collection.appendAttachment`. */
  'collection.beginScan': channel({
    access: 'collection.capture',
    effect: 'work',
    input: z.strictObject({ fileName: filledLine(255), bytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER) }),
    output: z.strictObject({ attachmentId: id, chunkBytes: z.int().positive(), chunks: z.int().positive() }),
  }),
  /** Checks that the scan arrived whole and is what it says. It stays at the desk until the consent is saved, or the desk is left. */
  'collection.finishScan': channel({
    access: 'collection.capture',
    effect: 'work',
    input: z.strictObject({ attachmentId: id, sha256: digest }),
    output: z.strictObject({ attachmentId: id, type: attachmentType, bytes: z.int().nonnegative() }),
  }),
  /** People who may be the same as the one being captured, likeliest first. Only a whole name or a whole contact counts. */
  'collection.findSimilarPeople': channel({
    access: 'collection.capture',
    effect: 'read',
    input: z.strictObject({
      name: line(200),
      telephones: z.array(line(40)).max(10),
      emails: z.array(line(254)).max(10),
    }),
    output: z.strictObject({
      people: z.array(similarPerson),
      /** There while the search index is being made anew: more may be found in a moment. */
      searchedPart: z.strictObject({ people: z.int(), of: z.int() }).optional(),
    }),
  }),
  /** Keeps what has been said so far, under a key of its own. Answers what was kept: of a child at first only the guardian. */
  'collection.saveDraft': channel({
    access: 'collection.capture',
    effect: 'work',
    input: z.strictObject({ draftId: id.nullable(), formVersionId: id, draft: captureDraftContent }),
    output: z.strictObject({ draftId: id, draft: captureDraftContent }),
  }),
  'collection.listDrafts': channel({
    access: 'collection.capture',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ drafts: z.array(captureDraftRow) }),
  }),
  /** To go on with a draft, whoever began it. */
  'collection.openDraft': channel({
    access: 'collection.capture',
    effect: 'write',
    input: z.strictObject({ draftId: id }),
    output: z.strictObject({
      formVersionId: id,
      draft: captureDraftContent,
      personName: z.string().nullable(),
    }),
  }),
  /** Discards a draft. Its row goes at once, its key with the next change of keys. */
  'collection.endDraft': channel({
    access: 'collection.capture',
    effect: 'write',
    input: z.strictObject({ draftId: id }),
    output: z.strictObject({ ended: z.boolean() }),
  }),
  /** Enters that a sensitive item of a draft was made readable on the screen. */
  'collection.noteDraftValueShown': channel({
    access: 'collection.capture',
    effect: 'write',
    input: z.strictObject({ draftId: id, itemCode }),
    output: z.strictObject({ noted: z.literal(true) }),
  }),
  /** A sensitive item in clear: asked for each time, and entered in the use log and the audit log. */
  'collection.showValue': channel({
    access: 'collection.read_people',
    effect: 'write',
    input: z.strictObject({ unitId: id, itemCode, reason: useReason }),
    output: z.strictObject({ value: z.string() }),
  }),
};
