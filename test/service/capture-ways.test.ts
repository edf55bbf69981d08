import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { waveOf } from '../fixtures/attachment.ts';
import {
  capture,
  captureInput,
  findRules,
  membershipForm,
  type PublishedForm,
  publish,
  publishMembership,
} from '../fixtures/consent.ts';
import { openTestOffice, staff, type TestOffice } from '../fixtures/office.ts';
import { writtenIn } from '../fixtures/written.ts';
import { writtenPdf } from '../fixtures/written-pdf.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');

async function bringScan(content: Buffer, fileName = 'signed form.pdf'): Promise<string> {
  const { attachmentId, chunkBytes, chunks } = await clerk().call('collection.beginScan', {
    fileName,
    bytes: content.length,
  });
  for (let index = 0; index < chunks; index += 1) {
    const chunk = content.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64');
    await clerk().call('collection.appendAttachment', { attachmentId, index, chunk });
  }
  const sha256 = createHash('sha256').update(content).digest('hex');
  await clerk().call('collection.finishScan', { attachmentId, sha256 });
  return attachmentId;
}

const auditOf = (code: string) =>
  office.storage.database
    .all<{ entry: string }>('SELECT entry FROM audit_entries ORDER BY sequence')
    .map((row): { code: string; about: Record<string, unknown> } => JSON.parse(row.entry))
    .filter((entry) => entry.code === code)
    .map((entry) => entry.about);

describe('a signed form', () => {
  it('is kept with its scans, in one deed', async () => {
    const scans = [await bringScan(await writtenPdf('page 1')), await bringScan(await writtenPdf('page 2'))];
    const { personId, consentId } = await capture(office, form, { evidence: { way: 'paper', scans } });
    const person = await clerk().call('collection.openPerson', { personId, reason: 'serve_person' });
    expect(person.consents[0]?.way).toBe('paper');
    expect(person.attachments.map(({ attachmentId }) => attachmentId).sort()).toEqual([...scans].sort());
    const given = await clerk().call('collection.openConsent', { consentId, reason: 'serve_person' });
    expect(given.evidence).toEqual({ way: 'paper', scans });
    expect(auditOf('collection.consent_captured')).toMatchObject([{ way: 'paper', units: 1 }]);
    const [scan] = scans;
    const opened = await clerk().call('collection.openAttachment', {
      attachmentId: scan ?? '',
      reason: 'serve_person',
    });
    expect(opened.attachment.type).toBe('application/pdf');
  });

  it('waits at the desk: nothing of it is kept with a consent that is refused, and it can be handed in again', async () => {
    const scan = await bringScan(await writtenPdf('signed'));
    const input = await captureInput(office, form, { evidence: { way: 'paper', scans: [scan] } });
    const before = writtenIn(office);
    const wrong = { ...input, values: input.values.slice(1) };
    expect((await clerk().refused('collection.capture', wrong)).code).toBe('item_missing');
    expect(writtenIn(office)).toEqual(before);
    await clerk().call('collection.capture', input);
  });

  it('ends with the desk it lay on, and no file remains', async () => {
    const scan = await bringScan(await writtenPdf('signed'));
    await office.call('office.lock', {});
    await office.call('office.unlock', { password: staff.clerk.password });
    const input = await captureInput(office, form, { evidence: { way: 'paper', scans: [scan] } });
    expect((await clerk().refused('collection.capture', input)).code).toBe('attachment_upload_unknown');
    expect(readdirSync(join(office.folder, 'attachments'))).toEqual([]);
  });

  it('must be there, and be what it says', async () => {
    const input = await captureInput(office, form, { evidence: { way: 'paper', scans: [] } });
    expect((await clerk().refused('collection.capture', input)).code).toBe('invalid_input');
    const { attachmentId } = await clerk().call('collection.beginScan', { fileName: 'x.pdf', bytes: 12 });
    const unfinished = { ...input, evidence: { way: 'paper' as const, scans: [attachmentId] } };
    expect((await clerk().refused('collection.capture', unfinished)).code).toBe('attachment_incomplete');
    const chunk = Buffer.from('not a PDF!!!').toString('base64');
    expect(
      (await clerk().refused('collection.appendAttachment', { attachmentId, index: 0, chunk })).code,
    ).toBe('attachment_type_unknown');
    expect(
      (await clerk().refused('collection.beginScan', { fileName: 'x.pdf', bytes: 200 * 1024 * 1024 })).code,
    ).toBe('attachment_too_large');
    const damaged = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 65)]);
    await expect(bringScan(damaged)).rejects.toThrow('attachment_type_unknown');
  });
});

