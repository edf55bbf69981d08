import type { ConsentEventType } from '../../shared/domain/collection/consent.ts';
import {
  type ConsentFormContent,
  consentKindOf,
  type FormPurpose,
  recipientsOf,
  restsOnConsent,
} from '../../shared/domain/collection/consent-form.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import {
  type ConsentStanding,
  type GateQuestion,
  type GateReason,
  type GateScope,
  type PurposeCovers,
  refusalOf,
  type TaskPurpose,
  type UseKind,
} from '../../shared/domain/provision/gate.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { peopleSuspended, suspensionOf } from '../collection/suspension.ts';
import type { Actor, WriteContext } from '../context.ts';
import { UnitReader } from '../retention/record-unit.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { enterUses, type LoggedUse, type UseContext } from './use-log.ts';

/** What is to be done, and what for: a task of the desk, or a purpose that was agreed with the person. */
export interface Use {
  readonly kind: UseKind;
  readonly purpose: TaskPurpose | { readonly purposeId: string };
  /** Of a provision or a transfer: to whom, and which items. The consent has to name both. */
  readonly recipient?: { readonly recipientId: string; readonly itemCodes: readonly string[] };
  /** The deed (an export, a hand-over, a provision) that this is a part of. */
  readonly deedId?: string;
}

/** What the gate says of a person. */
export interface PersonVerdict {
  /** The record unit; null where nothing was collected, or nothing is left. */
  readonly unitId: string | null;
  readonly personId: string;
  /** Null where the use is allowed. */
  readonly reason: GateReason | null;
}

/** The same of one purpose of one consent. */
export interface Verdict extends PersonVerdict {
  readonly consentId: string;
  readonly purposeId: string;
}

/**
 * A use that the gate refused: nothing of what was asked for leaves the records thread. The transaction of the call is rolled
 * back; dispatch then enters the attempt in the use log, so that no caller can forget to.
 */
export class BlockedUse extends Refusal {
  readonly uses: readonly LoggedUse[];

  constructor(use: Use, verdicts: readonly PersonVerdict[]) {
    const reason = verdicts.find((verdict) => verdict.reason !== null)?.reason;
    if (!reason) throw new Error('a use blocked for no reason');
    super(`use_${reason.code}`, reason.on === null ? {} : { date: reason.on });
    this.uses = usesOf(use, verdicts, true);
  }
}

/**
 * Asks the gate about everything that is kept of a person and enters the use. The person (the name, what was agreed and when)
 * is opened in any case; of each unit the answer says whether its values may be shown.
 */
export function usePerson(context: UseContext, personId: string, use: Use): Map<string, GateReason | null> {
  const verdicts = judge(context, 'c.person_id = ?', [personId], use);
  const [one] = usesOf(use, verdicts, false);
  enterUses(context, [one ?? { ...lineOf(use), personId, refusal: null, units: [] }]);
  return new Map(
    verdicts.flatMap(({ unitId, reason }) => (unitId === null ? [] : [[unitId, reason] as const])),
  );
}

/**
 * For what is made of all that is kept of a person or not at all: an answer to them that left out what is retained separately would be a
 * wrong one. Enters nothing yet. @throws BlockedUse where somebody asks who may not open that
 */
export function requireWholePerson(context: UseContext, personId: string, use: Use): void {
  const apart = judge(context, 'c.person_id = ?', [personId], use).filter(
    ({ reason }) => reason?.code === 'separated_not_permitted',
  );
  if (apart.length > 0) throw new BlockedUse(use, apart);
}

/**
 * Enters the use of what is kept of a person beside the units: the evidence of a consent, a request and its answer. It may be read
 * for every task, since the office has to prove the one and answer the other (PIPA arts. 22(1) and 38).
 */
export function usePersonRecord(
  context: UseContext,
  personId: string,
  task: TaskPurpose,
  kind: 'read' | 'export' | 'print' = 'read',
): void {
  enterRecordUses(context, [personId], task, kind);
}

/** The same of many people. Must be called in a transaction. */
export function enterRecordUses(
  context: UseContext,
  personIds: readonly string[],
  task: TaskPurpose,
  kind: 'read' | 'export' | 'print',
): void {
  const line = { ...lineOf({ kind, purpose: task }), refusal: null, units: [] };
  enterUses(
    context,
    personIds.map((personId) => ({ ...line, personId })),
  );
}

