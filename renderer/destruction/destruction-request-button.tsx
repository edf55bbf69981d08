import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, DocumentDialog } from '../components/index.ts';

/** The official request of an order, as far as it has come. */
export function DestructionRequestButton({ orderId }: { orderId: string }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text('register.request_form.open')}</Button>
      {isOpen ? (
        <DocumentDialog
          channel="register.destructionRequest"
          ask={{ orderId }}
          formats={['pdf']}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
