import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonConsent, UseReason } from '../../shared/contract/collection.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { isInForce } from '../../shared/domain/collection/consent.ts';
import { useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, EmptyState, ErrorNote, notify, PageHeader, Tabs } from '../components/index.ts';
import { PaperOfPerson } from '../paper/paper-of-person.tsx';
import { HandOverDialog } from '../provision/hand-over-dialog.tsx';
import { ConsentAsGiven } from './consent-as-given.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { ExpireDialog } from './expire-dialog.tsx';
import './person.css';
import { PersonConsentSheet } from './person-consent.tsx';
import { PersonReceived } from './person-received.tsx';
import { PersonRequests } from './person-requests.tsx';
import { PersonTimeLine } from './person-time-line.tsx';
import { PersonUses } from './person-uses.tsx';
import { RecordRequestDialog } from './record-request-dialog.tsx';
import type { OpenedPerson } from './request-act.tsx';
import { RequestDue } from './request-marks.tsx';
import { purposeNames, SuspensionList } from './request-suspension.tsx';
import './requests.css';
import { CollectionNav } from './room.tsx';
import { UseReasonQuestion } from './use-reason.tsx';
import { WithdrawAllDialog } from './withdraw-all-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const views = ['kept', 'time_line', 'received', 'requests', 'uses'] as const;
type View = (typeof views)[number];

/** What is kept of one person. Nothing of it is read before it has been said why. */
export function PersonScreen({ personId }: { personId: string }) {
  const text = useText();
  const may = useMay();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  const open = useSend('collection.openPerson');
  const [reason, setReason] = useState<UseReason>('serve_person');
  const [shown, setShown] = useState<{
    what: 'withdraw' | 'expire' | 'as_given' | 'hand_over';
    consent: PersonConsent;
  } | null>(null);
  const [person, setPerson] = useState<ChannelOutput<'collection.openPerson'> | null>(null);
  const [view, setView] = useState<View>('kept');
  const [deed, setDeed] = useState<'request' | 'correct' | 'withdraw_all' | null>(null);
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
  const hasSomethingGiven = person.consents.some((consent) =>
    consent.purposes.some((purpose) => isInForce(purpose.state)),
  );
  return (
    <div className="page">
      <CollectionNav />
      <PageHeader
        room="collection"
        title={person.name}
        lead={text('collection.person.opened', { reason: text(`collection.use_reason.${reason}`) })}
        actions={
          <>
            {may('collection.handle_requests') ? (
              <>
                <Button onPress={() => setDeed('request')}>{text('collection.person.record_request')}</Button>
                <Button onPress={() => setDeed('correct')}>{text('collection.person.correct')}</Button>
              </>
            ) : null}
            {may('collection.withdraw') && hasSomethingGiven ? (
              <Button onPress={() => setDeed('withdraw_all')}>
                {text('collection.withdraw_all.action')}
              </Button>
            ) : null}
            {may('collection.capture') ? (
              <ButtonLink to="/collection/capture" search={{ person: personId }}>
                {text('collection.person.new_consent')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {/* In full: it is told to whoever places a hold and may not see whose records these are. */}
      <p className="quiet small">
        {text('collection.person.identifier')}: <span className="figure">{personId}</span>
      </p>
      <ErrorNote error={open.error?.error} />
      <PersonStanding person={person} onChanged={() => read(reason)} />
      <Tabs<View>
        label={text('collection.person.tab.label')}
        value={view}
        onChange={setView}
        tabs={views.map((each) => {
          const label = text(`collection.person.tab.${each}`);
          return each === 'requests' && person.requests.length > 0
            ? { value: each, label, count: format.number(person.requests.length) }
            : { value: each, label };
        })}
      >
        {view === 'kept' ? (
          <div className="stack">
            {person.consents.map((consent) => (
              <PersonConsentSheet
                key={consent.consentId}
                personId={personId}
                consent={consent}
                attachments={person.attachments}
                reason={reason}
                onAttachmentsChanged={() => read(reason)}
                onWithdraw={() => setShown({ what: 'withdraw', consent })}
                onExpire={() => setShown({ what: 'expire', consent })}
                onShow={() => setShown({ what: 'as_given', consent })}
                onHandOver={() => setShown({ what: 'hand_over', consent })}
              />
            ))}
            <PaperOfPerson personId={personId} />
          </div>
        ) : null}
        {view === 'time_line' ? <PersonTimeLine person={person} /> : null}
        {view === 'received' ? <PersonReceived person={person} onChanged={() => read(reason)} /> : null}
        {view === 'requests' ? <PersonRequests person={person} /> : null}
        {view === 'uses' ? <PersonUses person={person} /> : null}
      </Tabs>
      {deed === 'request' ? (
        <RecordRequestDialog
          person={{ personId, name: person.name }}
          onClose={() => setDeed(null)}
          onRecorded={(requestId) =>
            void navigate({ to: '/collection/requests/$requestId', params: { requestId } })
          }
        />
      ) : null}
      {deed === 'correct' ? (
        <CorrectDialog person={person} onClose={() => setDeed(null)} onCorrected={() => read(reason)} />
      ) : null}
      {deed === 'withdraw_all' ? (
        <WithdrawAllDialog
          personId={personId}
          consents={person.consents}
          onClose={() => setDeed(null)}
          onWithdrawn={({ units }) => {
            setDeed(null);
            notify(
              text('collection.withdraw.done', {
                purposes: units.length,
                due: units.filter((unit) => unit.due.cause === 'consent_withdrawn').length,
                kept: units.filter((unit) => unit.due.cause === 'withdrawn_but_obliged').length,
              }),
            );
            read(reason);
          }}
        />
      ) : null}
      <WithdrawDialog
        consent={shown?.what === 'withdraw' ? shown.consent : null}
        onClose={close}
        onWithdrawn={() => {
          close();
          read(reason);
        }}
      />
      {shown?.what === 'expire' ? (
        <ExpireDialog
          consent={shown.consent}
          onClose={close}
          onExpired={() => {
            close();
            read(reason);
          }}
        />
      ) : null}
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

/** What is to be known before anything else: what is suspended, and what is still to be answered. */
function PersonStanding({ person, onChanged }: { person: OpenedPerson; onChanged(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const open = person.requests.filter((request) => request.state !== 'answered');
  const nameOf = purposeNames(person);
  return (
    <>
      <SuspensionList
        suspensions={person.suspensions}
        nameOf={(purposeId) => format.say(nameOf.get(purposeId) ?? { en: '—', ko: '—' })}
        onLifted={onChanged}
      />
      {open.length === 0 ? null : (
        <ul className="person-open-requests" aria-label={text('collection.requests.show.open')}>
          {open.map((request) => (
            <li key={request.requestId} className="person-open-request">
              <strong>
                {text('collection.person.open_request', {
                  kind: text(`collection.request.kind.${request.kind}`),
                })}
              </strong>
              <RequestDue request={request} />
              {may('collection.handle_requests') ? (
                <ButtonLink to="/collection/requests/$requestId" params={{ requestId: request.requestId }}>
                  {text('collection.person.to_request')}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
