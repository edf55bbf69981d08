import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import './page.css';

export type Room = 'office' | 'collection' | 'provision' | 'retention' | 'paper' | 'destruction' | 'register';

/** The head of every screen: its room, its one h1, a line on what it is for, and what can be done here. */
export function PageHeader({
  room,
  title,
  lead,
  actions,
}: {
  room: Room;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  const text = useText();
  return (
    <header className="page-header">
      <div className="page-header-main">
        <p className="page-header-room">{text(`common.stage.${room}`)}</p>
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="page-header-lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </header>
  );
}

/** A titled part of a screen. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {actions === undefined ? null : <div className="row">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** Stands in for what is being read, at the height of a few rows, so that nothing jumps. */
export function Reading() {
  const text = useText();
  return (
    <p className="reading" role="status">
      {text('common.reading')}
    </p>
  );
}
