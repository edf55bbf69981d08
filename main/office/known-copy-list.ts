import type { KnownCopyRow, OrderCopy } from '../../shared/contract/office-copies.ts';
import { canStillBeRead, copyReference, isOutstanding } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { copiesNamedIn, destructionContentOf } from '../../shared/domain/register/certificate.ts';
import type { Handlers } from '../context.ts';
import { readCertificate } from '../register/certificate.ts';
import { issueCompletions } from '../register/completion.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { removeVaultCopy } from '../storage/vault-copy.ts';
import { chosenFolderOf } from './backup-list.ts';
import { backupOf, endBackups } from './backup-register.ts';
import {
  type CopyRecord,
  type CopySecrets,
  checkMayEnd,
  copiesConcerningOrder,
  endCopy,
  readCopy,
  readCopySecrets,
  registerKnownCopy,
} from './known-copy.ts';
import { type CopyKeeper, refreshPresentMedia } from './vault-medium.ts';

type ListedRecord = Omit<KnownCopyRow, 'copyId' | 'reference' | 'where' | 'note'> & {
  id: string;
  number: number;
  sealed: Uint8Array;
};

const shown = {
  outstanding: "WHERE c.how IS NULL OR c.how = 'lost'",
  ended: "WHERE c.how IN ('destroyed', 'returned')",
  all: '',
} as const;

export const knownCopyHandlers: Pick<
  Handlers<'office'>,
  'office.listKnownCopies' | 'office.addKnownCopy' | 'office.closeKnownCopy' | 'office.copiesOfOrder'
> = {
  'office.listKnownCopies': ({ database, vault }, { show, limit, offset }) => ({
    total: database.value<number>(`SELECT count(*) FROM known_copies c ${shown[show]}`) ?? 0,
    copies: database
      .all<ListedRecord>(
        `SELECT c.id, c.number, c.kind, c.scope, c.since, c.epoch, c.how, c.sealed,
           c.registered_at AS registeredAt, r.staff_number AS registeredBy, c.ended_at AS endedAt, e.staff_number AS endedBy,
           (SELECT count(*) FROM known_copy_subjects s WHERE s.copy_id = c.id) AS subjects,
           (SELECT max(at) FROM known_copy_events v WHERE v.copy_id = c.id AND v.event = 'refreshed') AS refreshedAt
         FROM known_copies c LEFT JOIN users r ON r.id = c.registered_by LEFT JOIN users e ON e.id = c.ended_by
         ${shown[show]} ORDER BY c.number DESC LIMIT ? OFFSET ?`,
        [limit, offset],
      )
      .map(({ id, number, sealed, ...row }) => ({
        copyId: id,
        reference: copyReference(number),
        ...shownSecrets(row.kind, readCopySecrets(vault, id, sealed)),
        ...row,
      })),
  }),

  'office.addKnownCopy': (context, input) => {
    const { database } = context;
    const { kind, scope, unitIds, personIds, where, note, since } = input;
    const isListed = unitIds.length + personIds.length > 0;
    if ((scope === 'listed') !== isListed) throw new Refusal('known_copy_subjects', { field: 'unitIds' });
    if (since > context.today) throw new Refusal('date_in_future', { field: 'since' });
    requireKnown(database, unitIds, 'record_units', 'order_units', 'unit_id', 'unitIds');
    requireKnown(database, personIds, 'people', 'execution_people', 'person_id', 'personIds');
    const copyId = context.newId();
    const reference = registerKnownCopy(context, {
      copyId,
      kind,
      scope,
      unitIds,
      personIds,
      where,
      note,
      since,
    });
    context.audit('office.known_copy_added', {
      copyId,
      reference,
      copyKind: kind,
      units: unitIds.length,
      people: personIds.length,
    });
    return { copyId, reference };
  },

  'office.closeKnownCopy': (context, { copyId, how }) => {
    const { database } = context;
    const copy = readCopy(database, copyId);
    checkMayEnd(copy, how);
    if (copy.kind === 'backup') {
      // One that is being made shares its files.
      context.requireNobodyAside();
      const removed = endBackups(context, [backupOf(context, copy)], how);
      // A copy of the keys from before still holds the backup's.
      refreshPresentMedia(context);
      return { removed, completions: [] };
    }
    const removed = how === 'destroyed' && removeKeys(context, copy);
    const completions = database.transaction(() => {
      endCopy(context, copy, how);
      return issueCompletions(context);
    });
    return { removed, completions };
  },

  'office.copiesOfOrder': ({ database }, { orderId }) => {
    const named = namedOnCertificate(database, orderId);
    return {
      copies: copiesConcerningOrder(database, orderId)
        // What had ended before the order made no difference to it.
        .filter((copy) => isOutstanding(copy) || named?.has(copyReference(copy.number)) === true)
        .map((copy) => ({
          copyId: copy.id,
          reference: copyReference(copy.number),
          kind: copy.kind,
          scope: copy.scope,
          since: copy.since,
          epoch: copy.epoch,
          how: copy.how,
          effect: effectOf(copy, named),
        })),
    };
  },
};

/** Of a backup the folder that a person chose, without what the application made in it. */
function shownSecrets(kind: KnownCopyRow['kind'], secrets: CopySecrets): CopySecrets {
  return kind === 'backup' ? { ...secrets, where: chosenFolderOf(secrets.where) } : secrets;
}

/** As the certificate says, once there is one; before that, as it stands now. */
function effectOf(copy: CopyRecord, named: ReadonlySet<string> | null): OrderCopy['effect'] {
  if (named !== null) return named.has(copyReference(copy.number)) ? 'conditional' : 'listed';
  if (copy.kind === 'vault_copy' && copy.how === null) return 'unless_refreshed';
  return canStillBeRead(copy, Number.POSITIVE_INFINITY) ? 'conditional' : 'listed';
}

/** Removes a copy of the keys itself where its medium is there; of anything else it is the person who says so. */
function removeKeys(context: CopyKeeper, copy: CopyRecord): boolean {
  if (copy.kind !== 'vault_copy') return false;
  const { where } = readCopySecrets(context.vault, copy.id, copy.sealed);
  return removeVaultCopy(where, context.storage.marker.officeId, copy.id);
}

/** A typing mistake in an id must not become a copy of nobody: now or once, the office must have had it. */
function requireKnown(
  database: ReadDatabase,
  ids: readonly string[],
  table: 'record_units' | 'people',
  former: 'order_units' | 'execution_people',
  formerColumn: 'unit_id' | 'person_id',
  field: string,
): void {
  const unknown = ids.find(
    (id) =>
      database.value(`SELECT 1 FROM ${table} WHERE id = ?`, [id]) === undefined &&
      database.value(`SELECT 1 FROM ${former} WHERE ${formerColumn} = ?`, [id]) === undefined,
  );
  if (unknown !== undefined) throw new Refusal('known_copy_subjects', { field });
}

/** References that the order's certificate names as the reason for its condition; null while there is none. */
function namedOnCertificate(database: ReadDatabase, orderId: string): Set<string> | null {
  const number = database.value<string>(
    `SELECT number FROM certificates c WHERE order_id = ? AND kind <> 'completion'
       AND NOT EXISTS (SELECT 1 FROM certificates s WHERE s.supersedes = c.number)`,
    [orderId],
  );
  if (number === undefined) return null;
  const content = destructionContentOf(readCertificate(database, number));
  return new Set(copiesNamedIn(content).map(({ reference }) => reference));
}
