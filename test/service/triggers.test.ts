import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { RetentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import { capture, exampleRule, membershipForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';

/** Each trigger from the rule that names it to the date of a record, by the calls an office makes. Today is 2026-05-04. */
let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

const reviewer = () => office.as('reviewer');

/** A consent of 2026-01-10 whose record is kept under this rule. */
async function kept(rule: Partial<RetentionRuleContent>) {
  const { ruleId } = await reviewer().call('retention.addRule', {
    content: exampleRule({ period: 'P1Y', ...rule }),
  });
  const form = await publish(office, membershipForm(ruleId));
  const given = await capture(office, form, { givenOn: '2026-01-10' });
  return { unitId: given.units[0]?.unitId ?? '', consentId: given.consentId, purposeId: form.essential };
}

const due = async (unitId: string) => {
  const { due: date, state } = await reviewer().call('retention.explainUnit', { unitId });
  const { cause, triggeredOn, countedFrom, keptThrough, dueOn, separateOn } = date;
  return { cause, triggeredOn, countedFrom, keptThrough, dueOn, separateOn, state };
};

type Kind = ChannelInput<'retention.recordHappening'>['happening']['kind'];

const happens = (unitId: string, kind: Kind, on: string, event: string | null = null) =>
  reviewer().call('retention.recordHappening', { unitIds: [unitId], happening: { kind, event, on } });

const nothing = { triggeredOn: null, countedFrom: null, keptThrough: null, dueOn: null, separateOn: null };
const law = { obligedByLaw: true } as const;

describe('the period is counted from', () => {
  it('the day of collection', async () => {
    const { unitId } = await kept({ trigger: 'collected' });
    expect(await due(unitId)).toMatchObject({
      cause: 'period_ends',
      triggeredOn: '2026-01-10',
      keptThrough: '2027-01-10',
      dueOn: '2027-01-11',
    });
  });

  it('the end of the consent: withdrawn', async () => {
    const { unitId, consentId, purposeId } = await kept({ trigger: 'consent_ended', ...law });
    expect(await due(unitId)).toEqual({ ...nothing, cause: 'open', state: 'active' });
    await office.as('clerk').call('collection.withdraw', { consentId, purposeIds: [purposeId] });
    expect(await due(unitId)).toMatchObject({
      cause: 'withdrawn_but_obliged',
      triggeredOn: '2026-05-04',
      dueOn: '2027-05-05',
      separateOn: '2026-05-04',
      state: 'separated',
    });
  });

  it('the end of the consent: expired', async () => {
    const { unitId, consentId, purposeId } = await kept({ trigger: 'consent_ended', ...law });
    const endedOn = '2026-05-01';
    await office.as('clerk').call('collection.expire', { consentId, purposeIds: [purposeId], endedOn });
    expect(await due(unitId)).toMatchObject({
      cause: 'ended_but_obliged',
      triggeredOn: endedOn,
      dueOn: '2027-05-02',
      separateOn: endedOn,
      state: 'separated',
    });
  });

  it('the end of the purpose', async () => {
    const { unitId } = await kept({ trigger: 'purpose_fulfilled', ...law });
    expect((await due(unitId)).cause).toBe('open');
    await happens(unitId, 'purpose_fulfilled', '2026-05-01');
    // What is only obliged to stay goes apart with the entry, not with the next day.
    expect(await due(unitId)).toMatchObject({
      cause: 'ended_but_obliged',
      triggeredOn: '2026-05-01',
      dueOn: '2027-05-02',
      separateOn: '2026-05-01',
      state: 'separated',
    });
  });

  it('the end of the contract', async () => {
    const { unitId } = await kept({ trigger: 'contract_ended', ...law });
    expect((await due(unitId)).cause).toBe('open');
    await happens(unitId, 'contract_ended', '2026-04-30');
    expect(await due(unitId)).toMatchObject({ triggeredOn: '2026-04-30', dueOn: '2027-05-01' });
  });

  it('the last activity, whichever is the latest', async () => {
    const { unitId } = await kept({ trigger: 'last_activity', period: 'P3M' });
    expect(await due(unitId)).toMatchObject({ triggeredOn: '2026-01-10', dueOn: '2026-04-11' });
    await happens(unitId, 'last_activity', '2026-04-20');
    await happens(unitId, 'last_activity', '2026-02-20');
    expect(await due(unitId)).toMatchObject({ triggeredOn: '2026-04-20', dueOn: '2026-07-21' });
  });

  it('an event of the office’s own naming, and no other one', async () => {
    const { unitId } = await kept({ trigger: 'event', event: 'lawsuit_closed', ...law });
    await happens(unitId, 'event', '2026-03-01', 'warranty_over');
    expect((await due(unitId)).cause).toBe('open');
    await happens(unitId, 'event', '2026-03-02', 'lawsuit_closed');
    expect(await due(unitId)).toMatchObject({ triggeredOn: '2026-03-02', dueOn: '2027-03-03' });
  });

  it('the end of the calendar year in which it happened', async () => {
    const { unitId } = await kept({ counting: 'calendar_year_end', period: 'P5Y' });
    expect(await due(unitId)).toMatchObject({ countedFrom: '2026-12-31', dueOn: '2032-01-01' });
  });

  it('the end of the fiscal year in which it happened', async () => {
    const { unitId } = await kept({ counting: 'fiscal_year_end', fiscalYearEnd: '03-31', period: 'P5Y' });
    expect(await due(unitId)).toMatchObject({ countedFrom: '2026-03-31', dueOn: '2031-04-01' });
  });
});

it('a purpose that is fulfilled makes due at once what rests on the consent, and it is entered that day', async () => {
  const { unitId } = await kept({});
  await happens(unitId, 'purpose_fulfilled', '2026-05-04');
  expect(await due(unitId)).toMatchObject({ cause: 'purpose_fulfilled', dueOn: '2026-05-04' });
  const entries = office.storage.database.all<{ entry: string }>(
    "SELECT entry FROM audit_entries WHERE entry LIKE '%units_fell_due%'",
  );
  expect(entries.map(({ entry }) => JSON.parse(entry).about)).toEqual([{ units: 1, on: '2026-05-04' }]);
});

it('a rule that two people change takes effect that day: what is past its purpose goes apart, what is due is entered', async () => {
  const { unitId } = await kept({ ...law, period: 'P5Y' });
  const { rules } = await reviewer().call('retention.listRules', {});
  const rule = rules.find((one) => one.units === 1);
  if (rule === undefined) throw new Error('no rule');
  const { ruleId, recordClassId, content } = rule;
  const change = async (changes: Partial<RetentionRuleContent>) => {
    const { changeId } = await reviewer().call('retention.proposeRuleChange', {
      ruleId,
      recordClassId,
      content: { ...content, ...changes },
    });
    await office.as('approver').call('retention.decideRuleChange', { changeId, decision: 'approve' });
  };
  await change({ period: 'P3M' });
  expect(await due(unitId)).toMatchObject({ dueOn: '2026-04-11', state: 'active' });
  const fellDue = () =>
    office.storage.database.value<number>(
      `SELECT coalesce(sum(entry ->> '$.about.units'), 0) FROM audit_entries WHERE entry ->> '$.code' = 'retention.units_fell_due'`,
    );
  expect(fellDue()).toBe(1);
  await change({ period: 'P3M', endAction: 'separate_then_review' });
  expect(await due(unitId)).toMatchObject({ separateOn: '2026-04-11', state: 'separated' });
});
