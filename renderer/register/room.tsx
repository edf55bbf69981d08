import { Navigate } from '@tanstack/react-router';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { RoomNav } from '../components/room-nav.tsx';

/** The places of this room that the person may enter. */
export function RegisterNav() {
  const text = useText();
  const may = useMay();
  return (
    <RoomNav
      label={text('register.nav.label')}
      places={[
        ...(may('register.read_certificates')
          ? [{ to: '/register/certificates' as const, label: text('register.nav.certificates') }]
          : []),
        ...(may('register.read_certificates')
          ? [{ to: '/register/receipt' as const, label: text('register.nav.receipt') }]
          : []),
        ...(may('register.read_certificates')
          ? [{ to: '/register/check' as const, label: text('register.nav.check') }]
          : []),
        ...(may('office.manage_keys')
          ? [{ to: '/register/signing' as const, label: text('register.nav.signing') }]
          : []),
        ...(may('register.read_audit_log')
          ? [{ to: '/register/audit-log' as const, label: text('register.nav.audit_log') }]
          : []),
        ...(may('register.read_audit_log')
          ? [{ to: '/register/evidence' as const, label: text('register.nav.evidence') }]
          : []),
        { to: '/register/reports' as const, label: text('register.nav.reports') },
      ]}
    />
  );
}

/** Where the room opens: at the certificates, for whoever may see them. */
export function RegisterRoom() {
  const may = useMay();
  return (
    <Navigate
      to={may('register.read_certificates') ? '/register/certificates' : '/register/reports'}
      replace
    />
  );
}
