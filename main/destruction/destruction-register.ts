import { certificateNumber } from '../../shared/domain/register/certificate.ts';
import { type Clock, instantText } from '../clock.ts';
import { auditRoot } from '../register/audit-log.ts';
import type { ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { type RegisterContent, type SignedRegister, signRegister } from '../storage/restore-register.ts';

/**
 * Everything this office has destroyed, from its own orders and from those it learnt of when it was restored. Signed, it goes
 * along with every backup and every copy of the keys.
 */
export function destructionRegister(storage: OfficeStorage, clock: Clock): SignedRegister {
  const content = readDestructionRegister(storage.database, {
    officeId: storage.marker.officeId,
    epoch: storage.epoch,
    writtenAt: instantText(clock.now()),
  });
  return signRegister(content, (message) => storage.signAsOffice(message));
}

export function readDestructionRegister(
  database: ReadDatabase,
  facts: { officeId: string; epoch: number; writtenAt: string },
): RegisterContent {
  return {
    format: 'ashbook-destroyed/1',
    ...facts,
    orders: [
      ...ownOrders(database, facts.epoch),
      ...ordersOfPaper(database, facts.epoch),
      ...restoredOrders(database),
    ],
    counters: counters(database),
    audit: auditRoot(database),
  };
}

const ids = (database: ReadDatabase, sql: string, orderId: string): string[] =>
  database.all<{ id: string }>(sql, { orderId }).map((row) => row.id);

/** Of the order `o`: the certificate that none supersedes. */
const newestCertificate = `(SELECT number FROM certificates c WHERE c.order_id = o.id AND c.kind <> 'completion'
           AND NOT EXISTS (SELECT 1 FROM certificates s WHERE s.supersedes = c.number))`;

/** From the moment the keys are gone: whether the rows are, and whether it could be verified, makes no difference here. */
function ownOrders(database: ReadDatabase, epoch: number): RegisterContent['orders'] {
  return database
    .all<{ order_id: string; number: string; epoch_after: number | null; certificate: string | null }>(
      `SELECT e.order_id, o.number, e.epoch_after,
         ${newestCertificate} AS certificate
       FROM executions e JOIN destruction_orders o ON o.id = e.order_id WHERE e.step <> 'intended' ORDER BY e.started_at`,
    )
    .map((row) => ({
      orderId: row.order_id,
      number: row.number,
      epoch: row.epoch_after ?? epoch,
      certificateNumber: certificateNumber.nullable().parse(row.certificate),
      units: ids(
        database,
        `SELECT u.unit_id AS id FROM order_units u LEFT JOIN order_paper_units p USING (order_id, unit_id)
         WHERE u.order_id = :orderId AND u.left_out IS NULL AND coalesce(p.state, 'destroyed') = 'destroyed' ORDER BY u.unit_id`,
        row.order_id,
      ),
      people: ids(
        database,
        'SELECT person_id AS id FROM execution_people WHERE order_id = :orderId AND new_key_id IS NULL ORDER BY person_id',
        row.order_id,
      ),
      keys: ids(
        database,
        `SELECT superseded_key_id AS id FROM execution_people WHERE order_id = :orderId
         UNION SELECT superseded_key_id FROM execution_unit_keys WHERE order_id = :orderId ORDER BY 1`,
        row.order_id,
      ),
    }));
}

/** Paper that is destroyed of orders whose electronic records, if there are any, are not. */
function ordersOfPaper(database: ReadDatabase, epoch: number): RegisterContent['orders'] {
  return database
    .all<{ order_id: string; number: string; certificate: string | null }>(
      `SELECT o.id AS order_id, o.number,
         ${newestCertificate} AS certificate
       FROM destruction_orders o
       WHERE EXISTS (SELECT 1 FROM order_paper_units p WHERE p.order_id = o.id AND p.state = 'destroyed')
         AND NOT EXISTS (SELECT 1 FROM executions e WHERE e.order_id = o.id AND e.step <> 'intended') ORDER BY o.number`,
    )
    .map((row) => ({
      orderId: row.order_id,
      number: row.number,
      epoch,
      certificateNumber: certificateNumber.nullable().parse(row.certificate),
      units: ids(
        database,
        "SELECT unit_id AS id FROM order_paper_units WHERE order_id = :orderId AND state = 'destroyed' ORDER BY unit_id",
        row.order_id,
      ),
      people: [],
      keys: [],
    }));
}

function restoredOrders(database: ReadDatabase): RegisterContent['orders'] {
  const subjects = (kind: 'unit' | 'person' | 'key', orderId: string) =>
    database
      .all<{ id: string }>(
        'SELECT subject_id AS id FROM restored_subjects WHERE kind = ? AND order_id = ? ORDER BY subject_id',
        [kind, orderId],
      )
      .map((row) => row.id);
  return database
    .all<{ order_id: string; number: string; epoch: number; certificate_number: string | null }>(
      'SELECT order_id, number, epoch, certificate_number FROM restored_destructions ORDER BY epoch, order_id',
    )
    .map((row) => ({
      orderId: row.order_id,
      number: row.number,
      epoch: row.epoch,
      certificateNumber: certificateNumber.nullable().parse(row.certificate_number),
      units: subjects('unit', row.order_id),
      people: subjects('person', row.order_id),
      keys: subjects('key', row.order_id),
    }));
}

/** The last number given in each series. */
function counters(database: ReadDatabase): Record<string, number> {
  const rows = database.all<{ name: string; value: number }>(
    `SELECT name, max(value) AS value FROM (
       SELECT 'certificate.' || year AS name, serial AS value FROM certificates
       UNION ALL
       SELECT 'order.' || substr(number, 3, 4), CAST(substr(number, 8) AS INTEGER) FROM destruction_orders
       UNION ALL SELECT 'batch.' || substr(number, 3, 4), CAST(substr(number, 8) AS INTEGER) FROM paper_batches
       UNION ALL SELECT 'copy', number FROM known_copies
       UNION ALL SELECT 'paper_label', last_label_number FROM paper_settings
       UNION ALL SELECT name, value FROM restored_counters)
     GROUP BY name ORDER BY name`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
