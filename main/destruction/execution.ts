import type { OrderUnit } from '../../shared/domain/destruction/order.ts';
import { checkMayExecute } from '../../shared/domain/destruction/separation-of-duties.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { ByApplication } from '../../shared/domain/register/certificate.ts';
import { instantText } from '../clock.ts';
import { removeUnnamedAttachments } from '../collection/attachment-sweep.ts';
import { endDraftsOfOrder } from '../collection/capture-draft.ts';
import type { Handlers, WorkContext } from '../context.ts';
import { requireSoundClock } from '../scheduler/clock-guard.ts';
import { requireRoomToRewrite } from '../storage/database-rewrite.ts';
import { leavesOf, planExecution } from './execution-plan.ts';
import { type ExecutionContext, finishExecution } from './execution-steps.ts';
import { type OrderRecord, readOrder, signDeed } from './order.ts';
import { checkOrderStands, leaveOutHeld, readSignedText, type SignedText } from './order-standing.ts';
import { closeSchedule } from './schedule-record.ts';
import { progressOf } from './settle.ts';

/**
 * Electronic destruction, in the order of ERASURE.md. Everything that follows the written intent can be repeated: whatever
 * interrupts it, `finishExecution` goes on from the step that is on disk (execution-steps.ts).
 */
export const executionHandlers: Pick<
  Handlers<'destruction'>,
  'destruction.executeOrder' | 'destruction.verifyOrder'
> = {
  'destruction.executeOrder': async (context, { orderId, digest }) => {
    const { database, clock, actor, session } = context;
    context.requireNobodyAside();
    if (digest !== readOrder(database, orderId).digest) throw new Refusal('order_changed');
    return carryOut(context, orderId, {
      operatorId: actor.id,
      schedule: null,
      // Whoever began it may have left the desk while others were let in.
      requireStill: () => {
        if (session.requireOpen().actor.id !== actor.id) throw new Refusal('signed_out');
      },
      enterDeed: (order) => {
        signDeed(context, 'execute', order);
        closeSchedule(database, clock, orderId, { state: 'ended', reason: 'carried_out_by_hand' });
      },
    });
  },

  'destruction.verifyOrder': async (context, { orderId }) => {
    const { database, storage } = context;
    context.requireNobodyAside();
    const order = readOrder(database, orderId);
    if (order.state !== 'unverified') throw new Refusal('order_not_unverified');
    removeUnnamedAttachments(storage);
    return finishing(context, orderId);
  },
};

/** Who carries an order out: an operator at the desk, or the application for an operator who scheduled it. */
export interface Executor {
  readonly operatorId: string;
  /** Null where it is done by hand. */
  readonly schedule: { readonly deedId: string; readonly byApplication: ByApplication } | null;
  /** After others were let in. Throws a Refusal where it is not to go on. */
  requireStill(): void;
  /** In the transaction that writes the intent. */
  enterDeed(order: OrderRecord): void;
}

type ExecutionWork = Pick<
  WorkContext,
  | 'database'
  | 'vault'
  | 'storage'
  | 'clock'
  | 'session'
  | 'today'
  | 'progress'
  | 'safePoint'
  | 'aside'
  | 'newId'
  | 'audit'
>;

/** The whole of an execution. Until its intent is written nothing has happened; from there on it is always finished. */
export async function carryOut(context: ExecutionWork, orderId: string, by: Executor) {
  const { database, clock, storage } = context;
  requireSoundClock(database, clock);
  requireRoomToRewrite(storage);
  const order = readOrder(database, orderId);
  requireElectronicLeft(database, orderId);
  storage.database.keepPages(true);
  try {
    const { text, units } = requireStands(context, order, by);
    const leaves = await noteCancelling(context, order, async () => {
      const found = await leavesOf(context, units);
      context.progress('write_intent', 0, 1);
      await context.safePoint();
      return found;
    });
    by.requireStill();
    writeIntent(context, orderId, text, leaves, by);
  } catch (error) {
    if (storage.isOpen) storage.database.keepPages(false);
    throw error;
  }
  // The point of no return: from here on nothing is cancelled, and a crash is resumed.
  return finishing(context, orderId);
}

