import { useNavigate } from '@tanstack/react-router';
import type { FormRow } from '../../shared/contract/collection.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, ButtonLink, EmptyState, PageHeader, Table } from '../components/index.ts';
import { FormDrafts } from './form-drafts.tsx';
import { CollectionNav } from './room.tsx';

/** The consent forms in force, each with its current version. */
export function FormsScreen() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const navigate = useNavigate();
  const query = useCall('collection.listForms', {});
  const newForm = may('collection.publish_forms') ? (
    <ButtonLink kind="primary" to="/collection/forms/new">
      {text('collection.forms.new')}
    </ButtonLink>
  ) : undefined;
  return (
    <div className="page">
      <CollectionNav />
      <PageHeader
        room="collection"
        title={text('collection.forms.title')}
        lead={text('collection.forms.lead')}
        actions={newForm}
      />
      <Answered query={query}>
        {({ forms }) => (
          <Table<FormRow>
            label={text('collection.forms.title')}
            rows={forms}
            keyOf={(form) => form.formVersionId}
            nameOf={(form) => format.say(form.title)}
            onOpen={(form) =>
              void navigate({
                to: '/collection/forms/$formVersionId',
                params: { formVersionId: form.formVersionId },
              })
            }
            columns={[
              {
                key: 'title',
                title: text('collection.forms.column.title'),
                render: (form) => <strong>{format.say(form.title)}</strong>,
              },
              {
                key: 'version',
                title: text('collection.forms.column.version'),
                width: '6rem',
                align: 'end',
                render: (form) => format.number(form.version),
              },
              {
                key: 'purposes',
                title: text('collection.forms.column.purposes'),
                width: '6rem',
                align: 'end',
                render: (form) => format.number(form.purposes),
              },
              {
                key: 'consents',
                title: text('collection.forms.column.consents'),
                width: '9rem',
                align: 'end',
                render: (form) => format.number(form.consents),
              },
              {
                key: 'renew',
                title: text('collection.forms.column.renew'),
                width: '7rem',
                align: 'end',
                render: (form) => format.number(form.peopleToRenew),
              },
              {
                key: 'published',
                title: text('collection.forms.column.published'),
                width: '17rem',
                render: (form) =>
                  text('collection.forms.published', {
                    at: format.instant(form.publishedAt),
                    number: form.staffNumber,
                  }),
              },
            ]}
            empty={
              <EmptyState title={text('collection.forms.empty')} action={newForm}>
                {text(
                  newForm === undefined
                    ? 'collection.forms.empty_not_permitted'
                    : 'collection.forms.empty_text',
                )}
              </EmptyState>
            }
          />
        )}
      </Answered>
      {may('collection.publish_forms') ? <FormDrafts /> : null}
    </div>
  );
}
