import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRemovalDeeds, signRemoval } from '../../../main/register/evidence-removal.ts';
import { sha256, verifyEd25519 } from '../../../main/storage/cryptography.ts';
import { checkEvidence } from '../../../shared/domain/register/evidence-check.ts';
import { removedEntry } from '../../../shared/domain/register/removed-entry.ts';
import { capture, publishMembership } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { destroy, dueUnits, releaseHold } from '../../fixtures/order.ts';

let office: TestOffice;
let number: string;
/** An office that destroyed one record on 2026-05-04, ten years and a day later. */
beforeEach(async () => {
  office = await openTestOffice();
  await capture(office, await publishMembership(office), { givenOn: '2024-01-10' });
  number = await destroy(office, await dueUnits(office));
  office.clock.set('2036-05-05T01:00:00.000Z');
});
afterEach(() => office.remove());

const reviewer = () => office.as('reviewer');
const approver = () => office.as('approver');
const listed = () => office.as('auditor').call('register.listEvidence', {});
const verified = () => office.as('auditor').call('register.verifyAuditLog', {});
const failed = async () =>
  (await verified()).findings.filter(({ result }) => result === 'fail').map(({ check }) => check);

async function remove(kind: 'audit_log' | 'certificates') {
  const { removalId } = await reviewer().call('register.proposeRemoval', { kind });
  await approver().call('register.decideRemoval', { removalId, decision: 'approve' });
  return removalId;
}

/** What somebody with the database key could do: nothing but the triggers stands in the way. */
function tamper(table: string, sql: string): void {
  const { database } = office.storage;
  const triggers = database.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
    [table],
  );
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  for (const trigger of triggers) database.exec(trigger.sql);
}

describe('evidence past its period', () => {
  it('is what was written until the last day of its rule, and nothing before', async () => {
    const { evidence } = await listed();
    expect(evidence.map(({ kind, rule, past }) => [kind, rule.content.period, past?.through])).toEqual([
      ['audit_log', 'P10Y', '2026-05-04'],
      ['certificates', 'P10Y', '2026-05-04'],
    ]);
    expect(evidence[1]?.past?.count).toBe(1);
    const kept = evidence[0]?.past?.count ?? 0;
    expect(kept).toBeLessThan(evidence[0]?.kept ?? 0);
    office.clock.set('2036-05-04T01:00:00.000Z');
    // The clock goes back by a day: the same office on the day before.
    const again = await office.as('auditor').call('register.listEvidence', {});
    expect(again.evidence[1]?.past).toBeNull();
  });

  it('goes only when a second person approves exactly what was asked for', async () => {
    const { removalId } = await reviewer().call('register.proposeRemoval', { kind: 'audit_log' });
    const decide = { removalId, decision: 'approve' } as const;
    expect((await reviewer().refused('register.decideRemoval', decide)).code).toBe('removal_by_proposer');
    expect((await office.as('auditor').refused('register.decideRemoval', decide)).code).toBe('forbidden');
    expect((await approver().refused('register.proposeRemoval', { kind: 'audit_log' })).code).toBe(
      'removal_open',
    );
    expect((await listed()).evidence[0]?.removed).toBe(0);
    await approver().call('register.decideRemoval', { removalId, decision: 'reject' });
    expect((await listed()).removals[0]?.state).toBe('rejected');
    expect((await approver().refused('register.decideRemoval', decide)).code).toBe('removal_decided');
    expect((await listed()).evidence[0]?.removed).toBe(0);
  });

  it('stays while a hold is in force', async () => {
    const form = await publishMembership(office);
    await capture(office, form, { name: '나', givenOn: '2036-05-01' });
    const { units } = await reviewer().call('retention.listUnits', { show: 'upcoming', limit: 5, offset: 0 });
    const { holdId } = await reviewer().call('retention.placeHold', {
      unitIds: units.map(({ unitId }) => unitId),
      authority: 'Court',
      reason: 'Lawsuit',
      remindOn: null,
    });
    expect((await reviewer().refused('register.proposeRemoval', { kind: 'audit_log' })).code).toBe(
      'evidence_held',
    );
    await releaseHold(office, holdId);
    await remove('audit_log');
  });

  it('goes on being removed where the power failed', async () => {
    const { removalId } = await reviewer().call('register.proposeRemoval', { kind: 'audit_log' });
    await approver().call('office.status', {});
    const { database, actor, clock } = office.thread.workContext('register.decideRemoval');
    const request = readRemovalDeeds(database, removalId)[0]?.statement;
    if (request === undefined) throw new Error('nobody asked');
    const { officeId, extent, rule, through } = request;
    const at = clock.now().toString({ smallestUnit: 'millisecond' });
    database.transaction(() => {
      signRemoval(database, actor, { deed: 'approve', removalId, officeId, extent, rule, through, at });
      database.run(
        "UPDATE evidence_removals SET state = 'approved', decided_at = ?, decided_by = ? WHERE id = ?",
        [at, actor.id, removalId],
      );
    });
    await office.restart();
    const { removals, evidence } = await listed();
    expect(removals[0]?.state).toBe('finished');
    expect(evidence[0]?.removed).toBeGreaterThan(0);
  });

  it('is kept for as long as a changed rule says, once two people have changed it', async () => {
    const [log] = (await listed()).evidence;
    if (log === undefined) throw new Error('no rule');
    const { ruleId, recordClassId, content } = log.rule;
    const { changeId } = await reviewer().call('retention.proposeRuleChange', {
      ruleId,
      recordClassId,
      content: { ...content, period: 'P20Y', effectiveFrom: '2036-05-05' },
    });
    expect((await listed()).evidence[0]?.rule.changeId).toBe(changeId);
    await approver().call('retention.decideRuleChange', { changeId, decision: 'approve' });
    const [after] = (await listed()).evidence;
    expect(after?.rule).toMatchObject({ version: 2, changeId: null });
    expect(after?.past).toBeNull();
    expect((await reviewer().refused('register.proposeRemoval', { kind: 'audit_log' })).code).toBe(
      'removal_nothing',
    );
    // Records of people know nothing of the classes of evidence.
    const { rules } = await reviewer().call('retention.listRules', {});
    expect(rules.map((rule) => rule.ruleId)).not.toContain(ruleId);
  });
});

