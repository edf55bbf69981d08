import { z } from 'zod';
import { documentChannel } from './document.ts';
import { id } from './fields.ts';

export const collectionReceiptChannels = {
  /** What the person is given of their consent. Always in the language of the consent, whichever is asked for. */
  'collection.receipt': documentChannel({
    access: 'collection.read_people',
    ask: z.strictObject({ consentId: id }),
    formats: ['pdf', 'jsonld'],
  }),
};
