import {
  type VerificationCheck,
  type VerificationFinding,
  verificationFinding,
} from '../../shared/domain/register/certificate.ts';
import { attachmentFileIds } from '../storage/attachment-file.ts';
import type { Database } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { SearchIndexFile } from '../storage/search-index-file.ts';
import {
  type Probe,
  probeCiphertexts,
  probeDatabaseResidue,
  probeDataKeysAbsent,
  probeKnownFiles,
  probeSupersededDatabaseKey,
  probeSupersededFiles,
} from '../storage/verification-probe.ts';
import { destructionCounts } from './execution-plan.ts';

/**
 * Step 6 of an electronic destruction: looks at the disk and the database again and says, check by check, what was compared.
 * A check that could not be made is `unknown`, and then nothing is certified.
 */
export async function verifyExecution(
  storage: OfficeStorage,
  orderId: string,
  supersededDatabaseKey: Uint8Array,
  /** Between any two checks: what is gone does not come back meanwhile, so nobody need wait for all of them. */
  pause: () => Promise<void>,
): Promise<VerificationFinding[]> {
  const { database } = storage;
  const keyIds = database
    .all<{ superseded_key_id: string }>(
      `SELECT superseded_key_id FROM execution_people WHERE order_id = :orderId
       UNION ALL SELECT superseded_key_id FROM execution_unit_keys WHERE order_id = :orderId`,
      { orderId },
    )
    .map((row) => row.superseded_key_id);
  const samples = database
    .all<{ table_name: string; row_id: string; sealed: Uint8Array }>(
      'SELECT table_name, row_id, sealed FROM execution_samples WHERE order_id = ?',
      [orderId],
    )
    .map((row) => ({
      place: { table: row.table_name, column: 'sealed', rowId: row.row_id },
      sealed: row.sealed,
    }));
  const checks: readonly [VerificationCheck, () => Probe][] = [
    ['database_key_superseded', () => probeSupersededDatabaseKey(storage, supersededDatabaseKey)],
    ['data_keys_absent', () => probeDataKeysAbsent(storage, keyIds)],
    ['sampled_ciphertext_unreadable', () => probeCiphertexts(storage, samples)],
    ['superseded_files_absent', () => probeSupersededFiles(storage)],
    ['rows_absent', () => rowsAbsent(database, orderId)],
    ['attachments_absent', () => attachmentsAbsent(storage, orderId)],
    ['no_residue', () => residueAbsent(storage)],
    ['counts_match', () => countsMatch(database, orderId)],
  ];
  const findings: VerificationFinding[] = [];
  for (const [check, look] of checks) {
    if (findings.length > 0) await pause();
    findings.push(finding(check, look()));
  }
  return findings;
}

/** Looked at right after free pages were given back and the log emptied: others may have written since the execution did. */
function residueAbsent(storage: OfficeStorage): Probe {
  storage.database.compact();
  storage.database.checkpoint();
  return both(both(probeDatabaseResidue(storage), probeKnownFiles(storage)), noOldSearchIndex(storage));
}

export function allPassed(findings: readonly VerificationFinding[]): boolean {
  return findings.length > 0 && findings.every((one) => one.result === 'pass');
}

function finding(check: VerificationCheck, probe: Probe): VerificationFinding {
  const compared = Object.fromEntries(
    Object.entries(probe.compared).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(/\s+/g, '') || 'none' : value,
    ]),
  );
  return verificationFinding.parse({ check, result: probe.result, compared });
}

/** An electronic unit `u` of an order that no hold took off: paper is witnessed, not looked for. */
const isElectronic = "u.left_out IS NULL AND u.content ->> '$.paper' IS NULL";

