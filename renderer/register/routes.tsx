import { createRoute, redirect } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { AuditLogScreen } from './audit-log.tsx';
import { CertificateScreen } from './certificate.tsx';
import { CertificatesScreen } from './certificates.tsx';
import { ReceiptScreen } from './receipt.tsx';

const registerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register',
  beforeLoad: () => {
    throw redirect({ to: '/register/certificates', replace: true });
  },
});

const certificatesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/certificates',
  component: () => (
    <Permitted permission="register.read_certificates">
      <CertificatesScreen />
    </Permitted>
  ),
});

const certificateRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/certificates/$number',
  component: CertificateRoute,
});

function CertificateRoute() {
  const { number } = certificateRoute.useParams();
  return (
    <Permitted permission="register.read_certificates">
      <CertificateScreen key={number} number={number} />
    </Permitted>
  );
}

const receiptRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/receipt',
  component: () => (
    <Permitted permission="register.read_certificates">
      <ReceiptScreen />
    </Permitted>
  ),
});

const auditLogRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/audit-log',
  component: () => (
    <Permitted permission="register.read_audit_log">
      <AuditLogScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const registerRoutes = [
  registerRoute,
  certificatesRoute,
  certificateRoute,
  receiptRoute,
  auditLogRoute,
] as const;
