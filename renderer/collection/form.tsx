import type { ConsentFormContent, FormItem } from '../../shared/domain/collection/consent-form.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Badge,
  ButtonLink,
  Explanation,
  PageHeader,
  Section,
  Stat,
  StatLine,
  Table,
} from '../components/index.ts';
import './form.css';
import { FormHistory } from './form-history.tsx';
import { NoticeSheet } from './notice-sheet.tsx';
import { CollectionNav } from './room.tsx';

/** One version of a consent form: what it says in both languages, who published it when, how many consents rest on it. */
export function FormScreen({ formVersionId }: { formVersionId: string }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const query = useCall('collection.getForm', { formVersionId });
  return (
    <div className="page">
      <CollectionNav />
      <Answered query={query}>
        {({ form, content, current }) => (
          <>
            <PageHeader
              room="collection"
              title={format.say(form.title)}
              lead={text('collection.form.lead', { version: form.version })}
              actions={
                current ? (
                  <>
                    {may('collection.publish_forms') ? (
                      <ButtonLink to="/collection/forms/$formVersionId/next" params={{ formVersionId }}>
                        {text('collection.form.next_version')}
                      </ButtonLink>
                    ) : null}
                    {may('collection.capture') ? (
                      <ButtonLink kind="primary" to="/collection/capture" search={{ form: formVersionId }}>
                        {text('collection.form.capture')}
                      </ButtonLink>
                    ) : null}
                  </>
                ) : undefined
              }
            />
            {current ? null : <Explanation>{text('collection.form.superseded')}</Explanation>}
            {form.forChildren ? (
              <p>
                <Badge>{text('collection.form.for_children')}</Badge>
              </p>
            ) : null}
            <StatLine>
              <Stat label={text('collection.form.stat.version')} value={form.version} />
              <Stat label={text('collection.form.stat.consents')} value={form.consents} />
              <Stat label={text('collection.form.stat.purposes')} value={form.purposes} />
              <Stat
                label={text('collection.form.stat.renew')}
                value={form.peopleToRenew}
                tone={form.peopleToRenew > 0 ? 'ember' : 'plain'}
                {...(form.peopleToRenew > 0 && may('collection.read_people')
                  ? {
                      hint: (
                        <ButtonLink kind="text" to="/collection/renewals" search={{ form: form.formId }}>
                          {text('collection.form.to_renewals')}
                        </ButtonLink>
                      ),
                    }
                  : {})}
              />
              <div className="stat">
                <div className="stat-label">{text('collection.form.stat.published')}</div>
                <div>{format.instant(form.publishedAt)}</div>
                <div className="stat-hint">{text('collection.staff', { number: form.staffNumber })}</div>
              </div>
            </StatLine>
            <Section title={text('collection.form.text')}>
              <div className="form-notices">
                <Notice formVersionId={formVersionId} language="ko" />
                <Notice formVersionId={formVersionId} language="en" />
              </div>
            </Section>
            <Section title={text('collection.form.items')}>
              <ItemTable content={content} />
            </Section>
            <FormHistory formId={form.formId} shownVersionId={formVersionId} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Notice({ formVersionId, language }: { formVersionId: string; language: 'en' | 'ko' }) {
  const query = useCall('collection.getNotice', { formVersionId, language });
  return (
    <Answered query={query}>
      {({ notice }) => (
        <div className="form-notice">
          <NoticeSheet notice={notice} />
        </div>
      )}
    </Answered>
  );
}

interface ItemRow {
  key: string;
  purpose: string;
  item: FormItem;
}

function ItemTable({ content }: { content: ConsentFormContent }) {
  const text = useText();
  const format = useOfficeFormat();
  const rows = content.purposes.flatMap((purpose) =>
    purpose.items.map(
      (item): ItemRow => ({ key: `${purpose.id} ${item.code}`, purpose: format.say(purpose.name), item }),
    ),
  );
  return (
    <Table<ItemRow>
      label={text('collection.form.items')}
      rows={rows}
      keyOf={(row) => row.key}
      nameOf={(row) => format.say(row.item.label)}
      columns={[
        {
          key: 'item',
          title: text('collection.form.column.item'),
          render: ({ item }) => (
            <>
              <strong>{format.say(item.label)}</strong> <span className="quiet small">{item.code}</span>
            </>
          ),
        },
        { key: 'purpose', title: text('collection.form.column.purpose'), render: (row) => row.purpose },
        {
          key: 'kind',
          title: text('collection.form.column.kind'),
          width: '8rem',
          render: ({ item }) => text(`collection.item_kind.${item.kind}`),
        },
        {
          key: 'value',
          title: text('collection.form.column.value_type'),
          width: '9rem',
          render: ({ item }) => text(`collection.value_type.${item.valueType}`),
        },
        {
          key: 'sensitivity',
          title: text('collection.form.column.sensitivity'),
          width: '10rem',
          render: ({ item }) =>
            item.sensitivity === 'ordinary' ? (
              text('collection.sensitivity.ordinary')
            ) : (
              <Badge>{text(`collection.sensitivity.${item.sensitivity}`)}</Badge>
            ),
        },
      ]}
    />
  );
}
