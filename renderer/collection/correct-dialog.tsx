import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons } from '../components/index.ts';
import { CorrectItems } from './correct-items.tsx';
import type { OpenedPerson } from './request-act.tsx';

/** Sets right what is kept of a person, whether or not they asked for it in a request. */
export function CorrectDialog({
  person,
  onClose,
  onCorrected,
}: {
  person: OpenedPerson;
  onClose(): void;
  onCorrected(): void;
}) {
  const text = useText();
  return (
    <Dialog isOpen onClose={onClose} title={text('collection.correct.title')} size="wide">
      <CorrectItems person={person} requestId={null} onCorrected={onCorrected} />
      <DialogButtons>
        <Button onPress={onClose}>{text('common.close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
