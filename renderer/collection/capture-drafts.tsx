import { useState } from 'react';
import type { CaptureDraftRow } from '../../shared/contract/collection-capture.ts';
import { useCall, useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ConfirmDialog, ErrorNote } from '../components/index.ts';

/** Consents that were being taken when something came in between: gone on with, or given up. */
export function CaptureDrafts({ onResume }: { onResume(draft: CaptureDraftRow): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const { data } = useCall('collection.listDrafts', {});
  const end = useSend('collection.endDraft');
  const [doubted, setDoubted] = useState<CaptureDraftRow | null>(null);
  if (data === undefined || data.drafts.length === 0) return null;
  return (
    <section className="capture-drafts" aria-labelledby="capture-drafts">
      <h2 id="capture-drafts" className="capture-drafts-title">
        {text('collection.drafts.title')}
      </h2>
      <p className="quiet small">{text('collection.drafts.what')}</p>
      <ErrorNote error={end.error?.error ?? null} />
      <ul>
        {data.drafts.map((draft) => (
          <li key={draft.draftId}>
            <div>
              <bdi>{draft.name === '' ? text('collection.drafts.nameless') : draft.name}</bdi>
              <span className="quiet small capture-similar-facts">
                {[
                  format.say(draft.formTitle),
                  text('collection.drafts.changed', {
                    at: format.instant(draft.changedAt),
                    number: draft.staffNumber,
                  }),
                  draft.isCurrent
                    ? text('collection.drafts.ends', { at: format.instant(draft.endsAt) })
                    : text('collection.drafts.superseded'),
                ].join(' · ')}
              </span>
            </div>
            <div className="row">
              <Button onPress={() => onResume(draft)} isDisabled={!draft.isCurrent}>
                {text('collection.drafts.resume')}
              </Button>
              <Button kind="text" onPress={() => setDoubted(draft)}>
                {text('collection.drafts.discard')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={doubted !== null}
        onClose={() => setDoubted(null)}
        onConfirm={() => {
          if (doubted !== null)
            end.mutate({ draftId: doubted.draftId }, { onSettled: () => setDoubted(null) });
        }}
        title={text('collection.drafts.discard_title')}
        consequence={text('collection.drafts.discard_text')}
        confirmLabel={text('collection.drafts.discard')}
        isDanger
        isBusy={end.isPending}
      />
    </section>
  );
}
