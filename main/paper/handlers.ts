import type { Handlers } from '../context.ts';
import { entryHandlers } from './entry.ts';
import { findLabel, listEntries, openEntry } from './entry-view.ts';
import { inventoryHandlers } from './inventory.ts';
import { inventoryReport } from './inventory-report.ts';
import { printLabels } from './labels.ts';
import { listImportHandlers } from './list-import.ts';
import { movingHandlers } from './moving.ts';
import { partHandlers } from './part-handlers.ts';
import { twinHandlers } from './twins.ts';

export const paperHandlers: Handlers<'paper'> = {
  ...entryHandlers,
  ...movingHandlers,
  ...inventoryHandlers,
  ...listImportHandlers,
  ...twinHandlers,
  ...partHandlers,
  'paper.listEntries': listEntries,
  'paper.openEntry': openEntry,
  'paper.findLabel': findLabel,
  'paper.labels': printLabels,
  'paper.inventoryReport': inventoryReport,
};
