import { Outlet, useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { useIdleLock } from './idle-lock.ts';
import { useShortcuts } from './keyboard.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { PersonSearch } from './person-search.tsx';
import { PreferenceSwitches } from './preferences.tsx';
import { useScanner } from './scanner.ts';
import { useMay, useOfficeFormat, useStatus } from './session.ts';
import { Spine } from './spine.tsx';
import { useText } from './text.tsx';
import './shell.css';

/** The desk: spine, top bar, and the sheet on which the screen of the moment is laid. */
export function Shell() {
  const text = useText();
  const status = useStatus();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const showHelp = useCallback(() => setHelpOpen(true), []);
  const [isSearching, setSearching] = useState(false);
  const search = useCallback(() => setSearching(true), []);
  useIdleLock();
  useShortcuts(showHelp, search);
  useScanner();
  const main = useFocusOnArrival();
  // Between the answer to a sign-out and the next drawing there is nobody at the desk.
  if (!status?.user) return null;
  return (
    <div className="shell">
      {/* Not a link to #main: what follows the hash is the place in the application. */}
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {text('office.shell.skip')}
      </button>
      <Spine />
      <div className="shell-body">
        <TopBar onHelp={showHelp} onSearch={search} />
        <main className="shell-main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <KeyboardHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      {isSearching ? <PersonSearch onClose={() => setSearching(false)} /> : null}
    </div>
  );
}

function TopBar({ onHelp, onSearch }: { onHelp(): void; onSearch(): void }) {
  const may = useMay();
  const text = useText();
  const format = useOfficeFormat();
  const status = useStatus();
  return (
    <header className="top-bar">
      <p className="top-bar-office">
        <strong className="top-bar-name">{status?.office?.name}</strong>
        {status?.today ? <span className="top-bar-date">{format.date(status.today)}</span> : null}
      </p>
      <div className="top-bar-tools">
        {may('collection.read_people') || may('paper.read') ? (
          <Button onPress={onSearch} aria-keyshortcuts="Control+K">
            {text('office.search.open')} <kbd>Ctrl K</kbd>
          </Button>
        ) : null}
        <PreferenceSwitches />
        <Button kind="text" onPress={onHelp} aria-keyshortcuts="?">
          {text('office.shell.keys')}
        </Button>
      </div>
    </header>
  );
}

/** A new screen starts at its top, and a screen reader reads it: focus goes to the sheet, unless a field took it. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const path = useLocation().pathname;
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    window.scrollTo(0, 0);
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}
