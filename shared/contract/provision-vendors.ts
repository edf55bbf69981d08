import { z } from 'zod';
import { entrustmentClauses } from '../domain/provision/entrustment-clause.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import {
  bilingualLine,
  filledLine,
  id,
  instant,
  line,
  nothing,
  page,
  paragraph,
  plainDate,
} from './fields.ts';

const count = z.int().nonnegative();
const clause = z.enum(entrustmentClauses);

const vendorFields = {
  name: filledLine(120),
  /** The entrusted work, as the publication names it. */
  task: filledLine(200),
  contact: line(200),
  contractEndsOn: plainDate.nullable(),
  /** It offers goods or services on the office's behalf: people are told of it directly (PIPA art. 26(3)). */
  doesMarketing: z.boolean(),
};

export const vendorRow = z.strictObject({
  vendorId: id,
  name: z.string(),
  task: z.string(),
  contact: z.string(),
  contractEndsOn: plainDate.nullable(),
  doesMarketing: z.boolean(),
  addedAt: instant,
  handOvers: count,
  /** Hand-overs that have neither come back nor been destroyed. */
  outstanding: count,
  /** Required clauses missing in the contract in force; null while no contract is recorded. */
  missingClauses: count.nullable(),
  overdueChecks: count,
  endedOn: plainDate.nullable(),
});
export type VendorRow = z.infer<typeof vendorRow>;

const contractFields = {
  signedOn: plainDate,
  startsOn: plainDate,
  endsOn: plainDate.nullable(),
  /** Number or name of the document. */
  reference: filledLine(120),
  tasks: paragraph(1000),
  items: paragraph(1000),
  safeguards: paragraph(1000),
  /** Where in the text each clause stands: “art. 7”. */
  clauses: z.array(z.strictObject({ clause, place: filledLine(60) })).max(entrustmentClauses.length),
};

export const vendorContract = z.strictObject({
  ...contractFields,
  version: z.int().positive(),
  recordedAt: instant,
  staffNumber: z.int(),
  missing: z.array(clause),
});
export type VendorContract = z.infer<typeof vendorContract>;

export const checkKind = z.enum(['training', 'inspection']);

export const vendorCheck = z.strictObject({
  checkId: id,
  kind: checkKind,
  dueOn: plainDate,
  everyMonths: z.int().positive().nullable(),
  isOverdue: z.boolean(),
  doneOn: plainDate.nullable(),
  result: z.string(),
  staffNumber: z.int().nullable(),
});
export type VendorCheck = z.infer<typeof vendorCheck>;

export const subVendor = z.strictObject({
  subVendorId: id,
  name: z.string(),
  task: z.string(),
  consentedOn: plainDate,
  startsOn: plainDate,
  endedOn: plainDate.nullable(),
});
export type SubVendor = z.infer<typeof subVendor>;

const publicationWay = z.enum(['website', 'at_the_office', 'newspaper', 'privacy_notice']);
export const noticeWay = z.enum(['letter', 'email', 'telephone', 'text_message', 'in_person']);

export const provisionVendorChannels = {
  'provision.addVendor': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject(vendorFields),
    output: z.strictObject({ vendorId: id }),
  }),
  'provision.changeVendor': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({ vendorId: id, ...vendorFields }),
    output: nothing,
  }),
  'provision.listVendors': channel({
    access: 'provision.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ vendors: z.array(vendorRow) }),
  }),
  'provision.getVendor': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({ vendorId: id }),
    output: z.strictObject({
      vendor: vendorRow,
      /** The clauses its contract needs, with the law each rests on. */
      required: z.array(z.strictObject({ clause, basis: bilingualLine(120) })),
      /** Newest first: the first one is in force. */
      contracts: z.array(vendorContract),
      subVendors: z.array(subVendor),
      /** What is to come first, then what was done, newest first. */
      checks: z.array(vendorCheck),
      /** People whose data it was handed for marketing and who have not been told. */
      toBeTold: count,
    }),
  }),
  /** A contract, or what it was changed to. Missing clauses are named, not refused: the contract is what it is. */
  'provision.recordContract': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({ vendorId: id, ...contractFields }),
    output: z.strictObject({ version: z.int().positive(), missing: z.array(clause) }),
  }),
  /** Refused unless the office had consented by the day it began (PIPA art. 26(6)). */
  'provision.addSubVendor': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({
      vendorId: id,
      name: filledLine(120),
      task: filledLine(200),
      consentedOn: plainDate,
      startsOn: plainDate,
    }),
    output: z.strictObject({ subVendorId: id }),
  }),
  'provision.endSubVendor': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({ subVendorId: id, endedOn: plainDate }),
    output: nothing,
  }),
  'provision.planCheck': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({
      vendorId: id,
      kind: checkKind,
      dueOn: plainDate,
      everyMonths: z.int().min(1).max(60).nullable(),
    }),
    output: z.strictObject({ checkId: id }),
  }),
  /** Where it repeats, the next one is planned from the day it was done. */
  'provision.completeCheck': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({ checkId: id, doneOn: plainDate, result: filledLine(500) }),
    output: z.strictObject({ nextDueOn: plainDate.nullable() }),
  }),
  /** Refused while the vendor holds anything. */
  'provision.endEntrustment': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({ vendorId: id, endedOn: plainDate }),
    output: nothing,
  }),

  /** What the office has to disclose about its vendors (PIPA art. 26(2), 30(1)4). It holds no personal data. */
  'provision.vendorList': documentChannel({
    access: 'provision.read',
    ask: nothing,
    formats: ['pdf', 'html'],
  }),
  'provision.recordPublication': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({ publishedOn: plainDate, way: publicationWay }),
    output: nothing,
  }),
  'provision.publications': channel({
    access: 'provision.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      /** `current`: what was published last is what holds now. */
      state: z.enum(['no_vendor', 'never', 'outdated', 'current']),
      publications: z.array(
        z.strictObject({ publishedOn: plainDate, way: publicationWay, staffNumber: z.int() }),
      ),
    }),
  }),

  /** People whose data was handed to a vendor for marketing and who have not been told of it yet. */
  'provision.listToBeTold': channel({
    access: 'provision.read',
    effect: 'read',
    input: z.strictObject({ vendorId: id, ...page }),
    output: z.strictObject({
      total: count,
      people: z.array(z.strictObject({ personId: id, since: plainDate })),
    }),
  }),
  /**
   * The same people by name, with how to reach them, for whoever tells them. Every one is entered in the use log, and what is printed or
   * saved is a known copy.
   */
  'provision.peopleToBeTold': documentChannel({
    access: 'provision.record',
    ask: z.strictObject({ vendorId: id }),
    formats: ['pdf', 'xlsx', 'csv'],
  }),
  'provision.recordTold': channel({
    access: 'provision.record',
    effect: 'write',
    input: z.strictObject({
      vendorId: id,
      /** Null: everybody on the list. */
      personIds: z.array(id).min(1).max(1000).nullable(),
      toldOn: plainDate,
      way: noticeWay,
    }),
    output: z.strictObject({ people: count }),
  }),
};
