import { defineMessages } from './language.ts';

export const commonMessages = defineMessages({});
