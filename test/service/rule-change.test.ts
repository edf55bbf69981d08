import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RetentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import {
  capture,
  exampleRule,
  findRules,
  membershipForm,
  type PublishedForm,
  publish,
} from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { approvedOrder, dueUnits } from '../fixtures/order.ts';
import { writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
let rules: Awaited<ReturnType<typeof findRules>>;
/** Essential: five years by law. Additional: one year, on consent alone. */
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  rules = await findRules(office);
  form = await publish(office, membershipForm(rules.obliged, rules.consented));
});
afterEach(() => office.remove());

async function ruleOf(ruleId: string) {
  const { rules: rows } = await office.as('reviewer').call('retention.listRules', {});
  const row = rows.find((one) => one.ruleId === ruleId);
  if (row === undefined) throw new Error('no such rule');
  return row;
}

async function changeOf(ruleId: string, changes: Partial<RetentionRuleContent>) {
  const { recordClassId, content } = await ruleOf(ruleId);
  return { ruleId, recordClassId, content: { ...content, ...changes } };
}

const propose = async (ruleId: string, changes: Partial<RetentionRuleContent>) =>
  (await office.as('reviewer').call('retention.proposeRuleChange', await changeOf(ruleId, changes))).changeId;
const approve = (changeId: string) =>
  office.as('approver').call('retention.decideRuleChange', { changeId, decision: 'approve' });
const why = (unitId: string) => office.as('reviewer').call('retention.explainUnit', { unitId });

async function given(givenOn: string) {
  const { units } = await capture(office, form, { additional: true, givenOn });
  const [obliged, consented] = units.map((unit) => unit.unitId);
  return { obliged: obliged ?? '', consented: consented ?? '' };
}

it('shows what a change would do, does nothing until a second person approves, and then makes a version', async () => {
  for (const on of ['2024-01-10', '2022-05-04', '2022-05-03', '2021-05-03']) await given(on);
  const change = await changeOf(rules.obliged, { period: 'P4Y' });
  const before = writtenIn(office);
  const { effect } = await office.as('reviewer').call('retention.previewRuleChange', change);
  expect(effect).toEqual({
    units: 4,
    earlier: 4,
    later: 0,
    // Kept through 2026-05-03: due on the day after. The one of 2021 is due already.
    dueNow: 1,
    noLongerDue: 0,
    keptAsTold: 0,
    onOrders: 0,
  });
  expect(writtenIn(office)).toEqual(before);

  const changeId = await propose(rules.obliged, { period: 'P4Y' });
  expect(await ruleOf(rules.obliged)).toMatchObject({ version: 1, changeId });
  const listed = await office.as('approver').call('retention.listRuleChanges', {});
  expect(listed.changes).toMatchObject([{ changeId, proposedByMe: false, staffNumber: 3, effect }]);
  expect(await approve(changeId)).toMatchObject({ effect });
  expect(await ruleOf(rules.obliged)).toMatchObject({
    version: 2,
    changeId: null,
    content: { period: 'P4Y' },
  });
  const { versions } = await office
    .as('auditor')
    .call('retention.listRuleVersions', { ruleId: rules.obliged });
  expect(versions.map((one) => [one.version, one.staffNumber, one.approverStaffNumber])).toEqual([
    [2, 3, 4],
    [1, null, null],
  ]);
});

it('is decided by somebody else, once, and a rejected one leaves everything as it was', async () => {
  const { obliged } = await given('2024-01-10');
  const due = (await why(obliged)).due;
  const changeId = await propose(rules.obliged, { period: 'P4Y' });
  const desk = office.as('reviewer');
  const decision = { changeId, decision: 'approve' } as const;
  expect((await desk.refused('retention.decideRuleChange', decision)).code).toBe('rule_change_by_proposer');
  expect(
    (await desk.refused('retention.proposeRuleChange', await changeOf(rules.obliged, { period: 'P3Y' })))
      .code,
  ).toBe('rule_change_open');
  await office.as('approver').call('retention.decideRuleChange', { changeId, decision: 'reject' });
  expect((await office.refused('retention.decideRuleChange', decision)).code).toBe('rule_change_decided');
  expect((await why(obliged)).due).toEqual(due);
  await propose(rules.obliged, { period: 'P3Y' });
});

it('is refused where it contradicts itself or would turn consent into an obligation', async () => {
  const desk = office.as('reviewer');
  const refused = async (changes: Partial<RetentionRuleContent>) =>
    desk.refused('retention.proposeRuleChange', await changeOf(rules.consented, changes));
  expect(await refused({ obligedByLaw: true })).toMatchObject({
    code: 'rule_obligation_fixed',
    params: { field: 'obligedByLaw' },
  });
  expect(await refused({ trigger: 'event' })).toMatchObject({
    code: 'rule_incomplete',
    params: { field: 'event' },
  });
  expect((await desk.refused('retention.addRule', { content: exampleRule({ event: 'closed' }) })).code).toBe(
    'rule_incomplete',
  );
});

