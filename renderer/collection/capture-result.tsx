import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DueDateExplanation } from '../components/due-date-explanation.tsx';
import { Button, ButtonLink, Explanation, PageHeader, Section } from '../components/index.ts';
import type { Captured } from './capture.tsx';
import { ReceiptCode } from './receipt-code.tsx';

/** What became of the consent: kept, under which receipt, until when; and the way to the next person. */
export function CaptureResult({
  captured,
  formTitle,
  onNext,
}: {
  captured: Captured;
  formTitle: string;
  onNext(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <>
      <PageHeader
        room="collection"
        title={text('collection.result.title')}
        lead={text('collection.result.lead', { title: formTitle })}
      />
      <div className="row">
        <Button kind="primary" onPress={onNext} autoFocus>
          {text('collection.result.next')}
        </Button>
        <ButtonLink to="/collection/people/$personId" params={{ personId: captured.personId }}>
          {text('collection.result.person')}
        </ButtonLink>
      </div>
      <Section title={text('collection.result.receipt')}>
        <ReceiptCode code={captured.receiptCode} />
        <Explanation>{text('collection.result.receipt_is')}</Explanation>
      </Section>
      <Section title={text('collection.result.units')}>
        <ul className="capture-units">
          {captured.units.map((unit) => (
            <li key={unit.unitId} className="capture-unit">
              <strong>{format.say(unit.purposeName)}</strong>
              <span>{text('collection.result.due', { date: format.date(unit.due.dueOn) })}</span>
              <DueDateExplanation due={unit.due} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
