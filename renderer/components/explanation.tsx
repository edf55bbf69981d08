import type { ReactNode } from 'react';
import './notes.css';

/** Why something is so, in words: how a due date came about, what a choice means. `ember` where it presses. */
export function Explanation({
  title,
  tone = 'plain',
  children,
}: {
  title?: string;
  tone?: 'plain' | 'ember';
  children: ReactNode;
}) {
  return (
    <div className={`explanation explanation-${tone}`}>
      {title === undefined ? null : <strong className="explanation-title">{title}</strong>}
      <div>{children}</div>
    </div>
  );
}

/** A list that is empty, or a room not yet used: what it will hold, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  /** A Button or ButtonLink to the next step. */
  action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <h2 className="empty-state-title">{title}</h2>
      {children === undefined ? null : <div className="empty-state-text">{children}</div>}
      {action === undefined ? null : <div className="row">{action}</div>}
    </div>
  );
}
