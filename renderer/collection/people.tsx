import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  EmptyState,
  PageHeader,
  Pager,
  StateMark,
  Table,
  TextField,
} from '../components/index.ts';
import { useSettled } from '../components/settled.ts';
import { ExportDialog } from './export-dialog.tsx';
import './people.css';
import { CollectionNav } from './room.tsx';

type PersonRow = ChannelOutput<'collection.listPeople'>['people'][number];
const pageSize = 50;

/** Everybody whose consent is kept, found by part of the name. Opening somebody asks why, and is entered in the use log. */
export function PeopleScreen() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [offset, setOffset] = useState(0);
  const [isExporting, setExporting] = useState(false);
  const search = useSettled(typed.trim());
  const query = useCall('collection.listPeople', { search, limit: pageSize, offset }, { keepPrevious: true });
  const capture = may('collection.capture') ? (
    <ButtonLink kind="primary" to="/collection/capture">
      {text('collection.people.capture')}
    </ButtonLink>
  ) : undefined;
  return (
    <div className="page">
      <CollectionNav />
      <PageHeader
        room="collection"
        title={text('collection.people.title')}
        lead={text('collection.people.lead')}
        actions={
          <>
            {may('collection.export') ? (
              <Button onPress={() => setExporting(true)}>{text('collection.export')}</Button>
            ) : null}
            {capture}
          </>
        }
      />
      <search className="people-search">
        <TextField
          label={text('collection.people.search')}
          hint={text('collection.people.search_hint')}
          type="search"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setOffset(0);
          }}
          maxLength={200}
          isOptional={false}
        />
      </search>
      <Answered query={query}>
        {({ total, people, searchedPart }) => (
          <div>
            <p className="visually-hidden" role="status">
              {text('collection.people.found', { count: total })}
            </p>
            {searchedPart === undefined ? null : (
              <p className="quiet small" role="status">
                {text('collection.people.still_indexing', { ...searchedPart })}
              </p>
            )}
            <Table<PersonRow>
              label={text('collection.people.title')}
              rows={people}
              keyOf={(person) => person.personId}
              nameOf={(person) => person.name}
              onOpen={(person) =>
                void navigate({ to: '/collection/people/$personId', params: { personId: person.personId } })
              }
              columns={[
                {
                  key: 'name',
                  title: text('collection.people.column.name'),
                  render: (person) => <strong>{person.name}</strong>,
                },
                {
                  key: 'consents',
                  title: text('collection.people.column.consents'),
                  width: '8rem',
                  align: 'end',
                  render: (person) => format.number(person.consents),
                },
                {
                  key: 'last',
                  title: text('collection.people.column.last'),
                  width: '14rem',
                  render: (person) => format.date(person.lastConsentOn),
                },
                {
                  key: 'withdrawn',
                  title: text('collection.people.column.state'),
                  width: '14rem',
                  render: (person) =>
                    person.withdrawn ? (
                      <StateMark tone="ash">{text('collection.people.withdrawn')}</StateMark>
                    ) : (
                      <StateMark tone="active">{text('collection.people.standing')}</StateMark>
                    ),
                },
              ]}
              empty={
                search === '' ? (
                  <EmptyState title={text('collection.people.empty')} action={capture}>
                    {text('collection.people.empty_text')}
                  </EmptyState>
                ) : (
                  <EmptyState title={text('collection.people.nobody')}>
                    {text('collection.people.nobody_text')}
                  </EmptyState>
                )
              }
            />
            <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
      {isExporting ? <ExportDialog search={search} onClose={() => setExporting(false)} /> : null}
    </div>
  );
}
