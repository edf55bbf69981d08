import { useState } from 'react';
import type { RequestDetails } from '../../shared/contract/collection-requests.ts';
import { useText } from '../app/text.tsx';
import { Button, DocumentDialog } from '../components/index.ts';

/** Makes the answer to a request for access: everything that is kept, to read and for a machine. */
export function RequestAccess({ request }: { request: RequestDetails }) {
  const text = useText();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <p className="quiet">{text('collection.request.access_text')}</p>
      <div className="row">
        <Button onPress={() => setShown(true)}>{text('collection.request.access_show')}</Button>
      </div>
      {isShown ? (
        <DocumentDialog
          channel="collection.accessAnswer"
          ask={{ requestId: request.requestId }}
          formats={['pdf', 'json']}
          onClose={() => setShown(false)}
        />
      ) : null}
    </>
  );
}
