import { defineMessages } from './language.ts';

export const errorsMessages = defineMessages({});
