import { defineMessages } from './language.ts';

export const retentionMessages = defineMessages({});
