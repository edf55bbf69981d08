import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RenewalRow } from '../../shared/contract/collection-forms.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, EmptyState, PageHeader, Pager, Table } from '../components/index.ts';
import { Select } from '../components/select.tsx';
import { CollectionNav } from './room.tsx';
import './requests.css';

const pageSize = 50;

/** Whose consent has to be renewed, because a form tells other facts since. Opening a person leads to where it is asked anew. */
export function RenewalsScreen({ formId }: { formId: string | null }) {
  const text = useText();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  const [offset, setOffset] = useState(0);
  const forms = useCall('collection.listForms', {});
  const query = useCall(
    'collection.listRenewals',
    { formId, limit: pageSize, offset },
    { keepPrevious: true },
  );
  const everyForm = 'all';
  return (
    <div className="page">
      <CollectionNav />
      <PageHeader
        room="collection"
        title={text('collection.renewals.title')}
        lead={text('collection.renewals.lead')}
      />
      <div className="requests-filter">
        <Select
          label={text('collection.renewals.form')}
          value={formId ?? everyForm}
          onChange={(chosen) => {
            setOffset(0);
            void navigate({
              to: '/collection/renewals',
              search: chosen === everyForm ? {} : { form: chosen },
            });
          }}
          options={[
            { value: everyForm, label: text('collection.renewals.every_form') },
            ...(forms.data?.forms ?? []).map((form) => ({
              value: form.formId,
              label: format.say(form.title),
              description: text('collection.renewals.people', { count: form.peopleToRenew }),
            })),
          ]}
        />
      </div>
      <Answered query={query}>
        {({ total, renewals }) => (
          <div>
            <Table<RenewalRow>
              label={text('collection.renewals.title')}
              rows={renewals}
              keyOf={(row) => row.consentId}
              nameOf={(row) => row.name}
              onOpen={(row) =>
                void navigate({ to: '/collection/people/$personId', params: { personId: row.personId } })
              }
              columns={[
                {
                  key: 'name',
                  title: text('collection.renewals.column.person'),
                  render: (row) => <strong>{row.name}</strong>,
                },
                {
                  key: 'form',
                  title: text('collection.renewals.column.form'),
                  render: (row) =>
                    text('collection.renewals.form_version', {
                      title: format.say(row.formTitle),
                      version: row.formVersion,
                    }),
                },
                {
                  key: 'purposes',
                  title: text('collection.renewals.column.purposes'),
                  render: (row) => format.list(row.purposes.map((purpose) => format.say(purpose.name))),
                },
                {
                  key: 'given',
                  title: text('collection.renewals.column.given'),
                  width: '10rem',
                  render: (row) => format.date(row.givenOn),
                },
              ]}
              empty={
                <EmptyState title={text('collection.renewals.empty')}>
                  {text('collection.renewals.empty_text')}
                </EmptyState>
              }
            />
            <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
    </div>
  );
}
