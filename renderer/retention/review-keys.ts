import { type KeyboardEvent, useCallback } from 'react';

export interface ReviewKeys {
  /** By the id of the record under the cursor. */
  toggle(unitId: string): void;
  deeds: Readonly<Record<string, (() => void) | null>>;
}

/** j and k move through the list, x selects, further letters act on what is selected. Writing fields keep their letters. */
export function useReviewKeys({ toggle, deeds }: ReviewKeys): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
      const { target, currentTarget } = event;
      if (target instanceof HTMLInputElement && target.type !== 'checkbox') return;
      const rows = [...currentTarget.querySelectorAll<HTMLElement>('[role=row][data-key]')];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const step = { j: 1, k: -1 }[event.key];
      if (step !== undefined) {
        const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
        next?.focus();
      } else if (event.key === 'x') {
        const unitId = rows[at]?.dataset.key;
        if (unitId !== undefined) toggle(unitId);
      } else {
        const deed = deeds[event.key];
        if (!deed) return;
        deed();
      }
      event.preventDefault();
      event.stopPropagation();
    },
    [toggle, deeds],
  );
}
