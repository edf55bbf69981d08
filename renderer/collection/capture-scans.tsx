import { useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import {
  attachmentMaximumBytes,
  paperTypes,
  soundTypes,
} from '../../shared/domain/collection/attachment-type.ts';
import { CallFailure, call } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote } from '../components/index.ts';
import { sendScan } from './attachment-transfer.ts';
import { CameraDialog } from './camera-dialog.tsx';
import type { BroughtScan } from './capture-draft.ts';
import { FileDrop } from './file-drop.tsx';

/**
 * The signed sheets, chosen, dropped or photographed, or the recording of a call. They wait at the desk and are kept with the consent, or
 * not at all.
 */
export function CaptureScans({
  kind,
  files,
  error,
  onChange,
}: {
  kind: 'scans' | 'recordings';
  files: readonly BroughtScan[];
  error: string | undefined;
  onChange(next: (files: readonly BroughtScan[]) => BroughtScan[]): void;
}) {
  const text = useText();
  const [bringing, setBringing] = useState<{ fileName: string; part: number } | null>(null);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [isSeveral, setSeveral] = useState(false);
  const [hasCamera, setHasCamera] = useState(false);

  const bring = async (file: File) => {
    if (bringing !== null) return;
    setRefusal(null);
    setSeveral(false);
    setBringing({ fileName: file.name, part: 0 });
    try {
      const attachmentId = await sendScan(file, (part) => setBringing({ fileName: file.name, part }));
      onChange((before) => [...before, { attachmentId, fileName: file.name }]);
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure;
      setRefusal(failure.error);
    } finally {
      setBringing(null);
    }
  };

  return (
    <section className="capture-proof" aria-labelledby={`capture-${kind}`} data-field={kind}>
      <h2 id={`capture-${kind}`} className="capture-proof-title">
        {text(`collection.${kind}.title`)}
      </h2>
      <p className="quiet">{text(`collection.${kind}.what`)}</p>
      {files.length === 0 ? null : (
        <ul className="attachments-list">
          {files.map(({ attachmentId, fileName }) => (
            <li key={attachmentId} className="attachments-file">
              <span className="attachments-name">{fileName}</span>
              <Button
                kind="text"
                onPress={() => {
                  void call('collection.cancelAttachment', { attachmentId }).catch(() => undefined);
                  onChange((before) => before.filter((file) => file.attachmentId !== attachmentId));
                }}
                aria-label={text('collection.attachments.remove_named', { fileName })}
              >
                {text('collection.attachments.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FileDrop
        label={text(`collection.${kind}.title`)}
        button={text(`collection.${kind}.choose`)}
        types={kind === 'scans' ? paperTypes : soundTypes}
        isDisabled={bringing !== null}
        onFile={(file) => void bring(file)}
        onSeveral={setSeveral}
      >
        {kind === 'scans' ? (
          <Button isDisabled={bringing !== null} onPress={() => setHasCamera(true)}>
            {text('collection.scans.camera')}
          </Button>
        ) : null}
      </FileDrop>
      <p className="quiet small">
        {text(`collection.${kind}.hint`, { megabytes: attachmentMaximumBytes / 1024 / 1024 })}
      </p>
      <p role="status" className="small attachments-status">
        {bringing === null
          ? isSeveral
            ? text('collection.attachments.one_by_one')
            : ''
          : text('collection.attachments.adding', {
              fileName: bringing.fileName,
              percent: Math.floor(bringing.part * 100),
            })}
      </p>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      <ErrorNote error={refusal} />
      <CameraDialog
        isOpen={hasCamera}
        number={files.length + 1}
        onClose={() => setHasCamera(false)}
        onPhoto={(photo) => {
          setHasCamera(false);
          void bring(photo);
        }}
      />
    </section>
  );
}
