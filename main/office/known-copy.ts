import { z } from 'zod';
import {
  type CopyEnding,
  type CopyStanding,
  canStillBeRead,
  copyReference,
  endingsOf,
  type KnownCopyKind,
} from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import { type Clock, instantText } from '../clock.ts';
import type { Actor } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import { openJson, sealJson } from '../storage/sealed-json.ts';
import type { DataKeys } from '../storage/vault.ts';

/** What stands sealed beside a copy: a path or an address may name somebody. */
const copySecrets = z.strictObject({ where: z.string(), note: z.string() });
export type CopySecrets = z.infer<typeof copySecrets>;

const placeOf = (copyId: string) => ({ table: 'known_copies', column: 'sealed', rowId: copyId });

export function readCopySecrets(vault: DataKeys, copyId: string, sealed: Uint8Array): CopySecrets {
  return openJson(vault, placeOf(copyId), sealed, copySecrets);
}

export interface NewCopy {
  readonly copyId: string;
  readonly kind: KnownCopyKind;
  /** `all`: of everything the office holds; `listed`: of the units and people named. */
  readonly scope: 'all' | 'listed';
  readonly unitIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly where: string;
  readonly note?: string;
  /** Today where absent. */
  readonly since?: string;
  /** Of a backup or a copy of the keys. */
  readonly epoch?: number;
}

/** What registering needs of a context; `actor` is null for what happens by the clock. */
export interface CopyRegistrar {
  readonly database: Database;
  readonly vault: DataKeys;
  readonly clock: Clock;
  readonly office: { readonly id: string; readonly timeZone: string; readonly notesKeyId: string };
  readonly actor: Pick<Actor, 'id' | 'staffNumber' | 'roles'> | null;
  newId(): string;
}

/**
 * Enters a copy in the register. Must be called in the transaction of the deed that makes the copy, and before the copy leaves:
 * a copy that is nowhere after all is closed again, one that nobody knows of is what a certificate cannot speak of.
 * @returns its reference, `KC-0007`.
 */
