import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../shared/domain/refusal.ts';
import { checkpointOrigin } from '../../shared/domain/register/checkpoint.ts';
import type { EvidenceCheck, KnownEvidence } from '../../shared/domain/register/evidence.ts';
import { toHexadecimal } from '../../shared/domain/register/hexadecimal.ts';
import { GrowingTree } from '../../shared/domain/register/merkle-tree.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { sha256 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';

export const verifierHandlers: Pick<Handlers<'register'>, 'register.checkEvidence' | 'register.verifier'> = {
  'register.checkEvidence': async (context, { files, key }) => {
    const [{ readEvidence }, { evidenceTools }, { checkEvidence }] = await Promise.all([
      import('./evidence-file.ts'),
      import('./evidence-tools.ts'),
      import('../../shared/domain/register/evidence-check.ts'),
    ]);
    const read = [];
    for (const [place, { name, content }] of files.entries()) {
      context.progress('read_evidence', place, files.length);
      await context.safePoint();
      read.push(await readEvidence(name, new Uint8Array(Buffer.from(content, 'base64'))));
    }
    const { checks, known } = checkEvidence(read, evidenceTools, key ?? undefined);
    const compared = await compareWithOwnLog(context, known);
    const all = [...checks, ...compared].map((check) => ({
      ...check,
      files: [...check.files],
      about: { ...check.about },
    }));
    const failed = all.filter(({ result }) => result === 'fail').length;
    context.database.transaction(() =>
      context.audit('register.evidence_checked', { files: files.length, checks: all.length, failed }),
    );
    return { checks: all };
  },

  'register.verifier': documentHandler('register.verifier', (_, __, { format }) => ({
    bytes: readVerifier(format),
    fileName: 'ashbook-verify',
    about: {},
    copy: null,
  })),
};

/**
 * What no file alone can show: whether the log of this very office still has what it once signed. A folder that was exchanged for
 * an older copy as a whole does not reach a later certificate.
 */
async function compareWithOwnLog(context: WorkContext, known: KnownEvidence): Promise<EvidenceCheck[]> {
  const { database, storage } = context;
  const own = checkpointOrigin(storage.marker.officeId);
  const mine = known.checkpoints.filter(({ checkpoint }) => checkpoint.origin === own);
  const foreign = known.checkpoints.filter(({ checkpoint }) => checkpoint.origin !== own);
  const roots = await rootsAt(context, new Set(mine.map(({ checkpoint }) => checkpoint.size)));
  const entries = countEntries(database);
  const agreeing = mine
    .filter(({ checkpoint: { size, root } }) => roots.get(size) === root)
    .map(({ checkpoint }) => checkpoint.size);
  return [
    ...mine.map(({ name, checkpoint: { size } }): EvidenceCheck => {
      const holds = agreeing.includes(size);
      const from = size > entries ? entries : Math.max(0, ...agreeing.filter((one) => one < size));
      return {
        code: 'own_log',
        result: holds ? 'pass' : 'fail',
        files: [name],
        about: { size, entries, from, to: size - 1 },
      };
    }),
    ...foreign.map(
      ({ name }): EvidenceCheck => ({
        code: 'own_log_foreign',
        result: 'unknown',
        files: [name],
        about: {},
      }),
    ),
  ];
}

/** The log's root at each of these sizes, as far as it is so long, from the stored hashes of the entries. */
async function rootsAt(context: WorkContext, sizes: ReadonlySet<number>): Promise<Map<number, string>> {
  const roots = new Map<number, string>();
  const largest = Math.max(0, ...sizes);
  const tree = new GrowingTree(sha256);
  const piece = 10_000;
  for (let from = 0; from < largest; from += piece) {
    context.progress('compare_log', from, largest);
    await context.safePoint();
    const rows = context.database.all<{ leaf_hash: Uint8Array }>(
      'SELECT leaf_hash FROM audit_entries WHERE sequence >= ? AND sequence < ? ORDER BY sequence',
      [from, Math.min(from + piece, largest)],
    );
    for (const { leaf_hash: leaf } of rows) {
      tree.append(leaf);
      if (sizes.has(tree.size)) roots.set(tree.size, toHexadecimal(tree.root()));
    }
    if (rows.length < Math.min(piece, largest - from)) break;
  }
  return roots;
}

function countEntries(database: ReadDatabase): number {
  return database.value<number>('SELECT count(*) FROM audit_entries') ?? 0;
}

/** From the sources, and from the bundle beside which it is packaged. @throws Refusal verifier_not_built */
function readVerifier(format: 'html' | 'mjs'): Uint8Array {
  const found = ['../../dist/verifier', '../verifier']
    .map((folder) => fileURLToPath(new URL(`${folder}/ashbook-verify.${format}`, import.meta.url)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Refusal('verifier_not_built');
  return new Uint8Array(readFileSync(found));
}
