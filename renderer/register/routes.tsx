import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { AuditLogScreen } from './audit-log.tsx';
import { CertificateScreen } from './certificate.tsx';
import { CertificatesScreen } from './certificates.tsx';
import { CheckScreen } from './check.tsx';
import { EvidenceScreen } from './evidence.tsx';
import { ReceiptScreen } from './receipt.tsx';
import { ReportsScreen } from './reports.tsx';
import { RegisterRoom } from './room.tsx';
import { SigningScreen } from './signing.tsx';

const registerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register',
  component: RegisterRoom,
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

const checkRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/check',
  component: () => (
    <Permitted permission="register.read_certificates">
      <CheckScreen />
    </Permitted>
  ),
});

const signingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/signing',
  component: () => (
    <Permitted permission="office.manage_keys">
      <SigningScreen />
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

const evidenceRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/evidence',
  component: () => (
    <Permitted permission="register.read_audit_log">
      <EvidenceScreen />
    </Permitted>
  ),
});

const reportsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/reports',
  component: () => <ReportsScreen chosen={undefined} />,
});

const reportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/register/reports/$report',
  component: ReportRoute,
});

function ReportRoute() {
  const { report } = reportRoute.useParams();
  return <ReportsScreen chosen={report} />;
}

/** Every route of the room; app/router.ts hangs them into the tree. */
export const registerRoutes = [
  registerRoute,
  certificatesRoute,
  certificateRoute,
  receiptRoute,
  checkRoute,
  signingRoute,
  auditLogRoute,
  evidenceRoute,
  reportsRoute,
  reportRoute,
] as const;
