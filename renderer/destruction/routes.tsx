import { createRoute, useNavigate } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { MachinesScreen } from './machines.tsx';
import { OrderScreen } from './order.tsx';
import { OrdersScreen, type OrdersShown } from './orders.tsx';
import { PaperScreen } from './paper.tsx';

const ordersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/destruction',
  validateSearch: (search: Record<string, unknown>): { show?: OrdersShown } =>
    search.show === 'open' || search.show === 'closed' ? { show: search.show } : {},
  component: OrdersRoute,
});

function OrdersRoute() {
  const { show = 'open' } = ordersRoute.useSearch();
  const navigate = useNavigate();
  return (
    <Permitted permission="destruction.read">
      <OrdersScreen
        show={show}
        onShow={(next) => void navigate({ to: '/destruction', search: { show: next }, replace: true })}
      />
    </Permitted>
  );
}

const orderRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/destruction/$orderId',
  component: OrderRoute,
});

function OrderRoute() {
  const { orderId } = orderRoute.useParams();
  return (
    <Permitted permission="destruction.read">
      <OrderScreen key={orderId} orderId={orderId} />
    </Permitted>
  );
}

const paperRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/destruction/$orderId/paper',
  component: PaperRoute,
});

function PaperRoute() {
  const { orderId } = paperRoute.useParams();
  return (
    <Permitted permission="destruction.read">
      <PaperScreen key={orderId} orderId={orderId} />
    </Permitted>
  );
}

const machinesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/destruction/machines',
  component: () => (
    <Permitted permission="destruction.read">
      <MachinesScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const destructionRoutes = [ordersRoute, orderRoute, paperRoute, machinesRoute] as const;
