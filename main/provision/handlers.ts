import type { Handlers } from '../context.ts';
import { handOverHandlers } from './hand-over.ts';
import { recipientHandlers } from './recipient.ts';
import { useLogHandlers } from './use-log.ts';
import { vendorHandlers } from './vendor.ts';

export const provisionHandlers: Handlers<'provision'> = {
  ...vendorHandlers,
  ...recipientHandlers,
  ...handOverHandlers,
  ...useLogHandlers,
};
