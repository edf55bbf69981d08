import { z } from 'zod';
import { entryCode } from '../domain/paper/entry-code.ts';
import { entryKind } from '../domain/paper/entry-kind.ts';
import { entryState, movementKind } from '../domain/paper/entry-state.ts';
import { channel } from './channel.ts';
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
import { dueDate, unitState } from './retention.ts';

const count = z.int().nonnegative();

/** A run of numbered forms that lies in a box, both ends counted in. */
export const formRange = z.strictObject({ from: filledLine(30), to: filledLine(30) });

/** What is said about an entry in words: may name people, so it stands sealed and dies with the paper. */
export const entryWords = z.strictObject({
  title: line(120),
  note: paragraph(1000),
  /** What it was called before it was registered, where that cannot be its code. */
  formerCode: line(60),
  formRanges: z.array(formRange).max(20),
});
export type EntryWords = z.infer<typeof entryWords>;

const measure = (maximum: number) => z.int().min(0).max(maximum).nullable();

/** What an entry holds, as far as it was counted. */
export const entryExtent = z.strictObject({
  /** The period the records in it cover. */
  coversFrom: plainDate.nullable(),
  coversTo: plainDate.nullable(),
  /** How many records: contracts, forms, files. */
  records: measure(1_000_000),
  sheets: measure(1_000_000),
  weightGrams: measure(10_000_000),
});
export type EntryExtent = z.infer<typeof entryExtent>;

/** Makes an entry a record unit: it is kept and destroyed as a whole, under this rule, from this day. */
export const entryUnit = z.strictObject({ ruleId: id, collectedOn: plainDate });

/** One step of the way to an entry, the largest first. */
export const entryStep = z.strictObject({ entryId: id, kind: entryKind, code: z.string() });
export type EntryStep = z.infer<typeof entryStep>;

export const entryRow = z.strictObject({
  entryId: id,
  kind: entryKind,
  code: z.string(),
  /** What the bars of its label say. */
  label: z.string(),
  title: z.string(),
  state: entryState,
  partlyDestroyedOn: plainDate.nullable(),
  dueBackOn: plainDate.nullable(),
  /** Where it is, the site first; empty where it has no place. */
  place: z.array(entryStep),
  ...entryExtent.shape,
  /** Entries directly in it. */
  contents: count,
  /** Null where it is no record unit of its own. */
  unit: z
    .strictObject({
      recordClassId: id,
      className: bilingualLine(120),
      state: unitState,
      dueOn: plainDate.nullable(),
      isDue: z.boolean(),
      isHeld: z.boolean(),
      orderId: id.nullable(),
    })
    .nullable(),
});
export type EntryRow = z.infer<typeof entryRow>;

export const movementRow = z.strictObject({
  what: movementKind,
  /** Codes; null where there was none, or it is not in the registry any more. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  at: instant,
  staffNumber: z.int().positive(),
  /** Who has it, or a note. */
  words: z.string(),
});
export type MovementRow = z.infer<typeof movementRow>;

const entryIds = z.array(id).min(1).max(1000);

