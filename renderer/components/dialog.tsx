import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { CallError } from '../../shared/contract/answer.ts';
import { useStatus } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';
import './dialog.css';

export interface DialogProps {
  isOpen: boolean;
  /** Also called on Esc. */
  onClose(): void;
  title: string;
  children: ReactNode;
  /** `document`: as large as the window allows. */
  size?: 'normal' | 'wide' | 'document';
  /** `alertdialog` for a question that must be answered. */
  role?: 'dialog' | 'alertdialog';
  /** Long work must not be left by a stray Esc. */
  isBusy?: boolean;
}

/**
 * Give the first field `autoFocus`. Put the buttons into `<DialogButtons>` at the end, the one that acts last; in a form it
 * is `type="submit"` so that Enter works.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  size = 'normal',
  role = 'dialog',
  isBusy = false,
}: DialogProps) {
  // A dialog lives outside the desk that the lock hides, and it may show personal data.
  const isLocked = useStatus()?.state !== 'open';
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen && !isLocked}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isKeyboardDismissDisabled={isBusy}
    >
      <Modal className={`dialog-frame dialog-frame-${size}`}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className="dialog-buttons">{children}</div>;
}

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose(): void;
  onConfirm(): void;
  /** The question: "Approve order D-2026-0001?" */
  title: string;
  /** What will be so afterwards, and whether it can be undone. */
  consequence: ReactNode;
  /** A verb: "Approve", "Destroy 12 record units". Never "OK". */
  confirmLabel: string;
  /** It leads to ash, or cannot be undone: the safe answer has the focus. */
  isDanger?: boolean;
  isBusy?: boolean;
  error?: CallError | null;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isDanger = false, isBusy = false } = props;
  const text = useText();
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      role="alertdialog"
      isBusy={isBusy}
    >
      <div className="stack">
        <div className="dialog-consequence">{props.consequence}</div>
        <ErrorNote error={props.error ?? null} />
      </div>
      <DialogButtons>
        <Button onPress={props.onClose} isDisabled={isBusy} autoFocus={isDanger}>
          {text('common.cancel')}
        </Button>
        <Button
          kind={isDanger ? 'danger' : 'primary'}
          onPress={props.onConfirm}
          isBusy={isBusy}
          autoFocus={!isDanger}
        >
          {props.confirmLabel}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
