import { defineMessages } from './language.ts';

export const officeMessages = defineMessages({});
