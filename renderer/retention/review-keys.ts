import { useEffect } from 'react';

export interface ReviewKeys {
  /** `x`, by the id of the record under the cursor; `w` and `t` likewise. */
  toggle(unitId: string): void;
  explain(unitId: string): void;
  takeBack: ((unitId: string) => void) | null;
  /** `Shift` and `a`: everything on the list, on every page of it. */
  selectAll(): void;
  clear(): void;
  /** `n` and `b`: the page after and the page before this one. */
  turn(pages: 1 | -1): void;
  /** `g` and `Shift` and `g`: the next group of what is due, and the one before. */
  group(groups: 1 | -1): void;
  /** Letters that act on what is selected; null where they may not. */
  deeds: Readonly<Record<string, (() => void) | null>>;
}

/** Where letters are written, or choose from a list that is open. */
function takesLetters(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return (
    target instanceof Element &&
    target.closest('textarea, [contenteditable], [aria-haspopup], [role=listbox]') !== null
  );
}

const rowsShown = () => [...document.querySelectorAll<HTMLElement>('.review-list [role=row][data-key]')];

/**
 * The whole review by keyboard, from wherever the cursor is: `j` and `k` move through the list, `x` selects, further letters act.
 * Dialogs and writing fields keep their letters.
 */
export function useReviewKeys(keys: ReviewKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.querySelector('.dialog') !== null || takesLetters(event.target)) return;
      if (!answer(event, keys)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the list, which would take letters for the beginning of a name.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [keys]);
}

/** Whether the key was one of these. */
function answer({ key }: KeyboardEvent, keys: ReviewKeys): boolean {
  const rows = rowsShown();
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const here = rows[at]?.dataset.key;
  const onRow = (deed: ((unitId: string) => void) | null) => {
    if (here !== undefined) deed?.(here);
    return true;
  };
  switch (key) {
    case 'j':
    case 'k':
      rows[Math.min(rows.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))]?.focus();
      return true;
    case 'x':
      return onRow(keys.toggle);
    case 'w':
      return onRow(keys.explain);
    case 't':
      return onRow(keys.takeBack);
    case 'A':
      keys.selectAll();
      return true;
    case 'Escape':
      keys.clear();
      return true;
    case 'n':
    case 'b':
      keys.turn(key === 'n' ? 1 : -1);
      return true;
    case 'g':
    case 'G':
      keys.group(key === 'g' ? 1 : -1);
      return true;
    default: {
      const deed = keys.deeds[key];
      if (!deed) return false;
      deed();
      return true;
    }
  }
}
