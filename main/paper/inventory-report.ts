import type { InventoryLine } from '../../shared/contract/paper-inventory.ts';
import type { InventoryFinding } from '../../shared/domain/paper/inventory.ts';
import { formatInstant } from '../../shared/text/format.ts';
import { createText } from '../../shared/text/messages.ts';
import { instantText } from '../clock.ts';
import type { Handler } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { createWording } from '../documents/wording.ts';
import { inventoryLines, readInventory } from './inventory.ts';

/** What has to be looked into stands first. */
const order: readonly InventoryFinding[] = ['missing', 'open', 'unexpected', 'moved', 'present'];

function sorted(lines: readonly InventoryLine[]): InventoryLine[] {
  return [...lines].sort((one, other) => order.indexOf(one.finding) - order.indexOf(other.finding));
}

/** What is missing, what stood where it was not expected, and what was seen. By codes alone, so it is no copy of anybody's data. */
export const inventoryReport: Handler<'paper.inventoryReport'> = documentHandler(
  'paper.inventoryReport',
  async (context, { inventoryId }, { format, languages }) => {
    const inventory = readInventory(context.database, inventoryId);
    const lines = sorted(inventoryLines(context, inventory));
    const made = { fileName: 'ashbook-inventory', about: { inventoryId, lines: lines.length }, copy: null };
    const { timeZone, name } = context.office;
    if (format !== 'pdf') {
      const { renderTableFile } = await import('../documents/table-file.ts');
      const text = createText(languages[0] ?? 'en');
      const columns = (['code', 'finding', 'belongs_to', 'found_in'] as const).map((column) => ({
        heading: text(`documents.inventory.${column}`),
        kind: 'text' as const,
      }));
      const bytes = await renderTableFile(format, {
        sheetName: text('documents.inventory.title'),
        columns: [...columns, { heading: text('documents.inventory.scanned_at'), kind: 'instant' }],
        rows: lines.map((line) => [
          line.code,
          text(`paper.finding.${line.finding}`),
          line.belongsTo,
          line.foundIn,
          line.scannedAt,
        ]),
        timeZone,
      });
      return { ...made, bytes };
    }
    const { renderOfficeSheet } = await import('../documents/office-sheet.ts');
    const { plain } = await import('../documents/paper-blocks.ts');
    const wording = createWording(languages);
    const same = (code: string | null) =>
      code === null ? wording.say('documents.none') : plain(code).phrase;
    const number = (...findings: InventoryFinding[]) =>
      plain(String(lines.filter(({ finding }) => findings.includes(finding)).length)).phrase;
    const at = (instant: string | null) =>
      instant === null
        ? wording.say('documents.none')
        : wording.each((language) => formatInstant(instant, timeZone, language));
    const bytes = await renderOfficeSheet(
      {
        title: 'documents.inventory.title',
        office: name,
        madeAt: instantText(context.clock.now()),
        facts: [
          { label: wording.say('documents.inventory.place'), value: plain(inventory.place_code).phrase },
          { label: wording.say('documents.inventory.begun'), value: at(inventory.begun_at) },
          { label: wording.say('documents.inventory.closed'), value: at(inventory.closed_at) },
          {
            label: wording.say('documents.inventory.by'),
            value: wording.say('documents.inventory.staff', { number: inventory.staff_number }),
          },
          { label: wording.say('paper.finding.present'), value: number('present') },
          { label: wording.say('paper.finding.missing'), value: number('missing', 'open') },
          { label: wording.say('paper.finding.moved'), value: number('moved') },
          { label: wording.say('paper.finding.unexpected'), value: number('unexpected') },
        ],
        sections: order.flatMap((finding) => {
          const found = lines.filter((line) => line.finding === finding);
          if (found.length === 0) return [];
          return {
            heading: wording.say(`paper.finding.${finding}`),
            table: {
              columns: [
                { header: wording.say('documents.inventory.code'), share: 0.28 },
                { header: wording.say('documents.inventory.belongs_to'), share: 0.24 },
                { header: wording.say('documents.inventory.found_in'), share: 0.24 },
                { header: wording.say('documents.inventory.scanned_at'), share: 0.24 },
              ],
              rows: found.map((line) => [
                plain(line.code),
                { phrase: same(line.belongsTo) },
                { phrase: same(line.foundIn) },
                { phrase: at(line.scannedAt) },
              ]),
            },
          };
        }),
      },
      wording,
    );
    return { ...made, bytes };
  },
);
