import { defineMessages } from './language.ts';

export const registerMessages = defineMessages({});
