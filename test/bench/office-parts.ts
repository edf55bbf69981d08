import { AuditLogCheck, type AuditVerification, isWhole } from '../../main/register/audit-verification.ts';
import { sha256 } from '../../main/storage/cryptography.ts';
import { rewriteDatabase } from '../../main/storage/database-rewrite.ts';
import { changeEpoch } from '../../main/storage/epoch-change.ts';
import { readMarker } from '../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../main/storage/office-storage.ts';
import { findHolderByName } from '../../main/storage/password-holder.ts';
import { probeCiphertexts, probeDataKeysAbsent } from '../../main/storage/verification-probe.ts';
import { alone } from '../../main/storage/work-aside.ts';
import { canonicalJson } from '../../shared/domain/register/canonical-json.ts';
import { GrowingTree, hashLeaf, saveRange } from '../../shared/domain/register/merkle-tree.ts';
import { passwordOf } from './bench-people.ts';
import { eachTimeAsync, timed } from './stopwatch.ts';

export interface PartTimes {
  readonly epoch: number;
  readonly compact: number;
  readonly rekey: number;
  readonly checkpoint: number;
  readonly keysAbsent: number;
  readonly ciphertexts: number;
}

/** The parts a destruction is made of, each by itself on the same office, since one step holds several. Milliseconds. */
export async function measureParts(officeFolder: string): Promise<PartTimes> {
  const holderId = findHolderByName(officeFolder, readMarker(officeFolder), 'operator');
  if (holderId === undefined) throw new Error('no such holder');
  const office = await openOffice(officeFolder, holderId, passwordOf('operator'));
  try {
    return {
      epoch: timed(() => changeEpoch(office, { addDatabaseKey: true })),
      compact: timed(() => office.database.compact()),
      rekey: (await eachTimeAsync(1, () => rewriteDatabase(office, alone)))[0] ?? 0,
      checkpoint: timed(() => {
        changeEpoch(office, { dropSupersededDatabaseKey: true });
        office.database.checkpoint();
      }),
      keysAbsent: timed(() => probeDataKeysAbsent(office, [absentKey])),
      ciphertexts: timed(() => probeCiphertexts(office, unreadableSamples(office))),
    };
  } finally {
    office.close();
  }
}

const absentKey = '00'.repeat(16);

/** Three payloads as one person has, in a place where they do not open. */
function unreadableSamples(office: OfficeStorage) {
  return office.database
    .all<{ sealed: Uint8Array }>('SELECT sealed FROM record_units LIMIT 3')
    .map(({ sealed }) => ({ place: { table: 'none', column: 'sealed', rowId: absentKey }, sealed }));
}

export interface LogTimes {
  readonly entries: number;
  readonly verify: number;
  /** Of the verification: what it takes where nothing else runs. */
  readonly processor: number;
  /** Every row of the log read once, without any hash. */
  readonly read: number;
}

/** A log of this many entries, verified in full. The entries are written straight into the table: only reading is measured. */
export async function measureLog(officeFolder: string, entries: number): Promise<LogTimes> {
  const holderId = findHolderByName(officeFolder, readMarker(officeFolder), 'operator');
  if (holderId === undefined) throw new Error('no such holder');
  const office = await openOffice(officeFolder, holderId, passwordOf('operator'));
  try {
    const { database } = office;
    growLog(office, entries);
    const read = timed(() => {
      for (const _ of database.iterate(
        'SELECT sequence, entry, leaf_hash FROM audit_entries ORDER BY sequence',
      ));
    });
    let found: AuditVerification | undefined;
    const before = process.cpuUsage();
    const verify = timed(() => {
      const check = new AuditLogCheck(office);
      while (!check.step(5000));
      found = check.result();
    });
    const { user, system } = process.cpuUsage(before);
    const processor = (user + system) / 1000;
    if (found === undefined || found.entries !== entries || !isWhole(found))
      throw new Error('the log does not hold');
    return { entries, verify, processor, read };
  } finally {
    office.close();
  }
}

function growLog({ database }: OfficeStorage, entries: number): void {
  const tree = new GrowingTree(sha256);
  for (const row of database.all<{ leaf_hash: Uint8Array }>(
    'SELECT leaf_hash FROM audit_entries ORDER BY sequence',
  )) {
    tree.append(row.leaf_hash);
  }
  database.transaction(() => {
    while (tree.size < entries) {
      const entry = canonicalJson({
        format: 'ashbook-audit/1',
        sequence: tree.size,
        at: '2026-05-04T01:00:00.000Z',
        code: 'collection.person_opened',
        actorId: 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6',
        staffNumber: 2,
        about: { personId: 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6', reason: 'serve_person' },
      });
      const leaf = hashLeaf(sha256, Buffer.from(entry));
      database.run('INSERT INTO audit_entries (sequence, entry, leaf_hash) VALUES (?, ?, ?)', [
        tree.size,
        entry,
        leaf,
      ]);
      tree.append(leaf);
    }
    const { size, peaks } = saveRange(tree.range);
    database.run('UPDATE audit_tree SET size = ?, peaks = ?', [size, JSON.stringify(peaks)]);
  });
}
