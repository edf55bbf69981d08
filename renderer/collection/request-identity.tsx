import { useState } from 'react';
import type { RequestDetails } from '../../shared/contract/collection-requests.ts';
import { type IdentityCheck, identityChecksFor } from '../../shared/domain/collection/person-request.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, RadioGroup, StateMark } from '../components/index.ts';

/** How it was made sure who asks. Nothing of a document is kept but that it was looked at. */
export function RequestIdentity({ request, onChanged }: { request: RequestDetails; onChanged(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const send = useSend('collection.checkIdentity');
  const [check, setCheck] = useState<IdentityCheck | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { identity } = request;
  const save = (confirmed: boolean) => {
    if (check === null) return setMissing(true);
    send.mutate({ requestId: request.requestId, check, confirmed }, { onSuccess: onChanged });
  };
  return (
    <>
      {identity === null ? null : (
        <div className="row">
          <StateMark tone={identity.confirmed ? 'done' : 'ash'}>
            {text(identity.confirmed ? 'collection.request.identity_yes' : 'collection.request.identity_no', {
              check: text(`collection.request.check.${identity.check}`),
            })}
          </StateMark>
          <span className="quiet small">
            {text('collection.request.by_staff', {
              at: format.instant(identity.at),
              number: identity.staffNumber,
            })}
          </span>
        </div>
      )}
      {request.state === 'received' ? (
        <div className="request-form">
          <RadioGroup<IdentityCheck>
            label={text('collection.request.check')}
            hint={text('collection.request.check_hint')}
            value={check}
            onChange={(next) => {
              setCheck(next);
              setMissing(false);
            }}
            options={identityChecksFor(request).map((each) => ({
              value: each,
              label: text(`collection.request.check.${each}`),
            }))}
            error={isMissing ? text('common.field.choose') : undefined}
          />
          <ErrorNote error={send.error?.error} />
          <div className="row">
            <Button kind="primary" onPress={() => save(true)} isBusy={send.isPending}>
              {text('collection.request.confirm_identity')}
            </Button>
            <Button onPress={() => save(false)} isDisabled={send.isPending}>
              {text('collection.request.deny_identity')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}
