import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../shared/domain/refusal.ts';
import { dateIn } from '../../shared/domain/retention/due-date.ts';
import type { WorkContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import type { LetterMeasure, RequestLetterContent } from '../documents/request-letter.ts';
import { correctionsOfPerson } from './correction.ts';
import { consentsOfPerson } from './person.ts';
import { requestDetailsOf } from './person-request.ts';
import { type RequestRecord, readRequest } from './person-request-record.ts';

export const requestLetterHandlers = {
  'collection.requestLetter': documentHandler(
    'collection.requestLetter',
    async (context, { requestId }: { requestId: string }, { languages }) => {
      const content = letterOf(context, readRequest(context.database, requestId));
      const { renderRequestLetter } = await import('../documents/request-letter.ts');
      return {
        bytes: await renderRequestLetter(content, languages),
        fileName: `ashbook-letter-${requestId.slice(0, 8)}`,
        about: { requestId, personId: content.personId },
        copy: { scope: 'listed', personIds: [content.personId], use: 'answer_request', isForPerson: true },
      };
    },
  ),
};

/** What the letter of a request says now. Throws Refusal `not_found` or `request_not_answered`. */
function letterOf(
  context: WorkContext,
  request: RequestRecord,
): RequestLetterContent & { readonly personId: string } {
  const { office, today } = context;
  const details = requestDetailsOf(context, request);
  // Of somebody destroyed there is neither a name nor a text to print any more.
  if (details.name === null) throw new Refusal('not_found');
  const common = {
    officeName: office.name,
    jurisdiction: office.jurisdiction,
    personId: request.person_id,
    personName: details.name,
    contact: details.contact,
    requestId: request.id,
    kind: request.kind,
    receivedOn: request.received_on,
  };
  const { answer } = details;
  if (answer === null) {
    if (details.extensionReason === null) throw new Refusal('request_not_answered');
    return {
      ...common,
      writtenOn: today,
      staffNumber: context.actor.staffNumber,
      answer: { outcome: 'put_off', until: request.due_on, reason: details.extensionReason },
    };
  }
  if (answer.outcome === 'taken_back') throw new Refusal('request_not_answered');
  return {
    ...common,
    writtenOn: dateIn(office.timeZone, Temporal.Instant.from(answer.at)),
    staffNumber: answer.staffNumber,
    answer: {
      outcome: answer.outcome,
      reason: answer.reason,
      explanation: answer.explanation,
      measures: measuresOf(context, request, answer.at),
    },
  };
}

/** What was done between the receipt and the answer, as the records show it. */
function measuresOf(context: WorkContext, request: RequestRecord, answeredAt: string): LetterMeasure[] {
  const { database } = context;
  const personId = request.person_id;
  if (request.own_key_id !== null) return [];
  switch (request.kind) {
    case 'access':
      return [];
    case 'correction': {
      const made = correctionsOfPerson(context, personId).filter(({ requestId }) => requestId === request.id);
      const recipients = new Map(
        made
          .flatMap((correction) => correction.recipients)
          .map((recipient) => [recipient.givenOutId, recipient]),
      );
      return [
        ...made.map(({ label, correctedOn }) => ({
          what: 'corrected' as const,
          item: label,
          on: correctedOn,
        })),
        ...[...recipients.values()].map(({ name, toldOn }) =>
          toldOn === null
            ? { what: 'to_be_told' as const, recipient: name }
            : { what: 'told' as const, recipient: name, on: toldOn },
        ),
      ];
    }
    case 'suspension': {
      const names = new Map(
        consentsOfPerson(context, personId, new Map()).flatMap((consent) =>
          consent.purposes.map((purpose) => [purpose.purposeId, purpose.name] as const),
        ),
      );
      return database
        .all<{ purpose_id: string | null; since: string }>(
          `SELECT purpose_id, since FROM processing_suspensions WHERE request_id = ? AND lifted_on IS NULL ORDER BY since, id`,
          [request.id],
        )
        .map(({ purpose_id: purposeId, since }) => ({
          what: 'suspended',
          purpose: purposeId === null ? null : (names.get(purposeId) ?? null),
          since,
        }));
    }
    case 'deletion':
    case 'withdrawal':
      return consentsOfPerson(context, personId, new Map()).flatMap((consent) =>
        consent.purposes.flatMap((purpose): LetterMeasure[] => {
          const withdrawal = consent.events.find(
            ({ purposeId, type, on, recordedAt }) =>
              purposeId === purpose.purposeId &&
              type === 'withdrawn' &&
              on >= request.received_on &&
              recordedAt <= answeredAt,
          );
          if (withdrawal === undefined) return [];
          const due = purpose.unit?.due;
          return due?.cause === 'withdrawn_but_obliged' && due.keptThrough !== null
            ? [{ what: 'kept_by_law', purpose: purpose.name, through: due.keptThrough, basis: due.basis }]
            : [{ what: 'withdrawn', purpose: purpose.name, on: withdrawal.on }];
        }),
      );
  }
}
