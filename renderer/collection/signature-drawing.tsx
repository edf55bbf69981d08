import type { Signature } from '../../shared/domain/collection/consent.ts';
import { useText } from '../app/text.tsx';
import './signature.css';

/** A signature as it was drawn. */
export function SignatureDrawing({ signature }: { signature: Signature }) {
  const text = useText();
  return (
    <svg
      className="signature-drawing"
      viewBox={`0 0 ${signature.width} ${signature.height}`}
      role="img"
      aria-label={text('collection.signature.drawing')}
    >
      <path d={signature.path} strokeWidth={Math.max(1, signature.width / 220)} />
    </svg>
  );
}
