import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { VendorRow } from '../../shared/contract/provision.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, EmptyState, PageHeader, Table } from '../components/index.ts';
import { AddVendorDialog } from './add-vendor.tsx';
import { ContractEnd } from './contract-end.tsx';
import { ProvisionNav } from './room.tsx';

/** The vendors to whom work with personal data is entrusted. */
export function VendorsScreen() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const query = useCall('provision.listVendors', {});
  const add = may('provision.record') ? (
    <Button kind="primary" onPress={() => setAdding(true)}>
      {text('provision.vendors.add')}
    </Button>
  ) : undefined;
  return (
    <div className="page">
      <ProvisionNav />
      <PageHeader
        room="provision"
        title={text('provision.vendors.title')}
        lead={text('provision.vendors.lead')}
        actions={add}
      />
      <Answered query={query}>
        {({ vendors }) => (
          <Table<VendorRow>
            label={text('provision.vendors.title')}
            rows={vendors}
            keyOf={(vendor) => vendor.vendorId}
            nameOf={(vendor) => vendor.name}
            onOpen={(vendor) =>
              void navigate({ to: '/provision/vendors/$vendorId', params: { vendorId: vendor.vendorId } })
            }
            columns={[
              {
                key: 'name',
                title: text('provision.vendors.column.name'),
                render: (vendor) => <strong>{vendor.name}</strong>,
              },
              { key: 'task', title: text('provision.vendors.column.task'), render: (vendor) => vendor.task },
              {
                key: 'contract',
                title: text('provision.vendors.column.contract'),
                width: '15rem',
                render: (vendor) => <ContractEnd on={vendor.contractEndsOn} />,
              },
              {
                key: 'handOvers',
                title: text('provision.vendors.column.hand_overs'),
                width: '7rem',
                align: 'end',
                render: (vendor) => format.number(vendor.handOvers),
              },
            ]}
            empty={
              <EmptyState title={text('provision.vendors.empty')} action={add}>
                {text('provision.vendors.empty_text')}
              </EmptyState>
            }
          />
        )}
      </Answered>
      <AddVendorDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </div>
  );
}