export const paperChannels = {
  /** Registers one entry, or several alike at once; codes of their own are given to all but a single one that brings its own. */
  'paper.registerEntries': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({
      kind: entryKind,
      parentId: id.nullable(),
      /** Null: by the number of its label. */
      code: entryCode.nullable(),
      howMany: z.int().min(1).max(200).default(1),
      words: entryWords,
      extent: entryExtent,
      unit: entryUnit.nullable(),
    }),
    output: z.strictObject({
      entries: z.array(z.strictObject({ entryId: id, code: z.string(), label: z.string() })).min(1),
    }),
  }),
  'paper.changeEntry': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({ entryId: id, words: entryWords, extent: entryExtent }),
    output: nothing,
  }),
  /** Gives an entry a class of its own, changes it, or takes it away (null). */
  'paper.classifyEntry': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({ entryId: id, unit: entryUnit.nullable() }),
    output: z.strictObject({ dueOn: plainDate.nullable() }),
  }),
  /** Takes an empty entry out of the registry that was registered by mistake or is not there any more. */
  'paper.removeEntry': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({ entryId: id }),
    output: nothing,
  }),
  /** What is in a place, or what matches, wherever it is. */
  'paper.listEntries': channel({
    access: 'paper.read',
    effect: 'read',
    input: z.strictObject({
      /** Null: the sites, and what has no place. */
      parentId: id.nullable(),
      /** Directly in it, or anywhere below. */
      depth: z.enum(['directly', 'below']),
      kinds: z.array(entryKind).max(6).default([]),
      states: z.array(entryState).max(6).default([]),
      /** In code, label, title, former code or within a range of form numbers; empty: all. */
      search: line(60).default(''),
      ...page,
    }),
    output: z.strictObject({ total: count, entries: z.array(entryRow) }),
  }),
  'paper.openEntry': channel({
    access: 'paper.read',
    effect: 'read',
    input: z.strictObject({ entryId: id }),
    output: z.strictObject({
      entry: entryRow,
      words: entryWords,
      /** Why it is kept until when; null where it is no record unit of its own. */
      due: dueDate.nullable(),
      ruleId: id.nullable(),
      collectedOn: plainDate.nullable(),
      /** The unit it goes with, where that is something it lies in. */
      within: entryStep.nullable(),
      registeredAt: instant,
      staffNumber: z.int().positive(),
      /** Names only for those who may read people. */
      people: z.array(z.strictObject({ personId: id, name: z.string().nullable() })),
      originals: z.array(
        z.strictObject({
          consentId: id,
          /** Null where its electronic form is destroyed. */
          personId: id.nullable(),
          givenOn: plainDate.nullable(),
          copyReference: z.string(),
        }),
      ),
      movements: z.array(movementRow),
    }),
  }),
  /** What a scanner read, or somebody typed off a label or a box: label or code. */
  'paper.findLabel': channel({
    access: 'paper.read',
    effect: 'read',
    input: z.strictObject({ text: filledLine(60) }),
    output: z.strictObject({ entryId: id, kind: entryKind, code: z.string(), state: entryState }),
  }),
  /** The rules an entry may be kept under, for those who do not manage rules. */
  'paper.listRules': channel({
    access: 'paper.read',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      rules: z.array(
        z.strictObject({
          ruleId: id,
          recordClassId: id,
          className: bilingualLine(120),
          ruleName: bilingualLine(120),
          period: z.string(),
        }),
      ),
    }),
  }),
  'paper.move': channel({
    access: 'paper.move',
    effect: 'write',
    input: z.strictObject({ entryIds, toId: id.nullable() }),
    output: z.strictObject({ entries: count }),
  }),
  'paper.checkOut': channel({
    access: 'paper.move',
    effect: 'write',
    input: z.strictObject({
      entryIds,
      /** Who takes it. */
      to: filledLine(80),
      dueBackOn: plainDate.nullable(),
    }),
    output: z.strictObject({ entries: count }),
  }),
  /** Brings it back: to where it belongs (null), or to another place. */
  'paper.checkIn': channel({
    access: 'paper.move',
    effect: 'write',
    input: z.strictObject({ entryIds, toId: id.nullable() }),
    output: z.strictObject({ entries: count }),
  }),
  'paper.reportMissing': channel({
    access: 'paper.move',
    effect: 'write',
    input: z.strictObject({ entryIds, note: line(200) }),
    output: z.strictObject({ entries: count }),
  }),
  'paper.reportFound': channel({
    access: 'paper.move',
    effect: 'write',
    input: z.strictObject({ entryIds, toId: id.nullable() }),
    output: z.strictObject({ entries: count }),
  }),
  'paper.linkPerson': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({ entryId: id, personId: id }),
    output: nothing,
  }),
  'paper.unlinkPerson': channel({
    access: 'paper.register',
    effect: 'write',
    input: z.strictObject({ entryId: id, personId: id }),
    output: nothing,
  }),
};