export function registerKnownCopy(context: CopyRegistrar, copy: NewCopy): string {
  const { database, vault, clock, office, actor } = context;
  const number = nextCopyNumber(database);
  const at = instantText(clock.now());
  const secrets: CopySecrets = { where: copy.where, note: copy.note ?? '' };
  database.run(
    `INSERT INTO known_copies
       (id, office_id, number, kind, scope, since, epoch, sealed, registered_at, registered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      copy.copyId,
      office.id,
      number,
      copy.kind,
      copy.scope,
      copy.since ?? dateIn(office.timeZone, clock.now()),
      copy.epoch ?? null,
      sealJson(vault, office.notesKeyId, placeOf(copy.copyId), secrets),
      at,
      actor?.id ?? null,
    ],
  );
  for (const [kind, ids] of [
    ['unit', copy.unitIds ?? []],
    ['person', copy.personIds ?? []],
  ] as const) {
    for (const subjectId of new Set(ids)) {
      database.run('INSERT INTO known_copy_subjects (copy_id, kind, subject_id) VALUES (?, ?, ?)', [
        copy.copyId,
        kind,
        subjectId,
      ]);
    }
  }
  enterEvent(context, copy.copyId, 'registered', copy.epoch ?? null);
  return copyReference(number);
}

function nextCopyNumber(database: ReadDatabase): number {
  const last = database.value<number | null>(
    `SELECT max(number) FROM (
       SELECT number FROM known_copies UNION ALL SELECT value FROM restored_counters WHERE name = 'copy')`,
  );
  return (last ?? 0) + 1;
}

/** One line of a copy's own history. */
export function enterEvent(
  context: CopyRegistrar,
  copyId: string,
  event: 'registered' | 'refreshed' | CopyEnding,
  epoch: number | null,
): void {
  const { database, clock, actor } = context;
  database.run(
    'INSERT INTO known_copy_events (id, copy_id, event, epoch, at, user_id, roles) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      context.newId(),
      copyId,
      event,
      epoch,
      instantText(clock.now()),
      actor?.id ?? null,
      actor && JSON.stringify(actor.roles),
    ],
  );
}

/**
 * Makes a copy of its own out of a part of a copy, so that the part can end by itself; the whole stays what it is. Must be called in a
 * transaction, before any certificate names the units. Returns the id of the copy that holds these units and no other.
 */
export function divideCopy(context: CopyRegistrar, copyId: string, unitIds: readonly string[]): string {
  const { database, vault, clock, actor } = context;
  const subjects =
    database.value<number>('SELECT count(*) FROM known_copy_subjects WHERE copy_id = ?', [copyId]) ?? 0;
  if (subjects === unitIds.length) return copyId;
  const copy = readCopy(database, copyId);
  const { where, note } = readCopySecrets(vault, copyId, copy.sealed);
  const partId = context.newId();
  const reference = registerKnownCopy(context, {
    copyId: partId,
    kind: copy.kind,
    scope: 'listed',
    unitIds,
    where,
    note,
    since: copy.since,
  });
  database.run(
    `DELETE FROM known_copy_subjects WHERE copy_id = ? AND kind = 'unit' AND subject_id IN (SELECT value FROM json_each(?))`,
    [copyId, JSON.stringify(unitIds)],
  );
  appendAuditEntry(database, clock, {
    code: 'office.known_copy_divided',
    actor,
    about: { copyId: partId, reference, from: copyReference(copy.number), units: unitIds.length },
  });
  return partId;
}

export interface CopyRecord {
  id: string;
  number: number;
  kind: KnownCopyKind;
  scope: 'all' | 'listed';
  since: string;
  epoch: number | null;
  how: CopyEnding | null;
  sealed: Uint8Array;
}

/** Throws Refusal `not_found`. */
export function readCopy(database: ReadDatabase, copyId: string): CopyRecord {
  const copy = database.get<CopyRecord>(
    'SELECT id, number, kind, scope, since, epoch, how, sealed FROM known_copies WHERE id = ?',
    [copyId],
  );
  if (copy === undefined) throw new Refusal('not_found');
  return copy;
}

/** @throws Refusal known_copy_ended, or known_copy_ending where such a copy cannot end so. */
export function checkMayEnd(copy: CopyStanding, how: CopyEnding): void {
  // What was lost can be found again, and then be destroyed.
  if (copy.how !== null && (copy.how !== 'lost' || how === 'lost')) throw new Refusal('known_copy_ended');
  if (!endingsOf(copy.kind).includes(how)) throw new Refusal('known_copy_ending');
}

/** Must be called in a transaction. */
export function endCopy(context: CopyRegistrar, copy: CopyRecord, how: CopyEnding): void {
  checkMayEnd(copy, how);
  const { database, clock, actor } = context;
  database.run('UPDATE known_copies SET ended_at = ?, ended_by = ?, how = ? WHERE id = ?', [
    instantText(clock.now()),
    actor?.id ?? null,
    how,
    copy.id,
  ]);
  enterEvent(context, copy.id, how, null);
  appendAuditEntry(database, clock, {
    code: 'office.known_copy_ended',
    actor,
    about: { copyId: copy.id, reference: copyReference(copy.number), copyKind: copy.kind, how },
  });
}

/** Copies that concern an order's units, whatever became of them, in the order of their numbers. */
export function copiesConcerningOrder(database: ReadDatabase, orderId: string): CopyRecord[] {
  return database.all<CopyRecord>(
    `SELECT c.id, c.number, c.kind, c.scope, c.since, c.epoch, c.how, c.sealed FROM known_copies c
     WHERE c.scope = 'all' OR c.id IN (
       SELECT s.copy_id FROM known_copy_subjects s WHERE s.kind = 'unit'
         AND s.subject_id IN (SELECT unit_id FROM order_units WHERE order_id = :orderId AND left_out IS NULL)
       UNION SELECT s.copy_id FROM known_copy_subjects s WHERE s.kind = 'person' AND s.subject_id IN (
         SELECT person_id FROM execution_people WHERE order_id = :orderId
         UNION SELECT person_id FROM record_units WHERE order_id = :orderId))
     ORDER BY c.number`,
    { orderId },
  );
}

/** What a certificate has to name: copies of keys from before, and copies of records that have not ended. */
export function copiesForCertificate(database: ReadDatabase, orderId: string, destroyedAtEpoch: number) {
  const copies = copiesConcerningOrder(database, orderId);
  return {
    keys: copies.flatMap((copy) =>
      copy.kind === 'vault_copy' && canStillBeRead(copy, destroyedAtEpoch)
        ? [
            {
              kind: 'vault_copy' as const,
              sinceEpoch: copy.epoch ?? 0,
              reference: copyReference(copy.number),
            },
          ]
        : [],
    ),
    records: copies.flatMap((copy) => {
      const { kind } = copy;
      if (kind === 'vault_copy') return [];
      const isListed = kind === 'backup' ? copy.how === null : canStillBeRead(copy, destroyedAtEpoch);
      return isListed ? [{ kind, reference: copyReference(copy.number), since: copy.since }] : [];
    }),
  };
}
