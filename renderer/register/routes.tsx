import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { useText } from '../app/text.tsx';
import { PageHeader } from '../components/index.ts';

function RegisterScreen() {
  const text = useText();
  return (
    <div className="page">
      <PageHeader room="register" title={text('common.room.register')} />
    </div>
  );
}

const registerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register',
  component: () => (
    <Permitted permission="register.read_certificates">
      <RegisterScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const registerRoutes = [registerRoute] as const;
