import { z } from 'zod';
import { attachmentType } from '../domain/collection/attachment-type.ts';
import { signature } from '../domain/collection/consent.ts';
import { leftOutReason, orderedPaper, orderState } from '../domain/destruction/order.ts';
import { amountKind, differenceReason } from '../domain/destruction/paper-amount.ts';
import {
  batchNumber,
  batchPlace,
  batchState,
  interruptionReason,
  residueDisposal,
} from '../domain/destruction/paper-batch.ts';
import { sealNumber } from '../domain/destruction/paper-custody.ts';
import { batchMethod, handMethod, paperMethod, securityLevel } from '../domain/destruction/paper-security.ts';
import { paperUnitState } from '../domain/destruction/paper-unit-state.ts';
import { certificateNumber } from '../domain/register/certificate.ts';
import { channel } from './channel.ts';
import { documentChannel } from './document.ts';
import { base64, digest, filledLine, id, instant, line, nothing, plainDate } from './fields.ts';

const count = z.int().nonnegative();
/** What a scanner or a person enters. */
const scanned = filledLine(80);
const unitIds = z.array(id).min(1).max(2000);

/** 6 MB: a photograph of a telephone, a few scanned pages. */
export const orderFileMaximumBytes = 6 * 1024 * 1024;
export const orderFileKinds = ['photo_before', 'photo_after', 'signed_sheet', 'vendor_certificate'] as const;
const fileKind = z.enum(orderFileKinds);
export type OrderFileKind = (typeof orderFileKinds)[number];

const fileFields = {
  fileName: filledLine(200),
  content: base64(Math.ceil(orderFileMaximumBytes / 3) * 4),
};

const orderFile = z.strictObject({
  fileId: id,
  kind: fileKind,
  batchId: id.nullable(),
  addedAt: instant,
  staffNumber: z.int(),
  /** False once it was destroyed by the rule it is kept under. */
  isKept: z.boolean(),
});
export type OrderFile = z.infer<typeof orderFile>;

const paperUnit = orderedPaper.extend({
  unitId: id,
  label: z.string(),
  /** Codes of what it stands in, the site first: `HQ / B1 / 03`. */
  place: z.string(),
  /** Of a part: which sheets or lines, in the words of whoever registered it; only for whoever may handle it. */
  where: z.string(),
  state: paperUnitState,
  isHeld: z.boolean(),
  seal: z.string().nullable(),
  batchNumber: z.string().nullable(),
});
export type OrderPaperUnit = z.infer<typeof paperUnit>;

const container = z.strictObject({
  containerId: id,
  seal: z.string(),
  units: count,
  sealedAt: instant,
  /** Who has it: a person of the office or a vendor. */
  custodian: z.strictObject({ staffNumber: z.int().nullable(), vendorName: z.string().nullable() }),
  isOpen: z.boolean(),
  isMine: z.boolean(),
});

const handOver = z.strictObject({
  handOverId: id,
  at: instant,
  place: z.string(),
  seals: z.array(z.string()),
  fromStaffNumber: z.int(),
  toStaffNumber: z.int().nullable(),
  toVendorName: z.string().nullable(),
  signedOn: z.enum(['screen', 'paper']),
});

export const paperBatch = z.strictObject({
  batchId: id,
  number: batchNumber,
  state: batchState,
  method: batchMethod,
  place: batchPlace,
  level: securityLevel.nullable(),
  machineName: z.string().nullable(),
  vendorName: z.string().nullable(),
  operatorStaffNumber: z.int(),
  witnessStaffNumber: z.int().nullable(),
  isMine: z.boolean(),
  startedAt: instant,
  endedAt: instant.nullable(),
  interruptedBy: interruptionReason.nullable(),
  units: count,
  /** What they were registered with: in sheets and, estimated from them, in grams. Null where one was never counted. */
  registered: z.strictObject({ sheets: count, grams: count }).nullable(),
  measured: z.strictObject({ kind: amountKind, amount: count }).nullable(),
  certificateDueOn: plainDate.nullable(),
  isOverdue: z.boolean(),
});
export type PaperBatch = z.infer<typeof paperBatch>;

export const machineRow = z.strictObject({
  machineId: id,
  number: z.string(),
  name: z.string(),
  serial: z.string(),
  method: paperMethod,
  level: securityLevel.nullable(),
  place: batchPlace,
  retiredOn: plainDate.nullable(),
});
export type MachineRow = z.infer<typeof machineRow>;

