import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useText } from '../app/text.tsx';
import { Button, ButtonLink, Explanation, Section } from '../components/index.ts';

export function ImportDone({
  done,
  onNext,
}: {
  done: ChannelOutput<'collection.runImport'>;
  onNext(): void;
}) {
  const text = useText();
  return (
    <Section title={text('collection.import.done', { people: done.people, consents: done.consents })}>
      <Explanation>{text('collection.import.done_source', { reference: done.source })}</Explanation>
      <div className="row">
        <ButtonLink kind="primary" to="/collection/people">
          {text('collection.import.done_people')}
        </ButtonLink>
        <Button onPress={onNext}>{text('collection.import.done_next')}</Button>
      </div>
    </Section>
  );
}
