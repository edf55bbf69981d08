import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { useText } from '../app/text.tsx';
import { PageHeader } from '../components/index.ts';

function CollectionScreen() {
  const text = useText();
  return (
    <div className="page">
      <PageHeader room="collection" title={text('common.room.collection')} />
    </div>
  );
}

const collectionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection',
  component: () => (
    <Permitted permission="collection.read_forms">
      <CollectionScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const collectionRoutes = [collectionRoute] as const;
