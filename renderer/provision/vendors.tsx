import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { VendorRow } from '../../shared/contract/provision-vendors.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, EmptyState, PageHeader, Table } from '../components/index.ts';
import { ContractEnd } from './contract-end.tsx';
import { PublicationDialog } from './publication.tsx';
import { ProvisionNav } from './room.tsx';
import { VendorDialog } from './vendor-dialog.tsx';
import { VendorState } from './vendor-state.tsx';

/** The vendors to whom work with personal data is entrusted. */
export function VendorsScreen() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'add' | 'publish' | null>(null);
  const query = useCall('provision.listVendors', {});
  const add = may('provision.record') ? (
    <Button kind="primary" onPress={() => setOpen('add')}>
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
        actions={
          <>
            <Button onPress={() => setOpen('publish')}>{text('provision.publication.open')}</Button>
            {add}
          </>
        }
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
                key: 'state',
                title: text('provision.vendors.column.state'),
                width: '13rem',
                render: (vendor) => <VendorState vendor={vendor} />,
              },
              {
                key: 'contract',
                title: text('provision.vendors.column.contract'),
                width: '12rem',
                render: (vendor) => <ContractEnd on={vendor.contractEndsOn} />,
              },
              {
                key: 'handOvers',
                title: text('provision.vendors.column.hand_overs'),
                width: '7rem',
                align: 'end',
                render: (vendor) => format.number(vendor.handOvers),
              },
              {
                key: 'outstanding',
                title: text('provision.vendors.column.out'),
                width: '7rem',
                align: 'end',
                render: (vendor) => format.number(vendor.outstanding),
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
      {open === 'add' ? <VendorDialog vendor={null} onClose={() => setOpen(null)} /> : null}
      {open === 'publish' ? <PublicationDialog onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
