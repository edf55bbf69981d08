import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import SignaturePad, { type PointGroup } from 'signature_pad';
import type { Signature } from '../../shared/domain/collection/consent.ts';
import { useText } from '../app/text.tsx';
import { Button, TextField } from '../components/index.ts';
import { SignatureDrawing } from './signature-drawing.tsx';
import { boxSize, padSize, signatureOfInk, signatureOfStrokes, unitsPerPixel } from './signature-path.ts';
import './signature.css';

/**
 * Where a person signs: with a pen, a finger or a mouse, or, for those who use a keyboard, by writing the name, which is then
 * drawn. Either way what is kept is the drawing.
 */
export function SignatureField({
  value,
  onChange,
  error,
}: {
  value: Signature | null;
  onChange(signature: Signature | null): void;
  error?: string | undefined;
}) {
  const text = useText();
  const labelId = useId();
  const errorId = useId();
  const [way, setWay] = useState<'draw' | 'type'>('draw');
  const change = (next: 'draw' | 'type') => {
    onChange(null);
    setWay(next);
  };
  return (
    <fieldset
      className="signature-field"
      data-invalid={error === undefined ? undefined : true}
      aria-labelledby={labelId}
      aria-describedby={error === undefined ? undefined : errorId}
    >
      <div id={labelId} className="field-label">
        {text('collection.signature.label')}
      </div>
      {way === 'draw' ? (
        <DrawnSignature value={value} onChange={onChange} label={text('collection.signature.pad')}>
          <Button kind="text" onPress={() => change('type')}>
            {text('collection.signature.type_instead')}
          </Button>
        </DrawnSignature>
      ) : (
        <TypedSignature value={value} onChange={onChange}>
          <Button kind="text" onPress={() => change('draw')}>
            {text('collection.signature.draw_instead')}
          </Button>
        </TypedSignature>
      )}
      <div className="field-notes">
        {error === undefined ? null : (
          <span id={errorId} className="field-error">
            {error}
          </span>
        )}
        {error === undefined && way === 'draw' ? (
          <span className="field-hint">{text('collection.signature.hint')}</span>
        ) : null}
      </div>
    </fieldset>
  );
}

// Paper stays paper in the dark: see signature.css.
const ink = '#221d17';

function DrawnSignature({
  value,
  onChange,
  label,
  children,
}: {
  value: Signature | null;
  onChange(signature: Signature | null): void;
  label: string;
  children: ReactNode;
}) {
  const text = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const strokes = useRef<PointGroup[]>([]);
  const tell = useRef(onChange);
  tell.current = onChange;

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const ratio = Math.max(1, window.devicePixelRatio);
    element.width = padSize.width * ratio;
    element.height = padSize.height * ratio;
    element.getContext('2d')?.scale(ratio, ratio);
    const signaturePad = new SignaturePad(element, { penColor: ink, minWidth: 1, maxWidth: 2.6 });
    pad.current = signaturePad;
    // After a lock the pad is made anew on the same drawing.
    signaturePad.fromData(strokes.current);
    const onEnd = () => {
      strokes.current = signaturePad.toData();
      tell.current(signatureOfStrokes(strokes.current.map((group) => group.points)));
    };
    signaturePad.addEventListener('endStroke', onEnd);
    return () => {
      signaturePad.removeEventListener('endStroke', onEnd);
      signaturePad.off();
    };
  }, []);

  return (
    <>
      <div className="signature-paper">
        <canvas ref={canvas} className="signature-canvas" role="img" aria-label={label} />
      </div>
      <div className="row">
        <Button
          isDisabled={value === null}
          onPress={() => {
            strokes.current = [];
            pad.current?.clear();
            onChange(null);
          }}
        >
          {text('collection.signature.clear')}
        </Button>
        {children}
      </div>
    </>
  );
}

function TypedSignature({
  value,
  onChange,
  children,
}: {
  value: Signature | null;
  onChange(signature: Signature | null): void;
  children: ReactNode;
}) {
  const text = useText();
  const [name, setName] = useState('');
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    let isCurrent = true;
    void drawName(name.trim()).then((signature) => {
      if (isCurrent) tell.current(signature);
    });
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return (
    <>
      <div className="signature-paper">{value === null ? null : <SignatureDrawing signature={value} />}</div>
      <TextField
        label={text('collection.signature.typed')}
        hint={text('collection.signature.typed_hint')}
        value={name}
        onChange={setName}
        maxLength={60}
        autoFocus
      />
      <div className="row">{children}</div>
    </>
  );
}

/** Height of the letters, in units of the stored box. */
const letters = 54 * unitsPerPixel;

/** Draws the name as large as it fits and reads the ink back. The picture is in memory only. */
async function drawName(name: string): Promise<Signature | null> {
  if (name === '') return null;
  const font = (size: number) => `${size}px "Gowun Batang", serif`;
  await document.fonts.load(font(letters), name).catch(() => []);
  const picture = document.createElement('canvas');
  picture.width = boxSize.width;
  picture.height = boxSize.height;
  const context = picture.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.font = font(letters);
  const room = boxSize.width * 0.92;
  const size = Math.min(letters, (letters * room) / context.measureText(name).width);
  context.font = font(Math.floor(size));
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(name, boxSize.width / 2, boxSize.height / 2, room);
  const { data } = context.getImageData(0, 0, boxSize.width, boxSize.height);
  return signatureOfInk((x, y) => (data[(y * boxSize.width + x) * 4 + 3] ?? 0) > 127);
}
