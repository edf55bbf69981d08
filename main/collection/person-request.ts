import type { z } from 'zod';
import type { RequestDetails, RequestRow } from '../../shared/contract/collection-requests.ts';
import {
  answerDueOn,
  answerUrgency,
  daysOfNotice,
  latestExtension,
} from '../../shared/domain/collection/answer-due-date.ts';
import {
  checkAnswer,
  checkExtension,
  checkIsOpen,
  identityChecksFor,
  reasonsFor,
} from '../../shared/domain/collection/person-request.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext, WriteContext } from '../context.ts';
import { usePersonRecord } from '../provision/gate.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';
import { type RequestRecord, readRequest, requestSelect, standingOf } from './person-request-record.ts';
import { personSecrets, placeOfPerson, placeOfRequest, requestSecrets } from './sealed-records.ts';

const conditions = {
  open: "r.state <> 'answered'",
  due: "r.state <> 'answered' AND r.due_on >= :today AND julianday(r.due_on) - julianday(:today) <= :notice",
  overdue: "r.state <> 'answered' AND r.due_on < :today",
  answered: "r.state = 'answered'",
} as const;

export const personRequestHandlers: Pick<
  Handlers<'collection'>,
  | 'collection.recordRequest'
  | 'collection.listRequests'
  | 'collection.openRequest'
  | 'collection.checkIdentity'
  | 'collection.extendRequest'
  | 'collection.answerRequest'
> = {
  'collection.recordRequest': (context, input) => {
    const { database, vault, office, actor, clock, today } = context;
    if (input.receivedOn > today) throw new Refusal('date_in_future', { field: 'receivedOn' });
    const { personId, dataKeyId, ownKeyId } = subjectOf(context, input);
    const requestId = context.newId();
    const dueOn = answerDueOn(office.jurisdiction, input.receivedOn);
    database.run(
      `INSERT INTO person_requests
         (id, office_id, person_id, own_key_id, kind, way, requested_by, received_on, due_on, state, sealed, recorded_at, recorded_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'received', ?, ?, ?)`,
      [
        requestId,
        office.id,
        personId,
        ownKeyId,
        input.kind,
        input.way,
        input.requestedBy,
        input.receivedOn,
        dueOn,
        sealJson(vault, dataKeyId, placeOfRequest(requestId), {
          details: input.details,
          extensionReason: null,
          explanation: '',
          ...(input.requester === null ? {} : { requester: input.requester }),
        } satisfies Secrets),
        instantText(clock.now()),
        actor.id,
      ],
    );
    context.audit('collection.request_recorded', {
      requestId,
      personId,
      kind: input.kind,
      receivedOn: input.receivedOn,
      dueOn,
    });
    return { requestId, dueOn };
  },

  'collection.listRequests': (context, { show, kind, limit, offset }) => {
    const { database, today } = context;
    const where = `${conditions[show]} AND (:kind IS NULL OR r.kind = :kind)`;
    const params = {
      kind,
      ...(show === 'due' || show === 'overdue' ? { today } : {}),
      ...(show === 'due' ? { notice: daysOfNotice } : {}),
    };
    const order = show === 'answered' ? 'r.answered_at DESC, r.id' : 'r.due_on, r.received_on, r.id';
    return {
      total: database.value<number>(`SELECT count(*) FROM person_requests r WHERE ${where}`, params) ?? 0,
      requests: database
        .all<RequestRecord>(`${requestSelect} WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`, {
          ...params,
          limit,
          offset,
        })
        .map((record) => requestRowOf(context, record)),
    };
  },

  'collection.openRequest': (context, { requestId }) => {
    const request = readRequest(context.database, requestId);
    usePersonRecord(context, request.person_id, 'answer_request');
    context.audit('collection.request_opened', { requestId, personId: request.person_id });
    return requestDetailsOf(context, request);
  },

  'collection.checkIdentity': (context, { requestId, check, confirmed }) => {
    const { database, actor, clock } = context;
    const request = readRequest(database, requestId);
    const standing = standingOf(request);
    checkIsOpen(standing);
    if (!identityChecksFor(standing).includes(check))
      throw new Refusal('identity_check_without_record', { field: 'check' });
    const state = confirmed ? 'identity_confirmed' : 'received';
    database.run(
      `UPDATE person_requests SET state = ?, identity_check = ?, identity_confirmed = ?, identity_checked_at = ?,
         identity_checked_by = ? WHERE id = ?`,
      [state, check, confirmed ? 1 : 0, instantText(clock.now()), actor.id, requestId],
    );
    context.audit('collection.request_identity_checked', {
      requestId,
      check,
      result: confirmed ? 'confirmed' : 'not_confirmed',
    });
    return { state };
  },

  'collection.extendRequest': (context, { requestId, until, reason }) => {
    const { database, office } = context;
    const request = readRequest(database, requestId);
    checkExtension(standingOf(request), until, office.jurisdiction);
    changeSecrets(context, request, { extensionReason: reason });
    database.run('UPDATE person_requests SET due_on = ?, extended = 1 WHERE id = ?', [until, requestId]);
    context.audit('collection.request_extended', { requestId, from: request.due_on, until });
    return { dueOn: until };
  },

  'collection.answerRequest': (context, { requestId, outcome, reason, explanation, language }) => {
    const { database, actor, office, clock } = context;
    const request = readRequest(database, requestId);
    checkAnswer(standingOf(request), { outcome, reason }, office.jurisdiction);
    changeSecrets(context, request, { explanation });
    database.run(
      `UPDATE person_requests SET state = 'answered', outcome = ?, refusal_reason = ?, answer_language = ?, answered_at = ?,
         answered_by = ? WHERE id = ?`,
      [outcome, reason, language, instantText(clock.now()), actor.id, requestId],
    );
    context.audit('collection.request_answered', {
      requestId,
      personId: request.person_id,
      kind: request.kind,
      outcome,
      ...(reason === null ? {} : { reason }),
      dueOn: request.due_on,
    });
    return { state: 'answered' };
  },
};

