import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  capture,
  captureInput,
  findRules,
  membershipForm,
  type PublishedForm,
  publish,
} from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { destroy, dueUnits, releaseHold } from '../fixtures/order.ts';
import { provisionOf, publishThirdPartyForm } from '../fixtures/third-party.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let form: PublishedForm;
let personId: string;
let consentId: string;
let essentialUnit: string;
let additionalUnit: string;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
  const captured = await capture(office, form, {
    additional: true,
    note: '오전에 연락',
    givenOn: '2026-01-10',
  });
  ({ personId, consentId } = captured);
  const unitOf = (purposeId: string) =>
    captured.units.find((unit) => unit.purposeId === purposeId)?.unitId ?? '';
  essentialUnit = unitOf(form.essential);
  additionalUnit = unitOf(form.additional);
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const correct = (
  corrections: { unitId: string | null; itemCode: string; value: string | null }[],
  requestId: string | null = null,
) => clerk().call('collection.correctItems', { personId, requestId, corrections });
const opened = () => clerk().call('collection.openPerson', { personId, reason: 'correct_data' });
const valuesOf = async () =>
  Object.fromEntries(
    (await opened()).consents.flatMap((consent) =>
      consent.purposes.flatMap((purpose) => purpose.values.map(({ itemCode, value }) => [itemCode, value])),
    ),
  );
const found = async (search: string) =>
  (await clerk().call('collection.listPeople', { search, limit: 10, offset: 0 })).people.map(
    (person) => person.name,
  );

it('overwrites the value, is found by the new one alone, and keeps only that it was corrected', async () => {
  expect(await found('5678')).toEqual(['홍길동']);
  await correct([
    { unitId: null, itemCode: 'name', value: '홍길순' },
    { unitId: essentialUnit, itemCode: 'telephone', value: '010-4444-9999' },
    { unitId: additionalUnit, itemCode: 'request_note', value: null },
  ]);
  expect(await valuesOf()).toEqual({ telephone: '010-4444-9999', email: 'hong@example.org' });
  expect(await found('5678')).toEqual([]);
  expect(await found('9999')).toEqual(['홍길순']);
  expect(await found('홍길동')).toEqual([]);
  const { name, corrections } = await opened();
  expect(name).toBe('홍길순');
  expect(corrections.map(({ itemCode, unitId }) => [itemCode, unitId]).sort()).toEqual(
    [
      ['name', null],
      ['telephone', essentialUnit],
      ['request_note', additionalUnit],
    ].sort(),
  );
  expect(JSON.stringify(corrections)).not.toMatch(/1234-?5678/);
  const kept = office.storage.database.all('SELECT * FROM corrections');
  expect(JSON.stringify(kept)).not.toMatch(/홍길동|1234-?5678|연락/);
});

it('lists who had the old value, until they are told', async () => {
  const { vendorId } = await clerk().call('provision.addVendor', {
    name: '한강택배',
    task: '배송',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });
  const { handOverId } = await clerk().call('provision.recordHandOver', {
    vendorId,
    purposeId: form.essential,
    to: { whose: 'named', consentIds: [consentId] },
    what: '배송지',
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-05-04',
    dueBackOn: null,
  });
  const { corrections } = await correct([
    { unitId: essentialUnit, itemCode: 'telephone', value: '010-4444-9999' },
    { unitId: additionalUnit, itemCode: 'email', value: 'new@example.org' },
  ]);
  const recipientsOf = (itemCode: string, rows: typeof corrections) =>
    rows.find((row) => row.itemCode === itemCode)?.recipients;
  expect(recipientsOf('telephone', corrections)).toEqual([
    { givenOutId: handOverId, kind: 'vendor', name: '한강택배', givenOutOn: '2026-05-04', toldOn: null },
  ]);
  expect(recipientsOf('email', corrections)).toEqual([]);
  await clerk().call('collection.tellRecipient', { personId, givenOutId: handOverId });
  expect(recipientsOf('telephone', (await opened()).corrections)?.[0]?.toldOn).toBe('2026-05-04');
  expect((await clerk().refused('collection.tellRecipient', { personId, givenOutId: handOverId })).code).toBe(
    'not_found',
  );
});

it('lists third parties who were provided with that item, and no other', async () => {
  const thirdParty = await publishThirdPartyForm(office);
  const given = await capture(office, thirdParty, {
    name: '이제삼',
    additional: true,
    givenOn: '2026-01-10',
  });
  const { provisionId } = await clerk().call('provision.recordProvision', provisionOf(thirdParty));
  const unitId = given.units.find((unit) => unit.purposeId === thirdParty.additional)?.unitId ?? '';
  const { corrections } = await clerk().call('collection.correctItems', {
    personId: given.personId,
    requestId: null,
    corrections: [
      { unitId, itemCode: 'email', value: 'changed@example.org' },
      // The insurer was provided with the e-mail address alone.
      { unitId: null, itemCode: 'name', value: '이제사' },
    ],
  });
  const recipientsOf = (itemCode: string) => corrections.find((row) => row.itemCode === itemCode)?.recipients;
  const insurer = {
    givenOutId: provisionId,
    kind: 'third_party',
    name: '한강보험',
    givenOutOn: '2026-05-04',
  };
  expect(recipientsOf('email')).toEqual([{ ...insurer, toldOn: null }]);
  expect(recipientsOf('name')).toEqual([]);
  const told = { personId: given.personId, givenOutId: provisionId };
  expect(await clerk().call('collection.tellRecipient', told)).toEqual({ told: 1 });
  const person = await clerk().call('collection.openPerson', {
    personId: given.personId,
    reason: 'correct_data',
  });
  expect(person.corrections.flatMap(({ recipients }) => recipients)).toEqual([
    { ...insurer, toldOn: '2026-05-04' },
  ]);
});

