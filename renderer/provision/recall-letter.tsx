import { useState } from 'react';
import type { RecallRow } from '../../shared/contract/provision-recalls.ts';
import { useSend } from '../app/call.ts';
import { useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Checkbox,
  Dialog,
  DialogButtons,
  DocumentView,
  ErrorNote,
  notify,
} from '../components/index.ts';

/** The letter to whoever holds it, to be printed or saved; then it is recorded as sent. */
export function RecallLetterDialog({
  recall,
  isReminder,
  onClose,
}: {
  recall: RecallRow;
  isReminder: boolean;
  onClose(): void;
}) {
  const text = useText();
  const today = useToday();
  const [withNames, setWithNames] = useState(false);
  const record = useSend('provision.recordRecallLetter');
  const { recallId } = recall;
  const sent = () =>
    record.mutate(
      { recallId, isReminder, sentOn: today },
      {
        onSuccess: () => {
          notify(text('provision.recall_letter.done'));
          onClose();
        },
      },
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('provision.recall_letter.title', { holder: recall.holderName })}
      size="document"
    >
      <div className="stack">
        <Checkbox
          isSelected={withNames}
          onChange={setWithNames}
          description={text('provision.recall_letter.names_text')}
        >
          {text('provision.recall_letter.names')}
        </Checkbox>
        <DocumentView
          key={String(withNames)}
          channel="provision.recallLetter"
          ask={{ recallId, isReminder, withNames }}
          formats={['pdf']}
        />
        <ErrorNote error={record.error?.error} />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.close')}</Button>
        <Button onPress={sent} isBusy={record.isPending}>
          {text('provision.recall_letter.sent')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
