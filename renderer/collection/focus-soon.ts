/**
 * Focuses what a selector finds once React has drawn the change that put it there: after adding, moving or removing a row the
 * keyboard must not be left nowhere. A container hands the focus to its first control.
 */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector);
    const control = found?.matches(focusable) ? found : found?.querySelector<HTMLElement>(focusable);
    const usable = control?.matches(':disabled') ? enabledNear(control) : control;
    usable?.focus();
    usable?.scrollIntoView({ block: 'nearest' });
  });
}

const focusable =
  'input:not([type="hidden"]), textarea, button, a[href], [tabindex="0"], [data-fault][tabindex]';

/** A button that has become disabled (the first row cannot go further up) leaves the focus to its nearest neighbour. */
function enabledNear(control: HTMLElement): HTMLElement | null {
  for (let around = control.parentElement; around !== null; around = around.parentElement) {
    const neighbour = around.querySelector<HTMLElement>('button:enabled, input:enabled');
    if (neighbour !== null) return neighbour;
  }
  return null;
}
