import './wordmark.css';

/** The name and its sign: a leaf of the book whose lower corner has turned to ash. */
export function Wordmark({ size = 'normal' }: { size?: 'normal' | 'large' }) {
  return (
    <span className={`wordmark wordmark-${size}`}>
      <svg viewBox="0 0 24 28" aria-hidden="true" className="wordmark-sign">
        <path
          d="M2 1h20v14l-3 2-2-1-2 3-3 0-1 3-3 1-1 3-5 1z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
        <path d="M6 6.5h12M6 10.5h12M6 14.5h7" stroke="currentColor" strokeWidth="1.2" />
        <path
          d="M19.6 19.4h2v2h-2zM16 22h2v2h-2zM20.4 23.6h1.4v1.4h-1.4zM17.6 26h1.2v1.2h-1.2zM12.6 24.6h1.6v1.6h-1.6z"
          className="wordmark-ash"
        />
      </svg>
      <span>Ashbook</span>
    </span>
  );
}
