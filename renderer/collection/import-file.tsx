import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import type { CallError } from '../../shared/contract/answer.ts';
import type { ImportedTable } from '../../shared/contract/collection-import.ts';
import { CallFailure } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, ProgressPanel } from '../components/index.ts';
import { sendImport } from './import-transfer.ts';

/** Takes the file from wherever it is dropped or chosen. Nothing of it touches the disk on this side. */
export function ImportFileStep({ onRead }: { onRead(table: ImportedTable): void }) {
  const text = useText();
  const [part, setPart] = useState<number | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined || part !== null) return;
    setError(null);
    setPart(0);
    try {
      onRead(await sendImport(file, setPart));
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure;
      setError(failure.error);
      setPart(null);
    }
  };
  return (
    <section className="stack" aria-label={text('collection.import.step.file')}>
      <DropZone
        className="import-drop"
        aria-label={text('collection.import.drop')}
        isDisabled={part !== null}
        onDrop={async ({ items }) => {
          const file = items.find((item) => item.kind === 'file');
          await take(await file?.getFile());
        }}
      >
        <strong>{text('collection.import.drop')}</strong>
        <FileTrigger
          acceptedFileTypes={['.csv', '.xlsx', '.txt', '.tsv']}
          onSelect={(files) => void take(files?.[0] ?? undefined)}
        >
          <Button kind="primary" isDisabled={part !== null}>
            {text('collection.import.choose')}
          </Button>
        </FileTrigger>
        <span className="quiet small">{text('collection.import.drop_hint')}</span>
      </DropZone>
      {part === null ? null : (
        <ProgressPanel
          channel="collection.readImport"
          label={text(part < 1 ? 'collection.import.sending' : 'collection.import.reading')}
          canCancel
        />
      )}
      <ErrorNote error={error} />
    </section>
  );
}
