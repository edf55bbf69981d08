/**
 * Focuses what a selector finds once React has drawn the change that put it there: after adding, moving or removing a row the
 * keyboard must not be left nowhere. A container hands the focus to its first control.
 */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector);
    const control = found?.matches(focusable) ? found : found?.querySelector<HTMLElement>(focusable);
    // A button that has become disabled (the first row cannot go further up) leaves the focus to its neighbour.
    const usable = control?.matches(':disabled')
      ? control.parentElement?.querySelector<HTMLElement>('button:not(:disabled)')
      : control;
    usable?.focus();
    usable?.scrollIntoView({ block: 'nearest' });
  });
}

const focusable = 'input:not([type="hidden"]), textarea, button, a[href], [tabindex="0"]';
