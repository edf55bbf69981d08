import { useMemo } from 'react';
import type { RecallRow } from '../../shared/contract/provision-recalls.ts';
import type { AttachmentType } from '../../shared/domain/collection/attachment-type.ts';
import { fromBase64 } from '../../shared/domain/register/base64.ts';
import { useCall } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { FileView } from '../components/file-view.tsx';
import { Answered, Button, Dialog, DialogButtons } from '../components/index.ts';

/** The holder's own certificate, as it was attached. */
export function RecallDocumentView({
  document,
  onClose,
}: {
  document: RecallRow['documents'][number];
  onClose(): void;
}) {
  const text = useText();
  const query = useCall('provision.readRecallDocument', { documentId: document.documentId });
  return (
    <Dialog isOpen onClose={onClose} title={document.fileName} size="wide">
      <Answered query={query}>{(file) => <Opened {...file} />}</Answered>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}

function Opened({ fileName, type, content }: { fileName: string; type: AttachmentType; content: string }) {
  const bytes = useMemo(() => new Uint8Array(fromBase64(content)), [content]);
  return <FileView content={bytes} type={type} label={fileName} />;
}
