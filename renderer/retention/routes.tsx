import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { useText } from '../app/text.tsx';
import { PageHeader } from '../components/index.ts';

function RetentionScreen() {
  const text = useText();
  return (
    <div className="page">
      <PageHeader room="retention" title={text('common.room.retention')} />
    </div>
  );
}

const retentionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/retention',
  component: () => (
    <Permitted permission="retention.read">
      <RetentionScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const retentionRoutes = [retentionRoute] as const;
