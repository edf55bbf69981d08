import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CatalogueItemRow, CataloguePurposeRow } from '../../shared/contract/collection-forms.ts';
import type { RecipientRow } from '../../shared/contract/provision-recipients.ts';
import { countryName } from '../../shared/domain/provision/country.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  EmptyState,
  ErrorNote,
  notify,
  PageHeader,
  Section,
  StateMark,
  Table,
} from '../components/index.ts';
import { RecipientDialog } from '../provision/recipient-dialog.tsx';
import { CatalogueItemDialog } from './catalogue-item-dialog.tsx';
import { CollectionNav } from './room.tsx';

/** What the office collects, why and for whom: kept once, taken into forms, and what forms are measured against. */
export function CatalogueScreen() {
  const text = useText();
  const query = useCall('collection.listCatalogue', {});
  return (
    <div className="page">
      <CollectionNav />
      <PageHeader
        room="collection"
        title={text('collection.catalogue.title')}
        lead={text('collection.catalogue.lead')}
      />
      <Answered query={query}>
        {({ purposes, items }) => (
          <>
            <Purposes purposes={purposes} items={items} />
            <Items items={items} />
          </>
        )}
      </Answered>
      <Recipients />
    </div>
  );
}

function Purposes({
  purposes,
  items,
}: {
  purposes: readonly CataloguePurposeRow[];
  items: readonly CatalogueItemRow[];
}) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const navigate = useNavigate();
  const retire = useSend('collection.retireCataloguePurpose');
  const begin = useSend('collection.beginCatalogue');
  const mayWrite = may('collection.publish_forms');
  const labelOf = new Map(items.map((item) => [item.code, format.say(item.label)]));
  return (
    <Section
      title={text('collection.catalogue.purposes')}
      actions={
        mayWrite ? (
          <ButtonLink to="/collection/catalogue/purposes/new">
            {text('collection.catalogue.add_purpose')}
          </ButtonLink>
        ) : undefined
      }
    >
      <ErrorNote error={retire.error?.error ?? begin.error?.error} />
      <Table<CataloguePurposeRow>
        label={text('collection.catalogue.purposes')}
        rows={purposes}
        keyOf={(row) => row.purposeId}
        nameOf={(row) => format.say(row.content.name)}
        {...(mayWrite
          ? {
              onOpen: (row: CataloguePurposeRow) =>
                void navigate({
                  to: '/collection/catalogue/purposes/$purposeId',
                  params: { purposeId: row.purposeId },
                }),
            }
          : {})}
        columns={[
          {
            key: 'name',
            title: text('collection.catalogue.column.purpose'),
            render: (row) => <strong>{format.say(row.content.name)}</strong>,
          },
          {
            key: 'kind',
            title: text('collection.editor.purpose_kind'),
            width: '8rem',
            render: (row) => text(`collection.purpose_kind.${row.content.kind}`),
          },
          {
            key: 'basis',
            title: text('collection.editor.basis'),
            render: ({ content: { basis } }) =>
              basis.lawfulBasis === 'consent'
                ? text(`collection.consent_kind.${basis.consent.kind}`)
                : text(`collection.basis.${basis.lawfulBasis}`),
          },
          {
            key: 'needs',
            title: text('collection.catalogue.column.needs'),
            render: (row) => format.list(row.content.needs.map(({ code }) => labelOf.get(code) ?? code)),
          },
          {
            key: 'forms',
            title: text('collection.catalogue.column.forms'),
            width: '6rem',
            align: 'end',
            render: (row) => format.number(row.forms),
          },
          {
            key: 'retire',
            title: text('collection.catalogue.column.state'),
            width: '12rem',
            render: (row) => (
              <Retired
                isRetired={row.retired}
                name={format.say(row.content.name)}
                onChange={
                  mayWrite ? (retired) => retire.mutate({ purposeId: row.purposeId, retired }) : undefined
                }
              />
            ),
          },
        ]}
        empty={
          <EmptyState
            title={text('collection.catalogue.no_purposes')}
            action={
              mayWrite ? (
                <Button
                  kind="primary"
                  isBusy={begin.isPending}
                  onPress={() =>
                    begin.mutate(
                      {},
                      { onSuccess: (begun) => notify(text('collection.catalogue.begin_done', begun)) },
                    )
                  }
                >
                  {text('collection.catalogue.begin')}
                </Button>
              ) : undefined
            }
          >
            {text('collection.catalogue.no_purposes_text')}
          </EmptyState>
        }
      />
    </Section>
  );
}

