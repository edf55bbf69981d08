import { z } from 'zod';
import { channel } from './channel.ts';
import { useReason } from './collection.ts';
import { documentChannel } from './document.ts';
import { id, line } from './fields.ts';

/** Whose data leaves: those a search finds, or everybody, of one form or of all. */
const selection = {
  search: line(200),
  /** People or consents of any version of this form; null for every form. */
  formId: id.nullable(),
};

const exportAsk = z.discriminatedUnion('what', [
  /** One row a person: name, number of consents, day of the last one, whether something was withdrawn. */
  z.strictObject({ what: z.literal('people'), ...selection, reason: useReason }),
  /** One row a consent of the form: what was answered to each purpose, and what is held for those in effect. */
  z.strictObject({ what: z.literal('consents'), ...selection, formId: id, reason: useReason }),
]);
export type ExportAsk = z.infer<typeof exportAsk>;

export const collectionExportChannels = {
  /** How many rows an export would have, before anybody's data is opened. */
  'collection.countExport': channel({
    access: 'collection.export',
    effect: 'read',
    input: z.strictObject({ what: z.enum(['people', 'consents']), ...selection }),
    output: z.strictObject({ rows: z.int().nonnegative() }),
  }),
  /** Sensitive data and unique identifiers are masked. Each person in it is entered in the use log with the reason. */
  'collection.export': documentChannel({
    access: 'collection.export',
    ask: exportAsk,
    formats: ['xlsx', 'csv'],
  }),
  /** The same without masks. */
  'collection.exportUnmasked': documentChannel({
    access: 'collection.export_sensitive',
    ask: exportAsk,
    formats: ['xlsx', 'csv'],
  }),
};
