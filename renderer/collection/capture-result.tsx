import { useState } from 'react';
import type { FormRow } from '../../shared/contract/collection.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DueDateExplanation } from '../components/due-date-explanation.tsx';
import { Button, ButtonLink, Explanation, PageHeader, Section } from '../components/index.ts';
import type { Captured } from './capture.tsx';
import type { CaptureDraft } from './capture-draft.ts';
import { ReceiptCode } from './receipt-code.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';

/** What became of the consent: kept, under which receipt, until when; what was refused; and the way to the next person. */
export function CaptureResult({
  captured,
  draft,
  form,
  onNext,
}: {
  captured: Captured;
  /** What was saved. */
  draft: CaptureDraft;
  form: FormRow;
  onNext(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const [hasReceipt, setHasReceipt] = useState(false);
  return (
    <>
      <PageHeader
        room="collection"
        title={text('collection.result.title')}
        lead={text(`collection.result.lead.${draft.way}`, { title: format.say(form.title) })}
      />
      <div className="row">
        <Button kind="primary" onPress={onNext} autoFocus>
          {text('collection.result.next')}
        </Button>
        <Button onPress={() => setHasReceipt(true)}>{text('collection.receipt.open')}</Button>
        <ButtonLink to="/collection/people/$personId" params={{ personId: captured.personId }}>
          {text('collection.result.person')}
        </ButtonLink>
      </div>
      <Section title={text('collection.result.receipt')}>
        <ReceiptCode code={captured.receiptCode} />
        <Explanation>{text('collection.result.receipt_is')}</Explanation>
      </Section>
      {captured.refused.length === 0 ? null : (
        <Explanation title={text('collection.result.available')}>
          {text('collection.result.available_text', {
            purposes: format.list(captured.refused.map(({ purposeName }) => format.say(purposeName))),
          })}
        </Explanation>
      )}
      <Section title={text('collection.result.units')}>
        <ul className="capture-units">
          {captured.units.map((unit) => (
            <li key={unit.unitId} className="capture-unit">
              <strong>{format.say(unit.purposeName)}</strong>
              {unit.due.dueOn === null ? null : (
                <span>{text('collection.result.due', { date: format.date(unit.due.dueOn) })}</span>
              )}
              <DueDateExplanation due={unit.due} />
            </li>
          ))}
        </ul>
      </Section>
      <ReceiptDialog
        consentId={hasReceipt ? captured.consentId : null}
        language={draft.language}
        onClose={() => setHasReceipt(false)}
      />
    </>
  );
}
