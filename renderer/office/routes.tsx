import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { BackupsScreen } from './backups.tsx';
import { HomeScreen } from './home.tsx';
import { KeysScreen } from './keys.tsx';
import { ConfirmCards } from './keys-confirm.tsx';
import { KitScreen } from './keys-kit.tsx';
import { KnownCopiesScreen } from './known-copies.tsx';
import { UsersScreen } from './users.tsx';

const homeRoute = createRoute({ getParentRoute: () => deskRoute, path: '/', component: HomeScreen });

const usersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/users',
  component: () => (
    <Permitted permission="office.read_users">
      <UsersScreen />
    </Permitted>
  ),
});

const keysRoute = createRoute({ getParentRoute: () => deskRoute, path: '/keys', component: KeysScreen });

const kitRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/keys/kit',
  component: () => (
    <Permitted permission="office.manage_keys">
      <KitScreen />
    </Permitted>
  ),
});

const confirmKitRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/keys/confirm',
  component: () => (
    <Permitted permission="office.manage_keys">
      <ConfirmCards />
    </Permitted>
  ),
});

const backupsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/backups',
  component: () => (
    <Permitted permission="office.read_copies">
      <BackupsScreen />
    </Permitted>
  ),
});

const knownCopiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/copies',
  component: () => (
    <Permitted permission="office.read_copies">
      <KnownCopiesScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const officeRoutes = [
  homeRoute,
  usersRoute,
  backupsRoute,
  knownCopiesRoute,
  keysRoute,
  kitRoute,
  confirmKitRoute,
] as const;
