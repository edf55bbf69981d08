import { z } from 'zod';
import type { OrderUnit } from '../../shared/domain/destruction/order.ts';
import { unitLeaf } from '../../shared/domain/register/certificate.ts';
import { consentSecrets, placeOfConsent } from '../collection/sealed-records.ts';
import type { WorkContext } from '../context.ts';
import { randomBytes, sha256 } from '../storage/cryptography.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { openJson } from '../storage/sealed-json.ts';
import { letOthersIn } from '../storage/work-aside.ts';

/** What there is to destroy; the same counts are taken again from what was deleted. */
export const destructionCounts = z.strictObject({
  units: z.int(),
  /** Consents of which no unit remains. */
  consents: z.int(),
  /** People of whom nothing remains. */
  people: z.int(),
  /** Files attached to the units. Not counted by executions begun before there were any. */
  attachments: z.int().default(0),
});
export type DestructionCounts = z.infer<typeof destructionCounts>;

export interface ExecutionPlan {
  readonly people: readonly { personId: string; dataKeyId: string; keepsSomething: boolean }[];
  readonly counts: DestructionCounts;
}

const batch = 500;

/**
 * The salted leaf of each unit: the last moment at which the receipt codes can be read. Reads only and may be cancelled; others
 * are let in, so that a hold placed meanwhile still comes before the point of no return.
 */
export async function leavesOf(
  context: Pick<WorkContext, 'database' | 'vault' | 'progress' | 'safePoint' | 'aside'>,
  units: readonly OrderUnit[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { database, vault } = context;
  const leaves = new Map<string, Uint8Array>();
  // A consent has a unit for each of its purposes: it is opened once.
  const receiptCodes = new Map<string, string>();
  for (let from = 0; from < units.length; from += batch) {
    const wanted = units.slice(from, from + batch).map(({ unitId }) => unitId);
    const found = new Map(
      database
        .all<{ id: string; consent_id: string | null }>(
          'SELECT id, consent_id FROM record_units WHERE id IN (SELECT value FROM json_each(?))',
          [JSON.stringify(wanted)],
        )
        .map((row) => [row.id, row.consent_id]),
    );
    openReceiptCodes([...found.values()].filter((id): id is string => id !== null && !receiptCodes.has(id)));
    for (const unitId of wanted) {
      const consentId = found.get(unitId);
      // A hold may have taken it off meanwhile; what is gone cannot be on an order.
      if (consentId === undefined) throw new Error('a record unit that is gone');
      // Nobody has a receipt for what belongs to nobody: salted with a code that is forgotten at once.
      const code = consentId === null ? randomBytes(16).toString('hex') : receiptCodes.get(consentId);
      if (code === undefined) throw new Error('a record unit without its consent');
      leaves.set(unitId, unitLeaf(sha256, unitId, code));
    }
    context.progress('check_order', Math.min(from + batch, units.length), units.length);
    await context.safePoint();
    await letOthersIn(context);
  }
  return leaves;

  function openReceiptCodes(consentIds: readonly string[]): void {
    const consents = database.all<{ id: string; sealed: Uint8Array }>(
      'SELECT id, sealed FROM consents WHERE id IN (SELECT value FROM json_each(?))',
      [JSON.stringify(consentIds)],
    );
    for (const { id, sealed } of consents)
      receiptCodes.set(id, openJson(vault, placeOfConsent(id), sealed, consentSecrets).receiptCode);
  }
}

/** What the order destroys, person by person, of the units that are on it now. In the transaction that writes it down. */
export function planExecution(database: ReadDatabase, orderId: string): ExecutionPlan {
  const count = (sql: string) => database.value<number>(sql, [orderId]) ?? 0;
  const people = database
    .all<{ person_id: string; data_key_id: string; kept: number }>(
      `SELECT p.id AS person_id, p.data_key_id,
         EXISTS (SELECT 1 FROM record_units k WHERE k.person_id = p.id AND k.order_id IS NOT :orderId) AS kept
       FROM people p WHERE p.id IN (SELECT person_id FROM record_units WHERE order_id = :orderId)`,
      { orderId },
    )
    .map((row) => ({ personId: row.person_id, dataKeyId: row.data_key_id, keepsSomething: row.kept === 1 }));
  return {
    people,
    counts: {
      units: count("SELECT count(*) FROM record_units WHERE order_id = ? AND carrier = 'electronic'"),
      consents: emptiedConsents(database, orderId),
      people: people.filter((person) => !person.keepsSomething).length,
      attachments: count(
        `SELECT count(*) FROM attachments WHERE unit_id IN
           (SELECT id FROM record_units WHERE order_id = ? AND carrier = 'electronic')`,
      ),
    },
  };
}

/** Consents all of whose remaining units are on this order. */
function emptiedConsents(database: ReadDatabase, orderId: string): number {
  return (
    database.value<number>(
      `SELECT count(*) FROM (
         SELECT consent_id FROM record_units WHERE consent_id IN (SELECT consent_id FROM record_units WHERE order_id = :orderId)
         GROUP BY consent_id HAVING sum(order_id IS NOT :orderId) = 0)`,
      { orderId },
    ) ?? 0
  );
}
