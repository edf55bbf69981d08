import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { readLabel } from '../../shared/domain/paper/label.ts';
import { type Burst, grow, isEndedBy, noBurst, signOf } from '../../shared/domain/paper/scan-burst.ts';
import { notify } from '../components/index.ts';
import { CallFailure, call } from './call.ts';
import { useMay } from './session.ts';
import { useText } from './text.tsx';

type Scan = (label: string) => void;

/** Who takes scans at present, the latest last: a screen or dialog that works with them. */
const takers: Scan[] = [];

/** Gives every label that is scanned while this is on screen to `take`, whatever has the focus. */
export function useScan(take: Scan): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const taker: Scan = (label) => latest.current(label);
    takers.push(taker);
    return () => {
      takers.splice(takers.indexOf(taker), 1);
    };
  }, []);
}

export type FoundEntry = ChannelOutput<'paper.findLabel'>;

/** Looks up what a label is on. What is not registered here, or was not read in full, is said at once. */
export function useFindEntry(): (label: string, onFound: (entry: FoundEntry) => void) => void {
  const text = useText();
  return (label, onFound) => {
    call('paper.findLabel', { text: label }).then(onFound, (failure: unknown) => {
      if (!(failure instanceof CallFailure)) throw failure;
      const isDamaged = failure.error.code === 'label_damaged';
      notify(text(isDamaged ? 'error.label_damaged' : 'error.label_unknown'), 'ember');
    });
  };
}

/** Takes every label that is scanned while this is on screen, as what it is on. */
export function useScanEntry(onFound: (entry: FoundEntry) => void): void {
  const find = useFindEntry();
  useScan((label) => find(label, onFound));
}

/** What becomes of a label that was scanned: the screen that takes scans has it, or what it is on is opened. */
export function useScanned(): Scan {
  const text = useText();
  const may = useMay();
  const navigate = useNavigate();
  const find = useFindEntry();
  return (label) => {
    const taker = takers.at(-1);
    if (taker !== undefined) return taker(label);
    if (!may('paper.read')) return;
    if (document.querySelector('.dialog') !== null) return notify(text('paper.scan.dialog_open'));
    find(label, ({ entryId }) => void navigate({ to: '/paper/$entryId', params: { entryId } }));
  };
}

/**
 * Listens for a keyboard-wedge scanner wherever one is in the window. What the scanner typed into a field is taken out of it again;
 * whatever else is typed is left alone.
 */
export function useScanner(): void {
  const deliver = useScanned();
  const latest = useRef(deliver);
  latest.current = deliver;
  useEffect(() => {
    let burst: Burst = noBurst;
    let before: FieldBefore | null = null;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const at = event.timeStamp;
      const sign = signOf(event);
      if (sign !== null) {
        const next = grow(burst, sign, at);
        if (next.signs.length === 1) before = fieldBefore(event.target);
        burst = next;
        return;
      }
      if (event.key === 'Shift') return;
      const isEnd = event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Tab';
      const { signs } = burst;
      const isScan = isEnd && isEndedBy(burst, at) && readLabel(signs) !== 'not_a_label';
      burst = noBurst;
      if (!isScan) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      before?.restore();
      latest.current(signs.toUpperCase());
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

interface FieldBefore {
  restore(): void;
}

/** What stood in the field before the first sign of a burst came. */
function fieldBefore(target: EventTarget | null): FieldBefore | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isField) return null;
  const { value } = target;
  return {
    restore() {
      if (target.value === value) return;
      const prototype =
        target instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
      // React hears of a change only where the value is set behind its back and the field says so itself.
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(target, value);
      target.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}
