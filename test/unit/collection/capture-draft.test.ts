import { describe, expect, it } from 'vitest';
import {
  askedItems,
  type CaptureDraft,
  captureInput,
  emptyDraft,
  errorsOf,
  errorsOfAnswer,
  isBegun,
  isEssentialRefused,
  isForChild,
  isGuardianVerified,
  keptDraft,
  resumedDraft,
  withoutChildsData,
} from '../../../renderer/collection/capture-draft.ts';
import { templateDraft } from '../../../renderer/collection/form-template.ts';
import { checkCapture } from '../../../shared/domain/collection/consent.ts';
import { contentOf } from '../../../shared/domain/collection/form-draft.ts';

const content = contentOf(templateDraft([]));
const [essential = '', additional = ''] = content.purposes.map((purpose) => purpose.id);
const today = '2026-11-23';
const signature = { width: 10, height: 10, path: 'M1 1L2 2' };
const form = {
  formVersionId: '00000000-0000-4000-8000-000000000000',
  noticeDigest: '0'.repeat(64),
  draftId: null,
  isChild: false,
};
const desk = { today, jurisdiction: 'korea' } as const;
const draft = (change: Partial<CaptureDraft>): CaptureDraft => ({
  ...emptyDraft('en', today, null, 2),
  ...change,
});
const complete = draft({
  answers: { [essential]: 'given', [additional]: 'refused' },
  values: {
    name: ' Anna Schmidt ',
    telephone: '010-1234-5678',
    e_mail: 'left over from before it was refused',
  },
  signature,
});

describe('taking a consent', () => {
  it('begins with nothing answered and nothing asked for', () => {
    const empty = draft({});
    expect(empty.answers).toEqual({});
    expect(askedItems(content, empty)).toEqual([]);
    expect(Object.keys(errorsOf(content, empty, desk))).toEqual([
      `answers.${essential}`,
      `answers.${additional}`,
      'signature',
    ]);
  });

  it('asks only what the agreed purposes need, and sends nothing else', () => {
    expect(errorsOf(content, complete, desk)).toEqual({});
    const input = captureInput(content, complete, form);
    expect(input.values).toEqual([
      { itemCode: 'name', value: 'Anna Schmidt' },
      { itemCode: 'telephone', value: '010-1234-5678' },
    ]);
    expect(input.personId).toBeNull();
    expect(() => checkCapture(content, input.answers, input.values)).not.toThrow();
  });

  it('finds everything that is wrong at once', () => {
    const errors = errorsOf(
      content,
      draft({
        givenOn: '2026-11-24',
        isKnown: true,
        answers: { [essential]: 'given', [additional]: 'given' },
        values: { telephone: 'abc', e_mail: 'nobody' },
      }),
      desk,
    );
    expect(Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error.key]))).toEqual({
      givenOn: 'error.date_in_future',
      person: 'collection.capture.person_missing',
      'values.name': 'error.item_missing',
      'values.telephone': 'collection.capture.malformed.telephone',
      'values.e_mail': 'collection.capture.malformed.email',
      signature: 'error.field.signature',
    });
  });

  it('cannot go on without an essential purpose, and says so there', () => {
    const refused = draft({ answers: { [essential]: 'refused', [additional]: 'given' } });
    expect(isEssentialRefused(content, refused)).toBe(true);
    expect(errorsOf(content, refused, desk)[`answers.${essential}`]?.key).toBe(
      'error.essential_purpose_refused',
    );
    expect(isEssentialRefused(content, complete)).toBe(false);
  });

  it('takes the name of a known person as it is known', () => {
    const known = { ...complete, isKnown: true, person: { personId: form.formVersionId, name: '홍길동' } };
    const input = captureInput(content, known, form);
    expect(input.personId).toBe(form.formVersionId);
    expect(input.values[0]).toEqual({ itemCode: 'name', value: '홍길동' });
  });

  it('puts what the records thread refuses to the field it is about', () => {
    const sent = captureInput(content, complete, form);
    const error = { code: 'invalid_input', key: 'error.invalid_input', params: {} };
    const problem = { key: 'error.field.control_characters', params: {} };
    expect(
      errorsOfAnswer(
        {
          ...error,
          fields: [
            { path: 'values.1.value', ...problem },
            { path: 'evidence.signature.path', ...problem },
          ],
        },
        sent,
      ),
    ).toEqual({ 'values.telephone': problem, signature: problem });
    const refusal = { code: 'date_in_future', key: 'error.date_in_future', params: { field: 'givenOn' } };
    expect(Object.keys(errorsOfAnswer(refusal, sent))).toEqual(['givenOn']);
    expect(errorsOfAnswer({ ...error, code: 'notice_changed' }, sent)).toEqual({});
  });
});

