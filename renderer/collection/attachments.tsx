import { useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { PersonAttachment, UseReason } from '../../shared/contract/collection.ts';
import {
  type AttachmentType,
  attachmentMaximumBytes,
} from '../../shared/domain/collection/attachment-type.ts';
import { CallFailure, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ConfirmDialog, ErrorNote, notify } from '../components/index.ts';
import { AttachmentDialog } from './attachment-dialog.tsx';
import { sendAttachment } from './attachment-transfer.ts';
import { FileDrop } from './file-drop.tsx';
import './attachments.css';

const typeNames: Readonly<Record<AttachmentType, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/tiff': 'TIFF',
  'audio/wav': 'WAV',
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'audio/ogg': 'OGG',
};

/** The files of one record unit: looked at, added by choosing or dropping, removed with a question. */
export function UnitAttachments({
  unitId,
  purposeName,
  takesFiles,
  attachments,
  reason,
  onChanged,
}: {
  unitId: string;
  purposeName: string;
  /** Whether something can be added: not to what was withdrawn, is retained separately or is to be destroyed. */
  takesFiles: boolean;
  attachments: readonly PersonAttachment[];
  reason: UseReason;
  onChanged(): void;
}) {
  const text = useText();
  const may = useMay();
  const [viewed, setViewed] = useState<PersonAttachment | null>(null);
  const [doubted, setDoubted] = useState<PersonAttachment | null>(null);
  const remove = useSend('collection.removeAttachment');
  const canAdd = takesFiles && may('collection.attach');
  if (!canAdd && attachments.length === 0) return null;
  return (
    <section className="attachments" aria-label={text('collection.attachments.title')}>
      <h4 className="attachments-title">{text('collection.attachments.title')}</h4>
      {attachments.length === 0 ? null : (
        <ul className="attachments-list">
          {attachments.map((attachment) => (
            <li key={attachment.attachmentId} className="attachments-file">
              <div>
                <span className="attachments-name">{attachment.fileName}</span>
                <Facts attachment={attachment} />
              </div>
              <div className="row">
                <Button
                  kind="text"
                  onPress={() => setViewed(attachment)}
                  aria-label={text('collection.attachments.view_named', { fileName: attachment.fileName })}
                >
                  {text('collection.attachments.view')}
                </Button>
                {may('collection.attach') ? (
                  <Button
                    kind="text"
                    onPress={() => {
                      remove.reset();
                      setDoubted(attachment);
                    }}
                    aria-label={text('collection.attachments.remove_named', {
                      fileName: attachment.fileName,
                    })}
                  >
                    {text('collection.attachments.remove')}
                  </Button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {canAdd ? <AddAttachment unitId={unitId} purposeName={purposeName} onAdded={onChanged} /> : null}
      <AttachmentDialog attachment={viewed} reason={reason} onClose={() => setViewed(null)} />
      <ConfirmDialog
        isOpen={doubted !== null}
        onClose={() => setDoubted(null)}
        onConfirm={() => {
          if (doubted === null) return;
          remove.mutate(
            { attachmentId: doubted.attachmentId },
            {
              onSuccess: () => {
                setDoubted(null);
                notify(text('collection.attachments.removed'));
                onChanged();
              },
            },
          );
        }}
        title={text('collection.attachments.remove_title', { fileName: doubted?.fileName ?? '' })}
        consequence={text('collection.attachments.remove_text')}
        confirmLabel={text('collection.attachments.remove_confirm')}
        isDanger
        isBusy={remove.isPending}
        error={remove.error?.error ?? null}
      />
    </section>
  );
}

function Facts({ attachment }: { attachment: PersonAttachment }) {
  const text = useText();
  const format = useOfficeFormat();
  const kilobytes = attachment.bytes / 1024;
  const size =
    kilobytes < 1024
      ? text('collection.attachments.kilobytes', { size: Math.max(1, Math.round(kilobytes)) })
      : text('collection.attachments.megabytes', { size: (kilobytes / 1024).toFixed(1) });
  return (
    <span className="quiet small">
      {text('collection.attachments.facts', {
        type: typeNames[attachment.type],
        size,
        at: format.instant(attachment.addedAt),
        number: attachment.staffNumber,
      })}
    </span>
  );
}

function AddAttachment({
  unitId,
  purposeName,
  onAdded,
}: {
  unitId: string;
  purposeName: string;
  onAdded(): void;
}) {
  const text = useText();
  const [adding, setAdding] = useState<{ fileName: string; part: number } | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [isSeveral, setSeveral] = useState(false);
  const add = async (file: File) => {
    if (adding !== null) return;
    setError(null);
    setSeveral(false);
    setAdding({ fileName: file.name, part: 0 });
    try {
      await sendAttachment(unitId, file, (part) => setAdding({ fileName: file.name, part }));
      notify(text('collection.attachments.added', { fileName: file.name }));
      onAdded();
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure;
      setError(failure.error);
    } finally {
      setAdding(null);
    }
  };
  return (
    <div className="attachments-add">
      <FileDrop
        label={text('collection.attachments.add_to', { purpose: purposeName })}
        button={text('collection.attachments.add')}
        isDisabled={adding !== null}
        onFile={(file) => void add(file)}
        onSeveral={setSeveral}
      />
      <p className="quiet small">
        {text('collection.attachments.hint', { megabytes: attachmentMaximumBytes / 1024 / 1024 })}
      </p>
      <p role="status" className="small attachments-status">
        {adding === null
          ? isSeveral
            ? text('collection.attachments.one_by_one')
            : ''
          : text('collection.attachments.adding', {
              fileName: adding.fileName,
              percent: Math.floor(adding.part * 100),
            })}
      </p>
      <ErrorNote error={error} />
    </div>
  );
}
