import { afterEach, expect, it } from 'vitest';
import { migrations } from '../../../main/storage/migrations/index.ts';
import { readMarker } from '../../../main/storage/office-folder.ts';
import { openOffice } from '../../../main/storage/office-storage.ts';
import { findHolderByName } from '../../../main/storage/password-holder.ts';
import { cheapArgon2, makeOffice, password, signInName, temporaryFolder } from './office-fixture.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const place = migrations.findIndex(({ name }) => name === 'paper');
const at = '2026-01-02T00:00:00.000Z';

it('keeps record units, as electronic ones, and keys that wait to be destroyed', async () => {
  const before = await makeOffice(folder, { migrations: migrations.slice(0, place) });
  before.database.exec(`
    INSERT INTO office VALUES ('o', 'Office', 'Asia/Seoul', 'korea', 'k', '${at}');
    INSERT INTO record_classes (id, office_id, name) VALUES ('c', 'o', '{}');
    INSERT INTO retention_rules (id, office_id, record_class_id) VALUES ('r', 'o', 'c');
    INSERT INTO retention_rule_versions (id, rule_id, version, content, created_at) VALUES ('v', 'r', 1, '{}', '${at}');
    INSERT INTO record_units (id, office_id, record_class_id, rule_version_id, state, collected_on, cause)
      VALUES ('u', 'o', 'c', 'v', 'active', '2026-01-02', 'open');
    INSERT INTO ended_draft_keys VALUES ('key', '${at}');
  `);
  before.close();
  const holderId = findHolderByName(folder, readMarker(folder), signInName) ?? '';
  const office = await openOffice(folder, holderId, password, {
    migrations: migrations.slice(0, place + 1),
    argon2: cheapArgon2,
  });
  const { database } = office;
  expect(database.all('SELECT id, carrier FROM record_units')).toEqual([{ id: 'u', carrier: 'electronic' }]);
  expect(database.all('SELECT data_key_id FROM ended_keys')).toEqual([{ data_key_id: 'key' }]);
  expect(database.value('SELECT last_label_number FROM paper_settings')).toBe(0);
  office.close();
});