describe('a consent by telephone', () => {
  const call = {
    way: 'telephone',
    calledAt: '09:30',
    readBy: 2,
    witness: { kind: 'staff', staffNumber: 3 },
  } as const;

  it('keeps who read, who heard and when', async () => {
    const { personId, consentId } = await capture(office, form, { evidence: call });
    const given = await clerk().call('collection.openConsent', { consentId, reason: 'serve_person' });
    expect(given.evidence).toEqual(call);
    const person = await clerk().call('collection.openPerson', { personId, reason: 'serve_person' });
    expect(person.consents[0]?.way).toBe('telephone');
    const named = { ...call, witness: { kind: 'named' as const, name: 'Ruth Meyer' } };
    await capture(office, form, { evidence: named, name: 'Somebody Else' });
    expect(JSON.stringify(auditOf('collection.consent_captured'))).not.toContain('Ruth');
  });

  it('keeps its recording with it, and neither a recording with a signed form nor a scan with a call', async () => {
    const recording = await bringScan(waveOf(400_000), 'call.wav');
    const { personId, consentId } = await capture(office, form, {
      evidence: { ...call, recordings: [recording] },
    });
    const given = await clerk().call('collection.openConsent', { consentId, reason: 'serve_person' });
    expect(given.evidence).toEqual({ ...call, recordings: [recording] });
    const { attachments } = await clerk().call('collection.openPerson', { personId, reason: 'serve_person' });
    expect(attachments).toMatchObject([{ attachmentId: recording, type: 'audio/wav', fileName: 'call.wav' }]);
    const wrong = async (evidence: Parameters<typeof captureInput>[2]) => {
      const input = await captureInput(office, form, { ...evidence, name: 'Somebody Else' });
      return (await clerk().refused('collection.capture', input)).code;
    };
    const sound = await bringScan(waveOf(1000), 'call.wav');
    const scan = await bringScan(await writtenPdf('signed'));
    expect(await wrong({ evidence: { way: 'paper', scans: [sound] } })).toBe('attachment_of_another_kind');
    expect(await wrong({ evidence: { ...call, recordings: [scan] } })).toBe('attachment_of_another_kind');
  });

  it('has been, was read by somebody of the staff, and was heard by somebody else', async () => {
    const refused = async (evidence: Parameters<typeof capture>[2], code: string) => {
      const input = await captureInput(office, form, evidence);
      const before = writtenIn(office);
      expect((await clerk().refused('collection.capture', input)).code).toBe(code);
      expect(writtenIn(office)).toEqual(before);
    };
    // 10:00 in Seoul; yesterday evening has been.
    await refused({ evidence: { ...call, calledAt: '10:01' } }, 'call_in_future');
    await refused({ evidence: { ...call, readBy: 77 } }, 'staff_unknown');
    await refused({ evidence: { ...call, witness: { kind: 'staff', staffNumber: 2 } } }, 'witness_is_reader');
    await refused({ evidence: { ...call, witness: { kind: 'staff', staffNumber: 77 } } }, 'staff_unknown');
    await capture(office, form, { evidence: { ...call, calledAt: '23:59' }, givenOn: '2026-05-03' });
  });
});

