import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrated, officeAndUser, writtenAt } from './migrated.ts';
import { temporaryFolder } from './office-fixture.ts';

let folder = '';
let remove = () => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

/** A vendor with one hand-over, which is known copy 1. */
const handOver = `${officeAndUser}
  INSERT INTO recipients (id, office_id, sealed, added_at) VALUES ('r', 'o', x'01', '${writtenAt}');
  INSERT INTO vendors (id, office_id, contract_ends_on, sealed, added_at) VALUES ('v', 'o', NULL, x'02', '${writtenAt}');
  INSERT INTO known_copies (id, office_id, number, kind, scope, since, sealed, registered_at)
    VALUES ('c', 'o', 1, 'provided_to_vendor', 'listed', '2026-01-02', x'03', '${writtenAt}');
  INSERT INTO hand_overs (id, vendor_id, purpose_id, way, encrypted, people, handed_over_on, copy_id, recorded_at, user_id)
    VALUES ('h', 'v', 'p', 'file_transfer', 1, 2, '2026-01-02', 'c', '${writtenAt}', 'u');
`;

const provision = (change: Record<string, string> = {}) => {
  const row = {
    ...{ id: "'s'", recipient_id: "'r'", purpose_id: "'p'", kind: "'provision'" },
    ...{
      consent_kind: "'third_party_provision'",
      item_codes: "'[]'",
      people: '2',
      provided_on: "'2026-01-02'",
    },
    ...{ cycle: "'once'", way: "'file_transfer'", encrypted: '1', copy_id: "'c'", sealed: "x'04'" },
    ...{ recorded_at: `'${writtenAt}'`, user_id: "'u'", ...change },
  };
  return `INSERT INTO provisions (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
};

describe('provisions', () => {
  it('leaves what was handed over as it was, and takes provisions of known recipients alone', async () => {
    const office = await migrated(folder, 'provisions', handOver);
    const { database } = office;
    expect(database.get('SELECT id, people, copy_id FROM hand_overs')).toEqual({
      id: 'h',
      people: 2,
      copy_id: 'c',
    });
    expect(database.value('SELECT count(*) FROM provisions')).toBe(0);
    expect(() => database.exec(provision({ recipient_id: "'nobody'" }))).toThrow(/FOREIGN KEY/);
    expect(() => database.exec(provision({ kind: "'gift'" }))).toThrow(/CHECK/);
    database.exec(provision());
    // The ledger outlives whoever it was of.
    database.exec("INSERT INTO provision_consents VALUES ('s', 'gone', 'gone')");
    expect(() => database.exec("INSERT INTO provision_consents VALUES ('other', 'c', 'p')")).toThrow(
      /FOREIGN KEY/,
    );
    office.close();
  });
});

describe('recalls', () => {
  const recall = (id: string, copy: string, handOverId: string, provisionId: string) =>
    `INSERT INTO recalls (id, copy_id, hand_over_id, provision_id, cause, units, asked_on, due_on)
     VALUES ('${id}', '${copy}', ${handOverId}, ${provisionId}, 'withdrawal', 1, '2026-01-02', '2026-01-07')`;

  it('leaves provisions as they were; a recall is of one copy, once, and of a hand-over or a provision', async () => {
    const office = await migrated(folder, 'recalls', `${handOver} ${provision()};`);
    const { database } = office;
    expect(database.get('SELECT id, people, copy_id FROM provisions')).toEqual({
      id: 's',
      people: 2,
      copy_id: 'c',
    });
    expect(() => database.exec(recall('x', 'c', 'NULL', 'NULL'))).toThrow(/CHECK/);
    expect(() => database.exec(recall('x', 'c', "'h'", "'s'"))).toThrow(/CHECK/);
    expect(() => database.exec(recall('x', 'nowhere', "'h'", 'NULL'))).toThrow(/FOREIGN KEY/);
    database.exec(recall('x', 'c', "'h'", 'NULL'));
    expect(() => database.exec(recall('y', 'c', 'NULL', "'s'"))).toThrow(/UNIQUE/);
    expect(database.get('SELECT reminders, letter_on, answered_on FROM recalls')).toEqual({
      reminders: 0,
      letter_on: null,
      answered_on: null,
    });
    office.close();
  });
});
