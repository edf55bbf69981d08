import { useState } from 'react';
import {
  type LabelSheetName,
  labelSheetNames,
  labelSheets,
  labelsAPage,
} from '../../shared/domain/paper/label-sheet.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, DocumentDialog, RadioGroup } from '../components/index.ts';
import { NumberField } from '../components/text-field.tsx';

/** The sheet last used, for as long as the window is open: whoever prints labels has one kind of them. */
let lastSheet: LabelSheetName = 'a4_3x8';

/** Chooses what labels are printed on, and where on a sheet that was begun; then shows them as they are printed. */
export function LabelDialog({ entryIds, onClose }: { entryIds: readonly string[]; onClose(): void }) {
  const text = useText();
  const [sheet, setSheet] = useState(lastSheet);
  const [start, setStart] = useState(1);
  const [right, setRight] = useState(0);
  const [down, setDown] = useState(0);
  const [isShown, setShown] = useState(false);
  if (isShown) {
    return (
      <DocumentDialog
        channel="paper.labels"
        ask={{ entryIds: [...entryIds], sheet, start, shiftRight: right, shiftDown: down }}
        formats={['pdf']}
        onClose={onClose}
      />
    );
  }
  const { columns } = labelSheets[sheet];
  const places = labelsAPage(labelSheets[sheet]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('paper.label.title', { count: entryIds.length })}
      size="wide"
    >
      <div className="stack">
        <RadioGroup
          label={text('paper.label.sheet')}
          value={sheet}
          onChange={(chosen: LabelSheetName) => {
            setSheet(chosen);
            setStart(1);
          }}
          options={labelSheetNames.map((value) => ({ value, label: text(`paper.label.sheet.${value}`) }))}
        />
        {places === 1 ? null : (
          <fieldset className="paper-start">
            <legend className="field-label">{text('paper.label.start')}</legend>
            <div className="paper-start-grid" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
              {Array.from({ length: places }, (_, index) => index + 1).map((place) => (
                <button
                  key={place}
                  type="button"
                  className="paper-start-place"
                  aria-pressed={place === start}
                  data-used={place < start || undefined}
                  aria-label={text('paper.label.start_at', { place })}
                  onClick={() => setStart(place)}
                >
                  {place}
                </button>
              ))}
            </div>
          </fieldset>
        )}
        <div className="columns">
          <NumberField
            label={text('paper.label.right')}
            hint={text('paper.label.shift_hint')}
            value={right}
            onChange={(value) => setRight(value ?? 0)}
            minimum={-50}
            maximum={50}
          />
          <NumberField
            label={text('paper.label.down')}
            value={down}
            onChange={(value) => setDown(value ?? 0)}
            minimum={-50}
            maximum={50}
          />
        </div>
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button
          kind="primary"
          onPress={() => {
            lastSheet = sheet;
            setShown(true);
          }}
        >
          {text('paper.label.show')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