describe('the ways', () => {
  const by = (way: CaptureDraft['way'], change: Partial<CaptureDraft> = {}) => ({
    ...complete,
    way,
    ...change,
  });
  const { telephone } = complete;

  it('each ask for their own proof', () => {
    expect(Object.keys(errorsOf(content, by('paper'), desk))).toEqual(['scans']);
    expect(Object.keys(errorsOf(content, by('telephone'), desk))).toEqual(['calledAt', 'witness']);
    const called = {
      ...telephone,
      calledAt: '9:30',
      witness: 'staff',
      witnessStaff: 'x',
      readBy: '',
    } as const;
    expect(Object.keys(errorsOf(content, by('telephone', { telephone: called }), desk))).toEqual([
      'calledAt',
      'readBy',
      'witness',
    ]);
  });

  it('hand in what the contract takes', () => {
    const scans = [{ attachmentId: form.formVersionId, fileName: 'x.pdf' }];
    expect(captureInput(content, by('paper', { scans }), form).evidence).toEqual({
      way: 'paper',
      scans: [form.formVersionId],
    });
    const called = { ...telephone, calledAt: '09:30', witness: 'named', witnessName: ' Ruth ' } as const;
    const draft = by('telephone', { telephone: called });
    expect(errorsOf(content, draft, desk)).toEqual({});
    expect(captureInput(content, draft, form).evidence).toEqual({
      way: 'telephone',
      calledAt: '09:30',
      readBy: 2,
      witness: { kind: 'named', name: 'Ruth' },
    });
  });
});

describe('a child', () => {
  const born = (birthDate: string, change: Partial<CaptureDraft> = {}) => ({
    ...complete,
    ...change,
    values: { ...complete.values, birth_date: birthDate },
  });

  it('is whoever is under 14 on the day of the consent', () => {
    expect(isForChild(content, born('2012-11-24'), 'korea')).toBe(true);
    expect(isForChild(content, born('2012-11-23'), 'korea')).toBe(false);
    expect(isForChild(content, born('2012-11-23'), 'gdpr')).toBe(true);
    expect(isForChild(content, born('2026-11-23'), 'empty')).toBe(false);
    expect(isForChild(content, complete, 'korea')).toBe(false);
  });

  it('is asked nothing before the guardian is verified', () => {
    const child = withoutChildsData(born('2020-01-01'));
    expect(child).toMatchObject({ answers: {}, values: { birth_date: '2020-01-01' }, signature: null });
    const guardian = { name: '김보호', contact: '010', verifiedBy: 'in_person', verifiedOn: today } as const;
    expect(isGuardianVerified({ ...child, guardian })).toBe(true);
    expect(isGuardianVerified({ ...child, guardian: { ...guardian, verifiedBy: null } })).toBe(false);
    expect(Object.keys(errorsOf(content, child, desk))).toContain('guardian.verification');
    const input = captureInput(content, { ...complete, guardian }, { ...form, isChild: true });
    expect(input.guardian).toEqual({
      name: '김보호',
      contact: '010',
      verification: { way: 'in_person', on: today },
    });
  });
});

describe('a draft that is kept', () => {
  it('comes back as it was, but for the scans', () => {
    const scans = [{ attachmentId: form.formVersionId, fileName: 'x.pdf' }];
    const kept = keptDraft({ ...complete, scans }, false);
    const resumed = resumedDraft({ draft: kept, personName: null }, emptyDraft('ko', '2026-11-24', null, 7));
    expect(resumed).toEqual({ ...complete, scans: [], telephone: { ...complete.telephone } });
  });

  it('is one once something has been said', () => {
    expect(isBegun(draft({}))).toBe(false);
    expect(isBegun(draft({ values: { name: '  ' } }))).toBe(false);
    expect(isBegun(complete)).toBe(true);
  });
});
