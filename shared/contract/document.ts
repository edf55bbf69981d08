import { z } from 'zod';
import { type Access, channel } from './channel.ts';
import { language, line } from './fields.ts';

/**
 * The one way a document leaves: a channel a document, made with `documentChannel` and answered with `documentHandler`
 * (main/documents/document-handler.ts). It is shown, printed and saved by the components of renderer/components/document.
 *
 * What holds personal data is entered in the register of known copies before it is printed or written; a maker of documents
 * only says whom it is about.
 */
export const documentFormats = ['pdf', 'json', 'jsonld', 'csv', 'xlsx', 'html', 'mjs', 'txt', 'zip'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** One language, or both in one document; the first one leads. */
export const documentLanguages = z
  .array(language)
  .min(1)
  .max(2)
  .refine((chosen) => new Set(chosen).size === chosen.length, { error: 'not_one_of' });

/** Where it goes. Only the last two leave a copy outside the data folder. */
const destination = z.discriminatedUnion('way', [
  /** The window shows it; nothing is written to disk. */
  z.strictObject({ way: z.literal('screen') }),
  z.strictObject({
    way: z.literal('print'),
    /** `person`: handed to the person it is about, so that the office keeps no copy. Only of documents made for the person. */
    keptBy: z.enum(['office', 'person']),
    /** Where the print is kept, if somebody wants to say: stands sealed in the register of known copies. */
    where: line(200),
  }),
  z.strictObject({
    way: z.literal('file'),
    /** Absolute path of the file to write; its folder must exist. */
    path: line(1000).min(1),
    replace: z.boolean(),
  }),
]);
export type DocumentDestination = z.infer<typeof destination>;

const documentAnswer = z.strictObject({
  format: z.enum(documentFormats),
  /** Proposed for a file, with its ending; never says anything about anybody. */
  fileName: z
    .string()
    .max(120)
    .regex(/^[a-z0-9][a-z0-9.-]*$/u),
  /** Null where it was written to a file. */
  bytes: z.base64().nullable(),
  size: z.int().nonnegative(),
  /** What printing or saving it would enter in the register of known copies. `person`: unless it is handed to the person. */
  personalData: z.enum(['none', 'copy', 'person']),
  /** The reference of the known copy that was entered, `KC-0007`. */
  copyReference: z.string().nullable(),
});
export type DocumentAnswer = z.infer<typeof documentAnswer>;

/**
 * @param definition.ask what the document is of; its languages, format and destination are asked for by every document alike
 * @param definition.formats the first one is what is shown or offered first; a window shows PDF only
 */
export function documentChannel<
  A extends Exclude<Access, 'anyone'>,
  Ask extends z.ZodType,
  const Formats extends readonly [DocumentFormat, ...DocumentFormat[]],
>({ access, ask, formats }: { access: A; ask: Ask; formats: Formats }) {
  return channel({
    access,
    effect: 'work',
    input: z.strictObject({
      ask,
      format: z.enum(formats),
      languages: documentLanguages,
      to: destination,
    }),
    output: documentAnswer,
  });
}
