import type { ImportReport } from '../../shared/contract/collection-import.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, Explanation, Section, Stat, StatLine } from '../components/index.ts';

/** What was kept, what stayed in the file alone, and that the file itself is still to be dealt with. */
export function ImportDone({
  done,
  report,
  onNext,
}: {
  done: ChannelOutput<'collection.runImport'>;
  /** What the check said before. */
  report: ImportReport;
  onNext(): void;
}) {
  const text = useText();
  const may = useMay();
  return (
    <Section title={text('collection.import.done', { people: done.people, consents: done.consents })}>
      <StatLine>
        <Stat label={text('collection.import.done.people')} value={done.people} />
        <Stat label={text('collection.import.report.consents')} value={done.consents} />
        <Stat label={text('collection.import.report.units')} value={done.units} />
        <Stat label={text('collection.import.done.left_out')} value={done.leftOut} />
      </StatLine>
      {done.leftOut === 0 ? null : (
        <Explanation>{text('collection.import.done_left_out', { count: done.leftOut })}</Explanation>
      )}
      {report.dueAtOnce === 0 ? null : (
        <Explanation tone="ember">
          {text('collection.import.done_due', { count: report.dueAtOnce })}
        </Explanation>
      )}
      <Explanation title={text('collection.import.done_source_title', { reference: done.source })}>
        {text(
          may('office.manage_copies')
            ? 'collection.import.done_source'
            : 'collection.import.done_source_told',
        )}
      </Explanation>
      <div className="row">
        <ButtonLink kind="primary" to="/collection/people">
          {text('collection.import.done_people')}
        </ButtonLink>
        <Button onPress={onNext}>{text('collection.import.done_next')}</Button>
        {may('office.read_copies') ? (
          <ButtonLink to="/copies">{text('office.task.import_sources_action')}</ButtonLink>
        ) : null}
      </div>
    </Section>
  );
}