/** One unit or nothing. @throws BlockedUse; Refusal not_found */
export function useUnit(context: UseContext, unitId: string, use: Use): Verdict {
  return useOne(context, judge(context, 'u.id = ?', [unitId], use), use);
}

function useOne(context: UseContext, [verdict]: readonly Verdict[], use: Use): Verdict {
  if (verdict === undefined) throw new Refusal('not_found');
  if (verdict.reason !== null) throw new BlockedUse(use, [verdict]);
  enterUses(context, usesOf(use, [verdict], false));
  return verdict;
}

type JudgeContext = Pick<WriteContext, 'today' | 'actor'> & { readonly database: ReadDatabase };

/** Asks without using anything, of one purpose of these consents. Consents that do not answer it are left out. */
export function judgeConsents(
  context: JudgeContext,
  consentIds: readonly string[],
  purposeId: string,
  use: Use,
): Verdict[] {
  return judge(
    context,
    'c.id IN (SELECT value FROM json_each(?)) AND e.purpose_id = ?',
    [JSON.stringify(consentIds), purposeId],
    use,
  );
}

/** Asks without using anything, of these units. Those that do not exist are left out. @public */
export function judgeUnits(context: JudgeContext, unitIds: readonly string[], use: Use): Verdict[] {
  return judge(context, 'u.id IN (SELECT value FROM json_each(?))', [JSON.stringify(unitIds)], use);
}

/**
 * Enters a deed for many: those that pass as one deed, those that do not as blocked. To be called in the deed's transaction,
 * with verdicts that were made in it; nothing may be done with what has a reason.
 */
export function enterVerdicts(
  context: UseContext,
  use: Use & { readonly deedId: string },
  verdicts: readonly PersonVerdict[],
): void {
  const passed = verdicts.filter(({ reason }) => reason === null);
  const blocked = verdicts.filter(({ reason }) => reason !== null);
  enterUses(context, usesOf(use, passed, false));
  enterUses(context, usesOf(use, blocked, true));
}

interface Facts {
  person_id: string;
  consent_id: string;
  form_version_id: string;
  purpose_id: string;
  /** Null where nothing was asked: the purpose does not rest on consent. */
  type: ConsentEventType | null;
  on_date: string;
  unit_id: string | null;
  state: 'active' | 'separated' | 'ordered' | null;
  state_before_order: 'active' | 'separated' | null;
  kept_through: string | null;
}

function judge(
  { database, today, actor }: JudgeContext,
  condition: string,
  params: readonly string[],
  use: Use,
): Verdict[] {
  const reader = new UnitReader(database);
  const suspended = peopleSuspended(database);
  const coverages = new Map<string, ReturnType<typeof coverageOf>>();
  const coverageFor = ({ form_version_id: versionId, purpose_id: purposeId }: Facts) => {
    const key = `${versionId} ${purposeId}`;
    const coverage = coverages.get(key) ?? coverageOf(reader.form(versionId), purposeId, use.recipient);
    coverages.set(key, coverage);
    return coverage;
  };
  const answered = database.all<Facts>(
    `SELECT c.person_id, e.consent_id, c.form_version_id, e.purpose_id, e.type, e.on_date,
       u.id AS unit_id, u.state, u.state_before_order, u.kept_through
     FROM consent_events e JOIN consents c ON c.id = e.consent_id
     LEFT JOIN record_units u ON u.consent_id = e.consent_id AND u.purpose_id = e.purpose_id
     WHERE e.sequence = (SELECT max(sequence) FROM consent_events l WHERE l.consent_id = e.consent_id AND l.purpose_id = e.purpose_id)
       AND ${condition}`,
    params,
  );
  // What rests on no consent has no answer to start from: its unit is all there is (`e` so that the condition holds for both).
  const unasked = database.all<Facts>(
    `SELECT c.person_id, e.consent_id, c.form_version_id, e.purpose_id, NULL AS type, c.given_on AS on_date,
       u.id AS unit_id, u.state, u.state_before_order, u.kept_through
     FROM record_units e JOIN record_units u ON u.id = e.id JOIN consents c ON c.id = e.consent_id
     WHERE NOT EXISTS (SELECT 1 FROM consent_events l WHERE l.consent_id = e.consent_id AND l.purpose_id = e.purpose_id)
       AND ${condition}`,
    params,
  );
  return [...answered, ...unasked].map((facts) => ({
    unitId: facts.unit_id,
    personId: facts.person_id,
    consentId: facts.consent_id,
    purposeId: facts.purpose_id,
    reason: refusalOf({
      ...questionOf(facts, today, actor, use),
      ...coverageFor(facts),
      suspendedSince: suspended.has(facts.person_id)
        ? (suspensionOf(database, facts.person_id, facts.purpose_id)?.since ?? null)
        : null,
    }),
  }));
}

