import { labelSheets, labelsAPage } from '../../shared/domain/paper/label-sheet.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handler } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { createWording } from '../documents/wording.ts';
import { readEntry } from './entry-record.ts';

/** Nothing on a label says whose papers are in the box, so it is no copy of anything. */
export const printLabels: Handler<'paper.labels'> = documentHandler(
  'paper.labels',
  async (context, { entryIds, sheet: name, start, shiftRight, shiftDown }, { languages }) => {
    const sheet = labelSheets[name];
    const places = labelsAPage(sheet);
    if (start > places) throw new Refusal('label_sheet_start', { field: 'ask.start', places });
    const wording = createWording(languages);
    const labels = entryIds.map((entryId) => {
      const { label_number: number, code, kind, state } = readEntry(context.database, entryId);
      if (state === 'destroyed') throw new Refusal('paper_destroyed', { code });
      return { number, code, kind: wording.say(`paper.kind.${kind}`) };
    });
    const { renderLabels } = await import('../documents/paper-labels.ts');
    return {
      bytes: await renderLabels(
        {
          office: context.office.name,
          labels,
          sheet,
          start,
          shift: { right: shiftRight / 10, down: shiftDown / 10 },
          madeAt: instantText(context.clock.now()),
        },
        languages,
      ),
      fileName: 'ashbook-labels',
      about: { labels: labels.length },
      copy: null,
    };
  },
);
