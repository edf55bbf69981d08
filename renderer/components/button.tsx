import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'text';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary`: the one thing this screen is for. `danger`: leads to ash. `text`: in running text or a table. */
  kind?: ButtonKind;
  /** Shows that the call is under way and keeps the button from being pressed twice; the width does not change. */
  isBusy?: boolean;
  children: ReactNode;
}

export function Button({ kind = 'quiet', isBusy = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={isBusy} className={`button button-${kind}`}>
      <span className="button-label">{children}</span>
      {isBusy ? <span className="button-busy" aria-hidden="true" /> : null}
    </AriaButton>
  );
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  kind?: ButtonKind;
  ref?: Ref<HTMLAnchorElement>;
}

function AnchorButton({ kind = 'quiet', children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={`button button-${kind}`}>
      <span className="button-label">{children}</span>
    </a>
  );
}

/** A link to another screen that looks like a button: `<ButtonLink kind="primary" to="/collection">`. */
export const ButtonLink = createLink(AnchorButton);
