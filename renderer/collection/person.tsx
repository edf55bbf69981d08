import { useState } from 'react';
import type { PersonConsent, UseReason } from '../../shared/contract/collection.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { ButtonLink, EmptyState, ErrorNote, PageHeader } from '../components/index.ts';
import { HandOverDialog } from '../provision/hand-over-dialog.tsx';
import { ConsentAsGiven } from './consent-as-given.tsx';
import './person.css';
import { PersonConsentSheet } from './person-consent.tsx';
import { CollectionNav } from './room.tsx';
import { UseReasonQuestion } from './use-reason.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** What is kept of one person. Nothing of it is read before it has been said why. */
export function PersonScreen({ personId }: { personId: string }) {
  const text = useText();
  const may = useMay();
  const open = useSend('collection.openPerson');
  const [reason, setReason] = useState<UseReason>('serve_person');
  const [shown, setShown] = useState<{
    what: 'withdraw' | 'as_given' | 'hand_over';
    consent: PersonConsent;
  } | null>(null);
  const [person, setPerson] = useState<ChannelOutput<'collection.openPerson'> | null>(null);
  const close = () => setShown(null);
  /** Each reading is entered in the use log, the one after a change too. */
  const read = (why: UseReason) => open.mutate({ personId, reason: why }, { onSuccess: setPerson });

  if (person === null) {
    const isGone = open.error?.error.code === 'not_found';
    return (
      <div className="page">
        <CollectionNav />
        <PageHeader room="collection" title={text('collection.person.closed')} />
        {isGone ? (
          <EmptyState
            title={text('collection.person.gone')}
            action={<ButtonLink to="/collection/people">{text('collection.person.back')}</ButtonLink>}
          >
            {text('collection.person.gone_text')}
          </EmptyState>
        ) : (
          <>
            <ErrorNote error={open.error?.error} />
            <UseReasonQuestion
              isBusy={open.isPending}
              onAnswer={(answer) => {
                setReason(answer);
                read(answer);
              }}
            />
          </>
        )}
      </div>
    );
  }
  return (
    <div className="page">
      <CollectionNav />
      <PageHeader
        room="collection"
        title={person.name}
        lead={text('collection.person.opened', { reason: text(`collection.use_reason.${reason}`) })}
        actions={
          may('collection.capture') ? (
            <ButtonLink to="/collection/capture" search={{ person: personId }}>
              {text('collection.person.new_consent')}
            </ButtonLink>
          ) : undefined
        }
      />
      <ErrorNote error={open.error?.error} />
      {person.consents.map((consent) => (
        <PersonConsentSheet
          key={consent.consentId}
          consent={consent}
          attachments={person.attachments}
          reason={reason}
          onAttachmentsChanged={() => read(reason)}
          onWithdraw={() => setShown({ what: 'withdraw', consent })}
          onShow={() => setShown({ what: 'as_given', consent })}
          onHandOver={() => setShown({ what: 'hand_over', consent })}
        />
      ))}
      <WithdrawDialog
        consent={shown?.what === 'withdraw' ? shown.consent : null}
        onClose={close}
        onWithdrawn={() => {
          close();
          read(reason);
        }}
      />
      <ConsentAsGiven
        consent={shown?.what === 'as_given' ? shown.consent : null}
        reason={reason}
        onClose={close}
      />
      {shown?.what === 'hand_over' ? (
        <HandOverDialog personName={person.name} consents={[shown.consent]} onClose={close} />
      ) : null}
    </div>
  );
}
