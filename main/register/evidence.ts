import { Refusal } from '../../shared/domain/refusal.ts';
import { evidenceKinds } from '../../shared/domain/register/evidence-removal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { clockIsTroubled } from '../scheduler/clock-guard.ts';
import type { ReadDatabase } from '../storage/database.ts';
import {
  entriesAtOnce,
  listRemovals,
  proveRemoval,
  type RemovalRecord,
  readRemovalDeeds,
  removeSome,
  signRemoval,
} from './evidence-removal.ts';
import { evidenceRule, pastEvidence } from './evidence-rule.ts';

const isHeld = (database: ReadDatabase) =>
  database.value('SELECT 1 FROM holds WHERE released_at IS NULL LIMIT 1') !== undefined;

const isOpen = ({ state }: RemovalRecord) => state === 'proposed' || state === 'approved';

function requestOf(database: ReadDatabase, removalId: string) {
  return readRemovalDeeds(database, removalId).find(({ statement }) => statement.deed === 'request')
    ?.statement;
}

export const evidenceHandlers: Pick<
  Handlers<'register'>,
  'register.listEvidence' | 'register.proposeRemoval' | 'register.decideRemoval'
> = {
  'register.listEvidence': (context) => {
    const { database, actor, today } = context;
    const count = (sql: string) => database.value<number>(sql) ?? 0;
    const counts = {
      audit_log: {
        kept: count("SELECT count(*) FROM audit_entries WHERE entry <> ''"),
        removed: count("SELECT count(*) FROM audit_entries WHERE entry = ''"),
      },
      certificates: {
        kept: count("SELECT count(*) FROM certificates WHERE envelope <> ''"),
        removed: count("SELECT count(*) FROM certificates WHERE envelope = ''"),
      },
    };
    return {
      evidence: evidenceKinds.map((kind) => {
        const { kind: _, ...rule } = evidenceRule(database, kind, today);
        const past = pastEvidence(context, { kind, ...rule });
        return {
          kind,
          rule,
          ...counts[kind],
          past: past === null ? null : { count: past.count, through: past.through },
        };
      }),
      removals: listRemovals(database).flatMap((record) => {
        const request = requestOf(database, record.id);
        if (request === undefined) return [];
        const { extent, rule, through, staffNumber } = request;
        return [
          {
            removalId: record.id,
            state: record.state,
            extent,
            rule: { name: rule.name, period: rule.period, basis: rule.basis },
            through,
            proposedAt: record.proposed_at,
            proposedByMe: record.proposed_by === actor.id,
            staffNumber,
            decidedAt: record.decided_at,
          },
        ];
      }),
      isHeld: isHeld(database),
    };
  },

  'register.proposeRemoval': (context, { kind }) => {
    const { database, actor, office, clock, today } = context;
    if (clockIsTroubled(database, clock)) throw new Refusal('clock_jumped_forward');
    // A lawsuit that stops the destruction of records may need the evidence about others.
    if (isHeld(database)) throw new Refusal('evidence_held');
    if (listRemovals(database).some((one) => one.kind === kind && isOpen(one)))
      throw new Refusal('removal_open');
    const rule = evidenceRule(database, kind, today);
    const past = pastEvidence(context, rule);
    if (past === null) throw new Refusal('removal_nothing');
    const removalId = context.newId();
    const at = instantText(clock.now());
    const { extent, through } = past;
    database.run(
      `INSERT INTO evidence_removals (id, kind, rule_version_id, before_size, issued_before, state, proposed_at, proposed_by)
       VALUES (?, ?, ?, ?, ?, 'proposed', ?, ?)`,
      [
        removalId,
        kind,
        rule.ruleVersionId,
        extent.kind === 'audit_log' ? extent.size : null,
        extent.kind === 'certificates' ? extent.issuedBefore : null,
        at,
        actor.id,
      ],
    );
    const { name, period, basis } = rule.content;
    signRemoval(database, actor, {
      deed: 'request',
      removalId,
      officeId: office.id,
      extent,
      rule: { ruleVersionId: rule.ruleVersionId, name, period, basis },
      through,
      at,
    });
    context.audit('register.removal_proposed', { removalId, evidence: kind, through });
    return { removalId };
  },

  'register.decideRemoval': async (context, { removalId, decision }) => {
    const { database, actor, clock } = context;
    const proven = database.transaction(() => {
      const record = listRemovals(database).find(({ id }) => id === removalId);
      const request = requestOf(database, removalId);
      if (record === undefined || request === undefined) throw new Refusal('not_found');
      if (record.state !== 'proposed') throw new Refusal('removal_decided');
      if (record.proposed_by === actor.id) throw new Refusal('removal_by_proposer');
      if (decision === 'approve') {
        if (clockIsTroubled(database, clock)) throw new Refusal('clock_jumped_forward');
        if (isHeld(database)) throw new Refusal('evidence_held');
      }
      const at = instantText(clock.now());
      const { officeId, extent, rule, through } = request;
      signRemoval(database, actor, { deed: decision, removalId, officeId, extent, rule, through, at });
      const state = decision === 'approve' ? 'approved' : 'rejected';
      database.run('UPDATE evidence_removals SET state = ?, decided_at = ?, decided_by = ? WHERE id = ?', [
        state,
        at,
        actor.id,
        removalId,
      ]);
      context.audit(decision === 'approve' ? 'register.removal_approved' : 'register.removal_rejected', {
        removalId,
        evidence: record.kind,
      });
      if (decision === 'reject') return null;
      const removal = proveRemoval(database, { ...record, state, decided_at: at });
      if (removal === null) throw new Refusal('signature_invalid');
      return removal;
    });
    if (proven === null) return { state: 'rejected' as const };
    // From here on it is finished: now, or when the office is opened next.
    for (let done = 0; !removeSome(database, clock, proven); done += entriesAtOnce) {
      context.progress('remove_evidence', done, proven.record.before_size ?? 0);
      await context.safePoint();
    }
    return { state: 'finished' as const };
  },
};
