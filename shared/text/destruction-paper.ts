import { defineMessages } from './language.ts';

/** Texts of the screens about paper: from the pulling list to the shredder. */
export const destructionPaperMessages = defineMessages({});
