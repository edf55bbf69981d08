import type { Handlers } from '../context.ts';
import { handOverHandlers } from './hand-over.ts';
import { ledgerHandlers } from './ledger.ts';
import { marketingNoticeHandlers } from './marketing-notice.ts';
import { thirdPartyHandlers } from './provision.ts';
import { recallHandlers } from './recall.ts';
import { recipientHandlers } from './recipient.ts';
import { toldListHandlers } from './told-list.ts';
import { useLogHandlers } from './use-log.ts';
import { useLogReviewHandlers } from './use-log-review.ts';
import { vendorHandlers } from './vendor.ts';
import { vendorCheckHandlers } from './vendor-check.ts';
import { vendorListHandlers } from './vendor-list.ts';

export const provisionHandlers: Handlers<'provision'> = {
  ...vendorHandlers,
  ...recipientHandlers,
  ...thirdPartyHandlers,
  ...ledgerHandlers,
  ...recallHandlers,
  ...vendorCheckHandlers,
  ...vendorListHandlers,
  ...marketingNoticeHandlers,
  ...toldListHandlers,
  ...handOverHandlers,
  ...useLogHandlers,
  ...useLogReviewHandlers,
};
