import type { HandOverRow } from '../../shared/contract/provision.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { EndingDialog } from './ending-dialog.tsx';

/** That what was handed over came back, was destroyed by the vendor, or was lost. */
export function EndHandOverDialog({ row, onClose }: { row: HandOverRow; onClose(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const send = useSend('provision.endHandOver');
  return (
    <EndingDialog
      room="end_hand_over"
      explanation={text('provision.end_hand_over.text', {
        what: row.what,
        count: row.people,
        date: format.date(row.handedOverOn),
        reference: row.reference ?? '',
      })}
      before={row.how}
      onEnd={(how) => send.mutateAsync({ handOverId: row.handOverId, how })}
      isBusy={send.isPending}
      failure={send.error?.error}
      onClose={onClose}
    />
  );
}
