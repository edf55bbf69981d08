import { z } from 'zod';
import { channel } from './channel.ts';
import { personAttachment, useReason } from './collection.ts';
import { base64, digest, filledLine, id } from './fields.ts';

/** Base64 of at most 1 MiB. */
const chunk = base64(1_398_104);

const chunkIndex = z.int().min(0).max(1000);

/**
 * Files travel in pieces of `chunkBytes`, the last one shorter, so that neither side ever holds more of one than a piece.
 * A piece is numbered from 0; a file of no bytes has one empty piece.
 */
const pieces = { chunkBytes: z.int().positive(), chunks: z.int().positive() };

export const collectionAttachmentChannels = {
  /** Begins to add a file to a record unit. Nothing of it is kept before `finishAttachment`; a lock or sign-out ends it. */
  'collection.beginAttachment': channel({
    access: 'collection.attach',
    effect: 'work',
    input: z.strictObject({
      unitId: id,
      fileName: filledLine(255),
      /** Length of the whole file. */
      bytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    }),
    output: z.strictObject({ attachmentId: id, ...pieces }),
  }),
  /** The next piece, in order. */
  'collection.appendAttachment': channel({
    access: 'collection.attach',
    effect: 'work',
    input: z.strictObject({ attachmentId: id, index: chunkIndex, chunk }),
    output: z.strictObject({ chunksKept: z.int().positive() }),
  }),
  /** Keeps the file if everything of it has come and its SHA-256 is this one. */
  'collection.finishAttachment': channel({
    access: 'collection.attach',
    effect: 'work',
    input: z.strictObject({ attachmentId: id, sha256: digest }),
    output: personAttachment,
  }),
  /** Gives up a file that has not been finished; nothing happens if there is none. */
  'collection.cancelAttachment': channel({
    access: 'collection.attach',
    effect: 'work',
    input: z.strictObject({ attachmentId: id }),
    output: z.strictObject({ cancelled: z.boolean() }),
  }),
  /** Looking at a file is a use of the person's data: the purpose is named first and entered in the use log. */
  'collection.openAttachment': channel({
    access: 'collection.read_people',
    effect: 'work',
    input: z.strictObject({ attachmentId: id, reason: useReason }),
    output: z.strictObject({ attachment: personAttachment, ...pieces }),
  }),
  /** One piece of a file that was opened before. */
  'collection.readAttachment': channel({
    access: 'collection.read_people',
    effect: 'read',
    input: z.strictObject({ attachmentId: id, index: chunkIndex }),
    output: z.strictObject({ chunk: z.string(), isLast: z.boolean() }),
  }),
  /** Takes out a file that was added by mistake. What is to be destroyed at its time goes by a destruction order. */
  'collection.removeAttachment': channel({
    access: 'collection.attach',
    effect: 'work',
    input: z.strictObject({ attachmentId: id }),
    output: z.strictObject({ personId: id }),
  }),
};
