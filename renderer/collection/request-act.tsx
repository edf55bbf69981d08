import { useState } from 'react';
import type { RequestDetails } from '../../shared/contract/collection-requests.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote } from '../components/index.ts';
import { CorrectItems } from './correct-items.tsx';
import { RequestAccess } from './request-access.tsx';
import { RequestSuspension } from './request-suspension.tsx';
import { RequestWithdrawal } from './request-withdrawal.tsx';

export type OpenedPerson = ChannelOutput<'collection.openPerson'>;

/** What is done for a request, once it is known who asks. What is kept is read only when somebody is about to act. */
export function RequestAct({ request }: { request: RequestDetails }) {
  const text = useText();
  const open = useSend('collection.openPerson');
  const [person, setPerson] = useState<OpenedPerson | null>(null);
  const read = () =>
    open.mutate({ personId: request.personId, reason: 'answer_request' }, { onSuccess: setPerson });
  if (request.state === 'received') {
    return <p>{text('collection.request.act_after_identity')}</p>;
  }
  if (request.kind === 'access') return <RequestAccess request={request} />;
  if (person === null) {
    return request.state === 'answered' ? (
      <p className="quiet">{text('collection.request.act_answered')}</p>
    ) : (
      <>
        <p className="quiet">{text(`collection.request.act_text.${request.kind}`)}</p>
        <ErrorNote error={open.error?.error} />
        <div className="row">
          <Button onPress={read} isBusy={open.isPending}>
            {text('collection.request.act_open')}
          </Button>
        </div>
      </>
    );
  }
  switch (request.kind) {
    case 'suspension':
      return <RequestSuspension request={request} person={person} onChanged={read} />;
    case 'withdrawal':
    case 'deletion':
      return <RequestWithdrawal request={request} person={person} onChanged={read} />;
    case 'correction':
      return <CorrectItems person={person} requestId={request.requestId} onCorrected={read} />;
  }
}
