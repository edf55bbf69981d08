import type { ProvisionRow } from '../../shared/contract/provision-provisions.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { EndingDialog } from './ending-dialog.tsx';

/** That a recipient returned, destroyed or lost what it was given. */
export function EndProvisionDialog({ row, onClose }: { row: ProvisionRow; onClose(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const send = useSend('provision.endProvision');
  return (
    <EndingDialog
      room="end_provision"
      explanation={text('provision.end_provision.text', {
        what: row.fileName,
        count: row.people,
        date: format.date(row.providedOn),
        reference: row.reference,
      })}
      before={row.how}
      onEnd={(how) => send.mutateAsync({ provisionId: row.provisionId, how })}
      isBusy={send.isPending}
      failure={send.error?.error}
      onClose={onClose}
    />
  );
}
