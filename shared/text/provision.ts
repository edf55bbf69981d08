import { defineMessages } from './language.ts';

export const provisionMessages = defineMessages({});
