import { useState } from 'react';
import { useCall } from '../app/call.ts';
import { useScanned } from '../app/scanner.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ButtonLink,
  EmptyState,
  PageHeader,
  Pager,
  Tabs,
  TextField,
} from '../components/index.ts';
import { useSettled } from '../components/settled.ts';
import { CameraScanner } from './camera-scanner.tsx';
import { EntryTable } from './entry-table.tsx';
import './paper.css';
import { RegisterDialog } from './register-dialog.tsx';
import { PaperNav } from './room.tsx';

const pageSize = 100;

const views = ['places', 'boxes', 'away', 'missing'] as const;
type View = (typeof views)[number];

const filters = {
  places: { depth: 'directly', kinds: [], states: [] },
  boxes: { depth: 'below', kinds: ['box', 'folder', 'document'], states: [] },
  away: { depth: 'below', kinds: [], states: ['checked_out', 'pulled', 'in_custody'] },
  missing: { depth: 'below', kinds: [], states: ['missing'] },
} as const;

/** Everything on paper: from the sites downwards, or whatever matches wherever it is. */
export function RegistryScreen() {
  const text = useText();
  const may = useMay();
  const open = useScanned();
  const [view, setView] = useState<View>('places');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const [offset, setOffset] = useState(0);
  const [isRegistering, setRegistering] = useState(false);
  const [isFilming, setFilming] = useState(false);
  const filter = search === '' ? filters[view] : { ...filters[view], depth: 'below' as const };
  const list = useCall(
    'paper.listEntries',
    {
      parentId: null,
      depth: filter.depth,
      kinds: [...filter.kinds],
      states: [...filter.states],
      search,
      limit: pageSize,
      offset,
    },
    { keepPrevious: true },
  );
  const register = may('paper.register') ? (
    <Button kind="primary" onPress={() => setRegistering(true)}>
      {text('paper.register.open')}
    </Button>
  ) : undefined;
  return (
    <div className="page">
      <PaperNav />
      <PageHeader
        room="paper"
        title={text('paper.registry.title')}
        lead={text('paper.registry.lead')}
        actions={
          <>
            <Button onPress={() => setFilming(true)}>{text('paper.camera.open')}</Button>
            {may('paper.register') ? (
              <ButtonLink to="/paper/import">{text('paper.import.open')}</ButtonLink>
            ) : null}
            {register}
          </>
        }
      />
      <div className="paper-search">
        <TextField
          label={text('paper.search.field')}
          hint={text('paper.search.hint')}
          type="search"
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setOffset(0);
          }}
          maxLength={60}
        />
      </div>
      <Tabs
        label={text('paper.view.label')}
        value={view}
        onChange={(chosen: View) => {
          setView(chosen);
          setOffset(0);
        }}
        tabs={views.map((value) => ({
          value,
          label: text(`paper.view.${value}`),
        }))}
      >
        <Answered query={list}>
          {({ total, entries }) => (
            <div>
              <EntryTable
                label={text('paper.registry.title')}
                entries={entries}
                withPlace={filter.depth === 'below'}
                empty={
                  <EmptyState
                    title={text(
                      search === '' && view === 'places' ? 'paper.registry.empty' : 'paper.registry.nothing',
                    )}
                    action={search === '' && view === 'places' ? register : undefined}
                  >
                    {text(
                      search === '' && view === 'places'
                        ? 'paper.registry.empty_text'
                        : 'paper.registry.nothing_text',
                    )}
                  </EmptyState>
                }
              />
              <Pager total={total} limit={pageSize} offset={offset} onOffset={setOffset} />
            </div>
          )}
        </Answered>
      </Tabs>
      {isRegistering ? <RegisterDialog parent={null} onClose={() => setRegistering(false)} /> : null}
      {isFilming ? (
        <CameraScanner
          onClose={() => setFilming(false)}
          onScan={(label) => {
            setFilming(false);
            setTimeout(() => open(label));
          }}
        />
      ) : null}
    </div>
  );
}
