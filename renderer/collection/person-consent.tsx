import { type ReactNode, useState } from 'react';
import type {
  PersonAttachment,
  PersonConsent,
  PurposeState,
  UseReason,
} from '../../shared/contract/collection.ts';
import { isInForce } from '../../shared/domain/collection/consent.ts';
import { useMay, useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DueDateExplanation } from '../components/due-date-explanation.tsx';
import {
  Badge,
  Button,
  ButtonLink,
  DefinitionList,
  Explanation,
  StateMark,
  type StateTone,
} from '../components/index.ts';
import { OriginalOfConsent } from '../paper/original-button.tsx';
import { refusalInWords } from '../provision/refusal-in-words.ts';
import { UnitAttachments } from './attachments.tsx';
import { MaskedValue } from './masked-value.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';

type Purpose = PersonConsent['purposes'][number];

const toneOf: Readonly<Record<PurposeState, StateTone>> = {
  given: 'active',
  refused: 'neutral',
  withdrawn: 'ash',
  not_asked: 'neutral',
  renewed: 'active',
  expired: 'ash',
};

/** One consent of a person: each purpose with what was said, what is kept for it and until when; and what happened, in order. */
export function PersonConsentSheet({
  personId,
  consent,
  attachments,
  reason,
  onAttachmentsChanged,
  onWithdraw,
  onExpire,
  onShow,
  onHandOver,
}: {
  personId: string;
  consent: PersonConsent;
  /** Of the person. */
  attachments: readonly PersonAttachment[];
  /** Why the person's data is looked at. */
  reason: UseReason;
  onAttachmentsChanged(): void;
  onWithdraw(): void;
  onExpire(): void;
  onShow(): void;
  onHandOver(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const titleId = `consent-${consent.consentId}`;
  const [hasReceipt, setHasReceipt] = useState(false);
  const hasGiven = consent.purposes.some((purpose) => isInForce(purpose.state));
  return (
    <section className="sheet person-consent" aria-labelledby={titleId}>
      <header className="person-consent-head">
        <div>
          <h2 id={titleId}>{format.say(consent.formTitle)}</h2>
          <p className="quiet">
            {text('collection.person.given', {
              date: format.date(consent.givenOn),
              version: consent.formVersion,
            })}{' '}
            <Badge>{consent.language === 'ko' ? '한국어' : 'English'}</Badge>{' '}
            <Badge>{text(`collection.way.${consent.way}`)}</Badge>
          </p>
          {consent.way === 'paper' || consent.way === 'imported' ? (
            <OriginalOfConsent personId={personId} consentId={consent.consentId} />
          ) : null}
          {consent.renewOn === null ? null : <p className="small">{text('collection.person.renew_text')}</p>}
        </div>
        <div className="row">
          {consent.renewOn !== null && may('collection.capture') ? (
            <ButtonLink to="/collection/capture" search={{ person: personId, form: consent.renewOn }}>
              {text('collection.person.renew')}
            </ButtonLink>
          ) : null}
          <Button onPress={onShow}>{text('collection.person.show')}</Button>
          <Button onPress={() => setHasReceipt(true)}>{text('collection.receipt.open')}</Button>
          {may('provision.record') ? (
            <Button onPress={onHandOver}>{text('collection.person.hand_over')}</Button>
          ) : null}
          {may('collection.withdraw') ? (
            <>
              <Button onPress={onExpire} isDisabled={!hasGiven}>
                {text('collection.expire.action')}
              </Button>
              <Button onPress={onWithdraw} isDisabled={!hasGiven}>
                {text('collection.person.withdraw')}
              </Button>
            </>
          ) : null}
        </div>
      </header>
      <div className="person-consent-body">
        <div className="person-purposes">
          {consent.purposes.map((purpose) => (
            <PurposeRow key={purpose.purposeId} purpose={purpose} reason={reason}>
              {purpose.unit === null ? null : (
                <UnitAttachments
                  unitId={purpose.unit.unitId}
                  purposeName={format.say(purpose.name)}
                  takesFiles={
                    purpose.unit.state === 'active' &&
                    (isInForce(purpose.state) || purpose.state === 'not_asked')
                  }
                  attachments={attachments.filter(({ unitId }) => unitId === purpose.unit?.unitId)}
                  reason={reason}
                  onChanged={onAttachmentsChanged}
                />
              )}
            </PurposeRow>
          ))}
        </div>
        <TimeLine consent={consent} />
      </div>
      <ReceiptDialog
        consentId={hasReceipt ? consent.consentId : null}
        language={consent.language}
        onClose={() => setHasReceipt(false)}
      />
    </section>
  );
}

function PurposeRow({
  purpose,
  reason,
  children,
}: {
  purpose: Purpose;
  reason: UseReason;
  children: ReactNode;
}) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <section className="person-purpose">
      <div className="person-purpose-head">
        <h3>{format.say(purpose.name)}</h3>
        <StateMark tone={toneOf[purpose.state]}>{text(`collection.state.${purpose.state}`)}</StateMark>
      </div>
      {purpose.endsOn === null ? null : (
        <p className="quiet small">
          {text('collection.person.ends_on', { date: format.date(purpose.endsOn) })}
        </p>
      )}
      {purpose.withheld === null ? null : (
        <Explanation>{refusalInWords(purpose.withheld, purpose.name, text, format)}</Explanation>
      )}
      {purpose.values.length === 0 ? null : (
        <DefinitionList
          entries={purpose.values.map((value) => ({
            term: format.say(value.label),
            value:
              value.value ??
              (purpose.unit === null ? null : (
                <MaskedValue
                  unitId={purpose.unit.unitId}
                  itemCode={value.itemCode}
                  label={format.say(value.label)}
                  reason={reason}
                />
              )),
          }))}
        />
      )}
      {purpose.unit === null ? (
        <p className="quiet small">
          {text(
            purpose.state === 'refused' ? 'collection.person.nothing_kept' : 'collection.person.nothing_left',
          )}
        </p>
      ) : (
        <UnitLine unit={purpose.unit} />
      )}
      {children}
    </section>
  );
}

