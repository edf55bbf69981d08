import { ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/explanation.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { useText } from './text.tsx';

/** An address that leads nowhere: one typed by hand, or of a screen that an earlier release had. */
export function NotFound() {
  const text = useText();
  return (
    <div className="page">
      <PageHeader room="office" title={text('common.room.office')} />
      <EmptyState
        title={text('common.not_found.title')}
        action={<ButtonLink to="/">{text('common.not_permitted.home')}</ButtonLink>}
      >
        {text('common.not_found.text')}
      </EmptyState>
    </div>
  );
}
