import { Temporal } from 'temporal-polyfill';
import type { UseFilter, UseRow } from '../../shared/contract/provision-uses.ts';
import type { GateReason, TaskPurpose, UseKind } from '../../shared/domain/provision/gate.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext, WriteContext } from '../context.ts';
import type { SqlValue } from '../storage/database.ts';
import { PurposeNames } from './purpose-names.ts';

/** One person's part of a use, as the gate decided it. */
export interface LoggedUse {
  readonly personId: string;
  readonly kind: UseKind;
  readonly reason: TaskPurpose | 'agreed_purpose';
  readonly purposeId: string | null;
  readonly deedId: string | null;
  /** Why nothing was given; null where something was. */
  readonly refusal: GateReason['code'] | null;
  readonly units: readonly { readonly unitId: string; readonly refusal: GateReason['code'] | null }[];
}

export type UseContext = Pick<WriteContext, 'database' | 'clock' | 'actor' | 'today' | 'newId'>;

/**
 * Enters in the use log what was done with people's data, or refused; only the gate calls it. Append-only. Must be called in
 * the transaction of the deed. The first line says how many people the deed was about, so that a list can show it as one.
 */
export function enterUses(context: UseContext, uses: readonly LoggedUse[]): void {
  const { database, actor, clock } = context;
  const at = instantText(clock.now());
  uses.forEach((use, index) => {
    const useId = context.newId();
    database.run(
      `INSERT INTO data_uses (id, person_id, reason, user_id, at, kind, purpose_id, deed_id, people, refusal)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        useId,
        use.personId,
        use.reason,
        actor.id,
        at,
        use.kind,
        use.purposeId,
        use.deedId,
        index === 0 ? uses.length : 0,
        use.refusal,
      ],
    );
    for (const { unitId, refusal } of use.units) {
      database.run('INSERT INTO data_use_units (use_id, unit_id, refusal) VALUES (?, ?, ?)', [
        useId,
        unitId,
        refusal,
      ]);
    }
  });
}

interface UseRecord {
  id: string;
  person_id: string;
  reason: TaskPurpose | 'agreed_purpose';
  kind: UseKind;
  purpose_id: string | null;
  deed_id: string | null;
  people: number;
  refusal: GateReason['code'] | null;
  at: string;
  staff_number: number;
}

const withheldUnits = `EXISTS (SELECT 1 FROM data_use_units w WHERE w.use_id = u.id AND w.refusal IS NOT NULL)`;

/** SQL that is true of the lines a filter asks for, and its parameters. A filter for a person shows that person's own lines. */
function conditionOf(
  filter: UseFilter,
  timeZone: string,
): { where: string; params: Record<string, SqlValue> } {
  const startOf = (date: string, addedDays: number) =>
    Temporal.PlainDate.from(date)
      .add({ days: addedDays })
      .toZonedDateTime({ timeZone })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
  const parts: [string, Record<string, SqlValue>][] = [];
  if (filter.from !== null) parts.push(['u.at >= :from', { from: startOf(filter.from, 0) }]);
  if (filter.to !== null) parts.push(['u.at < :until', { until: startOf(filter.to, 1) }]);
  if (filter.staffNumber !== null)
    parts.push([
      'u.user_id = (SELECT id FROM users WHERE staff_number = :staffNumber)',
      { staffNumber: filter.staffNumber },
    ]);
  if (filter.kind !== null) parts.push(['u.kind = :kind', { kind: filter.kind }]);
  if (filter.outcome === 'blocked') parts.push(['u.refusal IS NOT NULL', {}]);
  if (filter.outcome === 'withheld') parts.push([`u.refusal IS NULL AND ${withheldUnits}`, {}]);
  parts.push(
    filter.personId === null
      ? ['u.people > 0', {}]
      : ['u.person_id = :personId', { personId: filter.personId }],
  );
  return {
    where: parts.map(([sql]) => sql).join(' AND '),
    params: Object.assign({}, ...parts.map(([, params]) => params)),
  };
}

/** Newest first. */
export function readUses(
  { database, office }: Pick<ReadContext, 'database' | 'office'>,
  filter: UseFilter,
  limit: number,
  offset: number,
  /** Only these lines; null: all that the filter asks for. */
  useIds: readonly string[] | null = null,
): { total: number; uses: UseRow[] } {
  const { where: filtered, params: filtering } = conditionOf(filter, office.timeZone);
  const where = useIds === null ? filtered : `${filtered} AND u.id IN (SELECT value FROM json_each(:useIds))`;
  const params = useIds === null ? filtering : { ...filtering, useIds: JSON.stringify(useIds) };
  const purposes = new PurposeNames(database);
  const uses = database
    .all<UseRecord>(
      `SELECT u.id, u.person_id, u.reason, u.kind, u.purpose_id, u.deed_id, u.people, u.refusal, u.at, s.staff_number
       FROM data_uses u JOIN users s ON s.id = u.user_id WHERE ${where} ORDER BY u.at DESC, u.rowid DESC
       LIMIT :limit OFFSET :offset`,
      { ...params, limit, offset },
    )
    .map((row): UseRow => {
      const isMany = filter.personId === null && row.people > 1;
      return {
        useId: row.id,
        at: row.at,
        staffNumber: row.staff_number,
        kind: row.kind,
        reason: row.reason,
        purposeName: row.purpose_id === null ? null : purposes.of(row.purpose_id),
        people: isMany ? row.people : 1,
        personId: isMany ? null : row.person_id,
        blocked: row.refusal !== null,
        ...unitsOf(row, isMany),
      };
    });
  return {
    total: database.value<number>(`SELECT count(*) FROM data_uses u WHERE ${where}`, params) ?? 0,
    uses,
  };

  function unitsOf(row: UseRecord, isMany: boolean): Pick<UseRow, 'units' | 'refusals'> {
    const lines =
      isMany && row.deed_id !== null ? 'deed_id = :deedId AND (refusal IS NULL) = :given' : 'id = :id';
    const counted = database.all<{ refusal: GateReason['code'] | null; units: number }>(
      `SELECT refusal, count(*) AS units FROM data_use_units WHERE use_id IN (SELECT id FROM data_uses WHERE ${lines})
       GROUP BY refusal ORDER BY refusal`,
      isMany && row.deed_id !== null
        ? { deedId: row.deed_id, given: row.refusal === null ? 1 : 0 }
        : { id: row.id },
    );
    return {
      units: counted.reduce((sum, { units }) => sum + units, 0),
      // What was never collected has no unit: the reason stands on the line itself.
      refusals: [
        ...new Set([
          ...(row.refusal === null ? [] : [row.refusal]),
          ...counted.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])),
        ]),
      ],
    };
  }
}

/** The lines that a filter asks for, newest first: to go through many of them a page at a time. */
export function useIdsOf(
  { database, office }: Pick<ReadContext, 'database' | 'office'>,
  filter: UseFilter,
): string[] {
  const { where, params } = conditionOf(filter, office.timeZone);
  return database
    .all<{ id: string }>(
      `SELECT u.id FROM data_uses u WHERE ${where} ORDER BY u.at DESC, u.rowid DESC`,
      params,
    )
    .map(({ id }) => id);
}

export const everyUse: UseFilter = {
  from: null,
  to: null,
  staffNumber: null,
  personId: null,
  kind: null,
  outcome: 'all',
};

export const useLogHandlers: Pick<Handlers<'provision'>, 'provision.listUses'> = {
  'provision.listUses': (context, { filter, limit, offset }) =>
    readUses(context, filter ?? everyUse, limit, offset),
};