function Items({ items }: { items: readonly CatalogueItemRow[] }) {
  const text = useText();
  const format = useOfficeFormat();
  const mayWrite = useMay()('collection.publish_forms');
  const retire = useSend('collection.retireCatalogueItem');
  const [edited, setEdited] = useState<CatalogueItemRow | 'new' | null>(null);
  return (
    <Section
      title={text('collection.catalogue.items')}
      actions={
        mayWrite ? (
          <Button onPress={() => setEdited('new')}>{text('collection.catalogue.add_item')}</Button>
        ) : undefined
      }
    >
      <ErrorNote error={retire.error?.error} />
      <Table<CatalogueItemRow>
        label={text('collection.catalogue.items')}
        rows={items}
        keyOf={(row) => row.code}
        nameOf={(row) => format.say(row.label)}
        {...(mayWrite ? { onOpen: (row: CatalogueItemRow) => setEdited(row) } : {})}
        columns={[
          {
            key: 'label',
            title: text('collection.form.column.item'),
            render: (row) => (
              <>
                <strong>{format.say(row.label)}</strong> <span className="quiet small">{row.code}</span>
              </>
            ),
          },
          {
            key: 'value',
            title: text('collection.form.column.value_type'),
            width: '10rem',
            render: (row) => text(`collection.value_type.${row.valueType}`),
          },
          {
            key: 'sensitivity',
            title: text('collection.form.column.sensitivity'),
            width: '10rem',
            render: (row) => text(`collection.sensitivity.${row.sensitivity}`),
          },
          {
            key: 'purposes',
            title: text('collection.catalogue.column.needed_by'),
            width: '8rem',
            align: 'end',
            render: (row) => format.number(row.purposes),
          },
          {
            key: 'retire',
            title: text('collection.catalogue.column.state'),
            width: '12rem',
            render: (row) => (
              <Retired
                isRetired={row.retired}
                name={format.say(row.label)}
                onChange={mayWrite ? (retired) => retire.mutate({ code: row.code, retired }) : undefined}
              />
            ),
          },
        ]}
        empty={
          <EmptyState title={text('collection.catalogue.no_items')}>
            {text('collection.catalogue.no_items_text')}
          </EmptyState>
        }
      />
      <CatalogueItemDialog edited={edited} onClose={() => setEdited(null)} />
    </Section>
  );
}

/** In use or not, and the way to the other. */
function Retired({
  isRetired,
  name,
  onChange,
}: {
  isRetired: boolean;
  name: string;
  onChange: ((retired: boolean) => void) | undefined;
}) {
  const text = useText();
  return (
    <span className="row">
      <StateMark tone={isRetired ? 'ash' : 'active'}>
        {text(isRetired ? 'collection.catalogue.retired' : 'collection.catalogue.in_use')}
      </StateMark>
      {onChange === undefined ? null : (
        <Button
          kind="text"
          aria-label={text(
            isRetired ? 'collection.catalogue.restore_named' : 'collection.catalogue.retire_named',
            { name },
          )}
          onPress={() => onChange(!isRetired)}
        >
          {text(isRetired ? 'collection.catalogue.restore' : 'collection.catalogue.retire')}
        </Button>
      )}
    </span>
  );
}

function Recipients() {
  const text = useText();
  const format = useOfficeFormat();
  const language = useLanguage();
  const may = useMay();
  const query = useCall('provision.listRecipients', {});
  const mayWrite = may('provision.manage_recipients');
  const retire = useSend('provision.retireRecipient');
  const [edited, setEdited] = useState<RecipientRow | 'new' | null>(null);
  return (
    <Section
      title={text('collection.catalogue.recipients')}
      actions={
        mayWrite ? (
          <Button onPress={() => setEdited('new')}>{text('collection.editor.new_recipient')}</Button>
        ) : undefined
      }
    >
      <ErrorNote error={retire.error?.error} />
      <Answered query={query}>
        {({ recipients }) => (
          <Table<RecipientRow>
            label={text('collection.catalogue.recipients')}
            rows={recipients}
            keyOf={(row) => row.recipientId}
            nameOf={(row) => row.name}
            {...(mayWrite ? { onOpen: (row: RecipientRow) => setEdited(row) } : {})}
            columns={[
              {
                key: 'name',
                title: text('provision.add_recipient.name'),
                render: (row) => <strong>{row.name}</strong>,
              },
              {
                key: 'contact',
                title: text('provision.add_recipient.contact'),
                render: (row) => row.contact || '–',
              },
              {
                key: 'country',
                title: text('provision.add_recipient.country'),
                width: '12rem',
                render: (row) => countryName(row.country, language),
              },
              {
                key: 'added',
                title: text('collection.catalogue.column.added'),
                width: '14rem',
                render: (row) => format.instant(row.addedAt),
              },
              {
                key: 'retire',
                title: text('collection.catalogue.column.state'),
                width: '12rem',
                render: (row) => (
                  <Retired
                    isRetired={row.retired}
                    name={row.name}
                    onChange={
                      mayWrite
                        ? (retired) => retire.mutate({ recipientId: row.recipientId, retired })
                        : undefined
                    }
                  />
                ),
              },
            ]}
            empty={
              <EmptyState title={text('collection.catalogue.no_recipients')}>
                {text('collection.catalogue.no_recipients_text')}
              </EmptyState>
            }
          />
        )}
      </Answered>
      <RecipientDialog recipient={edited} onClose={() => setEdited(null)} />
    </Section>
  );
}
