import type { ReactNode } from 'react';
import type { Permission } from '../../shared/domain/office/permission.ts';
import { ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/explanation.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { roomPlaces } from './rooms.ts';
import { useMay } from './session.ts';
import { useText } from './text.tsx';

/** Shows a screen to those who may use it, and to everybody else says plainly that they may not. */
export function Permitted({ permission, children }: { permission: Permission; children: ReactNode }) {
  const may = useMay();
  const text = useText();
  if (may(permission)) return children;
  // The part before the dot is the room's name: `destruction.read`.
  const room = roomPlaces.find((place) => permission.startsWith(`${place.room}.`))?.room ?? 'office';
  return (
    <div className="page">
      <PageHeader room={room} title={text(`common.room.${room}`)} />
      <EmptyState
        title={text('common.not_permitted.title')}
        action={<ButtonLink to="/">{text('common.not_permitted.home')}</ButtonLink>}
      >
        {text('common.not_permitted.text')}
      </EmptyState>
    </div>
  );
}
