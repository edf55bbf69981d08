import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { id } from '../../../shared/contract/fields.ts';
import { retentionRuleContent } from '../../../shared/domain/retention/retention-rule.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const place = migrations.findIndex(({ name }) => name === 'evidence');
const at = '2026-01-02T00:00:00.000Z';

it('gives the office its rules of evidence, and keeps what is written from every change but a removal by rule', async () => {
  const before = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  before.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}'), ('v', 2, '[]', x'00', '${at}');
    INSERT INTO audit_entries (sequence, entry, leaf_hash) VALUES (0, '{}', x'00'), (1, '{}', x'01');
  `);
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
  const { database } = office;
  const rules = database.all<{ evidence: string; id: string; content: string; version_id: string }>(
    `SELECT k.evidence, k.id, v.content, v.id AS version_id FROM record_classes k JOIN retention_rules r ON r.record_class_id = k.id
     JOIN retention_rule_versions v ON v.id = r.applied_version_id WHERE k.evidence IS NOT NULL ORDER BY k.evidence`,
  );
  expect(
    rules.map(({ evidence, content }) => [evidence, retentionRuleContent.parse(JSON.parse(content)).period]),
  ).toEqual([
    ['audit_log', 'P10Y'],
    ['certificates', 'P10Y'],
  ]);
  for (const rule of rules) expect([id.parse(rule.id), id.parse(rule.version_id)]).toHaveLength(2);

  const blank = () => database.exec("UPDATE audit_entries SET entry = '' WHERE sequence = 0");
  expect(blank).toThrow(/append-only/u);
  database.exec(`INSERT INTO evidence_removals VALUES
    ('r', 'audit_log', '${rules[0]?.version_id}', 1, NULL, 'proposed', '${at}', 'u', NULL, NULL)`);
  expect(blank).toThrow(/append-only/u);
  expect(() =>
    database.exec("UPDATE evidence_removals SET state = 'approved', decided_by = 'u' WHERE id = 'r'"),
  ).toThrow();
  database.exec("UPDATE evidence_removals SET state = 'approved', decided_by = 'v' WHERE id = 'r'");
  blank();
  expect(() => database.exec("UPDATE audit_entries SET entry = '' WHERE sequence = 1")).toThrow(
    /append-only/u,
  );
  expect(() => database.exec("UPDATE audit_entries SET leaf_hash = x'02' WHERE sequence = 0")).toThrow(
    /append-only/u,
  );
  database.exec("UPDATE evidence_removals SET state = 'finished' WHERE id = 'r'");
  expect(() => database.exec("UPDATE evidence_removals SET state = 'approved' WHERE id = 'r'")).toThrow(
    /only goes on/u,
  );
  expect(database.all('SELECT * FROM register_settings')).toEqual([{ id: 1, weekly_sheet_since: null }]);
  office.close();
});
