import { createHashHistory, createRouter } from '@tanstack/react-router';
import { collectionRoutes } from '../collection/routes.tsx';
import { destructionRoutes } from '../destruction/routes.tsx';
import { officeRoutes } from '../office/routes.tsx';
import { paperRoutes } from '../paper/routes.tsx';
import { provisionRoutes } from '../provision/routes.tsx';
import { registerRoutes } from '../register/routes.tsx';
import { retentionRoutes } from '../retention/routes.tsx';
import { deskRoute } from './desk-route.tsx';
import { NotFound } from './not-found.tsx';

const routeTree = deskRoute.addChildren([
  ...officeRoutes,
  ...collectionRoutes,
  ...provisionRoutes,
  ...retentionRoutes,
  ...paperRoutes,
  ...destructionRoutes,
  ...registerRoutes,
]);

// The place in the application is kept behind the hash: the page's own address never changes, whatever host serves it.
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
