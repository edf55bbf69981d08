import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { EntryScreen } from './entry.tsx';
import { ImportListScreen } from './import.tsx';
import { InventoriesScreen } from './inventories.tsx';
import { InventoryScreen } from './inventory.tsx';
import { RegistryScreen } from './registry.tsx';
import { ScanDeskScreen } from './scan-desk.tsx';

const registryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paper',
  component: () => (
    <Permitted permission="paper.read">
      <RegistryScreen />
    </Permitted>
  ),
});

const scanRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paper/scan',
  component: () => (
    <Permitted permission="paper.move">
      <ScanDeskScreen />
    </Permitted>
  ),
});

const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paper/import',
  component: () => (
    <Permitted permission="paper.register">
      <ImportListScreen />
    </Permitted>
  ),
});

const inventoriesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paper/inventories',
  component: () => (
    <Permitted permission="paper.read">
      <InventoriesScreen />
    </Permitted>
  ),
});

const inventoryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paper/inventories/$inventoryId',
  component: InventoryPage,
});

function InventoryPage() {
  const { inventoryId } = inventoryRoute.useParams();
  return (
    <Permitted permission="paper.read">
      <InventoryScreen key={inventoryId} inventoryId={inventoryId} />
    </Permitted>
  );
}

const entryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/paper/$entryId',
  component: EntryPage,
});

function EntryPage() {
  const { entryId } = entryRoute.useParams();
  return (
    <Permitted permission="paper.read">
      <EntryScreen key={entryId} entryId={entryId} />
    </Permitted>
  );
}

/** Every route of the room; app/router.ts hangs them into the tree. */
export const paperRoutes = [
  registryRoute,
  scanRoute,
  importRoute,
  inventoriesRoute,
  inventoryRoute,
  entryRoute,
] as const;
