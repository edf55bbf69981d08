import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { retentionRuleContent } from '../../../shared/domain/retention/retention-rule.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const at = '2026-01-02T00:00:00.000Z';
const number = migrations.findIndex(({ name }) => name === 'retention-rules');

const rule = (trigger: string) =>
  JSON.stringify({
    name: { en: 'Contracts', ko: '계약' },
    trigger,
    period: 'P5Y',
    basis: { en: 'Decree', ko: '시행령' },
    obligedByLaw: true,
    lawEdition: { en: 'in force 2026', ko: '2026년 시행' },
    effectiveFrom: '2026-01-01',
    source: 'read_in_law',
  });

/** An office of the version before with three units of one consent: kept, withdrawn, withdrawn but obliged. */
async function officeOfTheVersionBefore(): Promise<void> {
  const office = await makeOffice(folder, { migrations: migrations.slice(0, number) });
  const unit = (
    id: string,
    version: string,
    state: string,
    withdrawn: string | null,
    kept: string,
    due: string,
  ) =>
    office.database.run(
      `INSERT INTO record_units (id, office_id, person_id, consent_id, purpose_id, rule_version_id, state, triggered_on,
         withdrawn_on, kept_through, due_on, sealed)
       VALUES (?, 'o', 'p', 'c', ?, ?, ?, '2026-01-02', ?, ?, ?, x'03')`,
      [id, id, version, state, withdrawn, kept, due],
    );
  office.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO users (id, staff_number, roles, sealed, created_at) VALUES ('u', 1, '[]', x'00', '${at}');
    INSERT INTO retention_rules VALUES ('r', 'o'), ('y', 'o');
    INSERT INTO retention_rule_versions VALUES ('rv', 'r', 1, '${rule('collected')}', '${at}', 'u'),
      ('yv', 'y', 1, '${rule('collected_year_end')}', '${at}', NULL);
    INSERT INTO consent_forms VALUES ('f', 'o');
    INSERT INTO consent_form_versions VALUES ('fv', 'f', 1, '{}', '${at}', 'u');
    INSERT INTO form_version_rules VALUES ('fv', 'r', 'rv');
    INSERT INTO consent_notices VALUES ('n', '{}');
    INSERT INTO people VALUES ('p', 'o', 'k', x'01');
    INSERT INTO consents (id, person_id, form_version_id, language, notice_digest, given_on, sealed, captured_at, captured_by)
      VALUES ('c', 'p', 'fv', 'ko', 'n', '2026-01-02', x'02', '${at}', 'u');
  `);
  unit('kept', 'yv', 'active', null, '2031-12-31', '2032-01-01');
  unit('gone', 'rv', 'active', '2026-03-03', '2026-03-03', '2026-03-03');
  unit('apart', 'rv', 'separated', '2026-03-03', '2031-01-02', '2031-01-03');
  office.database.run(
    `INSERT INTO attachments (id, person_id, unit_id, sealed, added_at, added_by) VALUES ('x', 'p', 'apart', x'04', '${at}', 'u')`,
  );
  office.close();
}

async function opened(): Promise<OfficeStorage> {
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  return await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, number + 1),
    argon2: cheapArgon2,
  });
}

it('keeps every unit with its dates, what happened to it and its files, and gives each rule a class', async () => {
  await officeOfTheVersionBefore();
  const office = await opened();
  const { database } = office;
  expect(database.version).toBe(number + 1);
  const common = { collected_on: '2026-01-02', retained_through: null, fell_due: 0, sealed: Buffer.of(3) };
  expect(
    database.all(
      `SELECT id, record_class_id, state, collected_on, retained_through, kept_through, due_on, cause, separate_on, late_on,
         fell_due, sealed FROM record_units ORDER BY due_on`,
    ),
  ).toEqual([
    {
      ...common,
      id: 'gone',
      record_class_id: 'r',
      state: 'active',
      kept_through: '2026-03-03',
      due_on: '2026-03-03',
      cause: 'consent_withdrawn',
      separate_on: null,
      late_on: '2026-03-09',
    },
    {
      ...common,
      id: 'apart',
      record_class_id: 'r',
      state: 'separated',
      kept_through: '2031-01-02',
      due_on: '2031-01-03',
      cause: 'withdrawn_but_obliged',
      separate_on: '2026-03-03',
      late_on: '2031-01-09',
    },
    {
      ...common,
      id: 'kept',
      record_class_id: 'y',
      state: 'active',
      kept_through: '2031-12-31',
      due_on: '2032-01-01',
      cause: 'period_ends',
      separate_on: null,
      late_on: '2032-01-07',
    },
  ]);
  expect(database.all('SELECT unit_id, kind, happened_on FROM unit_happenings ORDER BY unit_id')).toEqual([
    { unit_id: 'apart', kind: 'consent_withdrawn', happened_on: '2026-03-03' },
    { unit_id: 'gone', kind: 'consent_withdrawn', happened_on: '2026-03-03' },
  ]);
  expect(database.all('SELECT id, unit_id FROM attachments')).toEqual([{ id: 'x', unit_id: 'apart' }]);
  expect(
    database.all('SELECT id, record_class_id, applied_version_id FROM retention_rules ORDER BY id'),
  ).toEqual([
    { id: 'r', record_class_id: 'r', applied_version_id: 'rv' },
    { id: 'y', record_class_id: 'y', applied_version_id: 'yv' },
  ]);
  expect(database.value("SELECT name FROM record_classes WHERE id = 'y'")).toBe(
    '{"en":"Contracts","ko":"계약"}',
  );
  const content = database.value<string>("SELECT content FROM retention_rule_versions WHERE id = 'yv'") ?? '';
  expect(retentionRuleContent.parse(JSON.parse(content))).toMatchObject({
    trigger: 'collected',
    counting: 'calendar_year_end',
    jurisdiction: 'korea',
  });
  expect(() => database.run("UPDATE retention_rule_versions SET content = ''")).toThrow('append-only');

  // A unit still takes its files along, and the index hears of what belongs to a person.
  const changes = () => database.all('SELECT person_id FROM search_changes').length;
  database.run('DELETE FROM search_changes');
  database.run("UPDATE record_units SET state = 'active' WHERE id = 'apart'");
  expect(changes()).toBe(0);
  database.run("UPDATE record_units SET sealed = NULL WHERE id = 'apart'");
  expect(changes()).toBe(1);
  database.run("DELETE FROM record_units WHERE id = 'apart'");
  expect(database.value('SELECT count(*) FROM attachments')).toBe(0);
  expect(database.value("SELECT count(*) FROM unit_happenings WHERE unit_id = 'apart'")).toBe(0);
  database.run(
    `INSERT INTO record_units (id, office_id, record_class_id, rule_version_id, state, collected_on, cause)
     VALUES ('box', 'o', 'r', 'rv', 'active', '2026-01-02', 'open')`,
  );
  database.run("DELETE FROM record_units WHERE id = 'box'");
  expect(changes()).toBe(1);
  office.close();
});
