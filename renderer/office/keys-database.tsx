import { useState } from 'react';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ConfirmDialog,
  ErrorNote,
  Explanation,
  notify,
  ProgressPanel,
  Section,
} from '../components/index.ts';

/** Since when the records have had their present key, and a new one on demand. */
export function DatabaseKeySection() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const query = useCall('office.databaseKey', {});
  const change = useSend('office.changeDatabaseKey');
  const [isAsking, setAsking] = useState(false);
  const begin = () => {
    setAsking(false);
    change.mutate({}, { onSuccess: () => notify(text('office.database_key.changed')) });
  };
  return (
    <Section
      title={text('office.database_key.title')}
      actions={
        may('office.manage_keys') ? (
          <Button onPress={() => setAsking(true)} isDisabled={change.isPending}>
            {text('office.database_key.change')}
          </Button>
        ) : undefined
      }
    >
      <p className="quiet">{text('office.database_key.text')}</p>
      {change.isPending ? (
        <ProgressPanel channel="office.changeDatabaseKey" label={text('office.database_key.changing')} />
      ) : (
        <Answered query={query}>
          {({ since, by, olderKeyCopies }) => (
            <>
              <p>{text(`office.database_key.since_${by}`, { since: format.instant(since) })}</p>
              {olderKeyCopies === 0 ? null : (
                <Explanation tone="ember">
                  {text('office.database_key.older_copies', { count: olderKeyCopies })}
                </Explanation>
              )}
            </>
          )}
        </Answered>
      )}
      <ErrorNote error={change.error?.error} />
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={begin}
        title={text('office.database_key.change')}
        consequence={text('office.database_key.confirm_text')}
        confirmLabel={text('office.database_key.change')}
      />
    </Section>
  );
}
