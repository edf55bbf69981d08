import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { StateMark } from '../components/index.ts';

/** What presses most about a vendor. */
export function VendorState({ vendor }: { vendor: VendorRow }) {
  const text = useText();
  const format = useOfficeFormat();
  if (vendor.endedOn !== null)
    return (
      <StateMark tone="ash">
        {text('provision.vendor_state.ended', { date: format.date(vendor.endedOn) })}
      </StateMark>
    );
  if (vendor.overdueChecks > 0)
    return (
      <StateMark tone="attention">
        {text('provision.vendor_state.checks', { count: vendor.overdueChecks })}
      </StateMark>
    );
  if (vendor.missingClauses === null)
    return <StateMark tone="held">{text('provision.vendor_state.no_contract')}</StateMark>;
  if (vendor.missingClauses > 0)
    return (
      <StateMark tone="held">
        {text('provision.vendor_state.missing', { count: vendor.missingClauses })}
      </StateMark>
    );
  return <StateMark tone="active">{text('provision.vendor_state.complete')}</StateMark>;
}
