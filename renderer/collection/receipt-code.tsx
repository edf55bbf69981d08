import { useText } from '../app/text.tsx';
import './receipt-code.css';

/** A receipt code in groups of four, so that it can be read aloud and copied by hand. */
export function ReceiptCode({ code }: { code: string }) {
  const text = useText();
  const groups = code.match(/.{1,4}/g) ?? [];
  return (
    <p
      className="receipt-code"
      role="img"
      aria-label={`${text('collection.result.receipt')} ${groups.join(' ')}`}
    >
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one code never change places
        <span key={index}>{group}</span>
      ))}
    </p>
  );
}
