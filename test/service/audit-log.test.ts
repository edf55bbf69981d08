import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendAuditEntry } from '../../main/register/audit-log.ts';
import { sha256, verifyEd25519 } from '../../main/storage/cryptography.ts';
import {
  checkpointContinues,
  checkpointIsAuthentic,
  checkpointSheet,
  entryIsIncluded,
  entryProof,
} from '../../shared/domain/register/checkpoint.ts';
import { hashLeaf } from '../../shared/domain/register/merkle-tree.ts';
import { capture, exampleRule, publishMembership } from '../fixtures/consent.ts';
import { copyOfOffice, openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { destroy, dueUnits } from '../fixtures/order.ts';

let prepared: TestOffice;
let office: TestOffice;
beforeAll(async () => {
  prepared = await openTestOffice();
  const form = await publishMembership(prepared);
  await capture(prepared, form, { givenOn: '2025-01-10' });
  await destroy(prepared, await dueUnits(prepared));
  for (let index = 0; index < 5; index += 1) {
    await prepared.as('reviewer').call('retention.addRule', { content: exampleRule() });
  }
  await prepared.restart();
});
beforeEach(() => {
  office = copyOfOffice(prepared.parent);
});
afterEach(() => office.remove());
afterAll(() => prepared.remove());

async function verify(): Promise<{ result: string; failed: [string, number | null][]; entries: number }> {
  const { result, findings, entries } = await office.as('auditor').call('register.verifyAuditLog', {});
  return {
    result,
    entries,
    failed: findings.flatMap((one) =>
      one.result === 'fail' ? [[one.check, one.sequence] as [string, number | null]] : [],
    ),
  };
}

/** What somebody with the database's key could do: the triggers are only the first fence. */
function tamper(...statements: string[]): void {
  const { database } = office.storage;
  for (const table of ['audit_entries', 'audit_checkpoints', 'certificates']) {
    database.exec(
      `DROP TRIGGER IF EXISTS ${table}_is_not_changed; DROP TRIGGER IF EXISTS ${table}_is_not_deleted`,
    );
  }
  for (const statement of statements) database.exec(statement);
}

describe('verification', () => {
  it('passes on a log nobody touched, again and again, and enters that it was made', async () => {
    const first = await verify();
    expect(first).toMatchObject({ result: 'pass', failed: [] });
    const second = await verify();
    expect(second.entries).toBe(first.entries + 1);
    expect(second.result).toBe('pass');
    const { total, entries, checkpoint } = await office.call('register.listAuditEntries', {
      limit: 500,
      offset: 0,
    });
    expect(entries.map((entry) => entry.sequence)).toEqual(
      Array.from({ length: total }, (_, index) => total - 1 - index),
    );
    expect(checkpoint?.size).toBe(total);
  });

  it('finds a changed entry', async () => {
    await office.as('auditor').call('office.home', {});
    tamper(`UPDATE audit_entries SET entry = replace(entry, '"staffNumber":2', '"staffNumber":3') WHERE sequence =
      (SELECT min(sequence) FROM audit_entries WHERE entry LIKE '%"staffNumber":2%')`);
    const { result, failed } = await verify();
    expect(result).toBe('fail');
    expect(failed.map(([check]) => check)).toEqual([
      'entries',
      'tree',
      'checkpoints',
      'certificates',
      'anchor',
    ]);
    expect(failed[0]?.[1]).toBeGreaterThan(0);
  });

  it('finds a changed entry whose hash was made to fit', async () => {
    await office.as('auditor').call('office.home', {});
    const { database } = office.storage;
    tamper();
    const row = database.get<{ sequence: number; entry: string }>(
      `SELECT sequence, entry FROM audit_entries WHERE entry LIKE '%collection.consent_captured%'`,
    );
    const changed = row?.entry.replace('"units":1', '"units":2') ?? '';
    expect(changed).not.toBe(row?.entry);
    database.run('UPDATE audit_entries SET entry = ?, leaf_hash = ? WHERE sequence = ?', [
      changed,
      hashLeaf(sha256, Buffer.from(changed)),
      row?.sequence ?? -1,
    ]);
    const { failed } = await verify();
    expect(failed.map(([check]) => check)).toEqual(['tree', 'checkpoints', 'certificates', 'anchor']);
  });

  it('finds a removed entry, and says where', async () => {
    await office.as('auditor').call('office.home', {});
    tamper('DELETE FROM audit_entries WHERE sequence = 5');
    const { result, failed } = await verify();
    expect(result).toBe('fail');
    expect(failed[0]).toEqual(['sequence', 5]);
  });

  it('finds two entries that changed places', async () => {
    await office.as('auditor').call('office.home', {});
    tamper(
      'UPDATE audit_entries SET sequence = -1 WHERE sequence = 3',
      'UPDATE audit_entries SET sequence = 3 WHERE sequence = 4',
      'UPDATE audit_entries SET sequence = 4 WHERE sequence = -1',
    );
    const { failed } = await verify();
    expect(failed[0]).toEqual(['entries', 3]);
    expect(failed.map(([check]) => check)).toContain('tree');
  });

  it('finds a tail that was cut off', async () => {
    await office.as('auditor').call('office.home', {});
    tamper('DELETE FROM audit_entries WHERE sequence > (SELECT max(sequence) - 2 FROM audit_entries)');
    expect((await verify()).failed.map(([check]) => check)).toContain('tree');
  });

  it('finds a tail that was cut off together with its tree, by the checkpoints signed before', async () => {
    await verify();
    const { database } = office.storage;
    const { appendLeaf, emptyRange, saveRange } = await import('../../shared/domain/register/merkle-tree.ts');
    tamper('DELETE FROM audit_entries WHERE sequence >= 12');
    let range = emptyRange;
    for (const { leaf_hash } of database.all<{ leaf_hash: Uint8Array }>(
      'SELECT leaf_hash FROM audit_entries ORDER BY sequence',
    )) {
      range = appendLeaf(sha256, range, leaf_hash).range;
    }
    const { size, peaks } = saveRange(range);
    database.run('UPDATE audit_tree SET size = ?, peaks = ?', [size, JSON.stringify(peaks)]);
    const { result, failed } = await verify();
    expect(result).toBe('fail');
    expect(failed.map(([check]) => check)).toEqual(['checkpoints', 'certificates', 'anchor']);
  });

  it('finds a checkpoint that was signed by nobody', async () => {
    await verify();
    tamper('UPDATE audit_checkpoints SET signature = zeroblob(64)');
    expect((await verify()).failed.map(([check]) => check)).toEqual(['checkpoints']);
  });

  it('finds a changed certificate', async () => {
    await office.as('auditor').call('office.home', {});
    tamper("UPDATE certificates SET envelope = json_set(envelope, '$.content.counts.people', 7)");
    expect((await verify()).failed.map(([check]) => check)).toEqual(['certificates']);
    const { certificates } = await office.call('register.listCertificates', { limit: 1, offset: 0 });
    const number = certificates[0]?.number ?? '';
    expect((await office.call('register.getCertificate', { number })).signatureValid).toBe(false);
  });

  it.each([
    ['entries', "UPDATE audit_entries SET entry = 'not json' WHERE sequence = 4"],
    ['tree', "UPDATE audit_tree SET peaks = '[]'"],
    ['tree', "UPDATE audit_tree SET peaks = 'not json'"],
    ['certificates', "UPDATE certificates SET envelope = 'not json'"],
  ])('finds what can no longer be read at all (%s)', async (check, statement) => {
    await office.as('auditor').call('office.home', {});
    tamper(statement);
    const { result, failed } = await verify();
    expect(result).toBe('fail');
    expect(failed.map(([name]) => name)).toContain(check);
  });
});

describe('where it is', () => {
  it('is narrowed to what lies between two checkpoints, where every hash was made to fit', async () => {
    // Day after day the office is opened, and the log is signed once on each.
    for (let day = 0; day < 3; day += 1) {
      await office.restart();
      office.clock.advance({ days: 1 });
      await office.as('reviewer').call('retention.addRule', { content: exampleRule() });
    }
    const { database } = office.storage;
    const sizes = database
      .all<{ size: number }>('SELECT size FROM audit_checkpoints ORDER BY size')
      .map((row) => row.size);
    const [before = 0, after = 0] = sizes.slice(-2);
    expect(after - before).toBeGreaterThan(1);
    tamper();
    const row = database.get<{ sequence: number; entry: string }>(
      "SELECT sequence, entry FROM audit_entries WHERE sequence BETWEEN ? AND ? AND entry LIKE '%office.signed_in%'",
      [before, after - 1],
    );
    const changed = row?.entry.replace('2026-05-', '2026-04-') ?? '';
    expect(changed).not.toBe(row?.entry);
    database.run('UPDATE audit_entries SET entry = ?, leaf_hash = ? WHERE sequence = ?', [
      changed,
      hashLeaf(sha256, Buffer.from(changed)),
      row?.sequence ?? -1,
    ]);
    const { findings } = await office.as('auditor').call('register.verifyAuditLog', {});
    expect(findings.find(({ check }) => check === 'checkpoints')).toMatchObject({
      result: 'fail',
      sequence: before,
      through: after - 1,
    });
  });

  it('is the first entry that is missing of a tail that was cut off', async () => {
    await verify();
    const total = office.storage.database.value<number>('SELECT count(*) FROM audit_entries') ?? 0;
    tamper(`DELETE FROM audit_entries WHERE sequence >= ${total - 3}`);
    const { findings } = await office.as('auditor').call('register.verifyAuditLog', {});
    expect(findings.find(({ check }) => check === 'checkpoints')).toMatchObject({
      sequence: total - 3,
      through: total - 2,
    });
  });

  it('is an entry that was put in between', async () => {
    await office.as('auditor').call('office.home', {});
    const { database } = office.storage;
    tamper();
    const total = database.value<number>('SELECT count(*) FROM audit_entries') ?? 0;
    database.run('UPDATE audit_entries SET sequence = sequence + 1000000 WHERE sequence >= 7');
    database.run('UPDATE audit_entries SET sequence = sequence - 999999 WHERE sequence >= 1000000');
    database.run(
      'INSERT INTO audit_entries SELECT 7, entry, leaf_hash FROM audit_entries WHERE sequence = 6',
    );
    expect(database.value('SELECT count(*) FROM audit_entries')).toBe(total + 1);
    expect((await verify()).failed[0]).toEqual(['entries', 7]);
  });

  it('is a certificate that was removed, by the entry of its issuing', async () => {
    await office.as('auditor').call('office.home', {});
    const { database } = office.storage;
    tamper('PRAGMA foreign_keys = OFF', 'DELETE FROM certificates', 'PRAGMA foreign_keys = ON');
    const { failed } = await verify();
    const issued = database.value<number>(
      "SELECT sequence FROM audit_entries WHERE entry LIKE '%register.certificate_issued%'",
    );
    expect(failed).toEqual([['certificates', issued ?? null]]);
  });
});

describe('in the background', () => {
  const health = () => office.as('auditor').call('register.auditHealth', {});
  const idle = () => office.thread.whenIdle('test', () => undefined);

  it('the log is verified when the office is opened, without an entry', async () => {
    await office.as('auditor').call('office.home', {});
    for (let turn = 0; turn < 5; turn += 1) await idle();
    const { total } = await office.call('register.listAuditEntries', { limit: 1, offset: 0 });
    expect(await health()).toMatchObject({ state: 'checked', result: 'pass', entries: total });
    expect((await office.call('office.home', {})).auditLogTroubled).toBe(false);
  });

  it('says at the desk that it does not hold, and enters it', async () => {
    await office.as('auditor').call('office.home', {});
    tamper('DELETE FROM audit_entries WHERE sequence = 5');
    await office.restart();
    await office.as('auditor').call('office.home', {});
    for (let turn = 0; turn < 5; turn += 1) await idle();
    expect(await health()).toMatchObject({ state: 'checked', result: 'fail' });
    expect((await office.call('office.home', {})).auditLogTroubled).toBe(true);
    const { entries } = await office.call('register.listAuditEntries', { limit: 1, offset: 0 });
    expect(entries[0]).toMatchObject({
      code: 'register.audit_log_verified',
      actorId: null,
      about: { result: 'fail' },
    });
  });
});

describe('proofs', () => {
  const json = async <Name extends 'register.checkpointSheet' | 'register.entryProof'>(
    channel: Name,
    ask: Name extends 'register.entryProof' ? { sequence: number } : { size: number },
  ): Promise<unknown> => {
    const input = { ask, format: 'json', languages: ['en'], to: { way: 'screen' } } as never;
    const { bytes } = await office.as('auditor').call(channel, input);
    return JSON.parse(Buffer.from(bytes ?? '', 'base64').toString('utf8'));
  };
  const ed25519 = (message: Uint8Array, signature: Uint8Array, key: Uint8Array) =>
    verifyEd25519(key, message, signature);

  it('every entry can be proven against a signed checkpoint', async () => {
    const { total } = await office.as('auditor').call('register.listAuditEntries', { limit: 1, offset: 0 });
    for (const sequence of [0, 1, Math.floor(total / 2), total - 1]) {
      const proof = entryProof.parse(await json('register.entryProof', { sequence }));
      expect(proof.checkpoint.size).toBeGreaterThan(sequence);
      expect(entryIsIncluded(sha256, proof)).toBe(true);
      expect(checkpointIsAuthentic(proof.checkpoint, Buffer.from(proof.publicKey, 'base64'), ed25519)).toBe(
        true,
      );
      const other = { ...proof, entry: { ...proof.entry, at: '2026-01-01T00:00:00.000Z' } };
      expect(entryIsIncluded(sha256, other)).toBe(false);
    }
  });

  it('each sheet continues the one before, and signing the same log again is the same sheet', async () => {
    const desk = office.as('auditor');
    const first = await desk.call('register.signCheckpoint', {});
    expect(await desk.call('register.signCheckpoint', {})).toEqual(first);
    await office.as('reviewer').call('retention.addRule', { content: exampleRule() });
    const second = await desk.call('register.signCheckpoint', {});
    expect(second.size).toBeGreaterThan(first.size);
    const sheet = checkpointSheet.parse(await json('register.checkpointSheet', second));
    const previous = sheet.previous;
    expect(previous?.checkpoint.size).toBe(first.size);
    if (previous === null) throw new Error('no earlier checkpoint');
    expect(checkpointContinues(sha256, previous.checkpoint, sheet.checkpoint, previous.proof)).toBe(true);
    const cut = { ...previous.checkpoint, root: 'ab'.repeat(32) };
    expect(checkpointContinues(sha256, cut, sheet.checkpoint, previous.proof)).toBe(false);
    expect(
      (
        await desk.refused('register.checkpointSheet', {
          ask: { size: 999_999 },
          format: 'json',
          languages: ['en'],
          to: { way: 'screen' },
        })
      ).code,
    ).toBe('not_found');
  });
});

describe('the records exchanged for an older copy', () => {
  const records = (of: TestOffice) => join(of.folder, 'records.db');
  const beside = (of: TestOffice) => join(of.folder, 'checkpoint.json');

  /** An older copy of the records under the same key, while the folder went on: three sheets were signed since. */
  async function exchange(): Promise<{ was: number; is: number }> {
    await office.as('auditor').call('register.signCheckpoint', {});
    const was = office.storage.database.value<number>('SELECT count(*) FROM audit_entries') ?? 0;
    await office.restart();
    const older = readFileSync(records(office));
    await office.restart();
    for (let sheet = 0; sheet < 3; sheet += 1) {
      await office.as('reviewer').call('retention.addRule', { content: exampleRule() });
      await office.as('auditor').call('register.signCheckpoint', {});
    }
    const is = office.storage.database.value<number>('SELECT max(size) FROM audit_checkpoints') ?? 0;
    await office.restart();
    writeFileSync(records(office), older);
    await office.as('auditor').call('office.home', {});
    return { was, is };
  }

  it('do not reach the checkpoint beside them, and the missing entries are named', async () => {
    const { was, is } = await exchange();
    expect(is).toBeGreaterThan(was);
    const { findings, entries } = await office.as('auditor').call('register.verifyAuditLog', {});
    expect(findings.filter(({ result }) => result === 'fail')).toEqual([
      expect.objectContaining({ check: 'anchor', sequence: entries, through: is - 1 }),
    ]);
    expect((await office.call('office.home', {})).auditLogTroubled).toBe(true);
  });

  it('are found also after they went on and grew past it, and the checkpoint stays as it was', async () => {
    const { was, is } = await exchange();
    const kept = readFileSync(beside(office), 'utf8');
    while ((office.storage.database.value<number>('SELECT count(*) FROM audit_entries') ?? 0) <= is) {
      await office.as('reviewer').call('retention.addRule', { content: exampleRule() });
    }
    await office.as('auditor').call('register.signCheckpoint', {});
    const { findings } = await office.as('auditor').call('register.verifyAuditLog', {});
    const failed = findings.filter(({ result }) => result === 'fail');
    expect(failed.map(({ check }) => check)).toEqual(['anchor']);
    expect(failed[0]?.sequence).toBeGreaterThanOrEqual(was);
    expect(failed[0]?.through).toBe(is - 1);
    expect(readFileSync(beside(office), 'utf8')).toBe(kept);
  });

  it('are found where the checkpoint beside them is no checkpoint any more', async () => {
    await office.as('auditor').call('register.signCheckpoint', {});
    await office.restart();
    writeFileSync(beside(office), '{}');
    await office.restart();
    expect((await verify()).failed).toEqual([['anchor', null]]);
  });
});

describe('append-only', () => {
  it.each([
    'consent_form_versions',
    'retention_rule_versions',
    'deeds',
    'certificates',
    'audit_entries',
    'audit_checkpoints',
    'data_uses',
    'data_use_units',
    'consent_events',
  ])('%s', async (table) => {
    const form = await publishMembership(office);
    const { personId } = await capture(office, form);
    await office.as('clerk').call('collection.openPerson', { personId, reason: 'serve_person' });
    const { database } = office.storage;
    const [first] = database.all<Record<string, string>>(`SELECT * FROM ${table} LIMIT 1`);
    const [column] = Object.keys(first ?? {});
    expect(column).toBeDefined();
    expect(() => database.run(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(/append-only/);
    expect(() => database.run(`DELETE FROM ${table}`)).toThrow(/append-only/);
    expect(database.all(`SELECT * FROM ${table} LIMIT 1`)).toEqual([first]);
  });
});

describe('an entry', () => {
  it('is not written outside the transaction of its deed', async () => {
    await office.as('auditor').call('office.home', {});
    const { database } = office.storage;
    const entry = { code: 'office.locked', about: {}, actor: null } as const;
    expect(() => appendAuditEntry(database, office.clock, entry)).toThrow(/outside the transaction/);
  });

  it('goes back together with its deed', async () => {
    await office.as('auditor').call('office.home', {});
    const { database } = office.storage;
    const size = () => database.value('SELECT size FROM audit_tree');
    const before = [size(), database.value('SELECT count(*) FROM audit_entries')];
    expect(() =>
      database.transaction(() => {
        appendAuditEntry(database, office.clock, { code: 'office.locked', about: {}, actor: null });
        throw new Error('afterwards');
      }),
    ).toThrow('afterwards');
    expect([size(), database.value('SELECT count(*) FROM audit_entries')]).toEqual(before);
    expect((await verify()).result).toBe('pass');
  });

  it('never names a person, a value or one of the staff', async () => {
    const { entries } = await office
      .as('auditor')
      .call('register.listAuditEntries', { limit: 500, offset: 0 });
    expect(entries.length).toBeGreaterThan(20);
    expect(JSON.stringify(entries)).not.toMatch(/홍길동|010-1234|hong@|한아름|이소연|lee\.soyeon/);
  });
});