export const shreddingVendorRow = z.strictObject({
  vendorId: id,
  name: z.string(),
  certification: z.string(),
  certifiedUntil: plainDate,
  standing: z.enum(['valid', 'ends_soon', 'expired']),
  method: paperMethod,
  level: securityLevel.nullable(),
  certificateDays: z.int(),
});
export type ShreddingVendorRow = z.infer<typeof shreddingVendorRow>;

const drawnOrOnPaper = <Drawn extends z.ZodRawShape>(drawn: Drawn) =>
  z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('screen'), ...drawn }),
    /** On sheets that were scanned and added before. */
    z.strictObject({ way: z.literal('paper'), fileIds: z.array(id).min(1).max(10) }),
  ]);

export const destructionPaperChannels = {
  'destruction.paperOfOrder': channel({
    access: 'destruction.read',
    effect: 'read',
    input: z.strictObject({ orderId: id }),
    output: z.strictObject({
      orderId: id,
      number: z.string(),
      state: orderState,
      digest,
      /** Whether it holds electronic records too, and whether they are destroyed. */
      electronic: z.enum(['none', 'open', 'destroyed']),
      /** Null where the person who asks may handle the paper; otherwise why not. */
      mayNot: z.enum(['not_approved', 'no_operator', 'requester', 'approver', 'closed']).nullable(),
      units: z.array(paperUnit).max(10_000),
      containers: z.array(container).max(10_000),
      handOvers: z.array(handOver).max(10_000),
      batches: z.array(paperBatch).max(10_000),
      files: z.array(orderFile).max(10_000),
    }),
  }),
  /** What is to be fetched, in the order in which one walks past it. */
  'destruction.pullingList': documentChannel({
    access: 'destruction.execute',
    ask: z.strictObject({ orderId: id }),
    formats: ['pdf'],
  }),
  /** A unit is taken from its shelf, by its label or code. */
  'destruction.pullUnit': channel({
    access: 'destruction.execute',
    effect: 'write',
    input: z.strictObject({ orderId: id, text: scanned }),
    output: z.strictObject({ unitId: id, code: z.string(), left: count }),
  }),
  /** And put back there: nothing happened to it, and it stays on the order. */
  'destruction.putBackUnit': channel({
    access: 'destruction.execute',
    effect: 'write',
    input: z.strictObject({ orderId: id, text: scanned }),
    output: z.strictObject({ unitId: id, code: z.string(), left: count }),
  }),
  'destruction.sealUnits': channel({
    access: 'destruction.execute',
    effect: 'write',
    input: z.strictObject({ orderId: id, seal: sealNumber, unitIds }),
    output: z.strictObject({ containerId: id }),
  }),
  /** Sealed containers go into somebody else's hands; with a vendor it begins its batch. */
  'destruction.handOverContainers': channel({
    access: 'destruction.execute',
    effect: 'work',
    input: z.strictObject({
      orderId: id,
      containerIds: z.array(id).min(1).max(1000),
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('staff'), userId: id }),
        z.strictObject({
          kind: z.literal('vendor'),
          vendorId: id,
          /** Of the container or the machine, as its plate says. */
          deviceSerial: z
            .string()
            .min(1)
            .max(60)
            .regex(/^[\x21-\x7e]+$/u, { error: 'format' }),
          /** Who takes it over for the vendor. */
          receiver: filledLine(120),
        }),
      ]),
      place: filledLine(120),
      signed: drawnOrOnPaper({ giver: signature, receiver: signature }),
    }),
    output: z.strictObject({ handOverId: id, batchId: id.nullable() }),
  }),
  'destruction.startBatch': channel({
    access: 'destruction.execute',
    effect: 'write',
    input: z.strictObject({
      orderId: id,
      digest,
      by: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('machine'), machineId: id }),
        /** Parts of records: what they say is covered or punched out by the operator. */
        z.strictObject({ kind: z.literal('hand'), method: handMethod }),
        /** A vendor's machine at the office. */
        z.strictObject({
          kind: z.literal('vendor'),
          vendorId: id,
          deviceSerial: z
            .string()
            .min(1)
            .max(60)
            .regex(/^[\x21-\x7e]+$/u, { error: 'format' }),
        }),
      ]),
      witnessId: id,
    }),
    output: z.strictObject({ batchId: id, number: batchNumber }),
  }),
  /** Right before a unit goes in: everything that must hold is looked at again, holds above all. */
  'destruction.feedUnit': channel({
    access: 'destruction.execute',
    effect: 'write',
    input: z.strictObject({ batchId: id, text: scanned }),
    output: z.strictObject({ unitId: id, code: z.string(), left: count }),
  }),
  /** A photograph or a scanned sheet. Photographs lose everything but the picture first. */
  'destruction.addOrderFile': channel({
    access: 'destruction.execute',
    effect: 'work',
    input: z.strictObject({ orderId: id, batchId: id.nullable(), kind: fileKind, ...fileFields }),
    output: z.strictObject({ fileId: id, hadMore: z.boolean() }),
  }),
  'destruction.readOrderFile': channel({
    access: 'destruction.read',
    effect: 'work',
    input: z.strictObject({ fileId: id }),
    output: z.strictObject({ fileName: z.string(), type: attachmentType, content: z.string() }),
  }),
  /** The machine stands still. What did not go in is to be put back on its shelf. */
  'destruction.stopBatch': channel({
    access: 'destruction.execute',
    effect: 'write',
    input: z.strictObject({
      batchId: id,
      interruptedBy: interruptionReason.nullable(),
      amount: z.strictObject({
        kind: amountKind,
        measured: z.int().min(0).max(1_000_000_000),
        reason: differenceReason.nullable(),
      }),
      residue: residueDisposal,
    }),
    output: z.strictObject({ state: batchState }),
  }),
  /** What both sign with a pen where they do not sign on the screen; it is scanned and added to the batch. */
  'destruction.batchSheet': documentChannel({
    access: 'destruction.execute',
    ask: z.strictObject({ batchId: id }),
    formats: ['pdf'],
  }),
  /** Both sign: the operator who is signed in, and the witness with their own password at the same desk. */
  'destruction.signBatch': channel({
    access: 'destruction.execute',
    effect: 'work',
    input: z.strictObject({
      batchId: id,
      signed: drawnOrOnPaper({
        operator: signature,
        witness: signature,
        witnessPassword: line(128).min(1),
      }),
    }),
    output: z.strictObject({ orderState, certificateNumber: certificateNumber.nullable() }),
  }),
  /** What the vendor certified. Without it the order stays open. */
  'destruction.receiveVendorCertificate': channel({
    access: 'destruction.execute',
    effect: 'work',
    input: z.strictObject({
      batchId: id,
      number: filledLine(60),
      on: plainDate,
      /** The certificate, added before as a file of the batch. */
      fileId: id,
      amount: z.strictObject({
        kind: amountKind,
        measured: z.int().min(0).max(1_000_000_000),
        reason: differenceReason.nullable(),
      }),
      residue: residueDisposal,
    }),
    output: z.strictObject({ orderState, certificateNumber: certificateNumber.nullable() }),
  }),
  /** Takes units on their shelves off the order, so that the rest can be certified; by somebody who may approve. */
  'destruction.leaveOutUnits': channel({
    access: 'destruction.approve',
    effect: 'work',
    input: z.strictObject({ orderId: id, unitIds, reason: leftOutReason }),
    output: z.strictObject({ orderState, certificateNumber: certificateNumber.nullable() }),
  }),
  /** Who may take over or watch: everybody who is still here, but for the operator and those who approved. */
  'destruction.listWitnesses': channel({
    access: 'destruction.execute',
    effect: 'read',
    input: z.strictObject({ orderId: id }),
    output: z.strictObject({
      people: z.array(z.strictObject({ userId: id, staffNumber: z.int(), displayName: z.string() })),
    }),
  }),
  'destruction.listMachines': channel({
    access: 'destruction.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ machines: z.array(machineRow), vendors: z.array(shreddingVendorRow) }),
  }),
  'destruction.addMachine': channel({
    access: 'destruction.manage_machines',
    effect: 'write',
    input: z.strictObject({
      name: filledLine(120),
      serial: z
        .string()
        .max(60)
        .regex(/^[\x21-\x7e]*$/u, { error: 'format' }),
      method: paperMethod,
      /** Of a shredder, as its maker states it. */
      level: securityLevel.nullable(),
      place: batchPlace,
    }),
    output: z.strictObject({ machineId: id, number: z.string() }),
  }),
  'destruction.retireMachine': channel({
    access: 'destruction.manage_machines',
    effect: 'write',
    input: z.strictObject({ machineId: id }),
    output: nothing,
  }),
  /** What a vendor showed that it may destroy paper; the vendor itself is entered among the vendors. */
  'destruction.setVendorCertification': channel({
    access: 'destruction.manage_machines',
    effect: 'write',
    input: z.strictObject({
      vendorId: id,
      certification: filledLine(120),
      certifiedUntil: plainDate,
      method: paperMethod,
      level: securityLevel.nullable(),
      certificateDays: z.int().min(1).max(365),
    }),
    output: nothing,
  }),
};
