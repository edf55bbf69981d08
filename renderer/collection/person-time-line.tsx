import type { ReactNode } from 'react';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { StateMark, type StateTone } from '../components/index.ts';
import type { OpenedPerson } from './request-act.tsx';

interface Moment {
  key: string;
  /** Plain date; what it is sorted and grouped by. */
  on: string;
  /** Later things of the same day stand above. */
  order: string;
  tone: StateTone;
  what: string;
  about: string;
  detail: string;
}

const toneOfEvent: Readonly<Record<OpenedPerson['consents'][number]['events'][number]['type'], StateTone>> = {
  given: 'active',
  refused: 'neutral',
  withdrawn: 'ash',
  renewed: 'active',
  expired: 'ash',
};

/** Everything that happened with one person's data, the latest first: consents, requests, corrections, suspensions, hand-overs. */
export function PersonTimeLine({ person }: { person: OpenedPerson }): ReactNode {
  const text = useText();
  const format = useOfficeFormat();
  const staff = (number: number | null) =>
    number === null ? text('collection.time_line.by_clock') : text('collection.staff', { number });
  const moments: Moment[] = [
    ...person.consents.flatMap((consent) =>
      consent.events.map((event): Moment => {
        const purpose = consent.purposes.find(({ purposeId }) => purposeId === event.purposeId);
        return {
          key: `${consent.consentId} ${event.purposeId} ${event.type} ${event.recordedAt}`,
          on: event.on,
          order: event.recordedAt,
          tone: toneOfEvent[event.type],
          what: text(`collection.event.${event.type}`),
          about: purpose === undefined ? '—' : format.say(purpose.name),
          detail: [
            text('collection.time_line.form', {
              form: format.say(consent.formTitle),
              version: consent.formVersion,
            }),
            text(`collection.way.${consent.way}`),
            staff(event.staffNumber),
          ].join(' · '),
        };
      }),
    ),
    ...person.requests.flatMap((request): Moment[] => [
      {
        key: `${request.requestId} received`,
        on: request.receivedOn,
        order: request.receivedOn,
        tone: 'waiting',
        what: text('collection.time_line.request_received'),
        about: text(`collection.request.kind.${request.kind}`),
        detail: [text(`collection.request.way.${request.way}`), staff(request.staffNumber)].join(' · '),
      },
      ...(request.answeredAt === null || request.outcome === null
        ? []
        : [
            {
              key: `${request.requestId} answered`,
              on: request.answeredAt.slice(0, 10),
              order: request.answeredAt,
              tone: 'done' as const,
              what: text('collection.time_line.request_answered'),
              about: text(`collection.request.kind.${request.kind}`),
              detail: text(`collection.request.outcome.${request.outcome}`),
            },
          ]),
    ]),
    ...person.corrections.map(
      (correction): Moment => ({
        key: correction.correctionId,
        on: correction.correctedOn,
        order: correction.correctedOn,
        tone: 'done',
        what: text('collection.time_line.corrected'),
        about: format.say(correction.label),
        detail: staff(correction.staffNumber),
      }),
    ),
    ...person.suspensions.map(
      (suspension): Moment => ({
        key: suspension.suspensionId,
        on: suspension.since,
        order: suspension.since,
        tone: 'held',
        what: text('collection.time_line.suspended'),
        about: purposeName(suspension.purposeId),
        detail: staff(suspension.staffNumber),
      }),
    ),
    ...person.recipients.map(
      (recipient): Moment => ({
        key: recipient.id,
        on: recipient.on,
        order: recipient.on,
        tone: 'neutral',
        what: text('collection.time_line.handed_over'),
        about: recipient.name,
        detail: format.say(recipient.purposeName),
      }),
    ),
  ].sort((one, other) => other.on.localeCompare(one.on) || other.order.localeCompare(one.order));

  function purposeName(purposeId: string | null): string {
    if (purposeId === null) return text('collection.suspension.every_purpose');
    const purpose = person.consents
      .flatMap((consent) => consent.purposes)
      .find((each) => each.purposeId === purposeId);
    return purpose === undefined ? '—' : format.say(purpose.name);
  }

  return (
    <ol className="time-line" aria-label={text('collection.person.tab.time_line')}>
      {moments.map((moment, index) => (
        <li key={moment.key} className="time-line-moment">
          <span className="time-line-day">
            {moments[index - 1]?.on === moment.on ? '' : format.date(moment.on)}
          </span>
          <span className="time-line-what">
            <StateMark tone={moment.tone}>{moment.what}</StateMark>
          </span>
          <span>
            <strong>{moment.about}</strong>
            <span className="requests-secondary">{moment.detail}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
