import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { noticeWay } from '../../shared/contract/provision-vendors.ts';
import { rowsOfPaper } from '../../shared/domain/register/report.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useMay, useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  DocumentDialog,
  EmptyState,
  FormDateField,
  FormSelect,
  Identifier,
  notify,
  Pager,
  SaveDocumentDialog,
  Table,
} from '../components/index.ts';
import { FormDialog } from './form-dialog.tsx';

const pageSize = 100;

/** People who are to be told that this vendor does marketing with their data, by their opaque id. */
export function ToBeTold({ vendorId, mayRecord }: { vendorId: string; mayRecord: boolean }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<'record' | 'list' | null>(null);
  const close = () => setOpen(null);
  const query = useCall(
    'provision.listToBeTold',
    { vendorId, limit: pageSize, offset },
    { keepPrevious: true },
  );
  return (
    <Answered query={query}>
      {({ total, people }) => (
        <div className="stack">
          <p className="quiet">{text('provision.to_be_told.lead')}</p>
          <Table<(typeof people)[number]>
            label={text('provision.vendor.tab.to_be_told')}
            rows={people}
            keyOf={({ personId }) => personId}
            columns={[
              {
                key: 'person',
                title: text('provision.to_be_told.column.person'),
                render: ({ personId }) => (
                  <span className="row">
                    <Identifier value={personId} label={text('provision.to_be_told.column.person')} />
                    {may('collection.read_people') ? (
                      <ButtonLink kind="text" to="/collection/people/$personId" params={{ personId }}>
                        {text('provision.to_be_told.open')}
                      </ButtonLink>
                    ) : null}
                  </span>
                ),
              },
              {
                key: 'since',
                title: text('provision.to_be_told.column.since'),
                width: '14rem',
                render: ({ since }) => format.date(since),
              },
            ]}
            empty={<EmptyState title={text('provision.to_be_told.empty')} />}
          />
          <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          {mayRecord && total > 0 ? (
            <div className="row">
              <Button onPress={() => setOpen('list')}>{text('provision.to_be_told.list')}</Button>
              <Button onPress={() => setOpen('record')}>{text('provision.to_be_told.record')}</Button>
            </div>
          ) : null}
          {open === 'record' ? <RecordTold vendorId={vendorId} onClose={close} /> : null}
          {open !== 'list' ? null : total > rowsOfPaper ? (
            <SaveDocumentDialog
              channel="provision.peopleToBeTold"
              ask={{ vendorId }}
              formats={['xlsx', 'csv']}
              fileName="ashbook-to-be-told"
              holdsPersonalData
              onClose={close}
            />
          ) : (
            <DocumentDialog
              channel="provision.peopleToBeTold"
              ask={{ vendorId }}
              formats={['pdf', 'xlsx', 'csv']}
              onClose={close}
            />
          )}
        </div>
      )}
    </Answered>
  );
}

function RecordTold({ vendorId, onClose }: { vendorId: string; onClose(): void }) {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.recordTold');
  const form = useForm<{ toldOn: string | null; way: string }>({ defaultValues: { toldOn: today, way: '' } });
  const { submit, failure } = useFormCall(send, form);
  const save = form.handleSubmit(async ({ toldOn, way }) => {
    const chosen = noticeWay.safeParse(way);
    if (toldOn === null || !chosen.success) return;
    const told = await submit({ vendorId, personIds: null, toldOn, way: chosen.data });
    if (told === undefined) return;
    notify(text('provision.to_be_told.done', { count: told.people }));
    onClose();
  });
  return (
    <FormDialog
      title={text('provision.to_be_told.record')}
      save={text('provision.to_be_told.record')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <FormSelect
        control={form.control}
        name="way"
        label={text('provision.to_be_told.way')}
        rules={{ required: text('common.field.choose') }}
        options={noticeWay.options.map((way) => ({ value: way, label: text(`provision.notice_way.${way}`) }))}
      />
      <FormDateField
        control={form.control}
        name="toldOn"
        label={text('provision.to_be_told.told_on')}
        maximum={today}
        rules={{ required: text('common.field.required') }}
      />
    </FormDialog>
  );
}
