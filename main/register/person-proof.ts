import { Refusal } from '../../shared/domain/refusal.ts';
import {
  destructionContentOf,
  orderLeaves,
  unitIdsOf,
  unitLeaf,
} from '../../shared/domain/register/certificate.ts';
import { toHexadecimal } from '../../shared/domain/register/hexadecimal.ts';
import { inclusionProof, nodesInMemory } from '../../shared/domain/register/merkle-tree.ts';
import { type PersonProof, personProofFormat } from '../../shared/domain/register/person-proof.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { sha256 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readCertificate } from './certificate.ts';

/** So many wrong codes within so many minutes, whoever types them; a code has 128 random bits, so that this is for the log's sake. */
const triesAllowed = 10;
const minutes = 10;

export const personProofHandlers: Pick<
  Handlers<'register'>,
  'register.findReceipt' | 'register.personProof'
> = {
  /** Which certificates speak of the records of this receipt. The office knows no name any more: the code is all there is. */
  'register.findReceipt': async (context, { receiptCode }) => {
    checkTries(context);
    const numbers = await certificatesOf(context, receiptCode);
    const { database } = context;
    database.transaction(() => {
      if (numbers.length === 0) context.audit('register.receipt_unknown', {});
      else context.audit('register.receipt_found', { certificates: numbers.length });
    });
    if (numbers.length === 0) throw new Refusal('receipt_unknown', { field: 'receiptCode' });
    return { certificates: numbers };
  },

  'register.personProof': documentHandler(
    'register.personProof',
    async (context, { receiptCode, number }, { format, languages }) => {
      checkTries(context);
      const proof = prove(context.database, receiptCode, number);
      if (proof === undefined) {
        context.database.transaction(() => context.audit('register.receipt_unknown', {}));
        throw new Refusal('receipt_unknown', { field: 'receiptCode' });
      }
      // Whose it is, nobody here knows: what identifies nobody is no copy of anybody's data.
      const made = { fileName: `ashbook-proof-${number}`, about: { number }, copy: null };
      if (format === 'json')
        return { ...made, bytes: Buffer.from(`${JSON.stringify(proof, null, 2)}\n`, 'utf8') };
      const { renderPersonProof } = await import('../documents/person-proof-letter.ts');
      const certificate = readCertificate(context.database, number);
      return { ...made, bytes: await renderPersonProof(proof, certificate, { languages }) };
    },
  ),
};

interface UnitLeaf {
  unit_id: string;
  order_id: string;
  leaf: Uint8Array;
}

/** Every destroyed unit is tried with the code: nothing is stored that would lead from one to the other. */
async function certificatesOf(context: WorkContext, receiptCode: string): Promise<string[]> {
  const { database } = context;
  const total = database.value<number>('SELECT count(*) FROM order_units WHERE leaf IS NOT NULL') ?? 0;
  const orders = new Set<string>();
  let done = 0;
  for (const row of database.all<UnitLeaf>(
    'SELECT unit_id, order_id, leaf FROM order_units WHERE leaf IS NOT NULL',
  )) {
    if (Buffer.compare(unitLeaf(sha256, row.unit_id, receiptCode), row.leaf) === 0) orders.add(row.order_id);
    done += 1;
    if (done % 5000 !== 0) continue;
    context.progress('find_receipt', done, total);
    await context.safePoint();
  }
  return [...orders].flatMap((orderId) =>
    database
      .all<{ number: string }>(
        `SELECT number FROM certificates c WHERE order_id = ? AND kind IN ('electronic', 'mixed')
           AND NOT EXISTS (SELECT 1 FROM certificates s WHERE s.supersedes = c.number) ORDER BY year, serial`,
        [orderId],
      )
      .map(({ number }) => number),
  );
}

/** Undefined where no unit of the certificate belongs to the code. */
function prove(database: ReadDatabase, receiptCode: string, number: string): PersonProof | undefined {
  const envelope = readCertificate(database, number);
  const content = destructionContentOf(envelope);
  const rows = database.all<UnitLeaf>(
    'SELECT unit_id, order_id, leaf FROM order_units WHERE order_id = ? AND leaf IS NOT NULL',
    [content.order.id],
  );
  const leaves = orderLeaves(rows.map(({ leaf }) => leaf));
  const places = new Map(leaves.map((leaf, index) => [toHexadecimal(leaf), index]));
  const nodes = nodesInMemory(sha256, leaves);
  const units = rows.flatMap(({ unit_id: unitId }) => {
    const index = places.get(toHexadecimal(unitLeaf(sha256, unitId, receiptCode)));
    if (index === undefined) return [];
    return [{ unitId, index, proof: inclusionProof(sha256, nodes, index, leaves.length).map(toHexadecimal) }];
  });
  if (units.length === 0) return undefined;
  return {
    format: personProofFormat,
    receiptCode,
    certificate: {
      number,
      digest: envelope.digest,
      unitsRoot: content.unitsRoot,
      units: unitIdsOf(content).length,
    },
    units,
  };
}

/** @throws Refusal receipt_too_many_tries */
function checkTries({ database, clock }: WorkContext): void {
  const since = clock.now().subtract({ minutes }).toString({ smallestUnit: 'millisecond' });
  const misses = database.value<number>(
    "SELECT count(*) FROM audit_entries WHERE at > ? AND code = 'register.receipt_unknown'",
    [since],
  );
  if ((misses ?? 0) >= triesAllowed) throw new Refusal('receipt_too_many_tries', { minutes });
}
