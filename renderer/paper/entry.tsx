import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { isPlace } from '../../shared/domain/paper/entry-kind.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DueDateExplanation } from '../components/due-date-explanation.tsx';
import {
  Answered,
  Button,
  ConfirmDialog,
  DefinitionList,
  EmptyState,
  ErrorNote,
  notify,
  PageHeader,
  Pager,
  Section,
} from '../components/index.ts';
import { ChangeDialog, ClassDialog } from './change-dialog.tsx';
import { CheckOutDialog } from './check-out-dialog.tsx';
import { DueMark, EntryMark, EntryTable } from './entry-table.tsx';
import { LabelDialog } from './label-dialog.tsx';
import { LinkPersonDialog } from './link-person-dialog.tsx';
import { MoveDialog, type MovingDeed } from './move-dialog.tsx';
import { Movements } from './movements.tsx';
import './paper.css';
import { Parts } from './parts.tsx';
import { PlacePath } from './place-path.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { PaperNav } from './room.tsx';

type Opened = ChannelOutput<'paper.openEntry'>;
type Asked =
  | MovingDeed
  | 'register'
  | 'label'
  | 'check_out'
  | 'missing'
  | 'change'
  | 'class'
  | 'remove'
  | 'link'
  | null;

/** One place or box: what it is, what is in it, what may be done with it, and what has been. */
export function EntryScreen({ entryId }: { entryId: string }) {
  const text = useText();
  const opened = useCall('paper.openEntry', { entryId });
  return (
    <div className="page">
      <PaperNav />
      <Answered query={opened}>
        {(answer) => (
          <>
            <PageHeader
              room="paper"
              title={`${text(`paper.kind.${answer.entry.kind}`)} ${answer.entry.code}`}
              lead={<PlacePath place={answer.entry.place} />}
            />
            <Deeds opened={answer} />
            <Facts opened={answer} />
            {answer.entry.kind === 'document' || answer.entry.state === 'destroyed' ? null : (
              <Contents opened={answer} />
            )}
            {isPlace(answer.entry.kind) ? null : <Parts opened={answer} />}
            <Section title={text('paper.movements.title')}>
              <Movements movements={answer.movements} />
            </Section>
          </>
        )}
      </Answered>
    </div>
  );
}

