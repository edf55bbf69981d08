import { useEffect } from 'react';
import { useSend } from '../app/call.ts';
import { ErrorNote, Reading } from '../components/index.ts';
import { CaptureScreen } from './capture.tsx';

/**
 * A further consent of a person who is known already. The address holds only the opaque id; the name is read to serve the
 * person, and that is entered in the use log.
 */
export function CaptureForPersonScreen({
  personId,
  formVersionId,
}: {
  personId: string;
  formVersionId: string | undefined;
}) {
  const open = useSend('collection.openPerson');
  const { isIdle, mutate } = open;
  useEffect(() => {
    if (isIdle) mutate({ personId, reason: 'serve_person' });
  }, [isIdle, mutate, personId]);
  if (open.error) return <ErrorNote error={open.error.error} />;
  if (open.data === undefined) return <Reading />;
  return <CaptureScreen formVersionId={formVersionId} person={{ personId, name: open.data.name }} />;
}
