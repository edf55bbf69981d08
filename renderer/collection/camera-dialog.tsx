import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, Explanation } from '../components/index.ts';

/** Sharp enough to read a signed A4 sheet, and some 1 MB. */
const wanted = { width: { ideal: 2560 }, height: { ideal: 1920 }, facingMode: 'environment' };
const jpegQuality = 0.9;

/** Photographs a sheet with the camera of this computer. The camera is on while the dialog is open, and nothing is written. */
export function CameraDialog({
  isOpen,
  number,
  onClose,
  onPhoto,
}: {
  isOpen: boolean;
  /** Which photograph it is, for the name of its file. */
  number: number;
  onClose(): void;
  onPhoto(photo: File): void;
}) {
  const text = useText();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text('collection.camera.title')} size="wide">
      {isOpen ? <Camera number={number} onClose={onClose} onPhoto={onPhoto} /> : null}
    </Dialog>
  );
}

function Camera({
  number,
  onClose,
  onPhoto,
}: {
  number: number;
  onClose(): void;
  onPhoto(photo: File): void;
}) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'on' | 'refused' | 'none'>('starting');

  useEffect(() => {
    let stream: MediaStream | null = null;
    let isLeft = false;
    const end = (opened: MediaStream | null) => opened?.getTracks().forEach((track) => void track.stop());
    navigator.mediaDevices.getUserMedia({ video: wanted, audio: false }).then(
      async (opened) => {
        if (isLeft) return end(opened);
        stream = opened;
        if (video.current === null) return;
        video.current.srcObject = opened;
        await video.current.play().catch(() => undefined);
        if (!isLeft) setState('on');
      },
      (error: unknown) => {
        if (isLeft) return;
        setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none');
      },
    );
    return () => {
      isLeft = true;
      end(stream);
    };
  }, []);

  const photograph = () => {
    const seen = video.current;
    if (seen === null) return;
    const picture = document.createElement('canvas');
    picture.width = seen.videoWidth;
    picture.height = seen.videoHeight;
    picture.getContext('2d')?.drawImage(seen, 0, 0);
    picture.toBlob(
      (photo) => {
        if (photo !== null) onPhoto(new File([photo], `photo-${number}.jpg`, { type: 'image/jpeg' }));
      },
      'image/jpeg',
      jpegQuality,
    );
  };

  const isThere = state === 'starting' || state === 'on';
  return (
    <>
      {isThere ? (
        <video
          ref={video}
          className="camera-view"
          muted
          playsInline
          aria-label={text('collection.camera.view')}
        />
      ) : (
        <Explanation title={text(`collection.camera.${state}`)}>
          {text(`collection.camera.${state}_text`)}
        </Explanation>
      )}
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        {isThere ? (
          <Button kind="primary" isDisabled={state !== 'on'} onPress={photograph} autoFocus>
            {text('collection.camera.photograph')}
          </Button>
        ) : null}
      </DialogButtons>
    </>
  );
}