describe('age', () => {
  const guardian = {
    name: '김보호',
    contact: '010-2222-3333',
    verification: { way: 'signed_paper', on: '2026-05-04' },
  } as const;
  const withBirthDate = async (): Promise<PublishedForm> => {
    const content: ConsentFormContent = membershipForm((await findRules(office)).consented);
    content.purposes[0]?.items.push({
      code: 'birth_date',
      label: { en: 'Date of birth', ko: '생년월일' },
      kind: 'required',
      sensitivity: 'ordinary',
      valueType: 'date',
    });
    return publish(office, content);
  };

  it('below 14 the guardian has to have consented, and be verified', async () => {
    const ageForm = await withBirthDate();
    const born = async (birthDate: string, giving: Parameters<typeof captureInput>[2] = {}) => {
      const input = await captureInput(office, ageForm, giving);
      return { ...input, values: [...input.values, { itemCode: 'birth_date', value: birthDate }] };
    };
    const refused = async (input: Awaited<ReturnType<typeof born>>) =>
      (await clerk().refused('collection.capture', input)).code;
    // Fourteen tomorrow, and today.
    expect(await refused(await born('2012-05-05'))).toBe('guardian_missing');
    await clerk().call('collection.capture', await born('2012-05-04'));
    expect(await refused(await born('2012-05-04', { guardian }))).toBe('guardian_not_needed');
    expect(await refused(await born('2026-05-05', { guardian }))).toBe('birth_date_impossible');
    expect(await refused(await born('1895-05-03'))).toBe('birth_date_impossible');
    const future = { ...guardian, verification: { ...guardian.verification, on: '2026-05-05' } };
    expect(await refused(await born('2020-01-01', { guardian: future }))).toBe('date_in_future');
    const { consentId } = await clerk().call(
      'collection.capture',
      await born('2020-01-01', { guardian, name: '김어린이' }),
    );
    const given = await clerk().call('collection.openConsent', { consentId, reason: 'serve_person' });
    expect(given.guardian).toEqual(guardian);
    expect(JSON.stringify(auditOf('collection.consent_captured'))).not.toContain('김보호');
    expect(auditOf('collection.consent_captured').at(-1)).toMatchObject({
      guardianVerifiedBy: 'signed_paper',
    });
  });
});

describe('somebody who is here already', () => {
  const similar = (name: string, telephones: string[] = [], emails: string[] = []) =>
    clerk().call('collection.findSimilarPeople', { name, telephones, emails });

  it.each([
    ['홍길동', '홍 길 동', '010-1234-5678', '+82 10 1234 5678'],
    ['Kim Cheol-su', 'cheolsu KIM', '02) 555-0101', '025550101'],
    ['Åsa Öberg', 'oberg asa', '+46 70 123 45 67', '+46701234567'],
  ])('%s is found as %s', async (known, typed, telephone, otherwise) => {
    const { personId } = await capture(office, form, { name: known, telephone: telephone.replace(')', '') });
    await capture(office, form, { name: '아무개', telephone: '031-000-1111' });
    expect((await similar(typed, [otherwise])).people).toMatchObject([
      { personId, name: known, agrees: ['name', 'telephone'], isLikelySame: true, consents: 1 },
    ]);
    expect((await similar(typed)).people).toMatchObject([{ personId, isLikelySame: false }]);
    expect((await similar('', [otherwise])).people).toMatchObject([{ personId, agrees: ['telephone'] }]);
    expect((await similar('다른이름', ['010-9999-0000'])).people).toEqual([]);
  });

  it('is not saved twice, whoever saved them in between', async () => {
    const input = await captureInput(office, form, { name: '홍길동' });
    const other = {
      ...input,
      values: input.values.map((one) => (one.itemCode === 'name' ? { ...one, value: '홍 길동' } : one)),
    };
    const { personId } = await clerk().call('collection.capture', input);
    const before = writtenIn(office);
    expect(await clerk().refused('collection.capture', other)).toMatchObject({
      code: 'person_looks_known',
      params: { field: 'values.name' },
    });
    expect(writtenIn(office)).toEqual(before);
    expect((await clerk().call('collection.capture', { ...other, personId })).personId).toBe(personId);
    const another = await clerk().call('collection.capture', { ...other, otherThan: [personId] });
    expect(another.personId).not.toBe(personId);
    expect((await similar('홍길동', ['01012345678'])).people).toHaveLength(2);
  });

  it('is shown to those who take consents only', async () => {
    const input = { name: '홍길동', telephones: [], emails: [] };
    expect((await office.as('reviewer').refused('collection.findSimilarPeople', input)).code).toBe(
      'forbidden',
    );
  });
});