describe('a log that was pruned', () => {
  it('is verified by its hashes, at once and at the next start, and says under which rule', async () => {
    const before = await verified();
    await remove('audit_log');
    const { result, removed, findings, entries } = await verified();
    expect(result).toBe('pass');
    expect(removed).toBeGreaterThan(5);
    expect(entries).toBeGreaterThan(before.entries);
    expect(findings.find(({ check }) => check === 'removals')).toMatchObject({
      result: 'pass',
      compared: removed,
    });
    const all = await office.as('auditor').call('register.listAuditEntries', { limit: 500, offset: 0 });
    expect(all.removed).toHaveLength(removed);
    expect(all.removed.at(-1)).toEqual({
      sequence: 0,
      rule: { en: 'Audit log', ko: '감사 기록' },
      through: '2026-05-04',
    });
    expect(all.entries.at(0)?.code).toBeDefined();
    await office.restart();
    await expect
      .poll(async () => (await office.as('auditor').call('register.auditHealth', {})).state)
      .toBe('checked');
    expect(await office.as('auditor').call('register.auditHealth', {})).toMatchObject({
      result: 'pass',
      removed,
    });
    // The report of the log goes on.
    const { rows } = await office
      .as('auditor')
      .call('register.report', { report: 'audit', filter: {}, limit: 500, offset: 0 });
    expect(rows.at(-1)?.cells[2]).toEqual({ en: 'Content removed by rule', ko: '기준에 따라 내용 삭제' });
  });

  it('still proves that a removed entry stood in it, and who removed it; a stranger can check that', async () => {
    await remove('audit_log');
    const path = `${office.parent}/entry.json`;
    await office.as('auditor').call('register.entryProof', {
      ask: { sequence: 3 },
      format: 'json',
      languages: ['en'],
      to: { way: 'file', path, replace: false },
    });
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const tools = {
      sha256,
      verify: (message: Uint8Array, signature: Uint8Array, key: Uint8Array) =>
        verifyEd25519(key, message, signature),
    };
    const check = (given: unknown) =>
      checkEvidence([{ name: 'entry.json', value: given }], tools).checks.map(({ code, result }) => [
        code,
        result,
      ]);
    expect(check(value)).toEqual([
      ['checkpoint_signature', 'pass'],
      ['entry_included', 'pass'],
      ['entry_removed', 'pass'],
    ]);
    const proof = removedEntry.parse(value);
    expect(check({ ...proof, leafHash: 'ab'.repeat(32) })).toContainEqual(['entry_included', 'fail']);
    const [asked, approved] = proof.removal;
    expect(check({ ...proof, removal: [asked, asked] })).toContainEqual(['entry_removed', 'fail']);
    const other = { ...approved?.statement, through: '2030-01-01' };
    expect(check({ ...proof, removal: [asked, { ...approved, statement: other }] })).toContainEqual([
      'entry_removed',
      'fail',
    ]);
  });

  it('lets nothing else go: the triggers refuse it, and past them the verification finds it', async () => {
    await remove('audit_log');
    const { database } = office.storage;
    expect(() => database.exec("UPDATE audit_entries SET entry = '' WHERE sequence = 1")).toThrow(
      /append-only/u,
    );
    expect(() => database.exec('DELETE FROM audit_entries WHERE sequence = 1')).toThrow(/append-only/u);
    expect(await failed()).toEqual([]);
    const last = database.value<number>('SELECT max(sequence) FROM audit_entries') ?? 0;
    tamper('audit_entries', `UPDATE audit_entries SET entry = '' WHERE sequence = ${last}`);
    expect(await failed()).toEqual(['entries', 'tree', 'checkpoints', 'anchor']);
  });

  it('shows a hash that was exchanged, and content that was put back', async () => {
    await remove('audit_log');
    tamper('audit_entries', 'UPDATE audit_entries SET leaf_hash = zeroblob(32) WHERE sequence = 2');
    expect(await failed()).toEqual(expect.arrayContaining(['tree', 'checkpoints', 'removals']));
    tamper('audit_entries', `UPDATE audit_entries SET entry = '{"code":"x"}' WHERE sequence = 3`);
    expect(await failed()).toContain('entries');
  });

  it('shows a removal that two people did not sign', async () => {
    const userIds = office.storage.database.all<{ id: string }>('SELECT id FROM users ORDER BY staff_number');
    const ruleVersionId = (await listed()).evidence[0]?.rule.ruleVersionId;
    await office.as('auditor').call('office.status', {});
    office.storage.database.exec(`INSERT INTO evidence_removals VALUES
      ('r', 'audit_log', '${ruleVersionId}', 5, NULL, 'approved', '', '${userIds[0]?.id}', '', '${userIds[1]?.id}')`);
    office.storage.database.exec("UPDATE audit_entries SET entry = '' WHERE sequence < 5");
    expect(await failed()).toEqual(['entries', 'tree', 'checkpoints', 'certificates', 'removals', 'anchor']);
  });
});

