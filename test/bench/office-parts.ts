import { alone, rewriteDatabase } from '../../main/storage/database-rewrite.ts';
import { changeEpoch } from '../../main/storage/epoch-change.ts';
import { readMarker } from '../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../main/storage/office-storage.ts';
import { findHolderByName } from '../../main/storage/password-holder.ts';
import { probeCiphertexts, probeDataKeysAbsent } from '../../main/storage/verification-probe.ts';
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
