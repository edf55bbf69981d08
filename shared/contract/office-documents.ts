import { z } from 'zod';
import { channel } from './channel.ts';
import { nothing } from './fields.ts';

export const officeDocumentChannels = {
  /** Folders a person is likely to save to, on this computer. */
  'office.suggestFolders': channel({
    access: 'signed_in',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      folders: z.array(
        z.strictObject({ kind: z.enum(['documents', 'desktop', 'downloads', 'home']), path: z.string() }),
      ),
      separator: z.string(),
    }),
  }),
};
