import { z } from 'zod';
import { evidenceCodes } from '../domain/register/evidence.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { base64, digest, filledLine, nothing } from './fields.ts';

/** Files that can be checked at once, and how long each may be in Base64: certificates of tens of thousands of units. */
const filesAtOnce = 20;
const contentLength = 24_000_000;

export const registerVerifierChannels = {
  /** Checks evidence that somebody brings, of this office or another; nothing of it is kept. */
  'register.checkEvidence': channel({
    access: 'register.read_certificates',
    effect: 'work',
    input: z.strictObject({
      files: z
        .array(z.strictObject({ name: filledLine(200), content: base64(contentLength) }))
        .min(1)
        .max(filesAtOnce),
      /** SHA-256 of the office's public key, as it is known from elsewhere. */
      key: digest.nullable(),
    }),
    output: z.strictObject({
      checks: z.array(
        z.strictObject({
          code: z.enum(evidenceCodes),
          result: z.enum(['pass', 'fail', 'unknown']),
          files: z.array(z.string()),
          about: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  }),
  /** The verifier itself, to be handed over: a page for a browser, or a script for Node.js. It needs nothing else. */
  'register.verifier': documentChannel({
    access: 'register.read_certificates',
    ask: nothing,
    formats: ['html', 'mjs'],
  }),
};
