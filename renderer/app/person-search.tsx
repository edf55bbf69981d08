import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { Answered, Button, Dialog } from '../components/index.ts';
import { useSettled } from '../components/settled.ts';
import { useCall } from './call.ts';
import './person-search.css';
import { useMay, useOfficeFormat } from './session.ts';
import { useText } from './text.tsx';

const shown = 8;
const boxesShown = 5;
/** Tells entries of the registry of paper from people in the list. */
const entryPrefix = 'paper:';

/**
 * Finds a person, or a box by its code, from every screen, as they are typed. Arrow keys choose, Enter goes to their page; of a
 * person the reason is asked there and entered in the use log before anything of theirs is shown.
 */
export function PersonSearch({ onClose }: { onClose(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const may = useMay();
  const mayReadPeople = may('collection.read_people');
  const query = useCall(
    'collection.listPeople',
    { search, limit: shown, offset: 0 },
    { enabled: search !== '' && mayReadPeople, keepPrevious: true },
  );
  const boxes = useCall(
    'paper.listEntries',
    { parentId: null, depth: 'below', search: search.slice(0, 60), limit: boxesShown, offset: 0 },
    { enabled: search !== '' && may('paper.read'), keepPrevious: true },
  );
  const open = (key: string) => {
    onClose();
    if (key.startsWith(entryPrefix))
      void navigate({ to: '/paper/$entryId', params: { entryId: key.slice(entryPrefix.length) } });
    else void navigate({ to: '/collection/people/$personId', params: { personId: key } });
  };
  return (
    <Dialog isOpen onClose={onClose} title={text('office.search.title')}>
      {/* What is found has been decided by the records thread: nothing is filtered here. */}
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="field" autoFocus maxLength={200}>
          <Label className="field-label">{text('office.search.field')}</Label>
          <Input className="field-input" />
          <p className="field-hint">{text('office.search.hint')}</p>
        </SearchField>
        {search === '' ? null : (
          <div className="person-search-found">
            {mayReadPeople ? <PeopleFound query={query} /> : null}
            {/* One list of both, so that the arrow keys go through all that was found. */}
            <ListBox
              aria-label={text('office.search.title')}
              className="person-search-list"
              onAction={(key) => open(String(key))}
            >
              {(boxes.data?.entries ?? []).map((entry) => (
                <ListBoxItem
                  key={entry.entryId}
                  id={`${entryPrefix}${entry.entryId}`}
                  textValue={entry.code}
                  className="person-search-item"
                >
                  <strong>{entry.code}</strong>
                  <span className="quiet small">
                    {[
                      text(`paper.kind.${entry.kind}`),
                      entry.title,
                      entry.place.map(({ code }) => code).join(' / '),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </ListBoxItem>
              ))}
              {(query.data?.people ?? []).map((person) => (
                <ListBoxItem
                  key={person.personId}
                  id={person.personId}
                  textValue={person.name}
                  className="person-search-item"
                >
                  <strong>
                    <bdi>{person.name}</bdi>
                  </strong>
                  <span className="quiet small">
                    {text('office.search.last_consent', { date: format.date(person.lastConsentOn) })}
                  </span>
                </ListBoxItem>
              ))}
            </ListBox>
            {(query.data?.total ?? 0) > shown ? (
              <Button
                kind="text"
                onPress={() => {
                  onClose();
                  void navigate({ to: '/collection/people' });
                }}
              >
                {text('office.search.more')}
              </Button>
            ) : null}
          </div>
        )}
      </Autocomplete>
    </Dialog>
  );
}

function PeopleFound({ query }: { query: ReturnType<typeof useCall<'collection.listPeople'>> }) {
  const text = useText();
  return (
    <Answered query={query}>
      {({ total, searchedPart }) => (
        <>
          <p className="quiet small" role="status">
            {text('office.search.found', { count: total })}
          </p>
          {searchedPart === undefined ? null : (
            <p className="quiet small">{text('collection.people.still_indexing', { ...searchedPart })}</p>
          )}
        </>
      )}
    </Answered>
  );
}
