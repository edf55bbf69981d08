import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isOurAddress } from './page-address.ts';

/** Whether a message comes from the top frame of our own window while it shows our own page. */
export function isFromOurPage(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  ours: Pick<WebContents, 'id'>,
): boolean {
  const frame = event.senderFrame;
  return event.sender.id === ours.id && frame !== null && frame.parent === null && isOurAddress(frame.url);
}
