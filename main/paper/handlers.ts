import type { Handlers } from '../context.ts';
import { entryHandlers } from './entry.ts';
import { findLabel, listEntries, openEntry } from './entry-view.ts';
import { movingHandlers } from './moving.ts';

export const paperHandlers: Handlers<'paper'> = {
  ...entryHandlers,
  ...movingHandlers,
  'paper.listEntries': listEntries,
  'paper.openEntry': openEntry,
  'paper.findLabel': findLabel,
};
