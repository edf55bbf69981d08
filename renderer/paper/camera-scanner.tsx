import jsQR from 'jsqr';
import { useEffect, useRef, useState } from 'react';
import { readLabel } from '../../shared/domain/paper/label.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, Explanation } from '../components/index.ts';

const wanted = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' };
/** Pictures looked at a second: what is left of the time is the window's. */
const looksASecond = 6;
/** A label held before the camera is not read again and again. */
const sameAgainMilliseconds = 2500;

/**
 * Reads the QR codes of labels with the camera of this computer. The camera is on while the dialog is open; no picture is kept or
 * written. What is not a label of an office is passed over.
 */
export function CameraScanner({ onScan, onClose }: { onScan(label: string): void; onClose(): void }) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'on' | 'refused' | 'none'>('starting');
  const [last, setLast] = useState('');
  const take = useRef(onScan);
  take.current = onScan;

  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setInterval> | undefined;
    let isLeft = false;
    let seen = { text: '', at: 0 };
    const end = (opened: MediaStream | null) => opened?.getTracks().forEach((track) => void track.stop());
    const picture = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const look = () => {
      const shown = video.current;
      if (shown === null || picture === null || shown.videoWidth === 0) return;
      const { canvas } = picture;
      canvas.width = shown.videoWidth;
      canvas.height = shown.videoHeight;
      picture.drawImage(shown, 0, 0);
      const { data, width, height } = picture.getImageData(0, 0, canvas.width, canvas.height);
      const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? '';
      if (found === '' || typeof readLabel(found) !== 'object') return;
      const at = performance.now();
      const isSame = found === seen.text && at - seen.at < sameAgainMilliseconds;
      seen = { text: found, at };
      if (isSame) return;
      setLast(found);
      take.current(found);
    };
    navigator.mediaDevices.getUserMedia({ video: wanted, audio: false }).then(
      async (opened) => {
        if (isLeft) return end(opened);
        stream = opened;
        if (video.current === null) return;
        video.current.srcObject = opened;
        await video.current.play().catch(() => undefined);
        if (isLeft) return;
        setState('on');
        timer = setInterval(look, 1000 / looksASecond);
      },
      (error: unknown) => {
        if (isLeft) return;
        setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none');
      },
    );
    return () => {
      isLeft = true;
      clearInterval(timer);
      end(stream);
    };
  }, []);

  const isThere = state === 'starting' || state === 'on';
  return (
    <Dialog isOpen onClose={onClose} title={text('paper.camera.title')} size="wide">
      {isThere ? (
        <>
          <video
            ref={video}
            className="camera-view"
            muted
            playsInline
            aria-label={text('paper.camera.view')}
          />
          <p className="paper-camera-last" role="status">
            {last === '' ? text('paper.camera.hint') : text('paper.camera.read', { label: last })}
          </p>
        </>
      ) : (
        <Explanation title={text(`collection.camera.${state}`)}>
          {text(`collection.camera.${state}_text`)}
        </Explanation>
      )}
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {text('common.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
