import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { useText } from '../app/text.tsx';
import { PageHeader } from '../components/index.ts';

function ProvisionScreen() {
  const text = useText();
  return (
    <div className="page">
      <PageHeader room="provision" title={text('common.room.provision')} />
    </div>
  );
}

const provisionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/provision',
  component: () => (
    <Permitted permission="provision.read">
      <ProvisionScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const provisionRoutes = [provisionRoute] as const;
