import { z } from 'zod';
import { beyondMinimumWarning, catalogueItem, cataloguePurpose } from '../domain/collection/catalogue.ts';
import { consentFormContent, itemCode } from '../domain/collection/consent-form.ts';
import { formChange } from '../domain/collection/form-difference.ts';
import { formDraft } from '../domain/collection/form-draft.ts';
import { channel } from './channel.ts';
import { bilingualLine, id, instant, language, line, nothing, page, plainDate } from './fields.ts';

const count = z.int().nonnegative();
const said = z.strictObject({ en: z.string(), ko: z.string() });

export const draftRow = z.strictObject({
  draftId: id,
  /** Null for a form that has no version yet. */
  formId: id.nullable(),
  title: said,
  savedAt: instant,
  /** Who saved it last. */
  staffNumber: z.int(),
});
export type DraftRow = z.infer<typeof draftRow>;

export const catalogueItemRow = z.strictObject({
  ...catalogueItem.shape,
  /** Purposes of the catalogue that need it. */
  purposes: count,
  retired: z.boolean(),
});
export type CatalogueItemRow = z.infer<typeof catalogueItemRow>;

export const cataloguePurposeRow = z.strictObject({
  purposeId: id,
  content: cataloguePurpose,
  /** Forms whose current version takes it. */
  forms: count,
  retired: z.boolean(),
});
export type CataloguePurposeRow = z.infer<typeof cataloguePurposeRow>;

/** Keys of `text` changes that whoever publishes says are only better words; see form-difference.ts. */
export const wordingOnly = z.array(line(200)).max(400);

export const renewalRow = z.strictObject({
  personId: id,
  name: z.string(),
  consentId: id,
  formTitle: bilingualLine(120),
  formVersion: z.int().positive(),
  givenOn: plainDate,
  language,
  /** What has to be consented to again. */
  purposes: z.array(z.strictObject({ purposeId: id, name: bilingualLine(120) })),
});
export type RenewalRow = z.infer<typeof renewalRow>;

export const formVersionRow = z.strictObject({
  formVersionId: id,
  version: z.int().positive(),
  publishedAt: instant,
  staffNumber: z.int(),
  consents: count,
  /** What it says otherwise than the version before; empty for the first. */
  changes: z.array(formChange),
  /** The purposes whose earlier consents have to be renewed since. */
  renewedPurposeIds: z.array(id),
});
export type FormVersionRow = z.infer<typeof formVersionRow>;

/** Drafts of forms, what a new version changes, whose consents it affects, and the catalogue forms are made from. */
export const collectionFormChannels = {
  'collection.listFormDrafts': channel({
    access: 'collection.publish_forms',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ drafts: z.array(draftRow) }),
  }),
  'collection.getFormDraft': channel({
    access: 'collection.publish_forms',
    effect: 'read',
    input: z.strictObject({ draftId: id }),
    output: z.strictObject({ draft: draftRow, content: formDraft }),
  }),
  /**
   * Keeps a form while it is written, again and again. `work` rather than `write`: a draft is nobody's data and binds nobody, and an
   * entry in the audit log for every pause of a hand would bury the rest; that one was begun and that it was discarded is entered.
   */
  'collection.saveFormDraft': channel({
    access: 'collection.publish_forms',
    effect: 'work',
    input: z.strictObject({
      /** Null for a draft that is saved for the first time. */
      draftId: id.nullable(),
      formId: id.nullable(),
      content: formDraft,
    }),
    output: z.strictObject({ draftId: id, savedAt: instant }),
  }),
  'collection.discardFormDraft': channel({
    access: 'collection.publish_forms',
    effect: 'write',
    input: z.strictObject({ draftId: id }),
    output: nothing,
  }),
  /** What publishing this content would mean. Of a form that could not be published it says nothing. */
  'collection.previewPublishing': channel({
    access: 'collection.publish_forms',
    effect: 'read',
    input: z.strictObject({ formId: id.nullable(), content: consentFormContent, wordingOnly }),
    output: z.strictObject({
      changes: z.array(formChange),
      /** People whose consents would have to be renewed, these and those of earlier versions. */
      people: count,
      warnings: z.array(beyondMinimumWarning),
    }),
  }),
  /** Newest first. */
  'collection.listFormVersions': channel({
    access: 'collection.read_forms',
    effect: 'read',
    input: z.strictObject({ formId: id }),
    output: z.strictObject({ versions: z.array(formVersionRow) }),
  }),
  /** Consents to purposes that have changed since; oldest first. */
  'collection.listRenewals': channel({
    access: 'collection.read_people',
    effect: 'read',
    input: z.strictObject({ formId: id.nullable(), ...page }),
    output: z.strictObject({ total: count, renewals: z.array(renewalRow) }),
  }),

  'collection.listCatalogue': channel({
    access: 'collection.read_forms',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      purposes: z.array(cataloguePurposeRow),
      items: z.array(catalogueItemRow),
    }),
  }),
  /** Adds the item, or changes the one of that code. */
  'collection.saveCatalogueItem': channel({
    access: 'collection.publish_forms',
    effect: 'write',
    input: z.strictObject({ item: catalogueItem }),
    output: nothing,
  }),
  /** Adds a purpose (null) or changes one; refused while it needs an item that is not in the catalogue. */
  'collection.saveCataloguePurpose': channel({
    access: 'collection.publish_forms',
    effect: 'write',
    input: z.strictObject({ purposeId: id.nullable(), content: cataloguePurpose }),
    output: z.strictObject({ purposeId: id }),
  }),
  /**
   * Fills an empty catalogue with usual purposes and the items they need, each under the retention rule it usually stands under.
   * Refused where there are purposes already, or no retention rule yet.
   */
  'collection.beginCatalogue': channel({
    access: 'collection.publish_forms',
    effect: 'write',
    input: nothing,
    output: z.strictObject({ purposes: z.int().positive(), items: z.int().nonnegative() }),
  }),
  /** A retired entry is offered to no form any more; `retired: false` takes it back. */
  'collection.retireCatalogueItem': channel({
    access: 'collection.publish_forms',
    effect: 'write',
    input: z.strictObject({ code: itemCode, retired: z.boolean() }),
    output: nothing,
  }),
  'collection.retireCataloguePurpose': channel({
    access: 'collection.publish_forms',
    effect: 'write',
    input: z.strictObject({ purposeId: id, retired: z.boolean() }),
    output: nothing,
  }),
};
