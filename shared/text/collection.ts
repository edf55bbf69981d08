import { defineMessages } from './language.ts';

export const collectionMessages = defineMessages({});
