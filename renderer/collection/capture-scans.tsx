import { useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import { attachmentMaximumBytes } from '../../shared/domain/collection/attachment-type.ts';
import { CallFailure, call } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote } from '../components/index.ts';
import { sendScan } from './attachment-transfer.ts';
import { CameraDialog } from './camera-dialog.tsx';
import type { BroughtScan } from './capture-draft.ts';
import { FileDrop } from './file-drop.tsx';

/** The signed sheets: chosen, dropped or photographed. They wait at the desk and are kept with the consent, or not at all. */
export function CaptureScans({
  scans,
  error,
  onAdd,
  onRemove,
}: {
  scans: readonly BroughtScan[];
  error: string | undefined;
  onAdd(scan: BroughtScan): void;
  onRemove(attachmentId: string): void;
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
      onAdd({ attachmentId, fileName: file.name });
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure;
      setRefusal(failure.error);
    } finally {
      setBringing(null);
    }
  };

  return (
    <section className="capture-proof" aria-labelledby="capture-scans" data-field="scans">
      <h2 id="capture-scans" className="capture-proof-title">
        {text('collection.scans.title')}
      </h2>
      <p className="quiet">{text('collection.scans.what')}</p>
      {scans.length === 0 ? null : (
        <ul className="attachments-list">
          {scans.map(({ attachmentId, fileName }) => (
            <li key={attachmentId} className="attachments-file">
              <span className="attachments-name">{fileName}</span>
              <Button
                kind="text"
                onPress={() => {
                  void call('collection.cancelAttachment', { attachmentId }).catch(() => undefined);
                  onRemove(attachmentId);
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
        label={text('collection.scans.title')}
        button={text('collection.scans.choose')}
        isDisabled={bringing !== null}
        onFile={(file) => void bring(file)}
        onSeveral={setSeveral}
      >
        <Button isDisabled={bringing !== null} onPress={() => setHasCamera(true)}>
          {text('collection.scans.camera')}
        </Button>
      </FileDrop>
      <p className="quiet small">
        {text('collection.attachments.hint', { megabytes: attachmentMaximumBytes / 1024 / 1024 })}
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
        number={scans.length + 1}
        onClose={() => setHasCamera(false)}
        onPhoto={(photo) => {
          setHasCamera(false);
          void bring(photo);
        }}
      />
    </section>
  );
}
