import type { Language } from '../../shared/contract/fields.ts';
import type {
  IdentityCheck,
  RefusalReason,
  RequestedBy,
  RequestKind,
  RequestOutcome,
  RequestStanding,
  RequestState,
  RequestWay,
} from '../../shared/domain/collection/person-request.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { ReadDatabase } from '../storage/database.ts';

export interface RequestRecord {
  id: string;
  person_id: string;
  kind: RequestKind;
  way: RequestWay;
  requested_by: RequestedBy;
  received_on: string;
  due_on: string;
  extended: number;
  state: RequestState;
  identity_check: IdentityCheck | null;
  identity_confirmed: number | null;
  identity_checked_at: string | null;
  identity_staff_number: number | null;
  outcome: RequestOutcome | null;
  refusal_reason: RefusalReason | null;
  answer_language: Language | null;
  answered_at: string | null;
  answer_staff_number: number | null;
  sealed: Uint8Array | null;
  recorded_at: string;
  staff_number: number;
  /** Of the person's row, which is gone once they are destroyed. */
  person_sealed: Uint8Array | null;
  data_key_id: string | null;
  /** Of a request by somebody of whom nothing is kept: the key of this request alone. */
  own_key_id: string | null;
}

/** `r` is the request, `p` the person where there still is one. */
export const requestSelect = `
  SELECT r.id, r.person_id, r.kind, r.way, r.requested_by, r.received_on, r.due_on, r.extended, r.state, r.identity_check,
    r.identity_confirmed, r.identity_checked_at, i.staff_number AS identity_staff_number, r.outcome, r.refusal_reason,
    r.answer_language, r.answered_at, a.staff_number AS answer_staff_number, r.sealed, r.recorded_at, s.staff_number,
    p.sealed AS person_sealed, p.data_key_id, r.own_key_id
  FROM person_requests r JOIN users s ON s.id = r.recorded_by LEFT JOIN users i ON i.id = r.identity_checked_by
    LEFT JOIN users a ON a.id = r.answered_by LEFT JOIN people p ON p.id = r.person_id`;

/** Throws Refusal `not_found`. */
export function readRequest(database: ReadDatabase, requestId: string): RequestRecord {
  const request = database.get<RequestRecord>(`${requestSelect} WHERE r.id = ?`, [requestId]);
  if (request === undefined) throw new Refusal('not_found');
  return request;
}

export function standingOf(request: RequestRecord): RequestStanding {
  return {
    kind: request.kind,
    isWithoutRecord: request.own_key_id !== null,
    state: request.state,
    receivedOn: request.received_on,
    dueOn: request.due_on,
  };
}