/** What can be done with it now, in buttons that a glove finds. */
function Deeds({ opened }: { opened: Opened }) {
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>(null);
  const begin = useSend('paper.beginInventory');
  const remove = useSend('paper.removeEntry');
  const missing = useSend('paper.reportMissing');
  const { entry, words } = opened;
  const close = () => setAsked(null);
  if (entry.state === 'destroyed') return null;
  const holds = isPlace(entry.kind);
  const deed = (name: Exclude<Asked, null>, isPrimary = false) => (
    <Button kind={isPrimary ? 'primary' : 'quiet'} onPress={() => setAsked(name)}>
      {text(`paper.deed.${name}`)}
    </Button>
  );
  const move = may('paper.move') && !holds;
  return (
    <>
      <div className="paper-deeds">
        {may('paper.register') && entry.kind !== 'document' && entry.state === 'on_shelf'
          ? deed('register', holds)
          : null}
        {deed('label')}
        {move && entry.state === 'on_shelf' ? deed('move') : null}
        {move && entry.state === 'on_shelf' ? deed('check_out') : null}
        {move && entry.state === 'checked_out' ? deed('check_in', true) : null}
        {move && entry.state === 'missing' ? deed('found', true) : null}
        {may('paper.take_inventory') && entry.kind !== 'document' && entry.contents > 0 ? (
          <Button
            isBusy={begin.isPending}
            onPress={() =>
              begin.mutate(
                { placeId: entry.entryId },
                {
                  onSuccess: ({ inventoryId }) =>
                    void navigate({ to: '/paper/inventories/$inventoryId', params: { inventoryId } }),
                },
              )
            }
          >
            {text('paper.deed.inventory')}
          </Button>
        ) : null}
      </div>
      <ErrorNote error={begin.error?.error ?? null} />
      <div className="row">
        {may('paper.register') ? (
          <>
            <Button kind="text" onPress={() => setAsked('change')}>
              {text('paper.deed.change')}
            </Button>
            {holds ? null : (
              <Button kind="text" onPress={() => setAsked('class')}>
                {text('paper.deed.class')}
              </Button>
            )}
            {holds || !may('collection.read_people') ? null : (
              <Button kind="text" onPress={() => setAsked('link')}>
                {text('paper.deed.link')}
              </Button>
            )}
            {entry.contents === 0 && entry.unit === null ? (
              <Button kind="text" onPress={() => setAsked('remove')}>
                {text('paper.deed.remove')}
              </Button>
            ) : null}
          </>
        ) : null}
        {move && entry.state !== 'missing' ? (
          <Button kind="text" onPress={() => setAsked('missing')}>
            {text('paper.deed.missing')}
          </Button>
        ) : null}
      </div>
      {asked === 'register' ? <RegisterDialog parent={entry} onClose={close} /> : null}
      {asked === 'label' ? <LabelDialog entryIds={[entry.entryId]} onClose={close} /> : null}
      {asked === 'move' || asked === 'check_in' || asked === 'found' ? (
        <MoveDialog deed={asked} entryIds={[entry.entryId]} onClose={close} />
      ) : null}
      {asked === 'check_out' ? <CheckOutDialog entryIds={[entry.entryId]} onClose={close} /> : null}
      {asked === 'change' ? <ChangeDialog opened={opened} onClose={close} /> : null}
      {asked === 'class' ? <ClassDialog opened={opened} onClose={close} /> : null}
      {asked === 'link' ? (
        <LinkPersonDialog entryId={entry.entryId} linked={opened.people} onClose={close} />
      ) : null}
      <ConfirmDialog
        isOpen={asked === 'missing'}
        onClose={close}
        onConfirm={() =>
          missing.mutate(
            { entryIds: [entry.entryId], note: '' },
            {
              onSuccess: () => {
                notify(text('paper.deed.missing.done', { code: entry.code }));
                close();
              },
            },
          )
        }
        title={text('paper.deed.missing.title', { code: entry.code })}
        consequence={text('paper.deed.missing.text')}
        confirmLabel={text('paper.deed.missing')}
        isBusy={missing.isPending}
        error={missing.error?.error ?? null}
      />
      <ConfirmDialog
        isOpen={asked === 'remove'}
        onClose={close}
        onConfirm={() =>
          remove.mutate(
            { entryId: entry.entryId },
            {
              onSuccess: () => {
                notify(text('paper.deed.remove.done', { code: entry.code }));
                void navigate({ to: '/paper' });
              },
            },
          )
        }
        title={text('paper.deed.remove.title', { code: entry.code })}
        consequence={text(words.title === '' ? 'paper.deed.remove.text' : 'paper.deed.remove.text_words')}
        confirmLabel={text('paper.deed.remove')}
        isDanger
        isBusy={remove.isPending}
        error={remove.error?.error ?? null}
      />
    </>
  );
}

