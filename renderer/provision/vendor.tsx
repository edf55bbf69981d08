import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
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
  Tabs,
} from '../components/index.ts';
import { ContractEnd } from './contract-end.tsx';
import { EndEntrustmentDialog } from './end-entrustment.tsx';
import { HandOverFromVendorDialog } from './hand-over-from-vendor.tsx';
import { HandOverTable } from './hand-overs.tsx';
import { RecallTable } from './recalls.tsx';
import { ProvisionNav } from './room.tsx';
import { VendorChecks } from './vendor-checks.tsx';
import { ContractSheet } from './vendor-contract.tsx';
import { VendorDialog } from './vendor-dialog.tsx';
import { VendorState } from './vendor-state.tsx';
import { SubVendors } from './vendor-sub-vendors.tsx';
import { ToBeTold } from './vendor-to-be-told.tsx';

/** One vendor: the entrustment, its contract and supervision, and everything that was handed over under it. */
export function VendorScreen({ vendorId }: { vendorId: string }) {
  const text = useText();
  const query = useCall('provision.getVendor', { vendorId });
  const isGone = query.error?.error.code === 'not_found';
  return (
    <div className="page">
      <ProvisionNav />
      {isGone ? (
        <EmptyState
          title={text('provision.vendor.gone')}
          action={<ButtonLink to="/provision/vendors">{text('provision.vendor.back')}</ButtonLink>}
        />
      ) : (
        <Answered query={query}>{(answer) => <Vendor {...answer} />}</Answered>
      )}
    </div>
  );
}

type View = 'hand_overs' | 'recalls' | 'contract' | 'checks' | 'sub_vendors' | 'to_be_told';

function Vendor(answer: ChannelOutput<'provision.getVendor'>) {
  const { vendor, checks, subVendors, toBeTold } = answer;
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const [view, setView] = useState<View>('hand_overs');
  const [open, setOpen] = useState<'hand_over' | 'change' | 'end' | null>(null);
  const isWorking = vendor.endedOn === null;
  const mayRecord = may('provision.record') && isWorking;
  const handOver =
    mayRecord && may('collection.read_people') ? (
      <Button kind="primary" onPress={() => setOpen('hand_over')}>
        {text('provision.vendor.hand_over')}
      </Button>
    ) : undefined;
  const views: readonly { value: View; count?: number }[] = [
    { value: 'hand_overs', count: vendor.outstanding },
    { value: 'recalls' },
    { value: 'contract' },
    { value: 'checks', count: vendor.overdueChecks },
    { value: 'sub_vendors', count: subVendors.filter(({ endedOn }) => endedOn === null).length },
    ...(vendor.doesMarketing ? [{ value: 'to_be_told' as const, count: toBeTold }] : []),
  ];
  return (
    <>
      <PageHeader
        room="provision"
        title={vendor.name}
        lead={vendor.task}
        actions={
          <>
            {mayRecord ? (
              <>
                <Button onPress={() => setOpen('end')}>{text('provision.vendor.end')}</Button>
                <Button onPress={() => setOpen('change')}>{text('provision.vendor.change')}</Button>
              </>
            ) : null}
            {handOver}
          </>
        }
      />
      <DefinitionList
        entries={[
          { term: text('provision.vendors.column.state'), value: <VendorState vendor={vendor} /> },
          {
            term: text('provision.vendor.contact'),
            value:
              vendor.contact === '' ? <span className="quiet">{text('common.none')}</span> : vendor.contact,
          },
          { term: text('provision.vendor.contract'), value: <ContractEnd on={vendor.contractEndsOn} /> },
          {
            term: text('provision.vendor.marketing'),
            value: text(
              vendor.doesMarketing ? 'provision.vendor.marketing_yes' : 'provision.vendor.marketing_no',
            ),
          },
          { term: text('provision.vendor.added'), value: format.instant(vendor.addedAt) },
        ]}
      />
      <Tabs
        label={text('provision.vendor.tabs')}
        value={view}
        onChange={(chosen: View) => setView(chosen)}
        tabs={views.map(({ value, count }) => ({
          value,
          label: text(`provision.vendor.tab.${value}`),
          ...(count === undefined || count === 0 ? {} : { count: format.number(count) }),
        }))}
      >
        {view === 'hand_overs' ? <HandOverTable vendorId={vendor.vendorId} action={handOver} /> : null}
        {view === 'recalls' ? <RecallTable vendorId={vendor.vendorId} /> : null}
        {view === 'contract' ? <ContractSheet answer={answer} mayRecord={mayRecord} /> : null}
        {view === 'checks' ? (
          <VendorChecks vendorId={vendor.vendorId} checks={checks} mayRecord={mayRecord} />
        ) : null}
        {view === 'sub_vendors' ? (
          <SubVendors vendorId={vendor.vendorId} subVendors={subVendors} mayRecord={mayRecord} />
        ) : null}
        {view === 'to_be_told' ? (
          <ToBeTold vendorId={vendor.vendorId} mayRecord={may('provision.record')} />
        ) : null}
      </Tabs>
      {open === 'hand_over' ? (
        <HandOverFromVendorDialog vendor={vendor} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'change' ? <VendorDialog vendor={vendor} onClose={() => setOpen(null)} /> : null}
      {open === 'end' ? <EndEntrustmentDialog vendor={vendor} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
