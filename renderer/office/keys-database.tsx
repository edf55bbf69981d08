import { useState } from 'react';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ConfirmDialog,
  DefinitionList,
  ErrorNote,
  Explanation,
  notify,
  ProgressPanel,
  Section,
  Select,
} from '../components/index.ts';
import './keys.css';

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
          {({ since, by, olderKeyCopies, everyMonths, nextOn }) => (
            <>
              <p>{text(`office.database_key.since_${by}`, { since: format.instant(since) })}</p>
              <KeyPlan
                everyMonths={everyMonths}
                next={
                  nextOn === null
                    ? null
                    : text('office.database_key.plan_next', { date: format.date(nextOn) })
                }
              />
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

const offered = [3, 6, 12, 24] as const;

/** How often it is changed where nothing else changes it. Others than those who manage keys read it. */
function KeyPlan({ everyMonths, next }: { everyMonths: number | null; next: string | null }) {
  const text = useText();
  const may = useMay();
  const set = useSend('office.setDatabaseKeyPlan');
  const words = (months: number) => text('office.database_key.plan_months', { months: String(months) });
  const never = text('office.database_key.plan_never');
  if (!may('office.manage_keys')) {
    return (
      <>
        <DefinitionList
          entries={[
            {
              term: text('office.database_key.plan'),
              value: everyMonths === null ? never : words(everyMonths),
            },
          ]}
        />
        {next === null ? null : <p className="quiet">{next}</p>}
      </>
    );
  }
  const months =
    everyMonths === null ? offered : [...new Set([...offered, everyMonths])].sort((a, b) => a - b);
  return (
    <div className="keys-plan">
      <Select
        label={text('office.database_key.plan')}
        {...(next === null ? {} : { hint: next })}
        value={everyMonths === null ? 'never' : String(everyMonths)}
        options={[
          ...months.map((value) => ({ value: String(value), label: words(value) })),
          { value: 'never', label: never },
        ]}
        onChange={(value) =>
          set.mutate(
            { everyMonths: value === 'never' ? null : Number(value) },
            { onSuccess: () => notify(text('office.database_key.plan_kept')) },
          )
        }
      />
      <ErrorNote error={set.error?.error} />
    </div>
  );
}
