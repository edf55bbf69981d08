import type { RequestRow } from '../../shared/contract/collection-requests.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { StateMark, type StateTone } from '../components/index.ts';

const toneOfOutcome: Readonly<Record<NonNullable<RequestRow['outcome']>, StateTone>> = {
  fulfilled: 'done',
  partly_fulfilled: 'done',
  refused: 'ash',
  taken_back: 'neutral',
};

/** How far a request has come, or how it ended. */
export function RequestStateMark({ request }: { request: Pick<RequestRow, 'state' | 'outcome'> }) {
  const text = useText();
  if (request.outcome !== null) {
    return (
      <StateMark tone={toneOfOutcome[request.outcome]}>
        {text(`collection.request.outcome.${request.outcome}`)}
      </StateMark>
    );
  }
  return (
    <StateMark tone={request.state === 'received' ? 'neutral' : 'waiting'}>
      {text(`collection.request.state.${request.state}`)}
    </StateMark>
  );
}

/** By when it has to be answered and how near that is; once answered, when it was. */
export function RequestDue({ request }: { request: RequestRow }) {
  const text = useText();
  const format = useOfficeFormat();
  if (request.answeredAt !== null) {
    return (
      <span className="quiet">
        {text('collection.request.answered_at', { at: format.instant(request.answeredAt) })}
      </span>
    );
  }
  const date = format.date(request.dueOn);
  return (
    <span className="request-due">
      {request.urgency === 'waiting' ? <span>{date}</span> : <StateMark tone="attention">{date}</StateMark>}
      <span className="requests-secondary">
        {request.days < 0
          ? text('collection.request.late_by', { days: -request.days })
          : text('collection.request.days_left', { days: request.days })}
        {request.extended ? ` · ${text('collection.request.extended')}` : ''}
      </span>
    </span>
  );
}