function requireStands(
  context: ExecutionWork,
  order: OrderRecord,
  { operatorId }: Executor,
  read?: SignedText,
): { text: SignedText; units: OrderUnit[] } {
  checkMayExecute(
    { state: order.state, requesterId: order.requester_id, approverId: order.approver_id },
    operatorId,
  );
  const text = read ?? readSignedText(context.database, order);
  return { text, units: checkOrderStands({ ...context, actor: { id: operatorId } }, order, text) };
}

/** Of an order that held both, the electronic records may be destroyed while its paper is not. */
function requireElectronicLeft(database: WorkContext['database'], orderId: string): void {
  if (progressOf(database, orderId).electronic === 'destroyed') throw new Refusal('order_already_executed');
}

/** Whatever stops it, half-destroyed records are shown to nobody: the next sign-in finishes it, as after a crash. */
async function finishing(context: Pick<WorkContext, 'session'> & ExecutionContext, orderId: string) {
  const { session, storage } = context;
  // Nothing is to lie in the folder half written while it is looked at.
  session.openPeopleSearch?.stopWriting();
  session.attachmentDesk.suspend();
  try {
    return await finishExecution(context, orderId);
  } catch (error) {
    // By now somebody else may have opened the office again.
    if (session.storage === storage) session.close();
    const isClosed = error instanceof Refusal && error.code === 'work_interrupted';
    throw isClosed ? new Refusal('execution_interrupted') : error;
  } finally {
    session.attachmentDesk.resume();
  }
}

/** That somebody began and stopped is part of the order's story; nothing else has happened by then. */
async function noteCancelling<Result>(
  context: Pick<WorkContext, 'database' | 'audit'>,
  order: { id: string; number: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'cancelled') {
      context.database.transaction(() =>
        context.audit('destruction.execution_cancelled', { orderId: order.id, number: order.number }),
      );
    }
    throw error;
  }
}

/**
 * Step 1: checked again inside the transaction, then written down. A hold placed until this moment stops its units: they are taken
 * off the order, and the others go on.
 */
function writeIntent(
  context: ExecutionWork,
  orderId: string,
  text: SignedText,
  leaves: ReadonlyMap<string, Uint8Array>,
  by: Executor,
): void {
  const { database, vault, storage, clock } = context;
  const { operatorId, schedule } = by;
  database.transaction(() => {
    const order = readOrder(database, orderId);
    requireStands(context, order, by, text);
    leaveOutHeld(context, order);
    const plan = planExecution(database, orderId);
    by.enterDeed(order);
    database.run(
      `INSERT INTO executions (order_id, step, operator_id, epoch_before, started_at, planned, schedule_id, by_application)
       VALUES (?, 'intended', ?, ?, ?, ?, ?, ?)`,
      [
        orderId,
        operatorId,
        storage.epoch,
        instantText(clock.now()),
        JSON.stringify(plan.counts),
        schedule?.deedId ?? null,
        schedule === null ? null : JSON.stringify(schedule.byApplication),
      ],
    );
    for (const { personId, dataKeyId, keepsSomething } of plan.people) {
      database.run(
        'INSERT INTO execution_people (order_id, person_id, superseded_key_id, new_key_id) VALUES (?, ?, ?, ?)',
        [orderId, personId, dataKeyId, keepsSomething ? vault.addDataKey() : null],
      );
    }
    endDraftsOfOrder(database, clock, orderId);
    database.run(
      `INSERT INTO execution_unit_keys (order_id, unit_id, superseded_key_id)
       SELECT u.order_id, u.id, k.data_key_id FROM record_units u JOIN unit_keys k ON k.unit_id = u.id
       WHERE u.order_id = ? AND u.carrier = 'electronic'`,
      [orderId],
    );
    for (const [unitId, leaf] of leaves) {
      database.run(
        'UPDATE order_units SET leaf = ? WHERE order_id = ? AND unit_id = ? AND left_out IS NULL',
        [leaf, orderId, unitId],
      );
    }
    database.run("UPDATE destruction_orders SET state = 'executing', operator_id = ? WHERE id = ?", [
      operatorId,
      orderId,
    ]);
    context.audit('destruction.execution_started', {
      orderId,
      number: order.number,
      units: plan.counts.units,
      people: plan.counts.people,
      epoch: storage.epoch,
      ...(schedule === null ? {} : { scheduledBy: operatorId, ...schedule.byApplication }),
    });
  });
}