function rowsAbsent(database: Database, orderId: string): Probe {
  const count = (sql: string) => database.value<number>(sql, [orderId]) ?? 0;
  const units = count(
    `SELECT count(*) FROM record_units WHERE carrier = 'electronic'
       AND id IN (SELECT unit_id FROM order_units WHERE order_id = ? AND left_out IS NULL)`,
  );
  const separated = count(
    'SELECT count(*) FROM separated_records WHERE id IN (SELECT unit_id FROM order_units WHERE order_id = ? AND left_out IS NULL)',
  );
  const people = count(
    'SELECT count(*) FROM people WHERE id IN (SELECT person_id FROM execution_people WHERE order_id = ? AND new_key_id IS NULL)',
  );
  const consents = count(
    `SELECT count(*) FROM consents WHERE person_id IN
       (SELECT person_id FROM execution_people WHERE order_id = ? AND new_key_id IS NULL)`,
  );
  const requestTexts = count(
    `SELECT count(*) FROM person_requests WHERE sealed IS NOT NULL AND person_id IN
       (SELECT person_id FROM execution_people WHERE order_id = ? AND new_key_id IS NULL)`,
  );
  const suspensions = count(
    `SELECT count(*) FROM processing_suspensions WHERE person_id IN
       (SELECT person_id FROM execution_people WHERE order_id = ? AND new_key_id IS NULL)`,
  );
  const corrections =
    count(
      'SELECT count(*) FROM corrections WHERE unit_id IN (SELECT unit_id FROM order_units WHERE order_id = ? AND left_out IS NULL)',
    ) +
    count(
      `SELECT count(*) FROM corrections WHERE person_id IN
         (SELECT person_id FROM execution_people WHERE order_id = ? AND new_key_id IS NULL)`,
    );
  const looked = count(`SELECT count(*) FROM order_units u WHERE order_id = ? AND ${isElectronic}`);
  return {
    result:
      units + separated + people + consents + requestTexts + suspensions + corrections === 0
        ? 'pass'
        : 'fail',
    compared: {
      unitsLookedFor: looked,
      unitsFound: units + separated,
      consentsFound: consents,
      peopleFound: people,
      requestTextsFound: requestTexts,
      suspensionsFound: suspensions,
      correctionsFound: corrections,
    },
  };
}

/**
 * Neither row nor file of any attachment of the order is there, and no file lies in the folder that no row names. That a file
 * of somebody else is missing is said, but nothing of the order remains by it.
 */
function attachmentsAbsent({ database, folder }: OfficeStorage, orderId: string): Probe {
  const listed = database
    .all<{ attachment_id: string }>('SELECT attachment_id FROM execution_attachments WHERE order_id = ?', [
      orderId,
    ])
    .map((row) => row.attachment_id);
  const named = new Set(database.all<{ id: string }>('SELECT id FROM attachments').map((row) => row.id));
  let files: Set<string>;
  try {
    files = new Set(attachmentFileIds(folder));
  } catch {
    return { result: 'unknown', compared: { attachmentsLookedFor: listed.length } };
  }
  const rowsFound = listed.filter((id) => named.has(id)).length;
  const filesFound = listed.filter((id) => files.has(id)).length;
  const filesUnnamed = [...files].filter((id) => !named.has(id)).length;
  return {
    result: rowsFound + filesFound + filesUnnamed === 0 ? 'pass' : 'fail',
    compared: {
      attachmentsLookedFor: listed.length,
      rowsFound,
      filesFound,
      filesUnnamed,
      attachmentsKept: named.size,
      filesMissing: [...named].filter((id) => !files.has(id)).length,
    },
  };
}

/** The search index is absent until it is written under the new key; one under another key would be the old one. */
function noOldSearchIndex(storage: OfficeStorage): Probe {
  try {
    const searchIndex = SearchIndexFile.state(storage);
    return { result: searchIndex === 'refused' ? 'fail' : 'pass', compared: { searchIndex } };
  } catch {
    return { result: 'unknown', compared: {} };
  }
}

function countsMatch(database: Database, orderId: string): Probe {
  const row = database.get<{ planned: string; deleted: string | null; ordered: number }>(
    `SELECT planned, deleted,
       (SELECT count(*) FROM order_units u WHERE u.order_id = e.order_id AND ${isElectronic}) AS ordered
     FROM executions e WHERE order_id = ?`,
    [orderId],
  );
  if (row === undefined || row.deleted === null) return { result: 'unknown', compared: {} };
  const planned = destructionCounts.parse(JSON.parse(row.planned));
  const deleted = destructionCounts.parse(JSON.parse(row.deleted));
  const same =
    planned.units === row.ordered &&
    planned.units === deleted.units &&
    planned.consents === deleted.consents &&
    planned.people === deleted.people &&
    planned.attachments === deleted.attachments;
  return {
    result: same ? 'pass' : 'fail',
    compared: {
      unitsOrdered: row.ordered,
      unitsDeleted: deleted.units,
      consentsPlanned: planned.consents,
      consentsDeleted: deleted.consents,
      peoplePlanned: planned.people,
      peopleDeleted: deleted.people,
      attachmentsPlanned: planned.attachments,
      attachmentsDeleted: deleted.attachments,
    },
  };
}

function both(one: Probe, other: Probe): Probe {
  const results = [one.result, other.result];
  const result = results.includes('fail') ? 'fail' : results.includes('unknown') ? 'unknown' : 'pass';
  return { result, compared: { ...one.compared, ...other.compared } };
}
