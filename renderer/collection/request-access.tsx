import { useState } from 'react';
import type { RequestDetails } from '../../shared/contract/collection-requests.ts';
import { useText } from '../app/text.tsx';
import { Button, DocumentDialog, SaveDocumentDialog } from '../components/index.ts';

/** Makes the answer to a request for access: everything that is kept, to read and for a machine. */
export function RequestAccess({ request }: { request: RequestDetails }) {
  const text = useText();
  const [shown, setShown] = useState<'answer' | 'archive' | null>(null);
  const ask = { requestId: request.requestId };
  const close = () => setShown(null);
  return (
    <>
      <p className="quiet">{text('collection.request.access_text')}</p>
      <div className="row">
        <Button onPress={() => setShown('answer')}>{text('collection.request.access_show')}</Button>
        <Button onPress={() => setShown('archive')}>{text('collection.request.access_archive')}</Button>
      </div>
      {shown === 'archive' ? (
        <SaveDocumentDialog
          channel="collection.accessAnswer"
          ask={ask}
          formats={['zip']}
          fileName={`ashbook-access-${request.requestId.slice(0, 8)}`}
          holdsPersonalData
          onClose={close}
        />
      ) : null}
      {shown === 'answer' ? (
        <DocumentDialog
          channel="collection.accessAnswer"
          ask={ask}
          formats={['pdf', 'json']}
          onClose={close}
        />
      ) : null}
    </>
  );
}
