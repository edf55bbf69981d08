import { describe, expect, it } from 'vitest';
import {
  checkAnswer,
  checkExtension,
  checkMayAct,
  type RefusalReason,
  type RequestKind,
  type RequestStanding,
  reasonsFor,
  refusalReasons,
  requestKinds,
} from '../../../shared/domain/collection/person-request.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';

const request = (change: Partial<RequestStanding> = {}): RequestStanding => ({
  kind: 'deletion',
  isWithoutRecord: false,
  state: 'identity_confirmed',
  receivedOn: '2026-05-04',
  dueOn: '2026-05-14',
  ...change,
});

function codeOf(deed: () => void): string | null {
  try {
    deed();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

describe('reasons', () => {
  /** Written out by hand: what each law knows, and no more. */
  const own: Record<RequestKind, RefusalReason[]> = {
    access: ['law_prohibits_access', 'harms_others'],
    correction: ['data_is_correct', 'law_obliges_keeping'],
    deletion: ['law_obliges_keeping'],
    suspension: ['harms_others', 'law_obliges_processing', 'contract_cannot_be_performed'],
    withdrawal: [],
  };
  it.each(requestKinds)('%s', (kind) => {
    expect(reasonsFor(kind, 'korea').sort()).toEqual(
      ['identity_not_established', 'nothing_held', ...own[kind]].sort(),
    );
    expect(reasonsFor(kind, 'gdpr')).toEqual(
      refusalReasons.filter(
        (reason) => reasonsFor(kind, 'korea').includes(reason) || reason === 'manifestly_unfounded',
      ),
    );
  });
});

describe('an answer', () => {
  const answered = (
    outcome: Parameters<typeof checkAnswer>[1]['outcome'],
    reason: RefusalReason | null,
    change: Partial<RequestStanding> = {},
  ) => codeOf(() => checkAnswer(request(change), { outcome, reason }, 'korea'));

  it('names a reason for what is refused, of this kind, and none for what is not', () => {
    expect(answered('fulfilled', null)).toBeNull();
    expect(answered('refused', 'law_obliges_keeping')).toBeNull();
    expect(answered('partly_fulfilled', 'law_obliges_keeping')).toBeNull();
    expect(answered('refused', null)).toBe('request_reason_missing');
    expect(answered('partly_fulfilled', null)).toBe('request_reason_missing');
    expect(answered('fulfilled', 'law_obliges_keeping')).toBe('request_reason_not_needed');
    expect(answered('refused', 'data_is_correct')).toBe('request_reason_of_another_kind');
    expect(answered('refused', 'manifestly_unfounded')).toBe('request_reason_of_another_kind');
  });

  it('tells nobody anything before it is known who asks', () => {
    const received = { state: 'received' } as const;
    expect(answered('fulfilled', null, received)).toBe('request_identity_open');
    expect(answered('refused', 'nothing_held', received)).toBe('request_identity_open');
    expect(answered('refused', 'identity_not_established', received)).toBeNull();
    expect(answered('taken_back', null, received)).toBeNull();
  });

  it('stands', () => {
    const closed = { state: 'answered' } as const;
    expect(answered('fulfilled', null, closed)).toBe('request_answered');
    expect(codeOf(() => checkMayAct(request(closed), 'deletion'))).toBe('request_answered');
    expect(codeOf(() => checkExtension(request(closed), '2026-06-01', 'gdpr'))).toBe('request_answered');
  });
});

it('is acted on only for what was asked, by somebody entitled', () => {
  expect(codeOf(() => checkMayAct(request(), 'deletion'))).toBeNull();
  expect(codeOf(() => checkMayAct(request(), 'suspension'))).toBe('request_of_another_kind');
  expect(codeOf(() => checkMayAct(request({ state: 'received' }), 'deletion'))).toBe('request_identity_open');
});

it('is put off only where the law knows it, to a later day, and not for ever', () => {
  const putOff = (kind: RequestKind, until: string, jurisdiction: 'korea' | 'gdpr') =>
    codeOf(() => checkExtension(request({ kind }), until, jurisdiction));
  expect(putOff('deletion', '2026-05-20', 'korea')).toBe('request_not_extendable');
  expect(putOff('access', '2026-05-14', 'korea')).toBe('request_extension_not_later');
  expect(putOff('access', '2026-07-01', 'korea')).toBeNull();
  expect(putOff('deletion', '2026-08-04', 'gdpr')).toBeNull();
  expect(putOff('deletion', '2026-08-05', 'gdpr')).toBe('request_extension_too_long');
});
