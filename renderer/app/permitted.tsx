import type { ReactNode } from 'react';
import type { Permission } from '../../shared/domain/office/permission.ts';
import { ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/explanation.tsx';
import { useMay } from './session.ts';
import { useText } from './text.tsx';

/** Shows a screen to those who may use it, and to everybody else says plainly that they may not. */
export function Permitted({ permission, children }: { permission: Permission; children: ReactNode }) {
  const may = useMay();
  const text = useText();
  if (may(permission)) return children;
  return (
    <EmptyState
      title={text('common.not_permitted.title')}
      action={<ButtonLink to="/">{text('common.not_permitted.home')}</ButtonLink>}
    >
      {text('common.not_permitted.text')}
    </EmptyState>
  );
}