describe('a removed certificate', () => {
  it('leaves its number, its digest and its line in the ledger', async () => {
    const { certificates } = await office
      .as('auditor')
      .call('register.listCertificates', { limit: 5, offset: 0 });
    await remove('certificates');
    const refusal = await office.as('auditor').refused('register.getCertificate', { number });
    expect(refusal).toMatchObject({ code: 'certificate_removed' });
    expect(JSON.stringify(refusal.params)).toContain('파기 확인서');
    const after = await office.as('auditor').call('register.listCertificates', { limit: 5, offset: 0 });
    expect(certificates.map(({ removed }) => removed)).toEqual([false]);
    expect(after.certificates).toEqual(certificates.map((row) => ({ ...row, removed: true })));
    const ledger = await office
      .as('auditor')
      .call('register.report', { report: 'destruction', filter: {}, limit: 5, offset: 0 });
    expect(ledger.total).toBe(1);
    expect(await failed()).toEqual([]);
    tamper('certificates', "UPDATE certificates SET digest = ''");
    expect(await failed()).toEqual(['certificates']);
  });
});

describe('the weekly sheet', () => {
  it('is asked for on wish, remembers what was printed and filed, and is due again a week later', async () => {
    const sheets = () => office.as('auditor').call('register.weeklySheets', {});
    const isTold = async () => (await office.as('auditor').call('office.home', {})).weeklySheetDue;
    expect(await sheets()).toEqual({ dueOn: null, isDue: false, sheets: [] });
    expect((await office.as('auditor').refused('register.setWeeklySheet', { isWanted: true })).code).toBe(
      'forbidden',
    );
    await reviewer().call('register.setWeeklySheet', { isWanted: true });
    expect(await sheets()).toMatchObject({ dueOn: '2036-05-05', isDue: true });
    expect(await isTold()).toBe(true);
    const { size } = await reviewer().call('register.signCheckpoint', {});
    expect((await reviewer().refused('register.fileSheet', { size })).code).toBe('sheet_not_printed');
    const shown = { ask: { size }, format: 'pdf', languages: ['ko'] } satisfies Record<string, unknown>;
    const document = { ...shown, format: 'pdf' as const, languages: ['ko' as const] };
    await reviewer().call('register.checkpointSheet', { ...document, to: { way: 'screen' } });
    expect((await sheets()).sheets).toEqual([]);
    await reviewer().call('register.checkpointSheet', {
      ...document,
      to: { way: 'print', keptBy: 'office', where: '' },
    });
    expect((await sheets()).sheets).toEqual([expect.objectContaining({ size, filedOn: null })]);
    expect(await isTold()).toBe(true);
    await reviewer().call('register.fileSheet', { size });
    expect(await sheets()).toMatchObject({ dueOn: '2036-05-12', isDue: false });
    expect(await isTold()).toBe(false);
    office.clock.advance({ days: 7 });
    expect(await isTold()).toBe(true);
    await reviewer().call('register.setWeeklySheet', { isWanted: false });
    expect(await isTold()).toBe(false);
  });
});
