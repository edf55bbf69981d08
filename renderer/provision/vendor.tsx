import { useState } from 'react';
import type { VendorRow } from '../../shared/contract/provision.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  DefinitionList,
  EmptyState,
  PageHeader,
  Section,
} from '../components/index.ts';
import { ContractEnd } from './contract-end.tsx';
import { HandOverFromVendorDialog } from './hand-over-from-vendor.tsx';
import { HandOverTable } from './hand-overs.tsx';
import { ProvisionNav } from './room.tsx';

/** One vendor: the entrustment, and everything that was handed over under it. */
export function VendorScreen({ vendorId }: { vendorId: string }) {
  const text = useText();
  const query = useCall('provision.listVendors', {});
  return (
    <div className="page">
      <ProvisionNav />
      <Answered query={query}>
        {({ vendors }) => {
          const vendor = vendors.find((each) => each.vendorId === vendorId);
          if (vendor !== undefined) return <Vendor vendor={vendor} />;
          return (
            <EmptyState
              title={text('provision.vendor.gone')}
              action={<ButtonLink to="/provision/vendors">{text('provision.vendor.back')}</ButtonLink>}
            />
          );
        }}
      </Answered>
    </div>
  );
}

function Vendor({ vendor }: { vendor: VendorRow }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const [isHandingOver, setHandingOver] = useState(false);
  const handOver =
    may('provision.record') && may('collection.read_people') ? (
      <Button kind="primary" onPress={() => setHandingOver(true)}>
        {text('provision.vendor.hand_over')}
      </Button>
    ) : undefined;
  return (
    <>
      <PageHeader room="provision" title={vendor.name} lead={vendor.task} actions={handOver} />
      <DefinitionList
        entries={[
          {
            term: text('provision.vendor.contact'),
            value:
              vendor.contact === '' ? <span className="quiet">{text('common.none')}</span> : vendor.contact,
          },
          { term: text('provision.vendor.contract'), value: <ContractEnd on={vendor.contractEndsOn} /> },
          { term: text('provision.vendor.added'), value: format.instant(vendor.addedAt) },
        ]}
      />
      <Section title={text('provision.hand_overs.title')}>
        <HandOverTable vendorId={vendor.vendorId} action={handOver} />
      </Section>
      {isHandingOver ? (
        <HandOverFromVendorDialog vendor={vendor} onClose={() => setHandingOver(false)} />
      ) : null}
    </>
  );
}
