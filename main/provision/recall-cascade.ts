import type { KnownCopyKind } from '../../shared/domain/office/known-copy.ts';
import {
  type HeldUnit,
  type RecallCause,
  recallCauseOf,
  recallDueOn,
} from '../../shared/domain/provision/recall.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import { type CopyRegistrar, divideCopy } from '../office/known-copy.ts';
import { appendAuditEntry } from '../register/audit-log.ts';

interface Held {
  copy_id: string;
  unit_id: string;
  kind: KnownCopyKind;
  hand_over_id: string | null;
  provision_id: string | null;
  state: HeldUnit['state'];
  due_on: string | null;
  order_id: string | null;
  consent: HeldUnit['consent'];
}

/** What vendors and recipients were given, unit by unit, where no recall is under way. */
const held = `
  SELECT c.id AS copy_id, s.subject_id AS unit_id, c.kind, h.id AS hand_over_id, p.id AS provision_id,
    u.state, u.due_on, coalesce(u.order_id, (SELECT order_id FROM order_units o WHERE o.unit_id = s.subject_id AND o.left_out IS NULL LIMIT 1)) AS order_id,
    (SELECT type FROM consent_events e WHERE e.consent_id = u.consent_id AND e.purpose_id = u.purpose_id
     ORDER BY sequence DESC LIMIT 1) AS consent
  FROM known_copies c JOIN known_copy_subjects s ON s.copy_id = c.id AND s.kind = 'unit'
  LEFT JOIN hand_overs h ON h.copy_id = c.id LEFT JOIN provisions p ON p.copy_id = c.id
  LEFT JOIN record_units u ON u.id = s.subject_id
  WHERE c.how IS NULL AND (h.id IS NOT NULL OR p.id IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM recalls r WHERE r.copy_id = c.id)`;

/**
 * Recalls from every vendor and recipient what it may no longer hold: of these units, or of all. To be called in the transaction of
 * the deed that ended something, and once a day. A copy of which only a part is recalled is divided first. Returns how many
 * recalls were opened.
 */
export function recallWhatEnded(registrar: CopyRegistrar, unitIds: readonly string[] | null): number {
  const { database, clock, office } = registrar;
  const today = dateIn(office.timeZone, clock.now());
  // Of a few records only what they stand on is looked at, not everything that was ever given out.
  const rows =
    unitIds === null
      ? database.all<Held>(held)
      : database.all<Held>(`${held} AND s.subject_id IN (SELECT value FROM json_each(?))`, [
          JSON.stringify(unitIds),
        ]);
  const ended = rows.flatMap((row) => {
    const { state, due_on: dueOn, consent } = row;
    const cause = recallCauseOf({ today, state, dueOn, consent });
    return cause === null ? [] : [{ row, cause }];
  });
  let opened = 0;
  // One recall for each copy and cause: a letter speaks of one reason.
  for (const group of Map.groupBy(ended, ({ row, cause }) => `${row.copy_id} ${cause}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    open(
      registrar,
      first.row,
      first.cause,
      group.map(({ row }) => row.unit_id),
      today,
    );
    opened += 1;
  }
  return opened;
}

/** Recalls everything a vendor holds and nobody has recalled yet: the contract ends (GDPR art. 28(3)(g)). */
export function recallFromVendor(registrar: CopyRegistrar, vendorId: string): number {
  const { database, clock, office } = registrar;
  const today = dateIn(office.timeZone, clock.now());
  const rows = database.all<Held>(`${held} AND h.vendor_id = ?`, [vendorId]);
  const copies = Map.groupBy(rows, (row) => row.copy_id);
  for (const group of copies.values()) {
    const [first] = group;
    if (first !== undefined)
      open(
        registrar,
        first,
        'contract_end',
        group.map((row) => row.unit_id),
        today,
      );
  }
  return copies.size;
}

function open(
  registrar: CopyRegistrar,
  of: Held,
  cause: RecallCause,
  unitIds: readonly string[],
  today: string,
): void {
  const { database, clock, actor } = registrar;
  const copyId = divideCopy(registrar, of.copy_id, unitIds);
  const recallId = registrar.newId();
  database.run(
    `INSERT INTO recalls (id, copy_id, hand_over_id, provision_id, cause, order_id, units, asked_on, due_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      recallId,
      copyId,
      of.hand_over_id,
      of.provision_id,
      cause,
      cause === 'order' ? of.order_id : null,
      unitIds.length,
      today,
      recallDueOn(today),
    ],
  );
  appendAuditEntry(database, clock, {
    code: 'provision.recalled',
    actor,
    about: { recallId, copyId, cause, units: unitIds.length },
  });
}
