import { afterEach, beforeEach, expect, it } from 'vitest';
import { readEvidence } from '../../main/register/evidence-file.ts';
import { sha256 } from '../../main/storage/cryptography.ts';
import { personProof, personProofHolds } from '../../shared/domain/register/person-proof.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { destroy, dueUnits } from '../fixtures/order.ts';

let office: TestOffice;
let receiptCode = '';
let number = '';
beforeEach(async () => {
  office = await openTestOffice();
  const form = await publishMembership(office);
  ({ receiptCode } = await capture(office, form, { name: '한결', givenOn: '2025-01-10' }));
  await capture(office, form, { name: '다솜', givenOn: '2025-01-11' });
  number = await destroy(office, await dueUnits(office));
});
afterEach(() => office.remove());

const document = (format: 'pdf' | 'json', code: string, languages: ('ko' | 'en')[] = ['ko', 'en']) => ({
  ask: { receiptCode: code, number },
  format,
  languages,
  to: { way: 'screen' as const },
});

it('is found by the code alone, and leads to the certificate', async () => {
  const desk = office.as('auditor');
  expect(await desk.call('register.findReceipt', { receiptCode })).toEqual({ certificates: [number] });
  const { bytes, personalData } = await desk.call('register.personProof', document('json', receiptCode));
  expect(personalData).toBe('none');
  const proof = personProof.parse(JSON.parse(Buffer.from(bytes ?? '', 'base64').toString('utf8')));
  expect(proof.certificate).toMatchObject({ number, units: 2 });
  expect(proof.units).toHaveLength(1);
  expect(personProofHolds(sha256, proof)).toBe(true);
  expect(personProofHolds(sha256, { ...proof, receiptCode: 'ab'.repeat(16) })).toBe(false);
  const letter = await desk.call('register.personProof', document('pdf', receiptCode));
  const { pdf } = await readEvidence('letter.pdf', Buffer.from(letter.bytes ?? '', 'base64'));
  for (const word of [number, receiptCode, proof.units[0]?.unitId ?? '-', proof.certificate.digest]) {
    expect(pdf?.text).toContain(word);
  }
  for (const name of ['한결', '다솜']) expect(pdf?.text).not.toContain(name);
});

it('tells somebody without the receipt nothing, enters each try, and soon asks them to wait', async () => {
  const desk = office.as('auditor');
  const guess = 'cd'.repeat(16);
  expect((await desk.refused('register.findReceipt', { receiptCode: '한결' })).code).toBe('invalid_input');
  for (let time = 0; time < 5; time += 1) {
    expect((await desk.refused('register.findReceipt', { receiptCode: guess })).code).toBe('receipt_unknown');
    expect((await desk.refused('register.personProof', document('json', guess))).code).toBe(
      'receipt_unknown',
    );
  }
  expect((await desk.refused('register.findReceipt', { receiptCode })).code).toBe('receipt_too_many_tries');
  expect((await desk.refused('register.personProof', document('json', receiptCode))).code).toBe(
    'receipt_too_many_tries',
  );
  office.clock.advance({ minutes: 11 });
  expect((await desk.call('register.findReceipt', { receiptCode })).certificates).toEqual([number]);
  const { entries } = await desk.call('register.listAuditEntries', { limit: 500, offset: 0 });
  expect(entries.filter(({ code }) => code === 'register.receipt_unknown')).toHaveLength(10);
  expect(JSON.stringify(entries)).not.toContain(guess);
  expect(JSON.stringify(entries)).not.toContain(receiptCode);
});

it('finds nothing of records that are still kept', async () => {
  const form = await publishMembership(office);
  const kept = await capture(office, form, { name: '가온' });
  const refused = await office
    .as('auditor')
    .refused('register.findReceipt', { receiptCode: kept.receiptCode });
  expect(refused.code).toBe('receipt_unknown');
});
