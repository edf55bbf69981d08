import { z } from 'zod';
import { labelSheetName } from '../domain/paper/label-sheet.ts';
import { documentChannel } from './document.ts';
import { id } from './fields.ts';

/** How far a printer draws beside the place, in tenths of a millimetre. */
const shift = z.int().min(-50).max(50).default(0);

export const paperLabelChannels = {
  /** Labels with Code 128, QR code and code: nothing on them says what is in the box. */
  'paper.labels': documentChannel({
    access: 'paper.read',
    ask: z.strictObject({
      entryIds: z.array(id).min(1).max(500),
      sheet: labelSheetName,
      /** The first place of the sheet that has not been used, from 1; of a roll always 1. */
      start: z.int().min(1).max(24).default(1),
      shiftRight: shift,
      shiftDown: shift,
    }),
    formats: ['pdf'],
  }),
};
