import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormDraft } from '../../shared/domain/collection/form-draft.ts';
import { CallFailure, call, queryClient } from '../app/call.ts';

/** How long a hand rests before what it wrote is kept. */
const pauseMilliseconds = 800;

export type DraftState =
  | { is: 'unchanged' }
  | { is: 'saving' }
  | { is: 'kept'; at: string }
  | { is: 'failed' };

/**
 * Keeps a form while it is written: a moment after each change, and when the editor is left. One call at a time, so that the
 * first, which makes the draft, is answered before the next.
 *
 * `finish` stops it and answers the draft's id, for publishing.
 */
export function useAutosave(
  draft: FormDraft,
  formId: string | null,
  savedAs: string | null,
): { state: DraftState; finish(): Promise<string | null> } {
  const [state, setState] = useState<DraftState>({ is: 'unchanged' });
  const keeper = useRef<Keeper | null>(null);
  keeper.current ??= new Keeper(draft, formId, savedAs, setState);
  const written = JSON.stringify(draft);
  useEffect(() => {
    keeper.current?.change(JSON.parse(written) as FormDraft, written);
  }, [written]);
  useEffect(() => {
    const current = keeper.current;
    current?.resume();
    return () => void current?.flush();
  }, []);
  const finish = useCallback(async () => (await keeper.current?.finish()) ?? null, []);
  return { state, finish };
}

class Keeper {
  readonly #formId: string | null;
  readonly #tell: (state: DraftState) => void;
  #draftId: string | null;
  #draft: FormDraft;
  #written: string;
  #kept: string;
  #timer: number | undefined;
  #running: Promise<void> = Promise.resolve();
  #isFinished = false;

  constructor(
    draft: FormDraft,
    formId: string | null,
    draftId: string | null,
    tell: (state: DraftState) => void,
  ) {
    this.#draft = draft;
    this.#written = JSON.stringify(draft);
    this.#kept = this.#written;
    this.#formId = formId;
    this.#draftId = draftId;
    this.#tell = tell;
  }

  change(draft: FormDraft, written: string): void {
    if (written === this.#written) return;
    this.#draft = draft;
    this.#written = written;
    // What is not kept yet is not said to be.
    this.#tell({ is: 'saving' });
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.flush(), pauseMilliseconds);
  }

  resume(): void {
    this.#isFinished = false;
  }

  flush(): Promise<void> {
    window.clearTimeout(this.#timer);
    this.#running = this.#running.then(() => this.#keep());
    return this.#running;
  }

  async finish(): Promise<string | null> {
    window.clearTimeout(this.#timer);
    await this.#running;
    this.#isFinished = true;
    return this.#draftId;
  }

  async #keep(): Promise<void> {
    if (this.#isFinished || this.#written === this.#kept) return;
    const [draft, written] = [this.#draft, this.#written];
    this.#tell({ is: 'saving' });
    try {
      const answer = await call('collection.saveFormDraft', {
        draftId: this.#draftId,
        formId: this.#formId,
        content: draft,
      });
      this.#draftId = answer.draftId;
      this.#kept = written;
      this.#tell({ is: 'kept', at: answer.savedAt });
      void queryClient.invalidateQueries({ queryKey: ['collection.listFormDrafts'] });
      void queryClient.invalidateQueries({ queryKey: ['collection.getFormDraft'], refetchType: 'none' });
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      this.#tell({ is: 'failed' });
    }
  }
}