it('is refused where it would add, empty or spoil something, and then changes nothing', async () => {
  const other = await capture(office, form, { name: '김철수', givenOn: '2026-01-10' });
  const { requestId } = await clerk().call('collection.recordRequest', {
    personId,
    kind: 'correction',
    receivedOn: '2026-05-04',
    way: 'post',
    requestedBy: 'person',
    details: '',
  });
  const { holdId } = await office
    .as('reviewer')
    .call('retention.placeHold', { unitIds: [additionalUnit], authority: '법원', reason: '소송' });
  const refused = async (unitId: string | null, itemCode: string, value: string | null) => {
    const input = { personId, requestId: null, corrections: [{ unitId, itemCode, value }] };
    return (await clerk().refused('collection.correctItems', input)).code;
  };
  await opened();
  const before = writtenIn(office);
  expect(await refused(essentialUnit, 'telephone', null)).toBe('item_missing');
  expect(await refused(essentialUnit, 'telephone', 'not a number')).toBe('item_malformed');
  expect(await refused(essentialUnit, 'email', 'new@example.org')).toBe('item_not_agreed');
  expect(await refused(essentialUnit, 'visit_date', '2026-01-01')).toBe('item_not_agreed');
  expect(await refused(null, 'name', null)).toBe('item_missing');
  expect(await refused(null, 'telephone', '010-1111-2222')).toBe('item_not_agreed');
  expect(await refused(other.units[0]?.unitId ?? '', 'telephone', '010-1111-2222')).toBe('not_found');
  expect(await refused(additionalUnit, 'email', 'new@example.org')).toBe('correction_unit_held');
  const ofRequest = await clerk().refused('collection.correctItems', {
    personId,
    requestId,
    corrections: [{ unitId: essentialUnit, itemCode: 'telephone', value: '010-4444-9999' }],
  });
  expect(ofRequest.code).toBe('request_identity_open');
  expect(writtenIn(office)).toEqual(before);
  await releaseHold(office, holdId);
});

it('keeps what the counter would keep: composed, without spaces around it, and of somebody who can be alive', async () => {
  const { consented } = await findRules(office);
  const content = membershipForm(consented);
  content.purposes[0]?.items.push({
    code: 'birth_date',
    label: { en: 'Date of birth', ko: '생년월일' },
    kind: 'required',
    sensitivity: 'ordinary',
    valueType: 'date',
  });
  const input = await captureInput(office, await publish(office, content), { name: '다른 사람' });
  const aged = await clerk().call('collection.capture', {
    ...input,
    givenOn: '2026-01-10',
    values: [...input.values, { itemCode: 'birth_date', value: '1990-01-01' }],
  });
  const [unit] = aged.units;
  const change = (value: string) => ({
    personId: aged.personId,
    requestId: null,
    corrections: [{ unitId: unit?.unitId ?? '', itemCode: 'birth_date', value }],
  });
  for (const impossible of ['2026-01-11', '1895-01-10', '2027-01-01'])
    expect((await clerk().refused('collection.correctItems', change(impossible))).code).toBe(
      'birth_date_impossible',
    );
  await clerk().call('collection.correctItems', change('1991-02-03'));

  await correct([{ unitId: null, itemCode: 'name', value: ` ${'홍길순'.normalize('NFD')} ` }]);
  expect((await opened()).name).toBe('홍길순');
  expect(await found('홍길순')).toEqual(['홍길순']);
});

it('goes with the unit, and with the person', async () => {
  await correct([
    { unitId: null, itemCode: 'name', value: '홍길순' },
    { unitId: additionalUnit, itemCode: 'email', value: 'new@example.org' },
  ]);
  office.clock.set('2027-06-01T01:00:00.000Z');
  await destroy(office, await dueUnits(office));
  expect((await opened()).corrections.map(({ itemCode }) => itemCode)).toEqual(['name']);
  office.clock.set('2031-06-02T01:00:00.000Z');
  await destroy(office, await dueUnits(office));
  await clerk().call('office.home', {});
  expect(office.storage.database.value('SELECT count(*) FROM corrections')).toBe(0);
  expect(office.storage.database.value('SELECT count(*) FROM correction_recipients')).toBe(0);
});