function Facts({ opened }: { opened: Opened }) {
  const text = useText();
  const format = useOfficeFormat();
  const { entry, words, due, within, people, originals } = opened;
  const from = entry.coversFrom === null ? '' : format.date(entry.coversFrom);
  const to = entry.coversTo === null ? '' : format.date(entry.coversTo);
  const amounts = [
    ...(entry.records === null ? [] : [text('paper.amount.records', { count: entry.records })]),
    ...(entry.sheets === null ? [] : [text('paper.amount.sheets', { count: entry.sheets })]),
    ...(entry.weightGrams === null
      ? []
      : [text('paper.amount.weight', { kilograms: format.number(entry.weightGrams / 1000) })]),
  ];
  return (
    <DefinitionList
      entries={[
        { term: text('paper.field.state'), value: isPlace(entry.kind) ? null : <EntryMark entry={entry} /> },
        { term: text('paper.field.title'), value: words.title || null },
        {
          term: text('paper.field.class'),
          value:
            entry.unit === null ? (
              within === null ? (
                isPlace(entry.kind) ? null : (
                  <span className="quiet">{text('paper.class.none')}</span>
                )
              ) : (
                <Link to="/paper/$entryId" params={{ entryId: within.entryId }}>
                  {text('paper.class.within', { code: within.code })}
                </Link>
              )
            ) : (
              <span className="paper-cell">
                {format.say(entry.unit.className)}
                <DueMark unit={entry.unit} />
              </span>
            ),
        },
        { term: text('paper.field.kept'), value: due === null ? null : <DueDateExplanation due={due} /> },
        {
          term: text('paper.field.covers'),
          value: from + to === '' ? null : text('paper.covers', { from, to }),
        },
        { term: text('paper.field.amount'), value: amounts.length === 0 ? null : amounts.join(' · ') },
        {
          term: text('paper.field.forms'),
          value:
            words.formRanges.length === 0
              ? null
              : words.formRanges.map((range) => text('paper.forms', { ...range })).join(', '),
        },
        { term: text('paper.field.former_code'), value: words.formerCode || null },
        { term: text('paper.field.note'), value: words.note || null },
        {
          term: text('paper.field.people'),
          value:
            people.length === 0 ? null : (
              <span className="row">
                {people.map(({ personId, name }) =>
                  name === null ? null : (
                    <Link key={personId} to="/collection/people/$personId" params={{ personId }}>
                      <bdi>{name}</bdi>
                    </Link>
                  ),
                )}
                {people.some(({ name }) => name === null)
                  ? text('paper.people.count', { count: people.length })
                  : null}
              </span>
            ),
        },
        {
          term: text('paper.field.originals'),
          value:
            originals.length === 0
              ? null
              : text('paper.originals.count', {
                  count: originals.length,
                  references: originals.map(({ copyReference }) => copyReference).join(', '),
                }),
        },
        { term: text('paper.field.label'), value: <code>{entry.label}</code> },
      ]}
    />
  );
}

const pageSize = 100;

function Contents({ opened: { entry } }: { opened: Opened }) {
  const text = useText();
  const may = useMay();
  const [offset, setOffset] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<'label' | 'move' | 'check_out' | null>(null);
  const list = useCall(
    'paper.listEntries',
    { parentId: entry.entryId, depth: 'directly', limit: pageSize, offset },
    { keepPrevious: true },
  );
  const close = () => {
    setAsked(null);
    setSelected(new Set());
  };
  const entryIds = [...selected];
  return (
    <Section
      title={text('paper.contents.title')}
      actions={
        selected.size === 0 ? undefined : (
          <>
            <Button onPress={() => setAsked('label')}>{text('paper.deed.label')}</Button>
            {may('paper.move') ? (
              <>
                <Button onPress={() => setAsked('move')}>{text('paper.deed.move')}</Button>
                <Button onPress={() => setAsked('check_out')}>{text('paper.deed.check_out')}</Button>
              </>
            ) : null}
          </>
        )
      }
    >
      <Answered query={list}>
        {({ total, entries }) => (
          <div>
            <EntryTable
              label={text('paper.contents.title')}
              entries={entries}
              withPlace={false}
              selected={selected}
              onSelect={setSelected}
              empty={
                <EmptyState title={text('paper.contents.empty')}>
                  {text('paper.contents.empty_text')}
                </EmptyState>
              }
            />
            <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
          </div>
        )}
      </Answered>
      {asked === 'label' ? <LabelDialog entryIds={entryIds} onClose={close} /> : null}
      {asked === 'move' ? <MoveDialog deed="move" entryIds={entryIds} onClose={close} /> : null}
      {asked === 'check_out' ? <CheckOutDialog entryIds={entryIds} onClose={close} /> : null}
    </Section>
  );
}
