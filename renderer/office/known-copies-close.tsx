import { useState } from 'react';
import { type CopyEnding, endingsOf, type KnownCopyKind } from '../../shared/domain/office/known-copy.ts';
import { useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, notify, RadioGroup } from '../components/index.ts';
import { sayCompletions } from './known-copies-words.ts';

interface ClosableCopy {
  copyId: string;
  reference: string;
  kind: KnownCopyKind;
  how: CopyEnding | null;
}

/** Asks how a copy ended. */
export function CloseCopyDialog({ copy, onClose }: { copy: ClosableCopy; onClose(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const close = useSend('office.closeKnownCopy');
  const [how, setHow] = useState<CopyEnding | null>(null);
  const endings = endingsOf(copy.kind).filter((ending) => ending !== copy.how);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('office.known_copies.close_title', { reference: copy.reference })}
      isBusy={close.isPending}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (how === null) return;
          close.mutate(
            { copyId: copy.copyId, how },
            {
              onSuccess: ({ completions }) => {
                notify(text('office.known_copies.closed', { reference: copy.reference }));
                sayCompletions(text, format.list, completions);
                onClose();
              },
            },
          );
        }}
      >
        <RadioGroup
          label={text('office.known_copies.close_how')}
          layout="lines"
          value={how}
          onChange={(chosen: CopyEnding) => setHow(chosen)}
          options={endings.map((ending) => ({
            value: ending,
            label: text(`office.known_copies.close_${ending}`),
            description: text(`office.known_copies.close_${ending}_text`),
          }))}
        />
        <ErrorNote error={close.error?.error ?? null} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={close.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={close.isPending} isDisabled={how === null}>
            {text('office.known_copies.close_submit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
