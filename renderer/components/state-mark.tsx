import './marks.css';

export type StateTone = 'neutral' | 'active' | 'waiting' | 'attention' | 'held' | 'done' | 'ash';

// Every tone has a shape of its own: told apart in greyscale, on paper and by people who do not see the colour.
const shapes: Readonly<Record<StateTone, string>> = {
  neutral: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
  active: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
  waiting: 'M6 1.5a4.5 4.5 0 1 1 0 9z',
  attention: 'M6 .8 11.2 6 6 11.2.8 6z',
  held: 'M2.5 1.5h2.4v9H2.5zM7.1 1.5h2.4v9H7.1z',
  done: 'M1.5 6.4 4.6 9.5 10.5 2.8',
  ash: 'M2 2l8 8M10 2l-8 8',
};
const filled: ReadonlySet<StateTone> = new Set(['active', 'waiting', 'attention', 'held']);

/**
 * A state: a shape and its word, never colour alone.
 *
 * `neutral` not yet · `active` in force · `waiting` with somebody else · `attention` due or late (ember) · `held` stopped by a
 * person · `done` finished and well · `ash` destroyed, withdrawn, rejected
 */
export function StateMark({ tone, children }: { tone: StateTone; children: string }) {
  return (
    <span className={`state-mark state-mark-${tone}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {tone === 'waiting' ? (
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.2" />
        ) : null}
        <path
          d={shapes[tone]}
          fill={filled.has(tone) ? 'currentColor' : 'none'}
          stroke={tone === 'waiting' ? 'none' : 'currentColor'}
          strokeWidth={tone === 'done' || tone === 'ash' ? 1.8 : 1.2}
        />
      </svg>
      <span>{children}</span>
    </span>
  );
}

/** A short label in a frame: a role, a jurisdiction, a language. Not a state. */
export function Badge({ children }: { children: string }) {
  return <span className="badge">{children}</span>;
}
