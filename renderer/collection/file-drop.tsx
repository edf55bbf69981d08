import type { ReactNode } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { attachmentTypes } from '../../shared/domain/collection/attachment-type.ts';
import { useText } from '../app/text.tsx';
import { Button } from '../components/index.ts';
import './attachments.css';

/** Where one file is dropped, or chosen. More than one at a time is refused aloud: each is looked at by itself. */
export function FileDrop({
  label,
  button,
  types = attachmentTypes,
  isDisabled,
  onFile,
  onSeveral,
  children,
}: {
  /** What the place is for, to a screen reader. */
  label: string;
  button: string;
  /** MIME types that can be chosen; every kind of attachment where absent. */
  types?: readonly string[];
  isDisabled: boolean;
  onFile(file: File): void;
  onSeveral(isSeveral: boolean): void;
  /** Other ways, beside the button. */
  children?: ReactNode;
}) {
  const text = useText();
  return (
    <DropZone
      className="attachments-drop"
      aria-label={label}
      isDisabled={isDisabled}
      onDrop={async ({ items }) => {
        const files = items.filter((item) => item.kind === 'file');
        onSeveral(files.length > 1);
        const file = files.length === 1 ? await files[0]?.getFile() : undefined;
        if (file !== undefined) onFile(file);
      }}
    >
      <FileTrigger
        acceptedFileTypes={[...types]}
        onSelect={(files) => {
          const file = files?.[0];
          if (file !== undefined) onFile(file);
        }}
      >
        <Button isDisabled={isDisabled}>{button}</Button>
      </FileTrigger>
      {children}
      <span className="quiet small">{text('collection.attachments.drop')}</span>
    </DropZone>
  );
}
