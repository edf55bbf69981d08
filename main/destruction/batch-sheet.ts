import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import { instantText } from '../clock.ts';
import type { WorkContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { readUser } from '../office/user.ts';
import { sha256 } from '../storage/cryptography.ts';
import { factsOf } from './batch-signing.ts';
import { readOrder, readOrderUnits } from './order.ts';
import { ownBatch } from './paper-batch.ts';

/** A batch that has ended, to be signed with a pen; codes and numbers alone, nobody's data. */
export const batchSheet = documentHandler(
  'destruction.batchSheet',
  async (
    context: WorkContext,
    { batchId }: { batchId: string },
    { languages }: { languages: ('en' | 'ko')[] },
  ) => {
    const { database, storage, office, clock } = context;
    const { batch } = ownBatch(context, batchId);
    if (batch.state !== 'stopped' || batch.witness_id === null)
      throw new Refusal('batch_in_another_state', { state: batch.state });
    const order = readOrder(database, batch.order_id);
    const facts = factsOf(context, batch, order, null);
    const digest = sha256(canonicalJsonBytes(facts)).toString('hex');
    const listed = new Set(facts.unitIds);
    const { renderBatchSheet } = await import('../documents/batch-sheet.ts');
    return {
      bytes: await renderBatchSheet(
        {
          office: office.name,
          timeZone: office.timeZone,
          order: order.number,
          at: instantText(clock.now()),
          facts,
          digest,
          units: readOrderUnits(database, order.id).flatMap(({ unitId, paper }) =>
            paper !== undefined && listed.has(unitId) ? [paper] : [],
          ),
          operatorStaffNumber: readUser(storage, batch.operator_id).staffNumber,
          witnessStaffNumber: readUser(storage, batch.witness_id).staffNumber,
        },
        { languages },
      ),
      fileName: `ashbook-batch-${batch.number.toLowerCase()}`,
      about: { orderId: order.id, number: batch.number, digest },
      copy: null,
    };
  },
);
