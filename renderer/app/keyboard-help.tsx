import { Button } from '../components/button.tsx';
import { DefinitionList } from '../components/details.tsx';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { idleMinutes } from './idle-lock.ts';
import { mayEnter, roomPlaces } from './rooms.ts';
import { useMay } from './session.ts';
import { useText } from './text.tsx';

export function KeyboardHelp({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useText();
  const may = useMay();
  const keys = (...names: string[]) => names.map((name) => <kbd key={name}>{name}</kbd>);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text('office.keys.title')}>
      <DefinitionList
        entries={[
          ...roomPlaces.map((place, index) => ({
            term: text(`common.room.${place.room}`),
            value: mayEnter(place, may) ? (
              <span className="row">{keys('Alt', String(index + 1))}</span>
            ) : null,
          })),
          {
            term: text('office.search.keys'),
            value:
              may('collection.read_people') || may('paper.read') ? (
                <span className="row">{keys('Ctrl', 'K')}</span>
              ) : null,
          },
          { term: text('office.keys.lock'), value: <span className="row">{keys('Ctrl', 'L')}</span> },
          { term: text('office.keys.help'), value: <span className="row">{keys('?')}</span> },
          { term: text('office.keys.close'), value: <span className="row">{keys('Esc')}</span> },
          { term: text('office.keys.rows'), value: <span className="row">{keys('↑', '↓')}</span> },
          { term: text('office.keys.open'), value: <span className="row">{keys('Enter')}</span> },
          { term: text('office.keys.select'), value: <span className="row">{keys('Space')}</span> },
        ]}
      />
      <p className="quiet small">{text('office.keys.idle', { minutes: idleMinutes })}</p>
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {text('common.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