type Secrets = z.output<typeof requestSecrets>;

/**
 * Whose request it is: somebody known, or somebody of whom nothing is kept, under a key that seals this request alone.
 * @throws Refusal not_found, request_without_person
 */
function subjectOf(
  { database, vault, newId }: WriteContext,
  {
    personId,
    requester,
  }: Pick<Parameters<Handlers<'collection'>['collection.recordRequest']>[1], 'personId' | 'requester'>,
): { personId: string; dataKeyId: string; ownKeyId: string | null } {
  if ((personId === null) === (requester === null))
    throw new Refusal('request_without_person', { field: 'personId' });
  if (personId === null) {
    const ownKeyId = vault.addDataKey();
    return { personId: newId(), dataKeyId: ownKeyId, ownKeyId };
  }
  const dataKeyId = database.value<string>('SELECT data_key_id FROM people WHERE id = ?', [personId]);
  if (dataKeyId === undefined) throw new Refusal('not_found');
  return { personId, dataKeyId, ownKeyId: null };
}

function secretsOf(vault: DataKeys, request: RequestRecord): Secrets | null {
  return request.sealed === null
    ? null
    : openJson(vault, placeOfRequest(request.id), request.sealed, requestSecrets);
}

/** Of somebody destroyed meanwhile nothing is written down any more: the request is closed with its outcome alone. */
function changeSecrets(
  { database, vault }: WriteContext,
  request: RequestRecord,
  change: Partial<Secrets>,
): void {
  const secrets = secretsOf(vault, request);
  const keyId = request.own_key_id ?? request.data_key_id;
  if (secrets === null || keyId === null) return;
  database.run('UPDATE person_requests SET sealed = ? WHERE id = ?', [
    sealJson(vault, keyId, placeOfRequest(request.id), { ...secrets, ...change }),
    request.id,
  ]);
}

type Reader = Pick<ReadContext, 'vault' | 'actor' | 'today' | 'office'>;

export function requestRowOf({ vault, actor, today }: Reader, request: RequestRecord): RequestRow {
  return {
    requestId: request.id,
    personId: request.person_id,
    isWithoutRecord: request.own_key_id !== null,
    name: mayDo(actor.roles, 'collection.read_people') ? nameOf(vault, request) : null,
    kind: request.kind,
    way: request.way,
    requestedBy: request.requested_by,
    receivedOn: request.received_on,
    dueOn: request.due_on,
    extended: request.extended === 1,
    state: request.state,
    outcome: request.outcome,
    answeredAt: request.answered_at,
    ...answerUrgency(request.due_on, today),
    staffNumber: request.staff_number,
  };
}

function nameOf(vault: DataKeys, request: RequestRecord): string | null {
  if (request.own_key_id !== null) return secretsOf(vault, request)?.requester?.name ?? null;
  return request.person_sealed === null
    ? null
    : openJson(vault, placeOfPerson(request.person_id), request.person_sealed, personSecrets).name;
}

export function requestDetailsOf(context: Reader, request: RequestRecord): RequestDetails {
  const { jurisdiction } = context.office;
  const secrets = secretsOf(context.vault, request);
  const latest = latestExtension(jurisdiction, request.kind, request.received_on);
  return {
    ...requestRowOf(context, request),
    details: secrets?.details ?? '',
    contact: secrets?.requester?.contact ?? '',
    identity:
      request.identity_check === null || request.identity_checked_at === null
        ? null
        : {
            check: request.identity_check,
            confirmed: request.identity_confirmed === 1,
            at: request.identity_checked_at,
            staffNumber: request.identity_staff_number ?? 0,
          },
    extensionReason: secrets?.extensionReason ?? null,
    answer:
      request.outcome === null || request.answered_at === null
        ? null
        : {
            outcome: request.outcome,
            reason: request.refusal_reason,
            explanation: secrets?.explanation ?? '',
            language: request.answer_language ?? 'ko',
            at: request.answered_at,
            staffNumber: request.answer_staff_number ?? 0,
          },
    reasons: reasonsFor(request.kind, jurisdiction, request.own_key_id !== null),
    ...(latest === undefined ? {} : { latestExtension: latest }),
  };
}

/** Requests of a person with everything written about them, the newest first. */
export function requestDetailsOfPerson(
  context: Pick<ReadContext, 'database'> & Reader,
  personId: string,
): RequestDetails[] {
  return recordsOf(context.database, personId).map((record) => requestDetailsOf(context, record));
}

/** Requests of a person, the newest first. */
export function requestsOfPerson(
  context: Pick<ReadContext, 'database'> & Reader,
  personId: string,
): RequestRow[] {
  return recordsOf(context.database, personId).map((record) => requestRowOf(context, record));
}

function recordsOf(database: ReadDatabase, personId: string): RequestRecord[] {
  return database.all<RequestRecord>(
    `${requestSelect} WHERE r.person_id = ? ORDER BY r.received_on DESC, r.recorded_at DESC`,
    [personId],
  );
}