const standingOf = {
  given: 'given',
  refused: 'refused',
  withdrawn: 'withdrawn',
  renewed: 'given',
  expired: 'expired',
} as const satisfies Record<ConsentEventType, ConsentStanding>;

function questionOf(
  facts: Facts,
  today: string,
  actor: Pick<Actor, 'roles'>,
  use: Use,
): Pick<GateQuestion, 'kind' | 'purpose' | 'consent' | 'unit' | 'mayOpenSeparated'> {
  const { kind, purpose } = use;
  return {
    kind,
    purpose:
      typeof purpose === 'string'
        ? purpose
        : purpose.purposeId === facts.purpose_id
          ? 'own_purpose'
          : 'other_purpose',
    consent: {
      standing: facts.type === null ? 'never_asked' : standingOf[facts.type],
      on: facts.on_date,
    },
    unit: standingOfUnit(facts, today),
    mayOpenSeparated: mayDo(actor.roles, 'retention.open_separated'),
  };
}

function standingOfUnit(facts: Facts, today: string): GateQuestion['unit'] {
  const { state, state_before_order, kept_through, on_date } = facts;
  if (state === null) return { standing: 'gone', on: null };
  // Kept apart since the consent ended: on an order too.
  if (state === 'separated' || state_before_order === 'separated')
    return { standing: 'separated', on: on_date };
  const ended = kept_through !== null && kept_through < today;
  return { standing: ended ? 'period_ended' : 'in_use', on: kept_through };
}

function coverageOf(
  form: ConsentFormContent,
  purposeId: string,
  recipient: Use['recipient'],
): Pick<GateQuestion, 'covers' | 'scope' | 'restsOnConsent'> {
  const purpose = form.purposes.find((candidate) => candidate.id === purposeId);
  if (purpose === undefined) throw new Error('an answer or a unit of a purpose its form does not have');
  return {
    covers: coveredBy(purpose),
    scope: recipient === undefined ? 'covered' : scopeOf(purpose, recipient),
    restsOnConsent: restsOnConsent(purpose),
  };
}

/** What a consent to this purpose allows beside storage. */
export function coveredBy(purpose: FormPurpose): PurposeCovers {
  const kind = consentKindOf(purpose);
  if (kind === 'transfer_abroad') return kind;
  return recipientsOf(purpose).length > 0 ? 'provision' : 'own_use';
}

function scopeOf(purpose: FormPurpose, { recipientId, itemCodes }: NonNullable<Use['recipient']>): GateScope {
  if (!recipientsOf(purpose).some((named) => named.recipientId === recipientId)) return 'recipient_not_named';
  const told = new Set(purpose.items.map(({ code }) => code));
  return itemCodes.every((code) => told.has(code)) ? 'covered' : 'items_not_covered';
}

function lineOf({ kind, purpose, deedId }: Use): Omit<LoggedUse, 'personId' | 'refusal' | 'units'> {
  return {
    kind,
    reason: typeof purpose === 'string' ? purpose : 'agreed_purpose',
    purposeId: typeof purpose === 'string' ? null : purpose.purposeId,
    deedId: deedId ?? null,
  };
}

/** One line a person. */
function usesOf(use: Use, verdicts: readonly PersonVerdict[], blocked: boolean): LoggedUse[] {
  const byPerson = Map.groupBy(verdicts, ({ personId }) => personId);
  return [...byPerson].map(([personId, of]) => ({
    ...lineOf(use),
    personId,
    refusal: blocked ? (of.find(({ reason }) => reason !== null)?.reason?.code ?? null) : null,
    units: of.flatMap(({ unitId, reason }) =>
      unitId === null ? [] : [{ unitId, refusal: reason?.code ?? null }],
    ),
  }));
}
