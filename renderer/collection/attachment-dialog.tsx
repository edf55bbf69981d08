import { useEffect, useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { PersonAttachment, UseReason } from '../../shared/contract/collection.ts';
import { isSound } from '../../shared/domain/collection/attachment-type.ts';
import { CallFailure } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, EmptyState, ErrorNote, Reading } from '../components/index.ts';
import { usePdf } from '../components/pdf-document.ts';
import { PdfPages } from '../components/pdf-pages.tsx';
import { fetchAttachment } from './attachment-transfer.ts';
import './attachments.css';

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
        <EmptyState title={text('collection.attachments.cannot_show')}>
          {text('collection.attachments.cannot_show_tiff')}
        </EmptyState>
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
  if (isSound(type)) return <Sound content={content} type={type} />;
  return type === 'application/pdf' ? (
    <Pdf content={content} label={fileName} />
  ) : (
    <Picture content={content} type={type} label={fileName} />
  );
}

function Pdf({ content, label }: { content: Uint8Array; label: string }) {
  const text = useText();
  const pdf = usePdf(content);
  if (pdf.state === 'unreadable') return <Unreadable />;
  if (pdf.state === 'reading') return <Reading />;
  return (
    <PdfPages
      document={pdf.document}
      zoom="width"
      label={label}
      pageLabel={(page) => text('collection.attachments.page', { page })}
    />
  );
}

/** An address for what is in memory, as long as it is shown. */
function useAddress(content: Uint8Array<ArrayBuffer>, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content, type]);
  return address;
}

function Sound({ content, type }: { content: Uint8Array<ArrayBuffer>; type: string }) {
  const text = useText();
  const address = useAddress(content, type);
  const [isUnreadable, setUnreadable] = useState(false);
  if (isUnreadable) return <Unreadable />;
  if (address === null) return <Reading />;
  return (
    // biome-ignore lint/a11y/useMediaCaption: a recorded call has no subtitles; what was read aloud is kept word for word with the consent
    <audio
      controls
      src={address}
      className="attachment-sound"
      aria-label={text('collection.attachments.play')}
      onError={() => setUnreadable(true)}
    />
  );
}

function Picture({
  content,
  type,
  label,
}: {
  content: Uint8Array<ArrayBuffer>;
  type: string;
  label: string;
}) {
  const address = useAddress(content, type);
  const [isUnreadable, setUnreadable] = useState(false);
  if (isUnreadable) return <Unreadable />;
  if (address === null) return <Reading />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="attachment-frame" aria-label={label} tabIndex={0}>
      <img src={address} alt={label} className="attachment-picture" onError={() => setUnreadable(true)} />
    </section>
  );
}

function Unreadable() {
  const text = useText();
  return (
    <EmptyState title={text('collection.attachments.cannot_show')}>
      {text('collection.attachments.cannot_show_damaged')}
    </EmptyState>
  );
}