it('a period that rests on consent gets shorter for everybody, but longer only for whoever is told so', async () => {
  const { consented } = await given('2026-01-10');
  const longer = await propose(rules.consented, { period: 'P2Y' });
  expect((await approve(longer)).effect).toMatchObject({ units: 1, later: 0, keptAsTold: 1 });
  expect((await why(consented)).due.dueOn).toBe('2027-01-11');
  const shorter = await propose(rules.consented, { period: 'P6M' });
  expect((await approve(shorter)).effect).toMatchObject({ units: 1, earlier: 1, keptAsTold: 0 });
  expect(await why(consented)).toMatchObject({
    due: { dueOn: '2026-07-11' },
    rules: [{ version: 3, decides: true }],
  });
  // The form that was published under the first version still promises one year, and that is what it gives.
  const later = await given('2026-05-04');
  expect((await why(later.consented)).rules).toMatchObject([{ version: 1 }]);
});

it('applies from the day it is in effect, through the sweep, and to what the law says also where a form is older', async () => {
  const { obliged } = await given('2024-01-10');
  await approve(await propose(rules.obliged, { period: 'P7Y', effectiveFrom: '2026-06-01' }));
  expect(await ruleOf(rules.obliged)).toMatchObject({ version: 1, nextFrom: '2026-06-01' });
  expect((await why(obliged)).due.dueOn).toBe('2029-01-11');
  office.clock.set('2026-06-01T01:00:00.000Z');
  await office.restart();
  expect(await ruleOf(rules.obliged)).toMatchObject({ version: 2, nextFrom: null });
  expect((await why(obliged)).due.dueOn).toBe('2031-01-11');
  expect((await why((await given('2026-06-01')).obliged)).rules).toMatchObject([{ version: 2 }]);
});

it('another obligation in the class of a consent keeps apart what is past its purpose', async () => {
  const { consented } = await given('2025-01-10');
  expect(await dueUnits(office)).toContain(consented);
  const { recordClassId } = await ruleOf(rules.consented);
  const content = exampleRule({
    name: { en: 'Disputes', ko: '분쟁' },
    period: 'P3Y',
    trigger: 'contract_ended',
    obligedByLaw: true,
  });
  const { changeId } = await office
    .as('reviewer')
    .call('retention.proposeRuleChange', { ruleId: null, recordClassId, content });
  expect((await approve(changeId)).effect).toMatchObject({ units: 1, later: 1, noLongerDue: 1 });
  expect(await why(consented)).toMatchObject({
    due: { cause: 'open', dueOn: null, separateOn: '2026-01-11' },
  });
  expect(
    (await office.as('reviewer').refused('destruction.proposeOrder', { unitIds: [consented] })).code,
  ).toBe('unit_open');

  // What is collected later stands under both; once the contract has ended the period runs.
  const later = await given('2026-05-04');
  expect((await why(later.consented)).rules.map((one) => [one.name.en, one.obliges])).toEqual([
    ['Kept with consent, one year at most', false],
    ['Disputes', true],
  ]);
  const happening = { kind: 'contract_ended', event: null, on: '2026-05-01' } as const;
  await office.as('reviewer').call('retention.recordHappening', { unitIds: [consented], happening });
  expect((await why(consented)).due).toMatchObject({
    cause: 'ended_but_obliged',
    triggeredOn: '2026-05-01',
    dueOn: '2029-05-02',
  });
  // It is established that there never was a contract: nothing obliges.
  await office.call('retention.recordHappening', {
    unitIds: [consented],
    happening: { ...happening, on: null },
  });
  expect((await why(consented)).due).toMatchObject({ cause: 'period_ends', dueOn: '2026-01-11' });
});

it('what is on an approved order but not due any more is not destroyed', async () => {
  const { obliged } = await given('2021-01-10');
  const order = await approvedOrder(office, [obliged]);
  const changeId = await propose(rules.obliged, { period: 'P10Y' });
  expect((await approve(changeId)).effect).toMatchObject({ noLongerDue: 1, onOrders: 1 });
  const { orderId, digest } = order;
  expect((await office.as('operator').refused('destruction.executeOrder', { orderId, digest })).code).toBe(
    'unit_not_due',
  );
});

it('events cannot lie in the future, nor belong to units that are not there', async () => {
  const { consented } = await given('2026-01-10');
  const desk = office.as('reviewer');
  const enter = (unitIds: string[], on: string) =>
    desk.refused('retention.recordHappening', {
      unitIds,
      happening: { kind: 'contract_ended', event: null, on },
    });
  expect((await enter([consented], '2026-05-05')).code).toBe('date_in_future');
  expect((await enter([consented, crypto.randomUUID()], '2026-05-01')).code).toBe('unit_not_found');
  expect((await why(consented)).happenings).toEqual([]);
});
