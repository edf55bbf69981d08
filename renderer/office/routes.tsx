import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { HomeScreen } from './home.tsx';
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

/** Every route of the room; app/router.ts hangs them into the tree. */
export const officeRoutes = [homeRoute, usersRoute] as const;
