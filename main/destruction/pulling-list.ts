import { instantText } from '../clock.ts';
import type { WorkContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { readOrder } from './order.ts';
import { paperUnitsOf } from './paper-view.ts';

/** What is to be fetched, shelf by shelf, with a box to tick; codes and labels alone, nobody's data. */
export const pullingList = documentHandler(
  'destruction.pullingList',
  async (
    context: WorkContext,
    { orderId }: { orderId: string },
    { languages }: { languages: ('en' | 'ko')[] },
  ) => {
    const { database, office, clock } = context;
    const { number } = readOrder(database, orderId);
    const units = paperUnitsOf(context, orderId, false).filter(
      ({ state }) => state === 'to_pull' || state === 'to_return' || state === 'pulled',
    );
    const { renderPullingList } = await import('../documents/pulling-list.ts');
    return {
      bytes: await renderPullingList(
        { office: office.name, timeZone: office.timeZone, number, at: instantText(clock.now()), units },
        { languages },
      ),
      fileName: `ashbook-pulling-list-${number.toLowerCase()}`,
      about: { orderId, number },
      copy: null,
    };
  },
);
