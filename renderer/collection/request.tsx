import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { RequestDetails } from '../../shared/contract/collection-requests.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  ButtonLink,
  DefinitionList,
  DocumentDialog,
  ErrorNote,
  PageHeader,
  Reading,
} from '../components/index.ts';
import { ExtendRequestDialog } from './extend-request-dialog.tsx';
import { RequestAct } from './request-act.tsx';
import { RequestAnswer } from './request-answer.tsx';
import { RequestIdentity } from './request-identity.tsx';
import { RequestDue, RequestStateMark } from './request-marks.tsx';
import './requests.css';
import { CollectionNav } from './room.tsx';

/**
 * One request from receipt to answer, in the order in which it is dealt with: who asks, what is done, what is answered. Opening it is
 * entered in the use log under its own reason, so nothing is asked first.
 */
export function RequestScreen({ requestId }: { requestId: string }) {
  const text = useText();
  const open = useSend('collection.openRequest');
  const [request, setRequest] = useState<RequestDetails | null>(null);
  const read = () => open.mutate({ requestId }, { onSuccess: setRequest });
  // Once a visit, whatever React does with the effect: each reading is entered.
  const hasRead = useRef(false);
  useEffect(() => {
    if (hasRead.current) return;
    hasRead.current = true;
    read();
  });
  return (
    <div className="page">
      <CollectionNav />
      {request === null ? (
        <>
          <PageHeader room="collection" title={text('collection.request.title')} />
          {open.error ? <ErrorNote error={open.error.error} /> : <Reading />}
        </>
      ) : (
        <Opened request={request} onChanged={read} />
      )}
    </div>
  );
}

function Opened({ request, onChanged }: { request: RequestDetails; onChanged(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const [isExtending, setExtending] = useState(false);
  const [isShown, setShown] = useState(false);
  const isOpen = request.state !== 'answered';
  return (
    <>
      <PageHeader
        room="collection"
        title={text('collection.request.of', {
          kind: text(`collection.request.kind.${request.kind}`),
          name: request.name ?? text('collection.request.name_gone'),
        })}
        lead={text('collection.request.received', {
          date: format.date(request.receivedOn),
          way: text(`collection.request.way.${request.way}`),
          by: text(`collection.request.by.${request.requestedBy}`),
          number: request.staffNumber,
        })}
        actions={
          request.name === null || request.isWithoutRecord ? undefined : (
            <ButtonLink to="/collection/people/$personId" params={{ personId: request.personId }}>
              {text('collection.request.to_person')}
            </ButtonLink>
          )
        }
      />
      <DefinitionList
        entries={[
          {
            term: text('collection.requests.column.state'),
            value: <RequestStateMark request={request} />,
          },
          {
            term: text('collection.requests.column.due'),
            value: (
              <span className="row">
                <RequestDue request={request} />
                {isOpen && request.latestExtension !== undefined ? (
                  <Button kind="text" onPress={() => setExtending(true)}>
                    {text('collection.request.extend')}
                  </Button>
                ) : null}
                {isOpen && request.extended ? (
                  <Button kind="text" onPress={() => setShown(true)}>
                    {text('collection.request.letter_put_off')}
                  </Button>
                ) : null}
              </span>
            ),
          },
          {
            term: text('collection.request.extension_reason'),
            value: request.extensionReason,
          },
          {
            term: text('collection.record_request.contact'),
            value: request.contact === '' ? null : request.contact,
          },
          {
            term: text('collection.record_request.details'),
            value: request.details === '' ? null : <span className="request-words">{request.details}</span>,
          },
        ]}
      />
      <div className="request-steps">
        <Step number={1} title={text('collection.request.step.identity')} isWaiting={false}>
          <RequestIdentity request={request} onChanged={onChanged} />
        </Step>
        {request.isWithoutRecord ? (
          <Step number={2} title={text('collection.request.step.without_record')} isWaiting={false}>
            <p>{text('collection.request.without_record')}</p>
            <div className="row">
              <ButtonLink to="/collection/people">{text('collection.request.search_again')}</ButtonLink>
            </div>
          </Step>
        ) : request.name === null ? null : (
          <Step
            number={2}
            title={text(`collection.request.step.${request.kind}`)}
            isWaiting={isOpen && request.state !== 'identity_confirmed'}
          >
            <RequestAct request={request} />
          </Step>
        )}
        <Step number={3} title={text('collection.request.step.answer')} isWaiting={false}>
          <RequestAnswer request={request} onChanged={onChanged} />
        </Step>
      </div>
      {isShown ? (
        <DocumentDialog
          channel="collection.requestLetter"
          ask={{ requestId: request.requestId }}
          formats={['pdf']}
          onClose={() => setShown(false)}
        />
      ) : null}
      {isExtending ? (
        <ExtendRequestDialog
          request={request}
          onClose={() => setExtending(false)}
          onExtended={() => {
            setExtending(false);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}

function Step({
  number,
  title,
  isWaiting,
  children,
}: {
  number: number;
  title: string;
  /** It is not its turn yet. */
  isWaiting: boolean;
  children: ReactNode;
}) {
  const id = `request-step-${number}`;
  return (
    <section className="request-step" aria-labelledby={id} {...(isWaiting ? { 'data-waiting': true } : {})}>
      <div className="request-step-head">
        <h2 id={id}>
          {number}. {title}
        </h2>
      </div>
      {children}
    </section>
  );
}
