import { z } from 'zod';
import { type Bilingual, bilingualLine } from '../../shared/contract/fields.ts';
import type { BatchMethod } from '../../shared/domain/destruction/paper-security.ts';
import { verificationFinding } from '../../shared/domain/register/certificate.ts';
import { localDate } from '../../shared/text/format.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { readDeeds, readOrder } from '../destruction/order.ts';
import { readOrderGroups, readOrderHandlers } from '../destruction/order-group.ts';
import type { DestructionRequest } from '../documents/destruction-request.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { PurposeNames } from '../provision/purpose-names.ts';

const line = bilingualLine(200);

/** What form 4 asks about an order, as far as it has come. @throws Refusal not_found */
function readRequest(
  { database, office }: Pick<ReadContext, 'database' | 'office'>,
  orderId: string,
): DestructionRequest {
  const order = readOrder(database, orderId);
  const groups = readOrderGroups(database, orderId);
  const deeds = readDeeds(database, orderId);
  const purposes = new PurposeNames(database);
  const date = (instant: string) => localDate(instant, office.timeZone);
  const by = (deed: 'request' | 'approve') =>
    deeds
      .filter((one) => one.deed === deed)
      .map(({ staff_number, at }) => ({ staffNumber: staff_number, on: date(at) }));
  const of = database.get<{ first: string; last: string; bases: string }>(
    `SELECT min(content ->> '$.dueOn') AS first, max(content ->> '$.dueOn') AS last,
       json_group_array(DISTINCT content ->> '$.basis') AS bases FROM order_units WHERE order_id = ?`,
    [orderId],
  );
  const execution = database.get<{
    finished_at: string | null;
    verification: string | null;
    started_at: string;
    operator: number;
    scheduled: 0 | 1;
  }>(
    `SELECT e.finished_at, e.verification, e.started_at, u.staff_number AS operator, e.schedule_id IS NOT NULL AS scheduled
     FROM executions e JOIN users u ON u.id = e.operator_id WHERE e.order_id = ?`,
    [orderId],
  );
  const certificate = database.get<{ number: string; conditional: number }>(
    `SELECT number, conditional FROM certificates c WHERE order_id = ? AND kind <> 'completion'
       AND NOT EXISTS (SELECT 1 FROM certificates s WHERE s.supersedes = c.number)`,
    [orderId],
  );
  const batches = database.all<{
    method: BatchMethod;
    level: string | null;
    place: 'on_site' | 'off_site';
    operator: number;
    witness: number | null;
  }>(
    `SELECT b.method, b.level, b.place, o.staff_number AS operator, w.staff_number AS witness FROM paper_batches b
     JOIN users o ON o.id = b.operator_id LEFT JOIN users w ON w.id = b.witness_id
     WHERE b.order_id = ? AND b.state = 'finished' ORDER BY b.ended_at`,
    [orderId],
  );
  const findings =
    execution?.verification == null
      ? []
      : z.array(verificationFinding).parse(JSON.parse(execution.verification));
  const days = groups.flatMap((group) =>
    [group.collected_from, group.collected_through].filter((day) => day !== null),
  );
  return {
    office: office.name,
    number: order.number,
    request: by('request')[0] ?? null,
    approvals: by('approve'),
    handledBy: readOrderHandlers(database, orderId),
    execution:
      execution?.finished_at == null
        ? null
        : {
            staffNumber: execution.operator,
            on: date(execution.started_at),
            isByApplication: execution.scheduled === 1,
          },
    files: each(groups.map(({ class_name }) => line.parse(JSON.parse(class_name)))),
    purposes: each(groups.flatMap(({ purpose_id: id }) => (id === null ? [] : [purposes.of(id)]))),
    collected: days.length === 0 ? null : { from: days.sort()[0] ?? '', through: days.at(-1) ?? '' },
    carriers: (['electronic', 'paper'] as const)
      .map((carrier) => ({
        carrier,
        units: groups.filter((group) => group.carrier === carrier).reduce((sum, { units }) => sum + units, 0),
      }))
      .filter(({ units }) => units > 0),
    causes: [...Map.groupBy(groups, ({ cause }) => cause)].map(([cause, alike]) => ({
      cause,
      units: alike.reduce((sum, { units }) => sum + units, 0),
    })),
    bases: z
      .array(z.string())
      .parse(JSON.parse(of?.bases ?? '[]'))
      .map((basis) => line.parse(JSON.parse(basis))),
    due: of === undefined ? null : { first: of.first, last: of.last },
    certificate:
      certificate === undefined
        ? null
        : { number: certificate.number, isConditional: certificate.conditional === 1 },
    paper: batches,
    checks: { passed: findings.filter(({ result }) => result === 'pass').length, total: findings.length },
  };
}

/** Each once, in order. */
function each(names: readonly Bilingual[]): Bilingual[] {
  return [...new Map(names.map((name) => [name.ko, name])).values()];
}

export const destructionRequestHandlers: Pick<Handlers<'register'>, 'register.destructionRequest'> = {
  'register.destructionRequest': documentHandler(
    'register.destructionRequest',
    async (context, { orderId }, { languages }) => {
      const request = readRequest(context, orderId);
      const { renderDestructionRequest } = await import('../documents/destruction-request.ts');
      return {
        bytes: await renderDestructionRequest(request, languages, instantText(context.clock.now())),
        fileName: `ashbook-request-${request.number.toLowerCase()}`,
        about: { orderId, number: request.number },
        copy: null,
      };
    },
  ),
};
