import { useState } from 'react';
import { isPlace } from '../../shared/domain/paper/entry-kind.ts';
import { useSend } from '../app/call.ts';
import { type FoundEntry, useFindEntry, useScanEntry } from '../app/scanner.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, notify, PageHeader } from '../components/index.ts';
import { CameraScanner } from './camera-scanner.tsx';
import { CheckOutDialog } from './check-out-dialog.tsx';
import { LabelDialog } from './label-dialog.tsx';
import './paper.css';
import { PaperNav } from './room.tsx';
import { TypedLabel } from './typed-label.tsx';

/**
 * Boxes in the hands: each scan puts one more on the pile, a scan of a shelf says where they go. Nothing has to be typed, and every
 * button is found with a glove.
 */
export function ScanDeskScreen() {
  const text = useText();
  const [pile, setPile] = useState<readonly FoundEntry[]>([]);
  const [place, setPlace] = useState<FoundEntry | null>(null);
  const [asked, setAsked] = useState<'check_out' | 'label' | null>(null);
  const [isFilming, setFilming] = useState(false);
  const move = useSend('paper.move');
  const checkIn = useSend('paper.checkIn');
  const take = (entry: FoundEntry) => {
    if (isPlace(entry.kind)) return setPlace(entry);
    setPile((before) => [entry, ...before.filter(({ entryId }) => entryId !== entry.entryId)]);
  };
  const find = useFindEntry();
  useScanEntry(take);
  const entryIds = pile.map(({ entryId }) => entryId);
  const areOut = pile.length > 0 && pile.every(({ state }) => state === 'checked_out');
  const areHere = pile.length > 0 && pile.every(({ state }) => state === 'on_shelf' || state === 'missing');
  const clear = () => {
    setPile([]);
    setPlace(null);
    setAsked(null);
  };
  const put = () => {
    const count = pile.length;
    const to = place?.entryId ?? null;
    if (areOut) {
      checkIn.mutate(
        { entryIds, toId: to },
        {
          onSuccess: () => {
            notify(text('paper.deed.check_in.done', { count }));
            clear();
          },
        },
      );
    } else {
      move.mutate(
        { entryIds, toId: to },
        {
          onSuccess: () => {
            notify(text('paper.deed.move.done', { count }));
            clear();
          },
        },
      );
    }
  };
  return (
    <div className="page paper-scanning">
      <PaperNav />
      <PageHeader
        room="paper"
        title={text('paper.scan.title')}
        lead={text('paper.scan.lead')}
        actions={<Button onPress={() => setFilming(true)}>{text('paper.camera.open')}</Button>}
      />
      <TypedLabel onLabel={(label) => find(label, take)} />
      <div className="paper-scan">
        <section className="paper-scan-pile" aria-label={text('paper.scan.pile', { count: pile.length })}>
          <h2>{text('paper.scan.pile', { count: pile.length })}</h2>
          {pile.length === 0 ? <p className="quiet">{text('paper.scan.empty')}</p> : null}
          <ul className="paper-pile">
            {pile.map((entry) => (
              <li key={entry.entryId} className="paper-pile-item">
                <strong>{entry.code}</strong>
                <span className="quiet">
                  {text(`paper.kind.${entry.kind}`)} · {text(`paper.state.${entry.state}`)}
                </span>
                <Button
                  aria-label={text('paper.scan.leave_out', { code: entry.code })}
                  onPress={() => setPile(pile.filter(({ entryId }) => entryId !== entry.entryId))}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        </section>
        <section className="paper-scan-place" aria-label={text('paper.scan.place')}>
          <h2>{text('paper.scan.place')}</h2>
          <p className="paper-scan-code">{place === null ? text('paper.scan.no_place') : place.code}</p>
          <div className="paper-deeds">
            <Button
              kind="primary"
              isDisabled={!(areOut || (areHere && place !== null))}
              isBusy={move.isPending || checkIn.isPending}
              onPress={put}
            >
              {areOut ? text('paper.deed.check_in') : text('paper.scan.put', { code: place?.code ?? '…' })}
            </Button>
            <Button
              isDisabled={pile.length === 0 || !pile.every(({ state }) => state === 'on_shelf')}
              onPress={() => setAsked('check_out')}
            >
              {text('paper.deed.check_out')}
            </Button>
            <Button isDisabled={pile.length === 0} onPress={() => setAsked('label')}>
              {text('paper.deed.label')}
            </Button>
            <Button isDisabled={pile.length === 0 && place === null} onPress={clear}>
              {text('paper.scan.clear')}
            </Button>
          </div>
          <ErrorNote error={(move.error ?? checkIn.error)?.error ?? null} />
        </section>
      </div>
      {asked === 'check_out' ? <CheckOutDialog entryIds={entryIds} onClose={clear} /> : null}
      {asked === 'label' ? <LabelDialog entryIds={entryIds} onClose={() => setAsked(null)} /> : null}
      {isFilming ? (
        <CameraScanner onClose={() => setFilming(false)} onScan={(label) => find(label, take)} />
      ) : null}
    </div>
  );
}
