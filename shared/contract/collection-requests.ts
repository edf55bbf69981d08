import { z } from 'zod';
import {
  identityCheck,
  refusalReason,
  requestedBy,
  requestKind,
  requestOutcome,
  requestState,
  requestWay,
} from '../domain/collection/person-request.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import {
  filledLine,
  filledParagraph,
  id,
  instant,
  language,
  line,
  page,
  paragraph,
  plainDate,
} from './fields.ts';

/** A request as the desk's list shows it. */
export const requestRow = z.strictObject({
  requestId: id,
  personId: id,
  /** By somebody of whom the office keeps nothing: `personId` leads nowhere. */
  isWithoutRecord: z.boolean(),
  /** Null for those who may not read names, and once what was written is destroyed. */
  name: z.string().nullable(),
  kind: requestKind,
  way: requestWay,
  requestedBy,
  receivedOn: plainDate,
  dueOn: plainDate,
  extended: z.boolean(),
  state: requestState,
  outcome: requestOutcome.nullable(),
  answeredAt: instant.nullable(),
  urgency: z.enum(['waiting', 'due', 'overdue']),
  /** Days until the due date; negative once it has passed. */
  days: z.int(),
  /** Who took it in. */
  staffNumber: z.int(),
});
export type RequestRow = z.infer<typeof requestRow>;

/** A request with everything written about it. */
export const requestDetails = z.strictObject({
  ...requestRow.shape,
  /** What the person asks, in their words. */
  details: z.string(),
  /** Where the answer goes to, of somebody of whom nothing else is kept. */
  contact: z.string(),
  identity: z
    .strictObject({ check: identityCheck, confirmed: z.boolean(), at: instant, staffNumber: z.int() })
    .nullable(),
  extensionReason: z.string().nullable(),
  answer: z
    .strictObject({
      outcome: requestOutcome,
      reason: refusalReason.nullable(),
      explanation: z.string(),
      language,
      at: instant,
      staffNumber: z.int(),
    })
    .nullable(),
  /** The reasons that can be given for a refusal of this kind. */
  reasons: z.array(refusalReason),
  /** Last day to which the answer can be put off; null where a day is to be named; absent where the law knows no such thing. */
  latestExtension: plainDate.nullable().optional(),
});
export type RequestDetails = z.infer<typeof requestDetails>;

export const suspensionRow = z.strictObject({
  suspensionId: id,
  /** Null: every purpose. */
  purposeId: id.nullable(),
  since: plainDate,
  requestId: id,
  staffNumber: z.int(),
});
export type SuspensionRow = z.infer<typeof suspensionRow>;

export const collectionRequestChannels = {
  'collection.recordRequest': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({
      /** Null for somebody of whom nothing is kept, who is then named by `requester`. */
      personId: id.nullable(),
      requester: z
        .strictObject({ name: filledLine(200), contact: line(300) })
        .nullable()
        .default(null),
      kind: requestKind,
      receivedOn: plainDate,
      way: requestWay,
      requestedBy,
      details: paragraph(2000),
    }),
    output: z.strictObject({ requestId: id, dueOn: plainDate }),
  }),
  /** Open ones by their due date, the answered by the day of the answer, newest first. */
  'collection.listRequests': channel({
    access: 'collection.read_requests',
    effect: 'read',
    input: z.strictObject({
      show: z.enum(['open', 'due', 'overdue', 'answered']),
      kind: requestKind.nullable(),
      ...page,
    }),
    output: z.strictObject({ total: z.int(), requests: z.array(requestRow) }),
  }),
  /** Reading what somebody wrote is a use of their data: it is entered in the use log. */
  'collection.openRequest': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({ requestId: id }),
    output: requestDetails,
  }),
  /** Keeps that and how it was checked who asks; never a copy or a number of a document. */
  'collection.checkIdentity': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({ requestId: id, check: identityCheck, confirmed: z.boolean() }),
    output: z.strictObject({ state: requestState }),
  }),
  'collection.extendRequest': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({ requestId: id, until: plainDate, reason: filledParagraph(500) }),
    output: z.strictObject({ dueOn: plainDate }),
  }),
  /** Closes the request with what the person is told. */
  'collection.answerRequest': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({
      requestId: id,
      outcome: requestOutcome,
      reason: refusalReason.nullable(),
      explanation: paragraph(2000),
      language,
    }),
    output: z.strictObject({ state: requestState }),
  }),
  /** The letter that answers a request, or says that its answer is put off. */
  'collection.requestLetter': documentChannel({
    access: 'collection.handle_requests',
    ask: z.strictObject({ requestId: id }),
    formats: ['pdf'],
  }),
  /**
   * Everything that is kept of the person who asked for access: to read, for a machine, and both with every attached file in one
   * archive, which can only be saved.
   */
  'collection.accessAnswer': documentChannel({
    access: 'collection.handle_requests',
    ask: z.strictObject({ requestId: id }),
    formats: ['pdf', 'json', 'zip'],
  }),
  /** No use and no provision of the person's data for these purposes, or for any, until it is lifted. Storage goes on. */
  'collection.suspendProcessing': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({
      requestId: id,
      /** Null: every purpose. */
      purposeIds: z.array(id).min(1).max(50).nullable(),
    }),
    output: z.strictObject({ suspensions: z.array(suspensionRow) }),
  }),
  'collection.liftSuspension': channel({
    access: 'collection.handle_requests',
    effect: 'write',
    input: z.strictObject({ suspensionId: id }),
    output: z.strictObject({ liftedOn: plainDate }),
  }),
};
