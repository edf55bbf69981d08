import { useEffect, useRef, useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import { CallFailure, call } from '../app/call.ts';
import { useSettled } from '../components/settled.ts';
import { type CaptureDraft, isBegun, keptDraft } from './capture-draft.ts';

/** How long nothing is typed before what was typed is kept. */
const pause = 1000;

/**
 * Keeps a draft as it is written, so that a crash or a lock loses a second of it at most. Nothing is kept before something has been
 * said, and nothing after `stop`.
 *
 * @returns `draftId`: a function, since a draft that is just being kept gets its id in between
 */
export function useDraftKeeping(
  formVersionId: string,
  draft: CaptureDraft,
  isChild: boolean,
  begun: string | null,
) {
  const kept = useRef<{ id: string | null; text: string; isStopped: boolean }>({
    id: begun,
    text: begun === null ? '' : JSON.stringify(keptDraft(draft, isChild)),
    isStopped: false,
  });
  const turn = useRef<Promise<void>>(Promise.resolve());
  const [error, setError] = useState<CallError | null>(null);
  const settled = useSettled(draft, pause);

  const keep = (next: CaptureDraft, child: boolean): Promise<void> => {
    turn.current = turn.current.then(async () => {
      const { current } = kept;
      const content = keptDraft(next, child);
      const text = JSON.stringify(content);
      if (current.isStopped || text === current.text || (current.id === null && !isBegun(next))) return;
      try {
        const { draftId } = await call('collection.saveDraft', {
          draftId: current.id,
          formVersionId,
          draft: content,
        });
        kept.current = { ...kept.current, id: draftId, text };
        setError(null);
      } catch (failure) {
        if (!(failure instanceof CallFailure)) throw failure;
        // Behind the lock nothing can be kept; what was typed before it has been.
        if (failure.error.code !== 'locked' && failure.error.code !== 'signed_out') setError(failure.error);
        if (failure.error.code === 'draft_gone') kept.current = { ...kept.current, id: null, text: '' };
      }
    });
    return turn.current;
  };

  const keepLatest = useRef(keep);
  keepLatest.current = keep;
  useEffect(() => {
    void keepLatest.current(settled, isChild);
  }, [settled, isChild]);

  return {
    error,
    /** The id under which it is kept; waits for what is being kept. */
    draftId: async () => {
      await turn.current;
      return kept.current.id;
    },
    keepNow: () => keep(draft, isChild),
    /** Nothing is kept from now on. */
    stop: () => {
      kept.current = { ...kept.current, isStopped: true };
    },
    goOn: () => {
      kept.current = { ...kept.current, isStopped: false };
    },
  };
}

/** Gives up a draft; one that is gone already is. Throws a CallFailure. */
export async function discardDraft(draftId: string): Promise<void> {
  try {
    await call('collection.endDraft', { draftId });
  } catch (error) {
    if (!(error instanceof CallFailure) || error.error.code !== 'draft_gone') throw error;
  }
}
