import { useEffect } from 'react';
import type { PersonConsent, UseReason } from '../../shared/contract/collection.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  DefinitionList,
  Dialog,
  DialogButtons,
  ErrorNote,
  Reading,
  StateMark,
} from '../components/index.ts';
import { NoticeSheet } from './notice-sheet.tsx';
import { ReceiptCode } from './receipt-code.tsx';
import { SignatureDrawing } from './signature-drawing.tsx';

/** The consent as it was given: the text that was shown, the answers, the signature, the receipt code. */
export function ConsentAsGiven({
  consent,
  reason,
  onClose,
}: {
  /** Null: not open. */
  consent: PersonConsent | null;
  reason: UseReason;
  onClose(): void;
}) {
  const text = useText();
  return (
    <Dialog isOpen={consent !== null} onClose={onClose} title={text('collection.as_given.title')} size="wide">
      {consent === null ? null : <Opened consentId={consent.consentId} reason={reason} />}
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {text('common.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function Opened({ consentId, reason }: { consentId: string; reason: UseReason }) {
  const open = useSend('collection.openConsent');
  const { isIdle, mutate } = open;
  // Entered in the use log once, however often this is drawn.
  useEffect(() => {
    if (isIdle) mutate({ consentId, reason });
  }, [isIdle, mutate, consentId, reason]);
  if (open.data !== undefined) return <AsGiven given={open.data} />;
  return open.error ? <ErrorNote error={open.error.error} /> : <Reading />;
}

function AsGiven({ given }: { given: ChannelOutput<'collection.openConsent'> }) {
  const text = useText();
  const format = useOfficeFormat();
  const answerOf = new Map(given.answers.map((answer) => [answer.purposeId, answer.answer]));
  return (
    <div className="as-given">
      <NoticeSheet
        notice={given.notice}
        afterPurpose={(purposeId) => {
          const answer = answerOf.get(purposeId);
          if (answer === undefined) return null;
          return (
            <div className="as-given-answer">
              <span className="quiet small">{text('collection.as_given.answer')}</span>
              <StateMark tone={answer === 'given' ? 'active' : 'neutral'}>
                {text(`collection.event.${answer}`)}
              </StateMark>
            </div>
          );
        }}
      >
        <div className="capture-part">
          <p>{text('collection.capture.day', { date: format.date(given.givenOn) })}</p>
          <Proof given={given} />
        </div>
      </NoticeSheet>
      <div className="stack-tight">
        <strong>{text('collection.result.receipt')}</strong>
        <ReceiptCode code={given.receiptCode} />
      </div>
    </div>
  );
}

/** By which way it was given, and what proves it. */
function Proof({ given }: { given: ChannelOutput<'collection.openConsent'> }) {
  const text = useText();
  const format = useOfficeFormat();
  const { evidence, guardian } = given;
  return (
    <>
      <DefinitionList
        entries={[
          { term: text('collection.capture.way'), value: text(`collection.way.${evidence.way}`) },
          ...(evidence.way === 'paper'
            ? [
                {
                  term: text('collection.scans.title'),
                  value: text('collection.scans.kept', { count: evidence.scans.length }),
                },
              ]
            : []),
          ...(evidence.way === 'telephone'
            ? [
                { term: text('collection.telephone.called_at'), value: evidence.calledAt },
                {
                  term: text('collection.telephone.read_by'),
                  value: text('collection.staff', { number: evidence.readBy }),
                },
                {
                  term: text('collection.telephone.witness'),
                  value:
                    evidence.witness.kind === 'named'
                      ? evidence.witness.name
                      : text('collection.staff', { number: evidence.witness.staffNumber }),
                },
                {
                  term: text('collection.recordings.title'),
                  value:
                    evidence.recordings === undefined
                      ? null
                      : text('collection.recordings.kept', { count: evidence.recordings.length }),
                },
              ]
            : []),
          ...(evidence.way === 'imported' && evidence.reference !== ''
            ? [{ term: text('collection.way.reference'), value: evidence.reference }]
            : []),
          ...(guardian === null
            ? []
            : [
                { term: text('collection.guardian.title'), value: `${guardian.name}, ${guardian.contact}` },
                {
                  term: text('collection.guardian.verification'),
                  value: `${text(`collection.guardian.way.${guardian.verification.way}`)}, ${format.date(guardian.verification.on)}`,
                },
              ]),
        ]}
      />
      {evidence.way === 'screen' ? (
        <div className="as-given-signature">
          <SignatureDrawing signature={evidence.signature} />
        </div>
      ) : null}
    </>
  );
}