function UnitLine({ unit }: { unit: NonNullable<Purpose['unit']> }) {
  const text = useText();
  const format = useOfficeFormat();
  const { dueOn, keptThrough } = unit.due;
  const today = useToday();
  return (
    <div className="person-unit">
      <div className="row">
        {dueOn !== null && dueOn <= today ? (
          <StateMark tone="attention">
            {text('collection.person.due', { date: format.date(dueOn) })}
          </StateMark>
        ) : null}
        {keptThrough !== null && dueOn !== null && dueOn > today ? (
          <span>{text('collection.person.kept', { date: format.date(keptThrough) })}</span>
        ) : null}
        {unit.state === 'separated' ? <Badge>{text('collection.person.separated')}</Badge> : null}
        {unit.state === 'ordered' ? (
          <StateMark tone="waiting">{text('collection.person.ordered')}</StateMark>
        ) : null}
        {unit.held ? <StateMark tone="held">{text('collection.person.held')}</StateMark> : null}
      </div>
      <DueDateExplanation due={unit.due} />
    </div>
  );
}

function TimeLine({ consent }: { consent: PersonConsent }) {
  const text = useText();
  const format = useOfficeFormat();
  const nameOf = new Map(consent.purposes.map((purpose) => [purpose.purposeId, format.say(purpose.name)]));
  return (
    <section className="person-events" aria-label={text('collection.person.events')}>
      <h3 className="person-events-title">{text('collection.person.events')}</h3>
      <ol>
        {consent.events.map((event) => (
          <li key={`${event.purposeId} ${event.type} ${event.recordedAt}`} className="person-event">
            <StateMark tone={toneOf[event.type]}>{text(`collection.event.${event.type}`)}</StateMark>
            <span>{nameOf.get(event.purposeId)}</span>
            <span className="quiet small">
              {event.staffNumber === null
                ? text('collection.person.event_by_clock', { on: format.date(event.on) })
                : text('collection.person.event', {
                    on: format.date(event.on),
                    at: format.instant(event.recordedAt),
                    number: event.staffNumber,
                  })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
