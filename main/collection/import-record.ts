import { z } from 'zod';
import type { ImportedTable } from '../../shared/contract/collection-import.ts';
import { type ImportPlan, importPlan } from '../../shared/domain/collection/import-plan.ts';
import { instantText } from '../clock.ts';
import type { WorkContext } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';

/** imports.sealed: a file may be called after somebody, and so may a heading. */
const importSecrets = z.strictObject({
  fileName: z.string(),
  /** SHA-256 of the file. */
  digest: z.string(),
  headingSet: z.string(),
  plan: importPlan,
});
type ImportSecrets = z.infer<typeof importSecrets>;

const placeOf = (importId: string) => ({ table: 'imports', column: 'sealed', rowId: importId });

interface ImportRecord {
  id: string;
  number: number;
  state: 'begun' | 'cancelled' | 'finished';
  sealed: Uint8Array;
  begun_at: string;
}

type Reader = { readonly database: ReadDatabase; readonly vault: DataKeys };

/** Earlier imports, newest first. Few enough that all of them are opened. */
function* earlierImports({ database, vault }: Reader): Generator<ImportRecord & { secrets: ImportSecrets }> {
  const records = database.all<ImportRecord>(
    'SELECT id, number, state, sealed, begun_at FROM imports ORDER BY number DESC LIMIT 500',
  );
  for (const record of records) {
    const opened = openJson(vault, placeOf(record.id), record.sealed, z.looseObject({}));
    // A plan of a release that asked for other things is not remembered.
    const secrets = importSecrets.safeParse(opened);
    if (secrets.success) yield { ...record, secrets: secrets.data };
  }
}

/** The import of exactly this file that was finished, or else the last one that was not. */
export function importBefore(reader: Reader, digest: string): ImportedTable['before'] {
  let unfinished: ImportedTable['before'] = null;
  for (const { secrets, state, begun_at: at, number } of earlierImports(reader)) {
    if (secrets.digest !== digest) continue;
    if (state === 'finished') return { state, at, number };
    unfinished ??= { state, at, number };
  }
  return unfinished;
}

/** The plan that was last used for these headings and this form. */
export function rememberedPlan(
  reader: Reader,
  headingSet: string,
  formVersionId: string,
): ImportPlan | undefined {
  for (const { secrets } of earlierImports(reader)) {
    if (secrets.headingSet === headingSet && secrets.plan.formVersionId === formVersionId)
      return secrets.plan;
  }
  return undefined;
}

/** Enters that an import begins, committed before the first row: what a crash breaks off is seen afterwards. */
export function enterImport(context: WorkContext, secrets: ImportSecrets): { id: string; number: number } {
  const { database, vault, office, actor, clock } = context;
  const id = context.newId();
  return database.transaction(() => {
    const number = (database.value<number | null>('SELECT max(number) FROM imports') ?? 0) + 1;
    database.run(
      `INSERT INTO imports (id, office_id, number, state, form_version_id, sealed, begun_at, begun_by)
       VALUES (?, ?, ?, 'begun', ?, ?, ?, ?)`,
      [
        id,
        office.id,
        number,
        secrets.plan.formVersionId,
        sealJson(vault, office.notesKeyId, placeOf(id), secrets),
        instantText(clock.now()),
        actor.id,
      ],
    );
    context.audit('collection.import_begun', { importId: id, number });
    return { id, number };
  });
}

/** From now on the search index is not told of each row: see migration 0024. In the transaction of the import. */
export function beginKeeping({ database }: WorkContext, entered: { id: string }): void {
  database.run('UPDATE imports SET is_keeping = 1 WHERE id = ?', [entered.id]);
}

/** Tells the search index of everybody in the source file, all at once. In the transaction of the import, after the copy is entered. */
export function endKeeping({ database }: WorkContext, entered: { id: string }, sourceCopyId: string): void {
  database.run(
    "INSERT OR REPLACE INTO search_changes (person_id) SELECT subject_id FROM known_copy_subjects WHERE copy_id = ? AND kind = 'person'",
    [sourceCopyId],
  );
  database.run('UPDATE imports SET is_keeping = 0 WHERE id = ?', [entered.id]);
}

export interface ImportCounts {
  rows: number;
  people: number;
  consents: number;
  units: number;
  leftOut: number;
}

/** In the transaction of the import. */
export function finishImport(
  context: WorkContext,
  entered: { id: string; number: number },
  counts: ImportCounts,
  sourceCopyId: string,
): void {
  const { database, clock } = context;
  database.run(
    `UPDATE imports SET state = 'finished', ended_at = ?, source_copy_id = ?, rows = ?, people = ?, consents = ?, units = ?,
       left_out = ? WHERE id = ?`,
    [
      instantText(clock.now()),
      sourceCopyId,
      counts.rows,
      counts.people,
      counts.consents,
      counts.units,
      counts.leftOut,
      entered.id,
    ],
  );
  context.audit('collection.import_finished', { importId: entered.id, number: entered.number, ...counts });
}

export function cancelImport(context: WorkContext, entered: { id: string; number: number }): void {
  const { database, clock } = context;
  database.transaction(() => {
    database.run("UPDATE imports SET state = 'cancelled', ended_at = ? WHERE id = ?", [
      instantText(clock.now()),
      entered.id,
    ]);
    context.audit('collection.import_cancelled', { importId: entered.id, number: entered.number });
  });
}
