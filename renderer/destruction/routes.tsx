import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { useText } from '../app/text.tsx';
import { PageHeader } from '../components/index.ts';

function DestructionScreen() {
  const text = useText();
  return (
    <div className="page">
      <PageHeader room="destruction" title={text('common.room.destruction')} />
    </div>
  );
}

const destructionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/destruction',
  component: () => (
    <Permitted permission="destruction.read">
      <DestructionScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const destructionRoutes = [destructionRoute] as const;
