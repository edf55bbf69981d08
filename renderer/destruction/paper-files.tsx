import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { OrderFileKind } from '../../shared/contract/destruction-paper.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { toBase64 } from '../collection/attachment-transfer.ts';
import { CameraDialog } from '../collection/camera-dialog.tsx';
import { Button, Dialog, DialogButtons, ErrorNote, notify } from '../components/index.ts';
import type { PaperView } from './paper.tsx';

/** Photographs from the camera or from files, or scanned sheets: how many there are, each can be looked at, and more can be added. */
export function PaperFiles({
  view,
  batchId,
  kind,
  onAdded,
}: {
  view: PaperView;
  batchId: string | null;
  kind: OrderFileKind;
  onAdded?(fileId: string): void;
}) {
  const text = useText();
  const add = useSend('destruction.addOrderFile');
  const [isCameraOpen, setCameraOpen] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const files = view.files.filter((file) => file.kind === kind && file.batchId === batchId);
  const mayAdd = view.mayNot === null;
  const send = async (file: File) => {
    const content = await toBase64(file);
    add.mutate(
      { orderId: view.orderId, batchId, kind, fileName: file.name.slice(0, 200) || 'file', content },
      {
        onSuccess: ({ fileId, hadMore }) => {
          notify(text(hadMore ? 'destruction.paper.file.stripped' : 'destruction.paper.file.added'));
          onAdded?.(fileId);
        },
      },
    );
  };
  return (
    <div className="stack-tight">
      <strong>{text(`destruction.paper.file.${kind}`, { count: files.length })}</strong>
      <div className="paper-photos">
        {files.map((file, index) => (
          <Button
            key={file.fileId}
            kind="quiet"
            isDisabled={!file.isKept}
            onPress={() => setShown(file.fileId)}
          >
            {text(file.isKept ? 'destruction.paper.file.show' : 'destruction.paper.file.gone', {
              number: index + 1,
            })}
          </Button>
        ))}
        {mayAdd ? (
          <>
            <Button isDisabled={add.isPending} onPress={() => setCameraOpen(true)}>
              {text('destruction.paper.file.camera')}
            </Button>
            <FileTrigger
              acceptedFileTypes={
                kind === 'photo_before' || kind === 'photo_after'
                  ? ['image/jpeg', 'image/png']
                  : ['image/jpeg', 'image/png', 'application/pdf', 'image/tiff']
              }
              onSelect={(chosen) => {
                const file = chosen?.[0];
                if (file !== undefined) void send(file);
              }}
            >
              <Button isDisabled={add.isPending}>{text('destruction.paper.file.choose')}</Button>
            </FileTrigger>
          </>
        ) : null}
      </div>
      {add.error ? <ErrorNote error={add.error.error} /> : null}
      <CameraDialog
        isOpen={isCameraOpen}
        number={files.length + 1}
        onClose={() => setCameraOpen(false)}
        onPhoto={(photo) => {
          setCameraOpen(false);
          void send(photo);
        }}
      />
      {shown === null ? null : <ShownFile fileId={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

function ShownFile({ fileId, onClose }: { fileId: string; onClose(): void }) {
  const text = useText();
  const { mutate, data, error } = useSend('destruction.readOrderFile');
  useEffect(() => mutate({ fileId }), [mutate, fileId]);
  return (
    <Dialog isOpen onClose={onClose} title={text('destruction.paper.file.title')} size="wide">
      {error ? <ErrorNote error={error.error} /> : null}
      {data === undefined ? null : data.type.startsWith('image/') ? (
        <img
          src={`data:${data.type};base64,${data.content}`}
          alt={text('destruction.paper.file.title')}
          style={{ maxInlineSize: '100%' }}
        />
      ) : (
        <p>{text('destruction.paper.file.no_picture')}</p>
      )}
      <DialogButtons>
        <Button onPress={onClose}>{text('common.close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
