import type { ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useFormat } from '../app/text.tsx';
import './marks.css';

/** A figure with its name, as at the foot of a ledger page. */
export function Stat({
  label,
  value,
  hint,
  tone = 'plain',
}: {
  label: string;
  value: number | string;
  hint?: ReactNode;
  /** `ember` where the figure presses. */
  tone?: 'plain' | 'ember';
}) {
  const format = useFormat();
  return (
    <div className={`stat stat-${tone}`}>
      <div className="stat-label">{label}</div>
      <div className="stat-value">{typeof value === 'number' ? format.number(value) : value}</div>
      {hint === undefined ? null : <div className="stat-hint">{hint}</div>}
    </div>
  );
}

/** Several Stats in one ruled line. */
export function StatLine({ children }: { children: ReactNode }) {
  return <div className="stat-line">{children}</div>;
}

/** Names and values, one a line. Entries whose value is null are left out. */
export function DefinitionList({ entries }: { entries: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="definitions">
      {entries
        .filter((entry) => entry.value !== null)
        .map((entry) => (
          <div key={entry.term} className="definition">
            <dt>{entry.term}</dt>
            <dd>{entry.value}</dd>
          </div>
        ))}
    </dl>
  );
}

/**
 * An opaque id or digest: its first eight characters, all of it on hover or focus. It is read, compared and never needs the
 * clipboard.
 */
export function Identifier({ value, label }: { value: string; label?: string }) {
  return (
    <TooltipTrigger delay={200}>
      <Focusable>
        <span
          className="identifier"
          role="img"
          aria-label={label === undefined ? value : `${label} ${value}`}
        >
          {value.slice(0, 8)}
        </span>
      </Focusable>
      <Tooltip className="tooltip identifier-full">{value}</Tooltip>
    </TooltipTrigger>
  );
}
