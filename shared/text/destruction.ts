import { defineMessages } from './language.ts';

export const destructionMessages = defineMessages({});
