import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { type RecallRow, recallDocumentMaximumBytes } from '../../shared/contract/provision-recalls.ts';
import { paperTypes } from '../../shared/domain/collection/attachment-type.ts';
import { toBase64 } from '../../shared/domain/register/base64.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, Explanation, notify } from '../components/index.ts';

/** The holder's own certificate of destruction, kept with the recall. */
export function RecallDocumentDialog({ recall, onClose }: { recall: RecallRow; onClose(): void }) {
  const text = useText();
  const send = useSend('provision.attachRecallDocument');
  const [file, setFile] = useState<File | null>(null);
  const isTooLarge = file !== null && file.size > recallDocumentMaximumBytes;
  const attach = async () => {
    if (file === null) return;
    const content = inPieces(new Uint8Array(await file.arrayBuffer()));
    send.mutate(
      { recallId: recall.recallId, fileName: file.name.slice(0, 200), content },
      {
        onSuccess: () => {
          notify(text('provision.recall_document.done'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('provision.recall_document.title', { holder: recall.holderName })}
    >
      <div className="stack">
        <Explanation>{text('provision.recall_document.warning')}</Explanation>
        <FileTrigger acceptedFileTypes={[...paperTypes]} onSelect={(files) => setFile(files?.[0] ?? null)}>
          <Button>{file === null ? text('provision.recall_document.file') : file.name}</Button>
        </FileTrigger>
        {isTooLarge ? <p role="alert">{text('error.recall_document_too_large')}</p> : null}
        <ErrorNote error={send.error?.error} />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button
          kind="primary"
          onPress={() => void attach()}
          isDisabled={file === null || isTooLarge}
          isBusy={send.isPending}
        >
          {text('provision.recall_document.save')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

/** `toBase64` takes a few thousand bytes at a time; pieces of a multiple of three bytes join without padding. */
function inPieces(bytes: Uint8Array): string {
  const size = 3 * 4096;
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    toBase64(bytes.subarray(index * size, (index + 1) * size)),
  );
  return pieces.join('');
}
