import { useEffect, useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { PersonAttachment, UseReason } from '../../shared/contract/collection.ts';
import { CallFailure } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { CannotShow, FileView } from '../components/file-view.tsx';
import { Button, Dialog, DialogButtons, ErrorNote } from '../components/index.ts';
import { fetchAttachment } from './attachment-transfer.ts';

/** An attached file in the window. What the window cannot show is said plainly, before anything of it is read. */
export function AttachmentDialog({
  attachment,
  reason,
  onClose,
}: {
  /** Null: not open. */
  attachment: PersonAttachment | null;
  reason: UseReason;
  onClose(): void;
}) {
  const text = useText();
  return (
    <Dialog isOpen={attachment !== null} onClose={onClose} title={attachment?.fileName ?? ''} size="wide">
      {attachment === null ? null : attachment.type === 'image/tiff' ? (
        <CannotShow why="tiff" />
      ) : (
        <Opened key={attachment.attachmentId} attachment={attachment} reason={reason} />
      )}
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {text('collection.attachments.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function Opened({ attachment, reason }: { attachment: PersonAttachment; reason: UseReason }) {
  const text = useText();
  const { attachmentId, type, fileName } = attachment;
  const [part, setPart] = useState(0);
  const [content, setContent] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  useEffect(() => {
    let isLeft = false;
    // Entered in the use log once: an effect that is only tried out has left before it begins.
    void Promise.resolve()
      .then(() => (isLeft ? null : fetchAttachment(attachmentId, reason, setPart, () => isLeft)))
      .then(
        (read) => {
          if (!isLeft) setContent(read);
        },
        (failure: unknown) => {
          if (!isLeft && failure instanceof CallFailure) setError(failure.error);
        },
      );
    return () => {
      isLeft = true;
    };
  }, [attachmentId, reason]);
  if (error !== null) return <ErrorNote error={error} />;
  if (content === null) {
    return (
      <p role="status" className="quiet">
        {text('collection.attachments.reading', { percent: Math.floor(part * 100) })}
      </p>
    );
  }
  return <FileView content={content} type={type} label={fileName} />;
}