describe('names', () => {
  const kept = async (name: string) => {
    const { personId } = await capture(office, form, { name });
    return (await clerk().call('collection.openPerson', { personId, reason: 'serve_person' })).name;
  };

  it.each([
    ['one letter', 'O'],
    ['200 letters', '가'.repeat(200)],
    ['200 letters outside the basic plane', '\u{20bb7}'.repeat(200)],
    ['right to left', 'محمد بن عبد الله'],
    ['joined letters', 'क्षत्रिय\u200dज्ञ'],
    ['an apostrophe and a title', "D'Souza, Dr. O’Neil"],
  ])('of %s are kept as they are', async (_, name) => {
    expect(await kept(name)).toBe(name);
  });

  it('are composed, so that the same name is the same', async () => {
    expect(await kept('A\u030asa \u1112\u1161\u11ab ')).toBe('Åsa 한');
  });

  it.each([
    ['201 letters', '가'.repeat(201)],
    ['marks alone', '\u0301\u200d'],
    ['a forced direction', 'Anna \u202eannA'],
  ])('of %s are not', async (_, name) => {
    const input = await captureInput(office, form, { name: name.slice(0, 200) });
    const values = input.values.map((one) => (one.itemCode === 'name' ? { ...one, value: name } : one));
    expect((await clerk().refused('collection.capture', { ...input, values })).code).toBe('item_malformed');
  });
});

describe('a sensitive item', () => {
  it('is shown when it is asked for, and the asking is entered', async () => {
    const ruleId = (await findRules(office)).consented;
    const content = membershipForm(ruleId);
    const identification = crypto.randomUUID();
    // Asked for apart from everything else (PIPA art. 24(1)).
    content.purposes.push({
      id: identification,
      name: { en: 'Identification', ko: '본인 확인' },
      kind: 'additional',
      basis: { lawfulBasis: 'consent', consent: { kind: 'unique_identifiers' } },
      items: [
        {
          code: 'passport_number',
          label: { en: 'Passport number', ko: '여권번호' },
          kind: 'required',
          sensitivity: 'unique_identifier',
          valueType: 'text',
        },
      ],
      retentionRuleId: ruleId,
      refusal: { en: 'You may refuse.', ko: '거부하셔도 됩니다.' },
      catalogueId: null,
      validFor: null,
    });
    const passports = await publish(office, content);
    const input = await captureInput(office, passports);
    const { personId, units } = await clerk().call('collection.capture', {
      ...input,
      answers: [...input.answers, { purposeId: identification, answer: 'given' }],
      values: [...input.values, { itemCode: 'passport_number', value: 'M73918264' }],
    });
    const unitId = units.find(({ purposeId }) => purposeId === identification)?.unitId ?? '';
    const person = await clerk().call('collection.openPerson', { personId, reason: 'serve_person' });
    expect(JSON.stringify(person)).not.toContain('M73918264');
    expect(person.consents[0]?.purposes.flatMap(({ values }) => values)).toMatchObject([
      { itemCode: 'telephone', sensitivity: 'ordinary', value: '010-1234-5678' },
      { itemCode: 'passport_number', sensitivity: 'unique_identifier', value: null },
    ]);
    const asked = { unitId, itemCode: 'passport_number', reason: 'answer_request' } as const;
    expect(await clerk().call('collection.showValue', asked)).toEqual({ value: 'M73918264' });
    expect(auditOf('collection.value_shown')).toEqual([{ personId, ...asked }]);
    const { uses } = await office
      .as('reviewer')
      .call('provision.listUses', { filter: null, limit: 10, offset: 0 });
    expect(uses.map(({ reason }) => reason)).toEqual(['answer_request', 'serve_person']);
    expect((await office.as('reviewer').refused('collection.showValue', asked)).code).toBe('forbidden');
    expect((await clerk().refused('collection.showValue', { ...asked, itemCode: 'blood_type' })).code).toBe(
      'not_found',
    );
  });
});
