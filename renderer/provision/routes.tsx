import { createRoute, Navigate } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { HandOversScreen } from './hand-overs.tsx';
import { ProvisionsScreen } from './provisions.tsx';
import { RecallsScreen } from './recalls.tsx';
import { UsesScreen } from './uses.tsx';
import { VendorScreen } from './vendor.tsx';
import { VendorsScreen } from './vendors.tsx';

function VendorsPage() {
  return (
    <Permitted permission="provision.read">
      <VendorsScreen />
    </Permitted>
  );
}

const provisionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/provision',
  component: () => <Navigate to="/provision/vendors" replace />,
});

const vendorsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/provision/vendors',
  component: VendorsPage,
});

const vendorRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/provision/vendors/$vendorId',
  component: VendorPage,
});

function VendorPage() {
  const { vendorId } = vendorRoute.useParams();
  return (
    <Permitted permission="provision.read">
      <VendorScreen key={vendorId} vendorId={vendorId} />
    </Permitted>
  );
}

const handOversRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/provision/hand-overs',
  component: () => (
    <Permitted permission="provision.read">
      <HandOversScreen />
    </Permitted>
  ),
});

const provisionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/provision/provisions',
  component: () => (
    <Permitted permission="provision.read">
      <ProvisionsScreen />
    </Permitted>
  ),
});

const recallsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/provision/recalls',
  component: () => (
    <Permitted permission="provision.read">
      <RecallsScreen />
    </Permitted>
  ),
});

const usesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/provision/uses',
  component: () => (
    <Permitted permission="provision.read">
      <UsesScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const provisionRoutes = [
  provisionRoute,
  vendorsRoute,
  vendorRoute,
  handOversRoute,
  provisionsRoute,
  recallsRoute,
  usesRoute,
] as const;
