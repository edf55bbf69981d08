import { useEffect, useState } from 'react';
import { type AttachmentType, isSound } from '../../shared/domain/collection/attachment-type.ts';
import { useText } from '../app/text.tsx';
import { EmptyState } from './explanation.tsx';
import './file-view.css';
import { Reading } from './page-header.tsx';
import { usePdf } from './pdf-document.ts';
import { PdfPages } from './pdf-pages.tsx';

/** A file that somebody handed in, in the window: a PDF, a picture or a sound. Nothing of it is written anywhere. */
export function FileView({
  content,
  type,
  label,
}: {
  content: Uint8Array<ArrayBuffer>;
  type: AttachmentType;
  label: string;
}) {
  if (isSound(type)) return <Sound content={content} type={type} />;
  if (type === 'image/tiff') return <CannotShow why="tiff" />;
  return type === 'application/pdf' ? (
    <Pdf content={content} label={label} />
  ) : (
    <Picture content={content} type={type} label={label} />
  );
}

function Pdf({ content, label }: { content: Uint8Array; label: string }) {
  const text = useText();
  const pdf = usePdf(content);
  if (pdf.state === 'unreadable') return <CannotShow why="damaged" />;
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
  if (isUnreadable) return <CannotShow why="damaged" />;
  if (address === null) return <Reading />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="file-view-frame" aria-label={label} tabIndex={0}>
      <img src={address} alt={label} className="file-view-picture" onError={() => setUnreadable(true)} />
    </section>
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
  if (isUnreadable) return <CannotShow why="damaged" />;
  if (address === null) return <Reading />;
  return (
    // biome-ignore lint/a11y/useMediaCaption: a recorded call has no subtitles; what was read aloud is kept word for word with the consent
    <audio
      controls
      src={address}
      className="file-view-sound"
      aria-label={text('collection.attachments.play')}
      onError={() => setUnreadable(true)}
    />
  );
}

/** What the window cannot show is said plainly. */
export function CannotShow({ why }: { why: 'tiff' | 'damaged' }) {
  const text = useText();
  return (
    <EmptyState title={text('collection.attachments.cannot_show')}>
      {text(`collection.attachments.cannot_show_${why}`)}
    </EmptyState>
  );
}
