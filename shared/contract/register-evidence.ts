import { z } from 'zod';
import { evidenceKinds, removalExtent } from '../domain/register/evidence-removal.ts';
import { retentionRuleContent } from '../domain/retention/retention-rule.ts';
import { channel } from './channel.ts';
import { bilingualLine, id, instant, nothing, plainDate } from './fields.ts';

const count = z.int().nonnegative();
const kind = z.enum(evidenceKinds);

export const registerEvidenceChannels = {
  /** What is kept as evidence and for how long, what is past its period, and what was removed. */
  'register.listEvidence': channel({
    access: 'register.read_audit_log',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      evidence: z.array(
        z.strictObject({
          kind,
          rule: z.strictObject({
            ruleId: id,
            ruleVersionId: id,
            recordClassId: id,
            version: z.int().positive(),
            content: retentionRuleContent,
            /** A change that waits for a second person. */
            changeId: id.nullable(),
          }),
          kept: count,
          removed: count,
          past: z.strictObject({ count: z.int().positive(), through: plainDate }).nullable(),
        }),
      ),
      removals: z.array(
        z.strictObject({
          removalId: id,
          state: z.enum(['proposed', 'rejected', 'approved', 'finished']),
          extent: removalExtent,
          rule: z.strictObject({ name: bilingualLine(120), period: z.string(), basis: bilingualLine(200) }),
          through: plainDate,
          proposedAt: instant,
          proposedByMe: z.boolean(),
          staffNumber: z.int().positive(),
          decidedAt: instant.nullable(),
        }),
      ),
      /** A hold is in force: nothing is removed meanwhile. */
      isHeld: z.boolean(),
    }),
  }),
  /** Asks for the removal of everything of this kind that is past its period today. */
  'register.proposeRemoval': channel({
    access: 'register.manage_evidence',
    effect: 'write',
    input: z.strictObject({ kind }),
    output: z.strictObject({ removalId: id }),
  }),
  /** A second person's decision; what is approved is removed at once. */
  'register.decideRemoval': channel({
    access: 'register.manage_evidence',
    effect: 'work',
    input: z.strictObject({ removalId: id, decision: z.enum(['approve', 'reject']) }),
    output: z.strictObject({ state: z.enum(['rejected', 'finished']) }),
  }),

  /** Whether a sheet of the log is wanted every week, and which ones were printed and filed. */
  'register.weeklySheets': channel({
    access: 'register.read_audit_log',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      /** The day from which the next one is due; null where none is wanted. */
      dueOn: plainDate.nullable(),
      isDue: z.boolean(),
      /** Newest first, those of about a year. */
      sheets: z.array(
        z.strictObject({
          size: z.int().positive(),
          signedAt: instant,
          printedAt: instant,
          filedOn: plainDate.nullable(),
        }),
      ),
    }),
  }),
  'register.setWeeklySheet': channel({
    access: 'register.manage_evidence',
    effect: 'write',
    input: z.strictObject({ isWanted: z.boolean() }),
    output: nothing,
  }),
  /** The paper was signed by hand and put away. */
  'register.fileSheet': channel({
    access: 'register.manage_evidence',
    effect: 'write',
    input: z.strictObject({ size: z.int().min(1).max(1_000_000_000) }),
    output: nothing,
  }),
};
